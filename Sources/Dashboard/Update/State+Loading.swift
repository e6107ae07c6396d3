import Canvas
package import Model
import Words

extension State {
  /// Everybody who reads something: the header, and the panes that do.
  static let readers: [any Reader.Type] =
    [HeaderPane.self, AttemptNames.self] + Pane.allCases.compactMap { $0.behavior.reader }

  /// Where their loaders are, in the same order. Found once: a key path is made by reflection.
  private static let loaders = readers.map { $0.loader }

  /// Those of them that are seen; the header's figures are needed on the smallest screen too.
  private var visibleReaders: [any Reader.Type] {
    let visible = Layout(self).visible
    let ofAttempts: [any Reader.Type] = visible.contains(.timeline) ? [AttemptNames.self] : []
    return [HeaderPane.self] + ofAttempts + Pane.allCases.filter(visible.contains).compactMap { $0.behavior.reader }
  }

  /// Asks for what is visible and not there or out of date. Never more than one question per pane is open.
  mutating func load() -> [Load] { visibleReaders.compactMap { $0.next(&self) } }

  /// Notes that everything that is shown may be out of date.
  mutating func invalidate() { for loader in Self.loaders { self[keyPath: loader].invalidate() } }

  /// Gives up on answers that may never come, and asks for everything anew.
  mutating func reload() { for loader in Self.loaders { self[keyPath: loader].reset() } }

  /// Takes what was read in.
  mutating func receive(_ answer: Answer) {
    var isTaken = false
    for reader in Self.readers where reader.receive(answer, &self) { isTaken = true }
    if isTaken { notices.recover(answer.load.subject, at: now) }
  }

  /// Remembers that something cannot be read; it is asked for again after a while.
  mutating func receive(failed load: Load, _ problem: Problem) {
    var isTaken = false
    for reader in Self.readers where self[keyPath: reader.loader].fail(load) { isTaken = true }
    if isTaken { notices.fail(load.subject, problem, at: now) }
  }

  /// How often figures are read again while something is under way: rates and queues change without a commit.
  static var activePoll: Duration { .seconds(1) }
  /// How often when nothing seems to happen: what has no commit may change all the same.
  static var idlePoll: Duration { .seconds(5) }
  /// How often the header's figures then: nearly all of them change with a commit, and a screen at rest rests.
  static var restingPoll: Duration { .seconds(20) }

  /// Whether figures change from one second to the next.
  var isActive: Bool {
    guard let snapshot else { return true }
    let health = snapshot.health
    return health.rate > 0 || health.sending > 0 || (health.sendQueue?.total ?? 0) + (health.eventQueue?.total ?? 0) > 0
      || quittingSince != nil || !running.isEmpty || snapshot.campaigns.contains(where: \.isUnderWay)
  }

  /// How old the figures on the screen are, when they are older than they should be.
  var figuresAge: Duration? {
    guard let snapshot else { return nil }
    let age = now - snapshot.at
    return age > (isActive ? .seconds(10) : Self.restingPoll + .seconds(5)) ? age : nil
  }

  /// When the dashboard wants `.tick` next; never in the past. Between ticks nothing on the screen moves by itself.
  package var nextTick: Timestamp? {
    // The clock in the header shows minutes.
    var times = [Timestamp(milliseconds: (now.milliseconds / 60_000 + 1) * 60_000)]
    times += visibleReaders.compactMap { $0.due(self) }
    if let expiry = notices.expiry(now: now) { times.append(expiry) }
    if showsWaiting { times.append(now + .seconds(1)) }
    return times.map { max($0, now + .milliseconds(10)) }.min()
  }

  /// Whether something counts the seconds it has to wait.
  private var showsWaiting: Bool {
    if !running.isEmpty || quittingSince != nil || figuresAge != nil || !notices.failingReads.isEmpty { return true }
    switch modal {
    case .counting, .lookingUp: return true
    default: break
    }
    return Self.loaders.contains { self[keyPath: $0].outstanding != nil }
  }
}
