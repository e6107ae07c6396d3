import GRDB
package import Model

/// What becomes of the batches of dead letters that are redriven or discarded.
extension EventStore {
  /// Counts the recipients that a redrive of each of some batches sends to.
  ///
  /// - Throws: ``StoreError``.
  package func recipientsToSend(_ batches: [BatchID]) async throws -> [BatchID: Int] {
    try await read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT count(*) FROM message m LEFT JOIN classification c ON c.id = m.classification
          WHERE m.batch = ? AND \(BatchRow.toBeSent)
          """)
      return try batches.reduce(into: [:]) { counts, batch in
        counts[batch] = try Int.fetchOne(statement, arguments: [batch.rawValue]) ?? 0
      }
    }
  }

  /// Counts dead batches as queued again; call when their copies are on the send queue, and not before: a batch that is
  /// `queued` without a copy would wait for somebody to notice.
  ///
  /// A worker that is quicker does the same with its claim. The letters' rows stay until they are deleted.
  ///
  /// - Throws: ``StoreError``.
  package func reviveBatches(_ batches: [BatchID], now: Timestamp) async throws {
    try await write { db in
      for batch in batches { try Self.revive(db, batch, now: now) }
    }
  }

  private static func revive(_ db: Database, _ batch: BatchID, now: Timestamp) throws {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT campaign, state FROM batch WHERE id = ?"), arguments: [batch.rawValue]),
      BatchState(code: row["state"]) == .dead
    else { return }
    let campaign = CampaignID(rawValue: row["campaign"])
    try BatchRow.move(db, batch.rawValue, campaign: campaign, from: .dead, to: .queued, now: now)
    try CampaignRow.move(db, campaign, .reopen)
    try CampaignRow.finishIfDone(db, campaign)
  }

  /// Gives up the batch of a discarded dead letter: what still waits in it becomes `cancelled`.
  ///
  /// - Returns: the messages that were cancelled; none when the batch is on its way again.
  /// - Throws: ``StoreError``.
  package func abandonBatch(_ batch: BatchID, now: Timestamp) async throws -> Int {
    try await write { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT campaign, state FROM batch WHERE id = ?", arguments: [batch.rawValue]),
        BatchState(code: row["state"]) == .dead
      else { return 0 }
      let campaign = CampaignID(rawValue: row["campaign"])
      let waiting = try Self.waiting(db, batch)
      let writer = try EventWriter(db)
      try writer.append(.cancelled, to: waiting, at: now, source: .operator, reason: OwnReason.letterDiscarded.sentence)
      try writer.finish()
      try BatchRow.move(db, batch.rawValue, campaign: campaign, from: .dead, to: .done, now: now)
      try CampaignRow.finishIfDone(db, campaign)
      return waiting.count
    }
  }

  /// Forgets dead letters that the queue has deleted.
  ///
  /// - Throws: ``StoreError``.
  package func forgetDeadLetters(_ ids: [String]) async throws {
    try await write { db in
      for id in ids { try db.execute(sql: "DELETE FROM deadLetter WHERE id = ?", arguments: [id]) }
    }
  }

  /// Keeps all dead letters until a time at least, met or not: for letters that the queue's service is about to move.
  ///
  /// - Throws: ``StoreError``.
  package func keepDeadLetters(until: Timestamp) async throws {
    try await write { db in
      try db.execute(sql: "UPDATE deadLetter SET seenAt = ?", arguments: [until.milliseconds])
    }
  }

  /// Forgets the dead letters that were kept, for the queue's service has moved them, and counts their batches as queued
  /// again: but for a batch that failed again meanwhile, since a move takes minutes. That one has a new letter, and is dead
  /// for it.
  ///
  /// - Parameter until: what ``keepDeadLetters(until:)`` said, which no letter of later has.
  /// - Throws: ``StoreError``.
  package func forgetMovedLetters(keptUntil until: Timestamp, now: Timestamp) async throws {
    var forgotten = Self.mostForgotten
    while forgotten == Self.mostForgotten {
      forgotten = try await write { db in
        let rows = try Row.fetchAll(
          db,
          sql:
            "DELETE FROM deadLetter WHERE id IN (SELECT id FROM deadLetter WHERE seenAt = ? LIMIT ?) RETURNING batch",
          arguments: [until.milliseconds, Self.mostForgotten])
        for batch in Set(rows.compactMap { $0["batch"] as Int64? }).sorted() {
          let hasDiedAgain = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM deadLetter WHERE batch = ? AND seenAt <> ?)"),
            arguments: [batch, until.milliseconds])
          if hasDiedAgain != true { try Self.revive(db, BatchID(rawValue: batch), now: now) }
        }
        return rows.count
      }
    }
  }

  /// Takes back what ``keepDeadLetters(until:)`` said.
  ///
  /// - Throws: ``StoreError``.
  package func stopKeepingDeadLetters(now: Timestamp) async throws {
    try await write { db in
      try db.execute(sql: "UPDATE deadLetter SET seenAt = min(seenAt, ?)", arguments: [now.milliseconds])
    }
  }
}
