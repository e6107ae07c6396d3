import EventStore
import Model

/// Writes messages as CSV with their audience's own columns, or as lines of JSON: what `sendboard export` and the dashboard do
/// alike. A page at a time, however many there are.
struct MessageExport {
  /// Which messages.
  enum Source {
    /// Those that pass conditions.
    case walk(MessageWalk)
    /// These, in this order.
    case named([MessageID])
  }

  /// What it is written as.
  enum Form {
    case csv(mark: Bool)
    case json
  }

  /// What came of it.
  struct Result {
    var count = 0
    /// The name of the column with the addresses, where `send` has to be told.
    var unusualAddress: String?
  }

  let store: EventStore
  /// The campaigns whose columns a file has; all when there are none.
  var campaigns: [CampaignID] = []
  var form = Form.csv(mark: false)

  /// Messages that are read at once.
  static let pageSize = 1000

  /// Writes them.
  ///
  /// - Parameters:
  ///   - line: is given each line, without its end.
  ///   - progress: told after each page how many were written; what it throws ends the export.
  /// - Throws: `StoreError`, and whatever the two throw.
  func write(
    _ source: Source, line: (String) throws -> Void, progress: (Int) async throws -> Void
  ) async throws -> Result {
    let shapes = try await store.audienceShapes(of: campaigns)
    let sheet = ExportSheet(shapes)
    let columns = Dictionary(uniqueKeysWithValues: shapes.map { ($0.campaign, $0.columns) })
    if case .csv(let mark) = form { try line((mark ? "\u{FEFF}" : "") + ExportSheet.line(sheet.header)) }
    var pages = Pages(store: store, source: source)
    var result = Result()
    while case let page = try await pages.next(), !page.isEmpty {
      let values = try await store.values(of: page.map(\.id))
      for message in page {
        let values = values[message.id] ?? []
        switch form {
        case .csv: try line(ExportSheet.line(sheet.row(message, values)))
        case .json: try line(Self.json(message, message.campaign.flatMap { columns[$0] } ?? [], values))
        }
      }
      result.count += page.count
      try await progress(result.count)
    }
    if case .csv = form, result.count > 0 { result.unusualAddress = sheet.unusualAddress }
    return result
  }

  private static func json(_ message: MessageSummary, _ names: [String], _ values: [String]) -> String {
    var line = MessageLine.line(message)
    var data = JSONLine()
    for (name, value) in zip(names, values) { data.add(name, .string(value)) }
    line.add("data", .object(data))
    return line.finished
  }

  /// Reads the messages, a page after another.
  private struct Pages {
    let store: EventStore
    var source: Source

    mutating func next() async throws -> [MessageSummary] {
      switch source {
      case .walk(var walk):
        var page: [MessageSummary] = []
        while page.count < MessageExport.pageSize, let next = try await walk.next() { page.append(next) }
        source = .walk(walk)
        return page
      case .named(let ids):
        source = .named(Array(ids.dropFirst(MessageExport.pageSize)))
        return try await store.messages(Array(ids.prefix(MessageExport.pageSize)))
      }
    }
  }
}

extension MessageExport.Source {
  /// The messages an action is about.
  init(_ scope: Scope, _ store: EventStore) {
    if scope.messages.isEmpty {
      self = .walk(
        MessageWalk(
          store: store,
          query: MessageQuery(
            batch: scope.batch, classification: scope.classification, slice: scope.slice, isAssumed: scope.isAssumed,
            rendersSubjects: false, limit: MessageExport.pageSize),
          campaigns: scope.campaign.map { [$0] } ?? [], statuses: scope.statuses, kinds: scope.kinds,
          prefixes: scope.addressPrefix.map { [$0] } ?? []))
    } else {
      self = .named(scope.messages)
    }
  }
}
