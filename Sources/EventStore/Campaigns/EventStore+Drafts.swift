import GRDB
package import Model

/// Campaigns that are being composed. A draft is one row, written whole at each change, so that a process that dies leaves what
/// was typed until then. What is launched is stored as a campaign of its own before its draft is dropped: a crash in between
/// leaves the draft, and launching it again is launching the same again, which asks.
extension EventStore {
  /// Lists the drafts, the one that was changed last first.
  ///
  /// - Throws: ``StoreError``.
  package func drafts() async throws -> [Draft] {
    try await read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM draft ORDER BY changedAt DESC, id").map { row in
        Draft(
          id: Draft.ID(rawValue: row["id"]), entries: Self.entries(ValueList.decode(row["entries"])),
          operator: row["operator"], changedAt: Timestamp(milliseconds: row["changedAt"]))
      }
    }
  }

  /// Keeps a draft as it is now, instead of what was kept of it.
  ///
  /// - Throws: ``StoreError``.
  package func keep(_ draft: Draft) async throws {
    let parts = draft.entries.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    try await write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO draft (id, entries, operator, changedAt) VALUES (?, ?, ?, ?)",
        arguments: [draft.id.rawValue, ValueList.encode(parts), draft.operator, draft.changedAt.milliseconds])
    }
  }

  /// Gives drafts up.
  ///
  /// - Returns: how many were there.
  /// - Throws: ``StoreError``.
  @discardableResult
  package func drop(_ drafts: [Draft.ID]) async throws -> Int {
    try await write { db in
      try drafts.reduce(0) { count, id in
        try db.execute(sql: "DELETE FROM draft WHERE id = ?", arguments: [id.rawValue])
        return count + db.changesCount
      }
    }
  }

  /// What was typed last where something is asked for again, by the names of the fields.
  ///
  /// - Throws: ``StoreError``.
  package func typedLast() async throws -> [String: String] {
    try await read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT entry, text FROM typedLast")
      return Dictionary(rows.map { ($0["entry"], $0["text"]) }) { first, _ in first }
    }
  }

  /// Remembers what was typed, for when it is asked for again.
  ///
  /// - Throws: ``StoreError``.
  package func remember(typed entries: [String: String]) async throws {
    try await write { db in
      for (entry, text) in entries {
        try db.execute(sql: "INSERT OR REPLACE INTO typedLast (entry, text) VALUES (?, ?)", arguments: [entry, text])
      }
    }
  }

  private static func entries(_ parts: [String]) -> [String: String] {
    let pairs = stride(from: 0, to: parts.count - 1, by: 2).map { (parts[$0], parts[$0 + 1]) }
    return Dictionary(pairs) { first, _ in first }
  }
}
