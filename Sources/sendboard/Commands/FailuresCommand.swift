import EventStore
import ArgumentParser
import Model
import Words

struct FailuresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "failures", abstract: "Count failures by classification, most frequent first.",
    discussion: .help(
      """
      With --by domain, hour or day (UTC) they are counted by that instead: the largest 500 domains, the latest 500 hours or days.

      Examples:
        sendboard failures --campaign May
        sendboard failures --campaign May --by domain
      """))

  /// What failures are put together by.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case domain, hour, day

    var grouping: FailureGrouping {
      switch self {
      case .domain: .domain
      case .hour: .hour(offset: .zero)
      case .day: .day(offset: .zero)
      }
    }
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "Only this campaign's: its id, or its name; may be given several times.") var campaign: [String] = []

  @Option(help: ArgumentHelp("Count them by this.", valueName: "domain|hour|day")) var by: Part?

  func run() async throws {
    let store = try await CompositionRoot.existingStore(try await global.settings())
    if let by { return try await list(store, by) }
    var listing = Listing(json: output.json, ["COUNT", "KIND", "CAUSE", "SUBTYPE", "SMTP", "RESEND", "ADVICE"])
    let words = Language.standard.words
    for failure in try await failures(store) {
      let classification = failure.classification
      listing.add(
        line(failure),
        [
          String(failure.count), words.kind(classification.kind), classification.cause, classification.subtype,
          classification.smtpStatus ?? "", words.term(classification.isResendable ? .yes : .no),
          words.advice(classification.advice),
        ])
    }
    listing.end(empty: "no failures")
  }

  private func list(_ store: EventStore, _ part: Part) async throws {
    guard campaign.count < 2 else { throw ValidationError("--by goes with one --campaign, or none") }
    let words = Language.standard.words
    var listing = Listing(json: output.json, ["COUNT", part.rawValue.uppercased(), "KINDS"])
    for group in try await store.failures(try await store.find(campaign).first, by: part.grouping, limit: 500) {
      let kinds = group.kinds.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      var line = JSONLine()
      if let domain = group.slice.domain { line.add("domain", .string(domain)) }
      if let span = group.slice.span {
        line.add("from", span.lowerBound)
        line.add("to", span.upperBound)
      }
      line.add("count", .int(group.count))
      var counts = JSONLine()
      for (kind, count) in kinds { counts.add(kind.rawValue, .int(count)) }
      line.add("kinds", .object(counts))
      listing.add(
        line,
        [
          String(group.count), group.slice.domain ?? group.slice.span?.lowerBound.description ?? "",
          kinds.map { "\(words.kind($0.key)) \($0.value)" }.joined(separator: ", "),
        ])
    }
    listing.end(empty: "no failures")
  }

  private func failures(_ store: EventStore) async throws -> [FailureCount] {
    guard !campaign.isEmpty else { return try await store.failures() }
    var sums: [Classification: Int] = [:]
    for id in Set(try await store.find(campaign)) {
      for failure in try await store.failures(id) { sums[failure.classification, default: 0] += failure.count }
    }
    return sums.sorted { ($1.value, $0.key.line) < ($0.value, $1.key.line) }.map {
      FailureCount(classification: $0.key, count: $0.value)
    }
  }

  private func line(_ failure: FailureCount) -> JSONLine {
    var line = JSONLine()
    line.add("kind", .string(failure.classification.kind.rawValue))
    line.add("cause", .string(failure.classification.cause))
    line.add("subtype", .string(failure.classification.subtype))
    line.add("smtpStatus", .string(failure.classification.smtpStatus))
    line.add("count", .int(failure.count))
    line.add("resendable", .bool(failure.classification.isResendable))
    line.add("advice", .string(Language.standard.words.advice(failure.classification.advice)))
    return line
  }
}
