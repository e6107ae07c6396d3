import GRDB
import Model

extension EventStore {
  /// Makes claims `uncertain` that no batch will bring back: those older than the lease, wherever they are.
  ///
  /// - Returns: the messages that became uncertain.
  /// - Throws: ``StoreError``.
  @discardableResult
  public func doubtAbandonedClaims(before: Timestamp, now: Timestamp) async throws -> Int {
    let campaigns = try read { db in
      try Int64.fetchAll(
        db, sql: "SELECT campaign FROM statusCount WHERE status = ? AND n > 0",
        arguments: [MessageStatus.sending.rawValue])
    }
    guard !campaigns.isEmpty else { return 0 }
    return try await write { db in
      let writer = try EventWriter(db)
      var count = 0
      for campaign in campaigns {
        let rows = try Row.fetchAll(
          db, sql: "SELECT id, attempt FROM message WHERE campaign = ? AND status = ? AND claimedAt < ? LIMIT 5000",
          arguments: [campaign, MessageStatus.sending.rawValue, before.milliseconds])
        try writer.append(
          .uncertain, to: rows, at: now, reason: "the worker stopped before the provider's answer was on record")
        count += rows.count
      }
      try writer.finish()
      return count
    }
  }
}
