import EventStore
import ArgumentParser
import Model
import Words

struct CampaignsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaigns", abstract: "List campaigns with their counters, newest first.",
    discussion: "Example:\n  sendboard campaigns --json")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let store = try await CompositionRoot.existingStore(try await global.settings())
    CampaignListing.print(try await store.campaigns(), json: output.json)
  }
}

/// Prints campaigns, as `campaigns` and `demo --headless` do.
enum CampaignListing {
  static func print(_ campaigns: [CampaignSummary], json: Bool) {
    var listing = Listing(
      json: json,
      [
        "ID", "NAME", "STATE", "RECIPIENTS", "HANDED OVER", "FAILED", "UNCERTAIN", "DEAD BATCHES", "OPERATOR",
        "CREATED",
      ])
    for campaign in campaigns {
      listing.add(
        line(campaign),
        [
          campaign.id.description, campaign.name, Language.standard.words.state(campaign.state),
          String(campaign.recipients),
          String(campaign.handedOver), String(campaign.failed), String(campaign.count(.uncertain)),
          String(campaign.batches.dead), campaign.operator,
          campaign.createdAt.description,
        ])
    }
    listing.end(empty: "no campaigns yet")
  }

  private static func line(_ campaign: CampaignSummary) -> JSONLine {
    var counts = JSONLine()
    for status in MessageStatus.allCases {
      if let n = campaign.counts[status] { counts.add(status.name, .int(n)) }
    }
    var batches = JSONLine()
    batches.add("pending", .int(campaign.batches.pending))
    batches.add("queued", .int(campaign.batches.queued))
    batches.add("done", .int(campaign.batches.done))
    batches.add("dead", .int(campaign.batches.dead))
    var line = JSONLine()
    line.add("id", .string(campaign.id.description))
    line.add("name", .string(campaign.name))
    line.add("channel", .string(campaign.channel.rawValue))
    line.add("state", .string(campaign.state.rawValue))
    line.add("operator", .string(campaign.operator))
    line.add("createdAt", campaign.createdAt)
    line.add("audience", .string(campaign.audience))
    line.add("recipients", .int(campaign.recipients))
    line.add("counts", .object(counts))
    line.add("batches", .object(batches))
    line.add("failed", .int(campaign.failed))
    line.add("retrying", .int(campaign.retrying))
    line.add("assumed", .int(campaign.assumed))
    var soFar = JSONLine()
    soFar.add("delivered", .int(campaign.everDelivered))
    soFar.add("opened", .int(campaign.everOpened))
    soFar.add("clicked", .int(campaign.count(.clicked)))
    line.add("soFar", .object(soFar))
    var reputation = JSONLine()
    reputation.add("sent", .int(campaign.reputation.sent))
    reputation.add("bounced", .int(campaign.reputation.bounced))
    reputation.add("complained", .int(campaign.reputation.complained))
    line.add("reputation", .object(reputation))
    line.add("simulated", .int(campaign.simulated))
    line.add("subject", .string(campaign.subject))
    line.add("note", .string(campaign.note))
    line.add("dueAt", .string(campaign.dueAt?.description))
    line.add("rate", campaign.rate.map { .number($0.perSecond) } ?? .null)
    line.add("advertising", .bool(campaign.isAdvertising))
    line.add("hours", .string(campaign.window?.description))
    line.add("outOfHours", .bool(campaign.isOutOfHours))
    return line
  }
}
