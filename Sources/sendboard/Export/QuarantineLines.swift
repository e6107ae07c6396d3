import EventStore
import Foundation
import Model

/// Quarantined documents as lines of JSON: what `sendboard quarantine` and the dashboard write alike.
struct QuarantineLines {
  let store: EventStore

  /// Writes documents, oldest first.
  ///
  /// - Parameters:
  ///   - line: is given each line, without its end.
  ///   - progress: told how many were written; what it throws ends it.
  /// - Returns: how many there were.
  func write(
    _ choice: QuarantineChoice, line: (String) throws -> Void, progress: (Int) async throws -> Void
  ) async throws -> Int {
    var count = 0
    switch choice {
    case .these(let ids):
      for id in ids.sorted() {
        guard let entry = try await store.quarantined(id) else { continue }
        try line(Self.line(entry).finished)
        count += 1
        try await progress(count)
      }
    case .all(let newest):
      var last: Int64 = 0
      while last < newest, case let page = try await store.quarantine(after: last, limit: 100), let end = page.last {
        for entry in page where entry.id <= newest {
          try line(Self.line(entry).finished)
          count += 1
        }
        last = end.id
        try await progress(count)
      }
    }
    return count
  }

  /// A document as a line.
  static func line(_ entry: QuarantineEntry) -> JSONLine {
    var line = JSONLine()
    line.add("id", .string(String(entry.id)))
    line.add("at", entry.at)
    line.add("error", .string(entry.error))
    line.add("body", .string(entry.body))
    line.add("bytes", .string(entry.isText ? nil : Data(entry.bytes).base64EncodedString()))
    return line
  }
}
