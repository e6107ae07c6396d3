import Ports
import EventStore
import ArgumentParser
import Foundation
import Model
import Services

struct QuarantineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantine", abstract: "List, export, try again or drop input that could not be understood.",
    discussion: .help(
      """
      Examples:
        sendboard quarantine
        sendboard quarantine export 17 > document.json
        sendboard quarantine retry --all
        sendboard quarantine correct 17 mended.json
        sendboard quarantine drop 17 18 --yes 2
      """),
    subcommands: [List.self, Export.self, Retry.self, Correct.self, Drop.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List what is there, whole.",
      discussion: .help(
        """
        With --json, 'bytes' is the input in Base64 where it is not UTF-8, and 'body' cannot say it all.

        Example:
          sendboard quarantine --json | jq -r .body
        """))

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let store = try await CompositionRoot.existingStore(try await global.settings())
      var listing = Listing(json: output.json, ["ID", "AT", "ERROR", "BODY"])
      var last: Int64 = 0
      while true {
        let entries = try await store.quarantine(after: last, limit: 100)
        guard let newest = entries.last else { break }
        last = newest.id
        for entry in entries {
          listing.add(
            QuarantineLines.line(entry),
            [String(entry.id), entry.at.description, entry.error, entry.listed(limit: 60)])
        }
      }
      listing.end(empty: "the quarantine is empty")
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write documents to standard output: one byte for byte, several as lines of JSON.",
      discussion: .help(
        """
        On a terminal, what could steer it stands there as a mark. With --json it is a line as 'quarantine --json' has it.

        Examples:
          sendboard quarantine export 17 > document.json
          sendboard quarantine export --all > documents.ndjson
        """))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: ChoiceOptions

    func run() async throws {
      let store = try await CompositionRoot.existingStore(try await global.settings())
      let (choice, count) = try await options.choice(store)
      guard count == 1, !output.json, let id = options.ids.first, let entry = try await store.quarantined(id) else {
        _ = try await QuarantineLines(store: store).write(choice) {
          StandardOutput.print($0)
        } progress: { written in
          if !StandardOutput.isTerminal { StandardError.progress("exporting: \(written) of \(count)") }
        }
        StandardError.endProgress()
        return
      }
      StandardOutput.isTerminal ? print(entry.body) : StandardOutput.write(entry.bytes)
    }
  }

  /// Ids, or all of them.
  struct ChoiceOptions: ParsableArguments {
    @Flag(help: "All of them.") var all = false
    @Argument(help: "Ids as 'quarantine' lists them.") var ids: [Int64] = []

    func validate() throws {
      if all == !ids.isEmpty { throw ValidationError("give ids, or --all") }
    }

    /// What is meant, and how many that are.
    func choice(_ store: EventStore) async throws -> (choice: QuarantineChoice, count: Int) {
      if all {
        let page = try await store.quarantinePage(limit: 1)
        return (.all(newest: page.entries.first?.id ?? 0), page.total)
      }
      let wanted = Array(Set(ids)).sorted()
      for id in wanted where try await store.quarantined(id) == nil {
        throw CommandError(
          "there is no quarantined document \(id): list them with 'sendboard quarantine'")
      }
      return (.these(wanted), wanted.count)
    }
  }

  struct Retry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read documents again, as after an update; what is understood is stored.",
      discussion:
        "Nobody is sent to by it. What still cannot be understood stays.\n\nExample:\n  sendboard quarantine retry --all"
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: ChoiceOptions

    func run() async throws {
      let root = try await CompositionRoot.existing(
        try await global.settings(for: "sendboard quarantine retry"))
      let (choice, count) = try await options.choice(root.store)
      let report = try await root.quarantineDesk.retry(choice) { tried in
        StandardError.progress("trying again: \(tried) of \(count)")
      }
      StandardError.endProgress()
      if output.json {
        var line = JSONLine()
        line.add("stored", .int(report.stored))
        line.add("kept", .int(report.kept))
        return StandardOutput.print(line.finished)
      }
      print("\(counted(report.stored, "document")) stored, \(report.kept) still not understood.")
    }
  }

  struct Correct: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Store what you made of a document in its place.",
      discussion: .help(
        """
        Nobody is sent to by it. What was changed is in the history. It is refused while it cannot be understood.

        Examples:
          sendboard quarantine export 17 > document.json
          sendboard quarantine correct 17 document.json --dry-run
          sendboard quarantine correct 17 document.json
        """))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @Flag(help: "Say what is found in it, and store nothing.") var dryRun = false
    @Argument(help: "Its id, as 'quarantine' lists it.") var id: Int64
    @Argument(help: "The file with the corrected document.") var file: String

    func run() async throws {
      let settings =
        dryRun ? try await global.settings() : try await global.settings(for: "sendboard quarantine correct")
      let store = dryRun ? try await CompositionRoot.existingStore(settings) : nil
      let root = dryRun ? nil : try await CompositionRoot.existing(settings)
      guard let store = store ?? root?.store, let entry = try await store.quarantined(id) else {
        throw CommandError("there is no quarantined document \(id): list them with 'sendboard quarantine'")
      }
      guard let data = FileManager.default.contents(atPath: file), let text = String(validating: data, as: UTF8.self)
      else { throw CommandError("\(file) cannot be read as UTF-8 text: nothing was changed") }
      let desk = QuarantineDesk(store: store, clock: .system, reports: GatewayHooks(settings))
      let found = desk.check(text)
      if let problem = found.problem {
        throw CommandError("\(file) is still not understood: \(problem); nothing was changed")
      }
      let change = LineChange(from: entry.body, to: text)
      if !dryRun {
        guard try await desk.correct(id, to: text, change: change.line(), by: settings.operator) else {
          throw CommandError("document \(id) is of nobody, or was taken out meanwhile: see 'sendboard quarantine'")
        }
      }
      if output.json {
        var line = JSONLine()
        line.add("stored", .int(dryRun ? 0 : found.events))
        line.add("events", .int(found.events))
        line.add("change", .string(change.line()))
        line.add("dryRun", .bool(dryRun))
        return StandardOutput.print(line.finished)
      }
      print(
        "\(counted(found.events, "event")) \(dryRun ? "would be" : found.events == 1 ? "was" : "were") stored: \(change.line())"
      )
    }
  }

  struct Drop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give documents up for good.",
      discussion:
        "Export what may be wanted before. More than one wants the number: typed on a terminal, as --yes N without one.\n\nExample:\n  sendboard quarantine drop 17 18 --yes 2"
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var approval: ApprovalOptions
    @OptionGroup var options: ChoiceOptions

    func run() async throws {
      let settings = try await global.settings(for: "sendboard quarantine drop")
      let root = try await CompositionRoot.existing(settings)
      let (choice, count) = try await options.choice(root.store)
      try approval.require(count, "\(counted(count, "document")) would be dropped for good")
      let dropped = try await root.store.dropQuarantined(choice, operator: settings.operator, now: root.clock.now())
      if output.json {
        var line = JSONLine()
        line.add("dropped", .int(dropped))
        return StandardOutput.print(line.finished)
      }
      print("\(counted(dropped, "document")) dropped.")
    }
  }
}
