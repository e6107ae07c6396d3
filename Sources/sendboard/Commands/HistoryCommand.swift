import EventStore
import ArgumentParser
import Model

struct HistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Tell who did what, when, to which condition, to how many.",
    discussion: "Example:\n  sendboard history --campaign May")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "Only what was done to this campaign: its id, or its name; may be given several times.")
  var campaign: [String] = []

  private static let pageSize = 1000

  func run() async throws {
    let store = try await CompositionRoot.existingStore(try await global.settings())
    let campaigns = Set(try await store.find(campaign))
    var listing = Listing(json: output.json, ["AT", "OPERATOR", "ACTION", "CAMPAIGN", "CONDITION", "COUNT", "RESULT"])
    var page = try await store.history(limit: Self.pageSize)
    while let last = page.last {
      for entry in page where campaigns.isEmpty || entry.campaign.map(campaigns.contains) == true {
        listing.add(
          line(entry),
          [
            entry.at.description, entry.operator, entry.action, entry.campaign?.description ?? "-", entry.condition,
            String(entry.count), entry.result,
          ])
      }
      page = try await store.history(after: last.id, limit: Self.pageSize)
    }
    listing.end(empty: "nothing was done yet")
  }

  private func line(_ entry: HistoryEntry) -> JSONLine {
    var line = JSONLine()
    line.add("at", entry.at)
    line.add("operator", .string(entry.operator))
    line.add("action", .string(entry.action))
    line.add("campaign", .string(entry.campaign?.description))
    line.add("condition", .string(entry.condition))
    line.add("count", .int(entry.count))
    line.add("result", .string(entry.result))
    return line
  }
}
