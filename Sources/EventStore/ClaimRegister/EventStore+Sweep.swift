import GRDB
package import Model

extension EventStore {
  /// Makes claims `uncertain` that no batch will bring back: those whose lease ended a while ago, wherever they are.
  ///
  /// - Parameter overdue: how long ago.
  /// - Returns: the messages that became uncertain.
  /// - Throws: ``StoreError``.
  @discardableResult
  package func expireAbandonedClaims(overdue: Duration, now: Timestamp) async throws -> Int {
    let campaigns = try await read { db in
      try Int64.fetchAll(
        db, sql: "SELECT campaign FROM statusCount WHERE status = ? AND n > 0",
        arguments: [MessageStatus.sending.rawValue])
    }
    guard !campaigns.isEmpty else { return 0 }
    return try await write { [self] db in
      var then = leaseTime(now)
      then.time = then.time + (.zero - overdue)
      let writer = try EventWriter(db)
      var count = 0
      for campaign in campaigns {
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT id, attempt FROM message WHERE campaign = :campaign AND status = :status AND \(Lease.isOver)
            LIMIT 5000
            """,
          arguments: ["campaign": campaign, "status": MessageStatus.sending.rawValue] + then.arguments)
        try writer.append(.uncertain, to: rows, at: now, reason: Self.abandoned)
        count += rows.count
      }
      try writer.finish()
      return count
    }
  }

  /// Why a claim without an outcome is uncertain.
  static let abandoned = OwnReason.abandoned.sentence
}
