import ArgumentParser
import EventStore
import Model

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write messages as CSV, with their audience's own columns and what became of them.",
    discussion: """
      The address comes first, then the columns of the audience's file, then status, kind and reason: correct what is
      wrong in it, and send it again. With several campaigns it has the columns of all of them. With --json it is a line
      for each message, as 'messages --json' has it, with the recipient's values under 'data'.

      Examples:
        sendboard export --campaign May --kind hard > gone.csv
        sendboard export --campaign May --status softBounced --status refused --bom > for-excel.csv
        sendboard export --message 12 --message 13
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var filter: MessageFilter
  @Option(help: "This message, by its id, and no others; may be given several times.") var message: [Int64] = []
  @Flag(help: "Begin with a byte order mark, without which Excel takes Korean for something else.") var bom = false

  private static let pageSize = 1000

  func validate() throws {
    if !message.isEmpty, !filter.isEmpty { throw ValidationError("--message goes without other conditions") }
    if bom, output.json { throw ValidationError("--bom is for CSV") }
  }

  func run() async throws {
    let store = try await CompositionRoot.existingStore(try await global.settings())
    var shapes = try await store.audienceShapes(of: try await store.find(filter.campaign))
    var named = try await named(store)[...]
    if !message.isEmpty {
      let campaigns = Set(named.compactMap(\.campaign))
      shapes.removeAll { !campaigns.contains($0.campaign) }
    }
    let sheet = ExportSheet(shapes)
    let columns = Dictionary(uniqueKeysWithValues: shapes.map { ($0.campaign, $0.columns) })
    if !output.json {
      if bom, !StandardOutput.isTerminal { StandardOutput.write([0xEF, 0xBB, 0xBF]) }
      StandardOutput.csv(ExportSheet.line(sheet.header))
    }
    var walk = try await filter.walk(store, page: Self.pageSize)
    var count = 0
    while true {
      var page: [MessageSummary] = []
      if message.isEmpty {
        while page.count < Self.pageSize, let next = try await walk.next() { page.append(next) }
      } else {
        page = Array(named.prefix(Self.pageSize))
        named = named.dropFirst(page.count)
      }
      if page.isEmpty { break }
      let values = try await store.values(of: page.map(\.id))
      for message in page {
        if output.json {
          let names = message.campaign.flatMap { columns[$0] } ?? []
          StandardOutput.print(Self.line(message, names, values[message.id] ?? []).finished)
        } else {
          StandardOutput.csv(ExportSheet.line(sheet.row(message, values[message.id] ?? [])))
        }
      }
      count += page.count
      if !StandardOutput.isTerminal { StandardError.progress("exporting: \(count) messages") }
    }
    StandardError.endProgress()
    if count == 0 { StandardError.print("no messages match") }
    if let name = sheet.unusualAddress, !output.json, count > 0 {
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

  private static func line(_ message: MessageSummary, _ names: [String], _ values: [String]) -> JSONLine {
    var line = MessageLine.line(message)
    var data = JSONLine()
    for (name, value) in zip(names, values) { data.add(name, .string(value)) }
    line.add("data", .object(data))
    return line
  }
}

extension StandardOutput {
  /// Prints a line of a file; on a terminal, without what could steer it.
  fileprivate static func csv(_ line: String) {
    print(isTerminal ? line.withoutControls(keepingBreaks: true) : line)
  }
}
