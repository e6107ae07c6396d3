import ArgumentParser
import EventStore
import Model
import Words

struct BatchesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batches", abstract: "List the single batches of a campaign in the order of their numbers.",
    discussion: .help(
      """
      Receives are known once a worker wrote them down: with a failure, and at a batch's end.

      Examples:
        sendboard batches May --state dead
        sendboard batches May --state queued --state sending --limit 20 --json
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The campaign: its id, or its name.") var campaign: String
  @Option(
    help: ArgumentHelp(
      "Only batches that stand so: pending, queued, sending, done, dead; may be given several times.",
      valueName: "state"))
  var state: [BatchStanding] = []
  @Option(parsing: .unconditional, help: "At most so many. Default: all.") var limit: Int?

  private static let pageSize = 1000

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func run() async throws {
    let store = try await CompositionRoot.existingStore(try await global.settings())
    let id = try await store.findCampaign(campaign).id
    var query = BatchQuery(campaign: id, standings: state)
    var left = limit ?? Int.max
    var listing = Listing(json: output.json, ["BATCH", "STATE", "RECIPIENTS", "RECEIVES", "SINCE", "LAST ERROR"])
    while left > 0 {
      query.limit = min(left, Self.pageSize)
      let page = try await store.batches(query)
      for batch in page.rows { listing.add(line(batch), cells(batch)) }
      left -= page.rows.count
      guard page.later > 0, let last = page.rows.last else { break }
      query.anchor = .from(BatchID(rawValue: last.id.rawValue + 1))
    }
    listing.end(empty: "no batches match")
  }

  private func cells(_ batch: BatchSummary) -> [String] {
    [
      batch.id.description, Language.standard.words.batch(batch.standing), String(batch.recipients),
      batch.receives.map { String($0) } ?? "-", batch.since.description,
      batch.error.map { Language.standard.words.reason($0) } ?? "",
    ]
  }

  private func line(_ batch: BatchSummary) -> JSONLine {
    var line = JSONLine()
    line.add("id", .string(batch.id.description))
    line.add("campaign", .string(batch.campaign.description))
    line.add("state", .string(batch.standing.rawValue))
    line.add("recipients", .int(batch.recipients))
    line.add("receives", batch.receives.map { .int($0) } ?? .null)
    line.add("since", batch.since)
    line.add("error", .string(batch.error.map { Language.standard.words.reason($0) }))
    return line
  }
}

extension BatchStanding: ExpressibleByArgument {}
