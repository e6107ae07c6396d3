import Canvas
import Model

extension State {
  /// Takes the answer to an effect in.
  mutating func receive(_ snapshot: Snapshot) {
    let isAnswer = snapshotLoader.receive(SnapshotRequest())
    // Figures nobody asked for are as good, unless they are older than those on the screen.
    guard isAnswer || snapshot.at > (self.snapshot?.at ?? Timestamp(milliseconds: .min)) else { return }
    notices.recover(Effect.loadSnapshot.about, at: now)
    notices.show(snapshot.health.troubles, at: now)
    self.snapshot = snapshot
    pace.note(snapshot)
    now = max(now, snapshot.at)
    showLaunched()
    fit()
    followChosenCampaign()
  }

  /// Puts the cursor on the campaign that was just launched, as soon as it is listed.
  private mutating func showLaunched() {
    let rows = campaignRows
    guard let launched = campaigns.launched,
      let new = rows.first(where: { row in row.name == launched.name && launched.after.map { row.id > $0 } ?? true })
    else { return }
    campaigns.launched = nil
    if focus == .campaigns { campaigns.cursor.put(on: new.id, in: rows.map(\.id)) }
  }

  mutating func receive(_ page: MessagePage) {
    let wasForMessages = messages.receive(page)
    let wasForFind = find.receive(page)
    guard wasForMessages || wasForFind else { return }
    notices.recover(Effect.loadPage(page.query).about, at: now)
  }

  mutating func receive(_ summary: MessageSummary, _ events: [Event], earlier: Int, _ content: MessageContent?) {
    timeline.receive(summary, events, earlier: earlier, content, wanted: wantedTimeline)
    notices.recover(Effect.loadTimeline(summary.id).about, at: now)
  }

  mutating func receive(_ scope: Scope, _ count: ScopeCount) {
    guard case .counting(scope, _) = modal else { return }
    modal = nil
    confirmResend(scope, count)
  }

  mutating func receive(_ composition: Composition, _ count: AudienceCount) {
    notices.say(nil)
    if case .compose(var form) = modal {
      form.receive(composition, count)
      modal = .compose(form)
    } else {
      draft?.receive(composition, count)
    }
  }

  mutating func receive(done effect: Effect, _ outcome: Outcome) {
    if effect == .quit {
      isFinished = true
      return
    }
    running.removeAll { $0.effect == effect }
    let isExact = effect.expectedCount.map { $0 == outcome.count } ?? true
    notices.note(isExact ? .information : .warning, sentence(effect, outcome), at: now)
    switch effect {
    case .launch(let composition, _, _):
      if draft?.composition == composition { draft = nil }
    case .redrive, .discard: deadLetters.clearMarks()
    case .settle, .resend:
      messages.clearMarks()
      find.clearMarks()
    default: break
    }
    invalidate()
  }

  mutating func receive(failed effect: Effect, _ problem: Problem) {
    switch effect {
    case .loadSnapshot: guard snapshotLoader.fail(SnapshotRequest()) else { return }
    case .loadPage(let query):
      let wasForMessages = messages.fail(query)
      let wasForFind = find.fail(query)
      guard wasForMessages || wasForFind else { return }
    case .loadTimeline(let id): guard timeline.loader.fail(id) else { return }
    case .loadFailures(let campaign):
      guard failures.loader.fail(FailuresState.Scope(campaign: campaign)) else { return }
    case .loadDeadLetters(let limit): guard deadLetters.loader.fail(limit) else { return }
    case .countAudience(let composition):
      fail(composition, problem)
      return
    case .countResendable(let scope):
      guard case .counting(scope, _) = modal else { return }
      modal = nil
      notices.note(.error, "cannot count what may be resent: \(problem.line)", at: now)
      return
    default:
      running.removeAll { $0.effect == effect }
      if effect == .quit { quittingSince = nil }
      if case .launch = effect { campaigns.launched = nil }
      notices.note(.error, failure(effect, problem), at: now)
      invalidate()
      return
    }
    notices.fail(effect.about, problem, at: now)
  }

  private mutating func fail(_ composition: Composition, _ problem: Problem) {
    notices.say(nil)
    if case .compose(var form) = modal {
      form.fail(composition, problem)
      modal = .compose(form)
    } else {
      draft?.fail(composition, problem)
    }
  }
}

extension Effect {
  /// What a load reads, for the line that says that it fails.
  var about: String {
    switch self {
    case .loadSnapshot: "figures"
    case .loadPage: "messages"
    case .loadTimeline: "timeline"
    case .loadFailures: "failures"
    case .loadDeadLetters: "dead letters"
    default: "answer"
    }
  }

  /// The count the operator confirmed; `nil` when the effect has none.
  var expectedCount: Int? {
    switch self {
    case .launch(_, let count, _), .resend(_, let count), .redrive(_, let count), .discard(_, let count): count
    case .settle(let messages, _): messages.count
    default: nil
    }
  }
}
