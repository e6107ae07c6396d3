import Model
import Words

/// What the operator asks for, with the question that comes before it.
extension State {
  /// The campaign commands are about where the operator is; `nil` when there is none.
  var targetCampaign: CampaignSummary? { focus.behavior.campaign(self) }

  /// Pauses at once: it is the brake, and `r` takes it back.
  mutating func pause() -> [Effect] {
    guard let campaign = target(for: .pause, .pause) else { return [] }
    return run(.command(.pause(campaign.id)))
  }

  mutating func resume() -> [Effect] {
    if let campaign = targetCampaign, campaign.state == .scheduled, quittingSince == nil {
      beginNow(campaign)
      return []
    }
    guard let campaign = target(for: .resume, .resume) else { return [] }
    let left = campaign.toBeSent
    ask(
      Confirmation(
        title: words.question(.resume(campaign.quotedName.shortened(to: Self.dialogNameWidth))),
        lines: [words.question(.resumeGoes(left))] + breakerLines(campaign)
          + (campaign.subject.isEmpty ? [] : [words.question(.subject(campaign.subject))]),
        verb: words.question(.resumeVerb), count: left, order: .command(.resume(campaign.id))))
    return []
  }

  /// What has stopped it by itself, and how long its word holds that it goes on.
  private func breakerLines(_ campaign: CampaignSummary) -> [String] {
    guard let note = campaign.note, case .stoppedByBreaker? = OwnReason(stored: note) else { return [] }
    return [words.reason(note), words.question(.breakerHolds(campaign.id.description))]
  }

  mutating func cancel() -> [Effect] {
    guard let campaign = target(for: .cancel, .cancel) else { return [] }
    let left = campaign.toBeSent
    let at = campaign.isUnderWay ? wallTime.second(now) : nil
    var lines = [words.question(.cancelNever(left, at: at))]
    if campaign.isUnderWay { lines.append(words.question(.cancelGoesOn(pause: key(.pause)))) }
    let flying = campaign.count(.sending)
    if flying > 0 { lines.append(words.question(.cancelInFlight(flying, at: at))) }
    ask(
      Confirmation(
        title: words.question(.cancel(campaign.quotedName.shortened(to: Self.dialogNameWidth))), lines: lines,
        verb: words.question(.cancelVerb), count: left,
        order: .command(.cancel(campaign.id))))
    return []
  }

  mutating func quit() -> [Effect] {
    guard quittingSince == nil else {
      say(.alreadyFinishing(snapshot?.health.sending ?? 0))
      return []
    }
    let flying = snapshot?.health.sending ?? 0
    let underWay = snapshot?.campaigns.contains { $0.isUnderWay } ?? false
    guard runsWorker, flying > 0 || underWay || !running.isEmpty else {
      return startQuitting()
    }
    ask(
      Confirmation(
        title: words.question(.quit),
        lines: [
          words.question(.quitInFlight(flying, at: wallTime.second(now))),
          words.question(isThrowaway ? .quitRemoved : .quitKept),
        ],
        verb: words.question(.quitVerb), count: 0, order: .quit))
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
    case .dropDraft(let id): return dropDraft(id)
    case .command(let command):
      guard quittingSince == nil else { return refuseWhileQuitting() }
      guard !running.contains(where: { $0.command == command }) else {
        say(.underWayAlready(text(command)))
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
    say(.finishing)
    return []
  }

  /// The campaign a move is about, or a soft word why there is none.
  private mutating func target(for move: CampaignState.Move, _ text: NoticeText.Move) -> CampaignSummary? {
    guard let campaign = targetCampaign else {
      say(.needsCampaign(text))
      return nil
    }
    guard campaign.state.after(move) != nil else {
      say(
        .notNow(
          text, state: words.state(campaign.state), hasDead: campaign.batches.dead > 0,
          campaign: shortName(of: campaign.id)))
      return nil
    }
    guard quittingSince == nil else {
      _ = refuseWhileQuitting()
      return nil
    }
    return campaign
  }
}
