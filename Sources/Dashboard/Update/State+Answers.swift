import Canvas
import Model
import Words

/// What comes back of what was asked for; for loads see `State+Loading.swift`.
extension State {
  /// Puts the cursor on the campaign that was just launched, as soon as it is listed.
  mutating func showLaunched() {
    let rows = campaignRows
    guard let launched = panes.campaigns.launched,
      let new = rows.first(where: { row in row.name == launched.name && launched.after.map { row.id > $0 } ?? true })
    else { return }
    panes.campaigns.launched = nil
    if focus == .campaigns { panes.campaigns.cursor.put(on: .campaign(new.id), in: campaignListIDs) }
  }

  mutating func receive(_ scope: Scope, _ count: ScopeCount) {
    guard case .counting(.resendable(scope), _, _) = modal else { return }
    modal = nil
    confirmResend(scope, count)
  }

  mutating func receive(_ scope: Scope, _ count: SettleCount) {
    guard case .counting(.settleable(scope), _, _) = modal else { return }
    modal = nil
    confirmSettle(count)
  }

  mutating func receive(_ composition: Composition, _ count: AudienceCount) {
    say(nil)
    guard case .compose(var form) = modal else { return }
    form.receive(composition, count)
    modal = .compose(form)
  }

  mutating func receive(failed count: Count, _ problem: Problem) {
    switch count {
    case .audience(let composition):
      say(nil)
      guard case .compose(var form) = modal else { return }
      form.fail(composition, problem)
      modal = .compose(form)
    case .recipient(let composition, let wish):
      receive(composition, wish, nil)
      notices.note(.error, .cannotPreview(problem), at: now)
    case .account(let address):
      guard case .lookingUp(address, _) = modal else { return }
      modal = nil
      notices.note(.error, .cannotLookUp(problem), at: now)
    case .correction: notices.note(.error, .cannotCount(problem), at: now)
    case .resendable, .settleable, .leftAlone, .people:
      guard case .counting(count, _, _) = modal else { return }
      modal = nil
      notices.note(.error, .cannotCount(problem), at: now)
    }
  }

  mutating func receive(done command: Command, _ outcome: CommandResult) -> [Effect] {
    running.removeAll { $0.command == command }
    hideWork(of: command)
    let isExact = command.expectedCount.map { $0 == outcome.count } ?? true
    notices.note(isExact ? .information : .warning, .done(command, outcome, label(of: command)), at: now)
    for pane in Pane.allCases { pane.behavior.clearMarks(command.subject, &self) }
    invalidate()
    if case .reschedule(let id, _) = command { endStartTime(of: id, nil) }
    if case .sendTest(_, _, let address) = command {
      endTest(to: address, nil)
      return [.remember([Self.testMemory: address])]
    }
    guard case .launch(let composition, _, _, _) = command else { return [] }
    let isStopped = outcome.note == .launchStopped
    if isStopped { panes.campaigns.launched = nil }
    return endLaunch(of: composition, isDone: !isStopped)
  }

  /// Tells that a command failed, here and for whoever looks later.
  mutating func receive(failed command: Command, _ problem: Problem) -> [Effect] {
    running.removeAll { $0.command == command }
    hideWork(of: command)
    if case .export(let order) = command, !order.replaces, case .fileExists = problem.text, modal == nil {
      askToReplace(order)
      return []
    }
    if case .launch(let composition, _, _, _) = command {
      panes.campaigns.launched = nil
      _ = endLaunch(of: composition, isDone: false)
    }
    notices.note(.error, .failed(command, problem, label(of: command)), at: now)
    if case .reschedule(let id, _) = command { endStartTime(of: id, problem) }
    if case .sendTest(_, _, let address) = command { endTest(to: address, problem) }
    invalidate()
    let about = label(of: command)
    // In the command line's language, as everything that is kept for whoever reads it later.
    let words = Language.standard.words
    return [
      .record(
        .error,
        .failed(
          command.action.rawValue, about: about.id == nil && about.name == nil ? "" : about.short(words),
          why: problem.line(words)))
    ]
  }
}
