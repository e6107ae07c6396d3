import Canvas
import Model

extension State {
  /// Asks for what is visible and not there or out of date. Never more than one question per pane is open.
  mutating func load() -> [Effect] {
    let visible = Layout(self).visible
    var effects: [Effect] = []
    if let due = snapshotPollDue, due <= now { snapshotLoader.invalidate() }
    if snapshotLoader.next(SnapshotRequest(), now: now) != nil { effects.append(.loadSnapshot) }
    if visible.contains(.messages), let query = messages.next(now: now) { effects.append(.loadPage(query)) }
    if visible.contains(.find), !find.scope.prefix.isEmpty, let query = find.next(now: now) {
      effects.append(.loadPage(query))
    }
    if visible.contains(.timeline), let id = timeline.loader.next(wantedTimeline, now: now) {
      effects.append(.loadTimeline(id))
    }
    if visible.contains(.failures), let scope = failures.loader.next(failures.scope, now: now) {
      effects.append(.loadFailures(scope.campaign))
    }
    if visible.contains(.deadLetters) {
      if let asked = deadLetters.loader.askedAt, now - asked >= Self.idlePoll { deadLetters.loader.invalidate() }
      if let limit = deadLetters.loader.next(DeadLettersState.limit, now: now) {
        effects.append(.loadDeadLetters(limit: limit))
      }
    }
    return effects
  }

  /// Notes that everything that is shown may be out of date.
  mutating func invalidate() {
    snapshotLoader.invalidate()
    messages.loader.invalidate()
    find.loader.invalidate()
    timeline.loader.invalidate()
    failures.loader.invalidate()
    deadLetters.loader.invalidate()
  }

  /// Gives up on answers that may never come, and asks for everything anew.
  mutating func reload() {
    snapshotLoader.reset()
    messages.loader.reset()
    find.loader.reset()
    timeline.loader.reset()
    failures.loader.reset()
    deadLetters.loader.reset()
  }

  /// The message whose timeline is to be shown: the opened one, or beside a list the one under its cursor.
  var wantedTimeline: MessageID? {
    if focus == .timeline { return timeline.opened }
    return focus == .find ? find.cursor : messages.cursor
  }

  /// How often figures are read again while something is under way: rates and queues change without a commit.
  static var activePoll: Duration { .seconds(1) }
  /// How often when nothing seems to happen: other processes and queues may.
  static var idlePoll: Duration { .seconds(5) }

  /// Whether figures change from one second to the next.
  var isActive: Bool {
    guard let snapshot else { return true }
    let health = snapshot.health
    return health.rate > 0 || health.sending > 0 || (health.sendQueue?.total ?? 0) + (health.eventQueue?.total ?? 0) > 0
      || quittingSince != nil || !running.isEmpty || snapshot.campaigns.contains(where: \.isUnderWay)
  }

  private var snapshotPollDue: Timestamp? {
    guard snapshotLoader.outstanding == nil, let asked = snapshotLoader.askedAt else { return nil }
    return asked + (isActive ? Self.activePoll : Self.idlePoll)
  }

  /// How old the figures on the screen are, when they are older than they should be.
  var figuresAge: Duration? {
    guard let snapshot else { return nil }
    let age = now - snapshot.at
    return age > Self.idlePoll + .seconds(5) ? age : nil
  }

  /// When the dashboard wants `.tick` next; never in the past. Between ticks nothing on the screen moves by itself.
  package var nextTick: Timestamp? {
    let visible = Layout(self).visible
    // The clock in the header shows minutes.
    var times = [Timestamp(milliseconds: (now.milliseconds / 60_000 + 1) * 60_000)]
    if let due = snapshotPollDue { times.append(due) }
    if let due = snapshotLoader.due(SnapshotRequest()) { times.append(due) }
    if visible.contains(.messages), let due = messages.due { times.append(due) }
    if visible.contains(.find), !find.scope.prefix.isEmpty, let due = find.due { times.append(due) }
    if visible.contains(.timeline), let due = timeline.loader.due(wantedTimeline) { times.append(due) }
    if visible.contains(.failures), let due = failures.loader.due(failures.scope) { times.append(due) }
    if visible.contains(.deadLetters) {
      if let due = deadLetters.loader.due(DeadLettersState.limit) { times.append(due) }
      if let asked = deadLetters.loader.askedAt, deadLetters.loader.outstanding == nil {
        times.append(asked + Self.idlePoll)
      }
    }
    if let expiry = notices.expiry(now: now) { times.append(expiry) }
    if showsWaiting { times.append(now + .seconds(1)) }
    return times.map { max($0, now + .milliseconds(10)) }.min()
  }

  /// Whether something counts the seconds it has to wait.
  private var showsWaiting: Bool {
    if !running.isEmpty || quittingSince != nil || figuresAge != nil { return true }
    if snapshotLoader.outstanding != nil || messages.loader.outstanding != nil || find.loader.outstanding != nil {
      return true
    }
    if timeline.loader.outstanding != nil || failures.loader.outstanding != nil { return true }
    if case .counting = modal { return true }
    return deadLetters.loader.outstanding != nil || !notices.troubles.isEmpty
  }
}
