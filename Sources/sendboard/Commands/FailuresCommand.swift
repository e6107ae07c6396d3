import EventStore
import ArgumentParser
import Model
import Words

struct FailuresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "failures", abstract: "Count failures by classification, most frequent first.",
    discussion: "Example:\n  sendboard failures --campaign May")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "Only this campaign's: its id, or its name; may be given several times.") var campaign: [String] = []

  func run() async throws {
    let store = try await CompositionRoot.existingStore(try await global.settings())
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
