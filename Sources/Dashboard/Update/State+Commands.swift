import Model

/// What the operator asks for, with the question that comes before it.
extension State {
  /// The campaign commands are about where the operator is; `nil` when there is none.
  var targetCampaign: CampaignSummary? { focus.behavior.campaign(self) }

  /// Pauses at once: it is the brake, and `r` takes it back.
  mutating func pause() -> [Effect] {
    guard let campaign = target(for: .pause, "paused") else { return [] }
    return run(.command(.pause(campaign.id)))
  }

  mutating func resume() -> [Effect] {
    guard let campaign = target(for: .resume, "resumed") else { return [] }
    let left = campaign.toBeSent
    ask(
      Confirmation(
        title: "Resume \(campaign.quotedName.shortened(to: Self.dialogNameWidth))",
        lines: ["\(Figures.count(left, "message")) not yet sent will go out, unless they lie in dead letters."]
          + (campaign.subject.isEmpty ? [] : ["Subject  \(campaign.subject)"]),
        verb: "resume", count: left, order: .command(.resume(campaign.id))))
    return []
  }

  mutating func cancel() -> [Effect] {
    guard let campaign = target(for: .cancel, "cancelled") else { return [] }
    let left = campaign.toBeSent
    let at = campaign.isUnderWay ? " (at \(wallTime.second(now)))" : ""
    var lines = ["\(Figures.count(left)) not yet sent\(at) will never be sent. This cannot be undone."]
    if campaign.isUnderWay { lines.append("It goes on sending until you confirm. Esc, then p, stops it at once.") }
    let flying = campaign.count(.sending)
    if flying > 0 { lines.append("\(Figures.count(flying)) in flight\(at) will finish.") }
    ask(
      Confirmation(
        title: "Cancel \(campaign.quotedName.shortened(to: Self.dialogNameWidth))", lines: lines,
        verb: "cancel it for good", count: left,
        order: .command(.cancel(campaign.id))))
    return []
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
        verb: "quit", count: 0, order: .quit))
    return []
  }

  /// Columns a name may take up in the title of a question, which must fit on a small screen.
  static let dialogNameWidth = 48

  mutating func startQuitting() -> [Effect] {
    quittingSince = now
    return [.quit]
  }

  /// Hands out what was confirmed, unless the same is under way.
  mutating func run(_ order: Order) -> [Effect] {
    switch order {
    case .quit: return quittingSince == nil ? startQuitting() : []
    case .command(let command):
      guard quittingSince == nil else { return refuseWhileQuitting() }
      guard !running.contains(where: { $0.command == command }) else {
        notices.say("\(title(command)) is under way already")
        return []
      }
      return [.command(command)]
    }
  }

  mutating func ask(_ confirmation: Confirmation) {
    guard quittingSince == nil || confirmation.order == .quit else {
      _ = refuseWhileQuitting()
      return
    }
    modal = .confirm(confirmation)
  }

  mutating func refuseWhileQuitting() -> [Effect] {
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
