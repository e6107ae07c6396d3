import ArgumentParser
import EventStore
import Model

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write messages as CSV, with their audience's own columns and what became of them.",
    discussion: .help(
      """
      The address comes first, then the columns of the audience's file, then status, kind and reason: correct what is
      wrong in it, and send it again. With several campaigns it has the columns of all of them. With --json it is a line
      for each message, as 'messages --json' has it, with the recipient's values under 'data'.

      Examples:
        sendboard export --campaign May --kind hard > gone.csv
        sendboard export --campaign May --status softBounced --status refused \\
          --bom > for-excel.csv
        sendboard export --message 12 --message 13
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var filter: MessageFilter
  @Option(help: "This message, by its id, and no others; may be given several times.") var message: [Int64] = []
  @Flag(help: "Begin with a byte order mark, without which Excel takes Korean for something else.") var bom = false

  func validate() throws {
    if !message.isEmpty, !filter.isEmpty { throw ValidationError("--message goes without other conditions") }
    if bom, output.json { throw ValidationError("--bom is for CSV") }
  }

  func run() async throws {
    let store = try await CompositionRoot.existingStore(try await global.settings())
    var campaigns = try await store.find(filter.campaign)
    let source: MessageExport.Source
    if message.isEmpty {
      source = .walk(try await filter.walk(store, page: MessageExport.pageSize, rendersSubjects: output.json))
    } else {
      let named = try await named(store)
      campaigns = Array(Set(named.compactMap(\.campaign))).sorted()
      source = .named(named.map(\.id))
    }
    let form = output.json ? MessageExport.Form.json : .csv(mark: bom && !StandardOutput.isTerminal)
    let result = try await MessageExport(store: store, campaigns: campaigns, form: form).write(source) { line in
      if output.json { StandardOutput.print(line) } else { StandardOutput.csv(line) }
    } progress: { count in
      if !StandardOutput.isTerminal { StandardError.progress("exporting: \(count) messages") }
    }
    StandardError.endProgress()
    if result.count == 0 { StandardError.print("no messages match") }
    if let name = result.unusualAddress {
      StandardError.print(
        "the addresses are in the column '\(name)', since the audience has one of the usual name: send it with "
          + "--address-column '\(name)'")
    }
  }

  private func named(_ store: EventStore) async throws -> [MessageSummary] {
    var messages: [MessageSummary] = []
    for id in Set(message).sorted() {
      guard let found = try await store.message(MessageID(rawValue: id)) else {
        throw CommandError("there is no message \(id): list them with 'sendboard messages'")
      }
      messages.append(found)
    }
    return messages
  }
}

extension StandardOutput {
  /// Prints a line of a file; on a terminal, without what could steer it.
  static func csv(_ line: String) {
    print(isTerminal ? line.withoutControls(keepingBreaks: true) : line)
  }
}
