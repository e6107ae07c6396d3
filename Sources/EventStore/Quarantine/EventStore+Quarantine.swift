import Foundation
import GRDB
package import Model
import Ports

/// Input that could not be understood: kept whole, looked at, tried again after an update, given up.
extension EventStore {
  /// Lists quarantined input, oldest first; fewer than asked for, but at least one, where it is large.
  ///
  /// - Throws: ``StoreError``.
  package func quarantine(after id: Int64 = 0, limit: Int) async throws -> [QuarantineEntry] {
    try await read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT id, at, error, body FROM quarantine WHERE id > ? ORDER BY id LIMIT ?", arguments: [id, limit])
      var entries: [QuarantineEntry] = []
      var size = 0
      while size < Self.quarantinePageSize, let row = try rows.next() {
        let entry = Self.quarantined(row)
        size += entry.bytes.count
        entries.append(entry)
      }
      return entries
    }
  }

  /// Bytes of input after which a page of the quarantine ends.
  private static let quarantinePageSize = 4 * 1024 * 1024

  /// Reads the newest of it for a list, each by its beginning, and how many there are in all.
  ///
  /// - Throws: ``StoreError``.
  package func quarantinePage(limit: Int) async throws -> QuarantinePage {
    try await read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, at, error, length(body) AS size, substr(body, 1, ?) AS head FROM quarantine ORDER BY id DESC LIMIT ?
          """, arguments: [QuarantineSummary.headLength, limit])
      return QuarantinePage(
        entries: rows.map {
          QuarantineSummary(
            id: $0["id"], at: Timestamp(milliseconds: $0["at"]), error: IntakeProblem.sentence(of: $0["error"]),
            size: $0["size"],
            head: Array($0["head"] as Data))
        }, total: try Int.fetchOne(db, sql: "SELECT count(*) FROM quarantine") ?? 0)
    }
  }

  /// Reads one, whole; `nil` when it is not there any more.
  ///
  /// - Throws: ``StoreError``.
  package func quarantined(_ id: Int64) async throws -> QuarantineEntry? {
    try await read { db in
      try Row.fetchOne(db, sql: "SELECT id, at, error, body FROM quarantine WHERE id = ?", arguments: [id])
        .map(Self.quarantined)
    }
  }

  private static func quarantined(_ row: Row) -> QuarantineEntry {
    QuarantineEntry(
      id: row["id"], at: Timestamp(milliseconds: row["at"]), error: IntakeProblem.sentence(of: row["error"]),
      bytes: Array(row["body"] as Data))
  }

  /// Stores what a quarantined document is found to say now, and takes it out of the quarantine, in one transaction: it is
  /// here or there, whenever the process ends. What still fits nobody stays, with the reason of today.
  ///
  /// - Parameters:
  ///   - events: what it says; empty for a document that is to be left alone now.
  ///   - error: why it still cannot be read; `nil` when it can.
  ///   - entry: what the record of who did what says of it, when it is taken out.
  /// - Returns: whether it was taken out.
  /// - Throws: ``StoreError``.
  package func release(
    _ id: Int64, events: [IncomingEvent], error: String?, now: Timestamp, noting entry: HistoryEntry? = nil
  ) async throws -> Bool {
    try await write { db in
      guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM quarantine WHERE id = ?)", arguments: [id]) == true
      else { return false }
      var error = error
      if error == nil {
        let writer = try EventWriter(db)
        var finder = try MessageFinder(writer)
        var details = SharedDetails(db)
        for event in events {
          if case .orphan(let words) = try Self.append(event, writer, &finder, &details, now: now) {
            error = error ?? words
          }
        }
        try writer.finish()
      }
      if let error {
        try db.execute(
          sql: "UPDATE quarantine SET error = ? WHERE id = ?", arguments: [IntakeProblem.stored(of: error), id])
        return false
      }
      try db.execute(sql: "DELETE FROM quarantine WHERE id = ?", arguments: [id])
      if let entry { try History.add(db, entry) }
      return true
    }
  }

  /// Gives quarantined input up for good; the operator's record says who did it.
  ///
  /// - Returns: how many there were.
  /// - Throws: ``StoreError``.
  package func dropQuarantined(_ choice: QuarantineChoice, operator: String, now: Timestamp) async throws -> Int {
    try await write { db in
      var dropped = 0
      switch choice {
      case .these(let ids):
        for id in ids {
          try db.execute(sql: "DELETE FROM quarantine WHERE id = ?", arguments: [id])
          dropped += db.changesCount
        }
      case .all(let newest):
        try db.execute(sql: "DELETE FROM quarantine WHERE id <= ?", arguments: [newest])
        dropped = db.changesCount
      }
      if dropped > 0 {
        try History.add(
          db,
          HistoryEntry(
            at: now, operator: `operator`, action: .drop, campaign: nil, condition: choice.record.sentence,
            count: dropped, result: "dropped"))
      }
      return dropped
    }
  }
}

extension QuarantineChoice {
  fileprivate var record: OwnRecord {
    switch self {
    case .these(let ids): .documents(ids.map(String.init).joined(separator: ", "))
    case .all(let newest): .documentsUpTo(String(newest))
    }
  }
}
