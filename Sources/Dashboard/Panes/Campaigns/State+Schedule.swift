import Canvas
import Model
import Words

/// Campaigns that begin at a time.
extension State {
  /// Asks before a scheduled campaign is begun now, whenever it is due.
  mutating func beginNow(_ campaign: CampaignSummary) {
    let left = campaign.toBeSent
    ask(
      Confirmation(
        title: words.schedule(.beginNow(campaign.quotedName.shortened(to: Self.dialogNameWidth))),
        lines: (campaign.dueAt.map { [words.schedule(.insteadOf(moment($0)))] } ?? [])
          + [words.question(.resumeGoes(left))]
          + (campaign.subject.isEmpty ? [] : [words.question(.subject(campaign.subject))]),
        verb: words.schedule(.verb), count: left, order: .command(.begin(campaign.id))))
  }

  /// Has another time typed for a scheduled campaign.
  mutating func askStartTime() -> [Effect] {
    guard quittingSince == nil else { return refuseWhileQuitting() }
    guard let campaign = targetCampaign, campaign.state == .scheduled else {
      notices.say(words.schedule(.notScheduled))
      return []
    }
    modal = .prompt(Prompt(.startTime(campaign.id), text: campaign.dueAt.map(wallTime.full) ?? ""))
    return []
  }

  mutating func answerStartTime(_ text: String, _ campaign: CampaignID) -> [Effect] {
    guard !text.isEmpty else {
      notices.say(words.schedule(.timeNeeded))
      return []
    }
    let effects = run(.command(.reschedule(campaign, to: text)))
    if case .prompt(var prompt) = modal {
      prompt.isSent = !effects.isEmpty
      modal = .prompt(prompt)
    }
    return effects
  }

  /// Leaves the prompt for a time, or has what was refused mended.
  mutating func endStartTime(of campaign: CampaignID, _ problem: Problem?) {
    guard case .prompt(var prompt) = modal, prompt.purpose == .startTime(campaign), prompt.isSent else { return }
    guard let problem else {
      modal = nil
      return
    }
    prompt.isSent = false
    modal = .prompt(prompt)
    notices.say(problem.line(words))
  }

  /// When a scheduled campaign begins, or why it has not; `nil` for any other.
  func schedule(of campaign: CampaignSummary) -> (String, Role)? {
    guard campaign.state == .scheduled, let due = campaign.dueAt else { return nil }
    guard campaign.isMissed(at: now), due <= now else {
      let left = max(.zero, due - now)
      return (words.schedule(.begins(moment(due), left, now: key(.resume), time: key(.startTime))), .info)
    }
    return (
      words.schedule(.wasDue(moment(due), now: key(.resume), time: key(.startTime), cancel: key(.cancel))), .bad
    )
  }

  /// Tells once of campaigns that were due while nothing ran.
  mutating func tellOfMissed() {
    guard let snapshot else { return }
    let missed = snapshot.campaigns.filter { $0.isMissed(at: now) }
    let new = missed.filter { !panes.campaigns.toldMissed.contains($0.id) }
    panes.campaigns.toldMissed = Set(missed.map(\.id))
    if !new.isEmpty { notices.note(.warning, .missed(new.map(\.name)), at: now) }
  }
}
