import GRDB
package import Model

/// The recipients of dead letters.
extension EventStore {
  /// Lists those of the messages of some batches that a redrive would send to, in order of their numbers.
  ///
  /// - Throws: ``StoreError``.
  package func messagesToSend(ofBatches batches: [BatchID]) async throws -> [MessageID] {
    try await read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT m.id FROM message m INDEXED BY message_batch LEFT JOIN classification c ON c.id = m.classification
          WHERE m.batch = ? AND \(BatchRow.toBeSent) ORDER BY m.id
          """)
      var ids: [Int64] = []
      for batch in batches { ids += try Int64.fetchAll(statement, arguments: [batch.rawValue]) }
      return ids.sorted().map(MessageID.init(rawValue:))
    }
  }

  /// Lists the messages of a batch, in order of their numbers.
  ///
  /// - Throws: ``StoreError``.
  package func messages(of batch: BatchID, limit: Int) async throws -> [MessageSummary] {
    try await read { db in
      let ids = try Int64.fetchAll(
        db, sql: "SELECT id FROM message INDEXED BY message_batch WHERE batch = ? ORDER BY id LIMIT ?",
        arguments: [batch.rawValue, limit])
      return try MessagePager.rows(db, ids: ids)
    }
  }
}
