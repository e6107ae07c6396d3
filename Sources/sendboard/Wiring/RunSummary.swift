import EventStore
import Model

/// What `run` did, and what it leaves for somebody to look at.
struct RunSummary {
  var handedOver: Int
  var uncertain: Int
  var dead: EventStore.DeadLetterTotals
  var paused: [EventStore.PausedCampaign]
  /// Campaigns that were due while nothing ran, and wait for somebody's word.
  var missed: [CampaignSummary] = []
  /// Campaigns that may go out at other hours of the day.
  var outOfHours: [CampaignSummary] = []
  /// Batches on the queue that no worker of this store may send.
  var foreign = 0
  /// What a drain waited for in vain.
  var waitedFor: String?
  /// Whether a drain came to its end.
  var isDrained = false

  /// - Throws: `StoreError`.
  init(_ store: EventStore, since before: Health, end: Drain.End?) async throws {
    let now = try await store.health(now: .now)
    handedOver = now.accepted - before.accepted
    uncertain = now.uncertain
    dead = try await store.deadLetterTotals()
    paused = try await store.pausedCampaigns()
    let campaigns = try await store.campaigns()
    missed = campaigns.filter { $0.isMissed(at: .now) }
    outOfHours = campaigns.filter { $0.isOutOfHours && [.launching, .sending].contains($0.state) && $0.toBeSent > 0 }
    switch end {
    case .drained(let foreign): (self.foreign, isDrained) = (foreign, true)
    case .stuck(let what): waitedFor = what
    case nil: break
    }
  }

  /// Whether somebody has to do something: an operator who paused a campaign knows of it.
  var leavesWork: Bool {
    uncertain > 0 || dead.open > 0 || foreign > 0 || waitedFor != nil || !missed.isEmpty || !outOfHours.isEmpty
      || paused.contains { $0.note != nil }
  }

  func words(_ global: GlobalOptions) -> String {
    var parts = ["\(counted(handedOver, "message")) handed over"]
    if let waitedFor {
      parts.append(
        "ended, for nothing moved any more while it waited for \(waitedFor): see \(global.command("sendboard campaigns"))"
      )
    }
    if uncertain > 0 {
      parts.append("\(uncertain) uncertain: see \(global.command("sendboard messages --status uncertain"))")
    }
    if dead.open > 0 {
      parts.append(
        "\(counted(dead.open, "dead letter")) with \(counted(dead.recipients, "recipient")) to send to: see "
          + global.command("sendboard deadletters"))
    }
    if foreign > 0 {
      parts.append("\(counted(foreign, "batch", "batches")) on the queue that no worker of this store may send")
    }
    for campaign in missed.prefix(3) {
      parts.append(
        "campaign \(campaign.id) “\(campaign.name)” was due at \(campaign.dueAt?.description ?? "") while nothing ran, and "
          + "waits for somebody's word: see \(global.command("sendboard schedule"))")
    }
    if missed.count > 3 { parts.append("\(counted(missed.count - 3, "more campaign")) missed") }
    for campaign in outOfHours.prefix(3) {
      parts.append("campaign \(campaign.id) “\(campaign.name)” waits until \(campaign.window?.opening ?? "")")
    }
    if outOfHours.count > 3 { parts.append("\(counted(outOfHours.count - 3, "more campaign")) out of their hours") }
    for campaign in paused.prefix(3) {
      parts.append("campaign \(campaign.id) “\(campaign.name)” is paused" + (campaign.note.map { " (\($0))" } ?? ""))
    }
    if paused.count > 3 { parts.append("\(counted(paused.count - 3, "more campaign")) paused") }
    return parts.joined(separator: "; ")
  }

  var line: JSONLine {
    var line = JSONLine()
    line.add("drained", .bool(isDrained))
    line.add("handedOver", .int(handedOver))
    line.add("uncertain", .int(uncertain))
    line.add("deadLetters", .int(dead.open))
    line.add("deadRecipients", .int(dead.recipients))
    line.add("foreign", .int(foreign))
    line.add("paused", .list(paused.map { .string($0.id.description) }))
    line.add("missed", .list(missed.map { .string($0.id.description) }))
    line.add("waitedFor", .string(waitedFor))
    return line
  }
}
