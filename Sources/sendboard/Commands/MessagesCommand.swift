import ArgumentParser
import EventStore
import Model
import Words

struct MessagesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "messages", abstract: "List messages, oldest first.",
    discussion: .help(
      """
      Examples:
        sendboard messages --campaign May --status hardBounced --status softBounced
        sendboard messages --campaign May --campaign June --address kim@
        sendboard messages --kind soft --json | jq .address
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var filter: MessageFilter
  @Option(parsing: .unconditional, help: "At most so many. Default: all.") var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func run() async throws {
    let store = try await CompositionRoot.existingStore(try await global.settings())
    var walk = try await filter.walk(store, page: min(limit ?? 1000, 1000), rendersSubjects: output.json)
    var listing = Listing(json: output.json, ["ID", "CAMPAIGN", "ADDRESS", "STATUS", "TRIES", "UPDATED", "REASON"])
    var left = limit ?? Int.max
    while left > 0, let message = try await walk.next() {
      left -= 1
      listing.add(
        MessageLine.line(message),
        [
          message.id.description, message.campaign?.description ?? "-", message.address,
          Language.standard.words.standing(message),
          String(message.attempts), message.updatedAt.description,
          message.reason.map { Language.standard.words.reason($0) } ?? "",
        ])
    }
    listing.end(empty: "no messages match")
  }
}

/// A message as JSON.
enum MessageLine {
  static func line(_ message: MessageSummary) -> JSONLine {
    var line = JSONLine()
    line.add("id", .string(message.id.description))
    line.add("campaign", .string(message.campaign?.description))
    line.add("address", .string(message.address))
    line.add("subject", .string(message.subject.isEmpty ? nil : message.subject))
    line.add("status", .string(message.status.name))
    line.add("assumed", .bool(message.isAssumed))
    line.add("providerID", .string(message.providerID))
    line.add("attempts", .int(message.attempts))
    line.add("updatedAt", message.updatedAt)
    guard let classification = message.classification else {
      line.add("classification", .null)
      return line
    }
    var inner = JSONLine()
    inner.add("kind", .string(classification.kind.rawValue))
    inner.add("cause", .string(classification.cause))
    inner.add("subtype", .string(classification.subtype))
    inner.add("smtpStatus", .string(classification.smtpStatus))
    inner.add("reason", .string(message.reason))
    inner.add("advice", .string(Language.standard.words.advice(classification.advice(on: message.reason))))
    inner.add("resendable", .bool(classification.isResendable))
    line.add("classification", .object(inner))
    return line
  }
}

extension MessageStatus: ExpressibleByArgument {
  /// Reads the option's value.
  package init?(argument: String) { self.init(name: argument) }
  /// Lists the names the option takes.
  package static var allValueStrings: [String] { allCases.map(\.name) }
}

extension FailureKind: ExpressibleByArgument {}
