import ArgumentParser
import Audience
import EventStore
import Foundation
import Model
import Ports
import Services
import Words

struct SuppressCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suppress", abstract: "List, add, take off or import addresses that nothing is sent to.",
    discussion: .help(
      """
      Looked at whenever messages are claimed: whoever is put on the list after a launch gets nothing either. Hard bounces and
      complaints come on it by themselves, unless the configuration says otherwise (suppression: hardBounces, complaints).

      Examples:
        sendboard suppress
        sendboard suppress add kim@example.com --note 'asked by phone'
        sendboard suppress import unsubscribed.csv --cause unsubscribed --yes 500
        sendboard suppress remove kim@example.com
        sendboard suppress account kim@example.com
      """),
    subcommands: [List.self, Add.self, Remove.self, Import.self, SuppressAccountCommand.self],
    defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List who is on it, the latest first.",
      discussion: "Example:\n  sendboard suppress --filter @example.com")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Only addresses that have this in them.") var filter = ""

    func run() async throws {
      let store = try await CompositionRoot.existingStore(try await global.settings())
      var listing = Listing(json: output.json, ["ADDRESS", "CAUSE", "SINCE", "UNTIL", "BY", "NOTE"])
      let words = Language.standard.words
      var offset = 0
      while true {
        let page = try await store.suppressions(containing: filter, limit: 500, offset: offset, now: .now)
        for entry in page.entries {
          var line = JSONLine()
          line.add("address", .string(entry.address))
          line.add("cause", .string(entry.cause.rawValue))
          line.add("since", .string(entry.since.description))
          line.add("until", .string(entry.until?.description))
          line.add("by", .string(entry.by.isEmpty ? nil : entry.by))
          line.add("note", .string(entry.note.isEmpty ? nil : entry.note))
          listing.add(
            line,
            [
              entry.address, words.suppression(entry.cause), entry.since.description, entry.until?.description ?? "",
              entry.by, entry.note,
            ])
        }
        offset += page.entries.count
        if page.entries.isEmpty { break }
      }
      listing.end(empty: filter.isEmpty ? "nobody is on the list" : "nobody with '\(filter)' is on the list")
    }
  }

  /// What is said of those who are put on the list.
  struct EntryOptions: ParsableArguments {
    @Option(help: "Why: \(Suppression.Cause.allCases.map(\.rawValue).joined(separator: ", ")).") var cause = "manual"
    @Option(help: "Until when: 2026-12-31, or 2026-12-31T09:00:00Z.") var until: String?
    @Option(help: "What others should know of it.") var note = ""

    func validate() throws {
      _ = try knownCause()
      _ = try end()
    }

    func knownCause() throws -> Suppression.Cause {
      guard let cause = Suppression.Cause(rawValue: cause) else {
        throw ValidationError(
          "--cause '\(cause)' is none of \(Suppression.Cause.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return cause
    }

    func end() throws -> Timestamp? {
      guard let until else { return nil }
      let whole = until.count == 10 ? until + "T00:00:00Z" : until
      guard let time = Timestamp(iso8601: whole) else {
        throw ValidationError("--until '\(until)' is no time: give 2026-12-31, or 2026-12-31T09:00:00Z")
      }
      if time <= .now { throw ValidationError("--until '\(until)' is over") }
      return time
    }

    /// Puts addresses on the list.
    ///
    /// - Returns: how many were not on it.
    func put(
      _ addresses: [String], from file: String? = nil, on root: CompositionRoot, by operator: String
    ) async throws -> Int {
      let (cause, until, now) = (try knownCause(), try end(), root.clock.now())
      let entries = addresses.map {
        Suppression(address: $0, cause: cause, since: now, until: until, by: `operator`, note: note)
      }
      return try await root.store.suppress(entries, condition: file, operator: `operator`, now: now)
    }
  }

  /// Addresses and numbers as they are typed.
  ///
  /// - Parameter read: checks one.
  static func checked(
    _ addresses: [String], _ read: (String) throws(AddressProblem) -> String
  ) throws -> [String] {
    try addresses.map { text in
      do throws(AddressProblem) { return try read(text) } catch {
        let words = Language.english.words.address(error.code)
        throw CommandError("'\(text)': \(words); nothing was changed", underlying: error)
      }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put addresses on it.",
      discussion:
        "Example:\n  sendboard suppress add kim@example.com --until 2026-12-31 \\\n    --note 'asked by phone'")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "The addresses, or numbers such as +821012345678.") var addresses: [String]

    func run() async throws {
      let settings = try await global.settings(for: "sendboard suppress add")
      let addresses = try SuppressCommand.checked(addresses) { text throws(AddressProblem) in
        try Channel.address(ofEither: text, in: settings.numbering)
      }
      let root = try await CompositionRoot.existing(settings)
      let new = try await entry.put(addresses, on: root, by: settings.operator)
      SuppressCommand.report("added", addresses.count, new, output)
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take addresses off it: mail goes to them again.",
      discussion: "Example:\n  sendboard suppress remove kim@example.com")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var approval: ApprovalOptions
    @Argument(help: "The addresses, or numbers such as +821012345678.") var addresses: [String]

    func run() async throws {
      let settings = try await global.settings(for: "sendboard suppress remove")
      let addresses = try SuppressCommand.checked(addresses) { text throws(AddressProblem) in
        try Channel.address(ofEither: text, in: settings.numbering)
      }
      let root = try await CompositionRoot.existing(settings)
      let now = root.clock.now()
      for address in addresses where try await root.store.suppression(of: address, now: now) == nil {
        throw CommandError("\(address) is not on the list: nothing was changed")
      }
      try approval.require(
        addresses.count, "\(counted(addresses.count, "address", "addresses")) would be sent to again")
      let count = try await root.store.unsuppress(addresses, operator: settings.operator, now: now)
      SuppressCommand.report("removed", count, 0, output)
    }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put the addresses of a CSV file on it.",
      discussion: .help(
        """
        The file is read as an audience is: the address column has a usual name, or --address-column gives it.

        Example:
          sendboard suppress import unsubscribed.csv --cause unsubscribed --yes 500
        """))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var entry: EntryOptions
    @OptionGroup var approval: ApprovalOptions
    @Option(help: "The column that holds the address.") var addressColumn: String?
    @Option(help: "What the addresses are: email, or sms for numbers.") var channel: Channel = .email
    @Argument(help: "The CSV file, or - for standard input.") var file: String

    func run() async throws {
      let settings = try await global.settings(for: "sendboard suppress import")
      let root = try await CompositionRoot.existing(settings)
      let isPiped = file == "-"
      let name = isPiped ? "standard input" : URL(fileURLWithPath: file).lastPathComponent
      var addresses: [String] = []
      var invalid: [InvalidRecipient] = []
      do throws(CSVError) {
        var rows = try CSVAudience(
          path: isPiped ? "/dev/stdin" : file, channel: channel, plan: settings.numbering, addressColumn: addressColumn,
          variables: [])
        while let row = try rows.next() {
          switch row {
          case .recipient(let recipient): addresses.append(recipient.address)
          case .invalid(let problem): invalid.append(problem)
          }
        }
      } catch {
        throw CommandError(
          .composing(.recipients(file: file, line: error.line, error.problem)), ending: "; nothing was changed",
          underlying: error)
      }
      for problem in invalid.prefix(10) {
        StandardError.print("line \(problem.line): \(Language.standard.words.row(problem.problem))")
      }
      guard !addresses.isEmpty else { throw CommandError("there is no address in \(file): nothing was changed") }
      try approval.require(
        addresses.count, "\(counted(addresses.count, "address", "addresses")) would be put on the suppression list",
        detail: invalid.isEmpty ? [] : ["\(counted(invalid.count, "row")) left out: no address"])
      let new = try await entry.put(addresses, from: name, on: root, by: settings.operator)
      SuppressCommand.report("added", addresses.count, new, output, invalid: invalid.count)
    }
  }

  private static func report(_ deed: String, _ count: Int, _ new: Int, _ output: OutputOptions, invalid: Int = 0) {
    if output.json {
      var line = JSONLine()
      line.add(deed, .int(count))
      if deed == "added" { line.add("new", .int(new)) }
      if invalid > 0 { line.add("invalid", .int(invalid)) }
      return StandardOutput.print(line.finished)
    }
    print(
      deed == "added"
        ? "\(counted(count, "address", "addresses")) on the list, \(new) of them new."
        : "\(counted(count, "address", "addresses")) off the list: mail goes there again.")
  }
}
