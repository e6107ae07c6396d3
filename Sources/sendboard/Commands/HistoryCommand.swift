import EventStore
import ArgumentParser
import Model

struct HistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Tell who did what, when, to which condition, to how many.",
    discussion: .help(
      """
      Examples:
        sendboard history --campaign May
        sendboard history --filter resend --csv > resends.csv
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "Only what was done to this campaign: its id, or its name; may be given several times.")
  var campaign: [String] = []
  @Option(help: ArgumentHelp("Only what has this text in it, as '/' in the dashboard.", valueName: "text"))
  var filter: String?
  @Flag(help: "Print it as CSV.") var csv = false

  func validate() throws {
    if csv, output.json { throw ValidationError("--csv and --json do not go together") }
  }

  private static let pageSize = 1000

  func run() async throws {
    let store = try await CompositionRoot.existingStore(try await global.settings())
    let campaigns = Set(try await store.find(campaign))
    if csv {
      _ = try await HistorySheet(store: store).write(
        containing: filter ?? "", where: { isWanted($0, campaigns) }, line: { StandardOutput.csv($0) },
        progress: { _ in })
      return
    }
    let text = filter ?? ""
    var listing = Listing(json: output.json, ["AT", "OPERATOR", "ACTION", "CAMPAIGN", "CONDITION", "COUNT", "RESULT"])
    var page = try await store.history(containing: text, limit: Self.pageSize)
    while let last = page.last {
      for entry in page where isWanted(entry, campaigns) {
        listing.add(
          line(entry),
          [
            entry.at.description, entry.operator, entry.action, entry.campaign?.description ?? "-", entry.condition,
            String(entry.count), entry.result,
          ])
      }
      page = try await store.history(after: last.id, containing: text, limit: Self.pageSize)
    }
    listing.end(empty: text.isEmpty ? "nothing was done yet" : "nothing that was done has '\(text)' in it")
  }

  private func isWanted(_ entry: HistoryEntry, _ campaigns: Set<CampaignID>) -> Bool {
    campaigns.isEmpty || entry.campaign.map(campaigns.contains) == true
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
