import Model

/// What the operator asks for, with the question that comes before it.
extension State {
  /// The campaign commands are about where the operator is; `nil` when there is none.
  var targetCampaign: CampaignSummary? {
    switch focus {
    case .campaigns, .batches: chosenCampaign
    case .messages: campaign(messages.scope.campaign)
    case .failures: campaign(failures.scope.campaign)
    case .timeline: timeline.shows(wantedTimeline) ? campaign(timeline.summary?.campaign) : nil
    case .deadLetters, .find, .log: nil
    }
  }

  /// Pauses at once: it is the brake, and `r` takes it back.
  mutating func pause() -> [Effect] {
    guard let campaign = target(for: .pause, "paused") else { return [] }
    return run(.pause(campaign.id))
  }

  mutating func resume() -> [Effect] {
    guard let campaign = target(for: .resume, "resumed") else { return [] }
    let left = campaign.count(.queued)
    ask(
      Confirmation(
        title: "Resume \(campaign.quotedName.shortened(to: Self.dialogNameWidth))",
        lines: ["\(Figures.count(left, "message")) not yet sent will go out, unless they lie in dead letters."],
        verb: "resume", count: left, effect: .resume(campaign.id)))
    return []
  }

  mutating func cancel() -> [Effect] {
    guard let campaign = target(for: .cancel, "cancelled") else { return [] }
    let left = campaign.count(.queued)
    let at = campaign.isUnderWay ? " (at \(wallTime.second(now)))" : ""
    var lines = ["\(Figures.count(left)) not yet sent\(at) will never be sent. This cannot be undone."]
    if campaign.isUnderWay { lines.append("It goes on sending until you confirm. Esc, then p, stops it at once.") }
    let flying = campaign.count(.sending)
    if flying > 0 { lines.append("\(Figures.count(flying)) in flight\(at) will finish.") }
    ask(
      Confirmation(
        title: "Cancel \(campaign.quotedName.shortened(to: Self.dialogNameWidth))", lines: lines,
        verb: "cancel it for good", count: left,
        effect: .cancel(campaign.id)))
    return []
  }

  /// Asks for the exact count first: the question comes with the answer.
  mutating func countResendable() -> [Effect] {
    guard let campaign = targetCampaign else {
      notices.say("R needs a campaign: choose one in 1 Campaigns")
      return []
    }
    guard quittingSince == nil else { return refuseWhileQuitting() }
    var condition = ResendCondition(campaign: campaign.id)
    switch focus {
    case .messages:
      condition.statuses = messages.scope.status.map { [$0] } ?? []
      condition.kinds = messages.scope.classification.map { [$0.kind] } ?? []
    case .failures: condition.kinds = failures.current.map { [$0.classification.kind] } ?? []
    default: break
    }
    modal = .counting(condition, since: now)
    return [.countResendable(condition)]
  }

  /// Asks whether to resend, now that the count is known.
  mutating func confirmResend(_ condition: ResendCondition, _ count: ResendCount) {
    let skipped = count.skipped.map { "\(Figures.count($0.count)) left alone: \($0.why)" }
    guard count.resendable > 0 else {
      notices.note(
        .warning, (["nothing to resend in \(shortName(of: condition.campaign))"] + skipped).joined(separator: " · "),
        at: now)
      return
    }
    ask(
      Confirmation(
        title: "Resend in \(name(of: condition.campaign).shortened(to: Self.dialogNameWidth))",
        lines: ["\(Figures.count(count.resendable, "message")) (\(words(condition))) will be sent once more."]
          + skipped,
        verb: "resend", count: count.resendable, effect: .resend(condition, count: count.resendable)))
  }

  /// How texts name which messages a resend takes.
  func words(_ condition: ResendCondition) -> String {
    let parts = condition.statuses.map(\.name) + condition.kinds.map(\.rawValue)
    return parts.isEmpty ? "all failed that may be resent" : parts.joined(separator: ", ")
  }

  /// Asks which letters to put back or to delete, then whether.
  mutating func handleLetters(discard: Bool) {
    guard let page = deadLetters.page, let current = deadLetters.current else {
      notices.say(deadLetters.page == nil ? "the dead letters are not loaded yet" : "there are no dead letters")
      return
    }
    let marked = deadLetters.markedLetters
    guard marked.isEmpty else {
      ask(confirmLetters(.these(marked.map(\.id)), marked.count, marked.reduce(0) { $0 + $1.recipients }, discard))
      return
    }
    let one = confirmLetters(.these([current.id]), 1, current.recipients, discard)
    guard page.total > 1 else {
      ask(one)
      return
    }
    let all = confirmLetters(.all, page.total, page.recipients, discard)
    modal = .choose(
      Choice(
        title: discard ? "Discard which dead letters?" : "Redrive which dead letters?",
        lines: ["None is marked; Space marks some."],
        options: [
          .init(key: "t", label: "this one (\(Figures.count(current.recipients, "recipient")))", confirmation: one),
          .init(
            key: "a",
            label: "all \(Figures.count(page.total)) (\(Figures.count(page.recipients, "recipient")))",
            confirmation: all),
        ]))
  }

  private func confirmLetters(
    _ choice: DeadLetterChoice, _ letters: Int, _ recipients: Int, _ discard: Bool
  ) -> Confirmation {
    let what = Figures.count(letters, "dead letter")
    let people = Figures.count(recipients, "recipient")
    return discard
      ? Confirmation(
        title: "Discard \(what)",
        lines: [
          "\(people) in them get no further try: who was not tried is cancelled, for good;",
          "who was refused stays refused, and R can still resend to them.",
        ],
        verb: "discard", count: recipients, effect: .discard(choice, count: letters))
      : Confirmation(
        title: "Redrive \(what)",
        lines: ["\(people) not yet accepted will be tried again; the others are not sent to twice."],
        verb: "redrive", count: recipients, effect: .redrive(choice, count: letters))
  }

  /// Asks what became of uncertain messages.
  mutating func settle(_ candidates: [MessageSummary]) {
    let ids = candidates.filter { $0.status == .uncertain }.map(\.id)
    guard !ids.isEmpty else {
      let what = candidates.count == 1 ? candidates.first.map { "this one is \($0.status.name)" } : nil
      notices.say("u settles uncertain messages; \(what ?? "none is chosen")")
      return
    }
    let what = Figures.count(ids.count, "uncertain message")
    let again = Confirmation(
      title: "Send \(what) again",
      lines: ["Who did get the first copy gets a second one."],
      verb: "send again", count: ids.count, effect: .settle(ids, .resend))
    let sent = Confirmation(
      title: "Take \(what) for sent",
      lines: ["Who did not get it will not get it, unless you resend."],
      verb: "take for sent", count: ids.count, effect: .settle(ids, .assumeSent))
    modal = .choose(
      Choice(
        title: "Settle \(what)",
        lines: [
          "The call broke off: nobody knows whether the provider took it.", "A late event settles it by itself.",
        ],
        options: [
          .init(key: "t", label: "it was sent: nothing more goes out", confirmation: sent),
          .init(key: "o", label: "it was not sent: send it once more", confirmation: again),
        ], leave: "decide later: it stays uncertain"))
  }

  mutating func quit() -> [Effect] {
    guard quittingSince == nil else {
      notices.say("already finishing: \(Figures.count(snapshot?.health.sending ?? 0)) in flight; nothing is lost")
      return []
    }
    let flying = snapshot?.health.sending ?? 0
    let underWay = snapshot?.campaigns.contains { $0.isUnderWay } ?? false
    guard runsWorker, flying > 0 || underWay || !running.isEmpty else {
      return startQuitting()
    }
    ask(
      Confirmation(
        title: "Quit while a send is under way",
        lines: [
          "\(Figures.count(flying)) in flight (at \(wallTime.second(now))) \(flying == 1 ? "finishes" : "finish") first.",
          "What waits stays on disk and goes on when Sendboard runs again; nobody is sent to twice.",
        ],
        verb: "quit", count: 0, effect: .quit))
    return []
  }

  /// Columns a name may take up in the title of a question, which must fit on a small screen.
  private static let dialogNameWidth = 48

  mutating func startQuitting() -> [Effect] {
    quittingSince = now
    return [.quit]
  }

  /// Hands a command out, unless the same one is under way.
  mutating func run(_ effect: Effect) -> [Effect] {
    if effect == .quit { return quittingSince == nil ? startQuitting() : [] }
    guard quittingSince == nil else { return refuseWhileQuitting() }
    guard !running.contains(where: { $0.effect == effect }) else {
      notices.say("\(title(effect)) is under way already")
      return []
    }
    return [effect]
  }

  mutating func ask(_ confirmation: Confirmation) {
    guard quittingSince == nil || confirmation.effect == .quit else {
      _ = refuseWhileQuitting()
      return
    }
    modal = .confirm(confirmation)
  }

  private mutating func refuseWhileQuitting() -> [Effect] {
    notices.say("Sendboard is finishing; start it again for new commands")
    return []
  }

  /// The campaign a move is about, or a soft word why there is none.
  private mutating func target(for move: CampaignState.Move, _ word: String) -> CampaignSummary? {
    guard let campaign = targetCampaign else {
      notices.say("\(move.rawValue) needs a campaign: choose one in 1 Campaigns")
      return nil
    }
    guard campaign.state.after(move) != nil else {
      let dead = campaign.batches.dead
      let rest = dead > 0 ? "; its dead letters are in 4" : ""
      notices.say("it is \(campaign.state.rawValue) and cannot be \(word)\(rest): \(shortName(of: campaign.id))")
      return nil
    }
    guard quittingSince == nil else {
      _ = refuseWhileQuitting()
      return nil
    }
    return campaign
  }
}
