import ArgumentParser
import EventStore
import Model

struct DraftsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drafts", abstract: "List or drop campaigns that are being composed in a dashboard.",
    discussion: .help(
      """
      Examples:
        sendboard drafts
        sendboard drafts --json | jq -r '.entries.name'
        sendboard drafts drop 1795000000000-0
      """),
    subcommands: [List.self, Drop.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List them, the one that was changed last first.",
      discussion: .help(
        """
        With --json, 'entries' is what was typed in each field.

        Example:
          sendboard drafts list
        """))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let store = try await CompositionRoot.existingStore(try await global.settings())
      var listing = Listing(json: output.json, ["ID", "CHANGED", "OPERATOR", "NAME"])
      for draft in try await store.drafts() {
        listing.add(
          line(draft), [draft.id.description, draft.changedAt.description, draft.operator, draft.name])
      }
      listing.end(empty: "there are no drafts: 'n' in the dashboard begins one")
    }

    private func line(_ draft: Draft) -> JSONLine {
      var entries = JSONLine()
      for (entry, text) in draft.entries.sorted(by: { $0.key < $1.key }) { entries.add(entry, .string(text)) }
      var line = JSONLine()
      line.add("id", .string(draft.id.description))
      line.add("changedAt", .string(draft.changedAt.description))
      line.add("operator", .string(draft.operator))
      line.add("entries", .object(entries))
      return line
    }
  }

  struct Drop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give drafts up for good; files that they name stay as they are.",
      discussion: .help(
        """
        Example:
          sendboard drafts drop 1795000000000-0
        """))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "Their ids, as 'sendboard drafts' lists them.") var ids: [String]

    func run() async throws {
      let settings = try await global.settings(for: "sendboard drafts drop")
      let store = try await CompositionRoot.existingStore(settings)
      let known = Set(try await store.drafts().map(\.id.rawValue))
      if let unknown = ids.first(where: { !known.contains($0) }) {
        throw CommandError("there is no draft '\(unknown)': 'sendboard drafts' lists them; nothing was dropped")
      }
      let count = try await store.drop(ids.map { Draft.ID(rawValue: $0) })
      if output.json {
        var line = JSONLine()
        line.add("dropped", .int(count))
        return StandardOutput.print(line.finished)
      }
      print("\(counted(count, "draft")) dropped.")
    }
  }
}
