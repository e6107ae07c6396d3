import GRDB
package import Model

/// Pages of messages: every page costs about its rows, however many messages the store holds.
extension EventStore {
  /// Reads one page.
  ///
  /// - Throws: ``StoreError``.
  package func messages(_ query: MessageQuery) async throws -> MessagePage {
    try await read { db in try MessagePager(db, query).page() }
  }

  /// Reads one message.
  ///
  /// - Throws: ``StoreError``.
  package func message(_ id: MessageID) async throws -> MessageSummary? {
    try await read { db in try MessagePager.rows(db, ids: [id.rawValue]).first }
  }

  /// Finds messages by the whole address, letters compared without case, oldest first.
  ///
  /// - Throws: ``StoreError``.
  package func messages(to address: String, limit: Int) async throws -> [MessageSummary] {
    try await read { db in
      let ids = try Int64.fetchAll(
        db, sql: "SELECT id FROM message WHERE address = ? COLLATE NOCASE ORDER BY id LIMIT ?",
        arguments: [address, limit])
      return try MessagePager.rows(db, ids: ids)
    }
  }
}
