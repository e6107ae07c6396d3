import EventStore
import Model

/// The operators' record as CSV: what `sendboard history --csv` and the dashboard write alike.
struct HistorySheet {
  let store: EventStore

  private static let header = ["at", "operator", "action", "campaign", "condition", "count", "result"]
  private static let pageSize = 1000

  /// Writes the entries, oldest first.
  ///
  /// - Parameters:
  ///   - text: only what has this in it; empty for everything.
  ///   - isWanted: says whether an entry belongs to it.
  ///   - line: is given each line, without its end.
  ///   - progress: told after each page how many were written; what it throws ends it.
  /// - Returns: how many there were.
  func write(
    containing text: String = "", where isWanted: (HistoryEntry) -> Bool = { _ in true },
    line: (String) throws -> Void, progress: (Int) async throws -> Void
  ) async throws -> Int {
    try line(ExportSheet.line(Self.header))
    var count = 0
    var last: Int64 = 0
    while case let page = try await store.history(after: last, containing: text, limit: Self.pageSize),
      let end = page.last
    {
      for entry in page where isWanted(entry) {
        try line(
          ExportSheet.line([
            entry.at.description, entry.operator, entry.action, entry.campaign?.description ?? "", entry.condition,
            String(entry.count), entry.result,
          ]))
        count += 1
      }
      last = end.id
      try await progress(count)
    }
    return count
  }
}
