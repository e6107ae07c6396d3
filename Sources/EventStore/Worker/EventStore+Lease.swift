import GRDB
import Model

extension EventStore {
  /// Keeps claims young while their call goes on: a worker that lives must not be taken for dead, however long it takes.
  ///
  /// The time of a claim is a lease, and no part of the journal.
  ///
  /// - Throws: ``StoreError``.
  public func renewClaims(_ messages: [MessageID], now: Timestamp) async throws {
    try await write { db in
      let statement = try db.cachedStatement(sql: "UPDATE message SET claimedAt = ? WHERE id = ? AND status = ?")
      for message in messages {
        try statement.execute(arguments: [now.milliseconds, message.rawValue, MessageStatus.sending.rawValue])
      }
    }
  }
}
