import GRDB
package import Model

/// The store's picture of the dead-letter queue: SQS keeps no reasons, the store does.
extension EventStore {
  /// A message seen on the dead-letter queue.
  package struct DeadLetterSighting: Equatable, Sendable {
    /// The queue's id of the message.
    package var id: String
    /// `nil` when its body names no batch of this store.
    package var batch: BatchID?
    /// Counts the receives of the queue message.
    package var receiveCount: Int
    /// Says when the queue message was sent.
    package var enqueuedAt: Timestamp

    /// Makes a value from its parts.
    package init(id: String, batch: BatchID?, receiveCount: Int, enqueuedAt: Timestamp) {
      self.id = id
      self.batch = batch
      self.receiveCount = receiveCount
      self.enqueuedAt = enqueuedAt
    }
  }

  /// Records dead letters: the batch of a letter never seen before becomes `dead`, and claims in dead batches whose worker
  /// stopped `uncertain`.
  ///
  /// A letter seen before changes its batch no more. It may have been redriven and not deleted yet: then its batch is with
  /// a worker, or done. For that, its row stays until the queue has deleted it.
  ///
  /// - Throws: ``StoreError``.
  package func recordDeadLetters(_ sightings: [DeadLetterSighting], now: Timestamp) async throws {
    for start in stride(from: 0, to: sightings.count, by: Self.mostSightings) {
      let part = Array(sightings[start..<min(start + Self.mostSightings, sightings.count)])
      try await write { [self] db in
        let time = leaseTime(now)
        for sighting in part { try Self.record(db, sighting, now: now, at: time) }
      }
    }
  }

  /// Sightings in one transaction, so that others get their turn.
  private static let mostSightings = 1000

  private static func record(_ db: Database, _ sighting: DeadLetterSighting, now: Timestamp, at time: Lease.Now) throws
  {
    let row = try sighting.batch.flatMap {
      try Row.fetchOne(
        db, sql: "SELECT campaign, state, error, receiveCount FROM batch WHERE id = ?", arguments: [$0.rawValue])
    }
    let isKnown =
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM deadLetter WHERE id = ?)", arguments: [sighting.id]) ?? false
    // The worker's own count where it lived to write one; that of a batch that was done is of an earlier ticket.
    let isDone = (row?["state"] as Int?).map { BatchState(code: $0) } == .done
    let counted: Int = isDone ? 0 : row?["receiveCount"] ?? 0
    let receives = counted > 0 ? counted : sighting.receiveCount
    var error = OwnReason.noBatchOfThisStore.stored
    if let row, let batch = sighting.batch {
      error = row["error"] ?? OwnReason.receivedInVain(sighting.receiveCount).stored
      let campaign = CampaignID(rawValue: row["campaign"])
      var state = BatchState(code: row["state"])
      if !isKnown, state == .queued {
        try BatchRow.move(db, batch.rawValue, campaign: campaign, from: .queued, to: .dead, now: now)
        try CampaignRow.finishIfDone(db, campaign)
        state = .dead
      }
      // At every sighting: a lease that was not over at the first one ends.
      if state == .dead { try expireAbandoned(db, batch, of: campaign, now: now, at: time) }
    }
    // The greater time: one that lies ahead says that the letter is being moved.
    try db.execute(
      sql: """
        INSERT INTO deadLetter (id, campaign, batch, receiveCount, enqueuedAt, seenAt, error)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET seenAt = max(seenAt, excluded.seenAt), receiveCount = excluded.receiveCount
        """,
      arguments: [
        sighting.id, row?["campaign"] as Int64?, sighting.batch?.rawValue, receives,
        sighting.enqueuedAt.milliseconds, now.milliseconds, error,
      ])
  }

  private static func expireAbandoned(
    _ db: Database, _ batch: BatchID, of campaign: CampaignID, now: Timestamp, at time: Lease.Now
  ) throws {
    // Thousands of letters are seen again and again: only a campaign with claims has its messages read.
    let claimed = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT n FROM statusCount WHERE campaign = ? AND status = ?"),
      arguments: [campaign.rawValue, MessageStatus.sending.rawValue])
    guard let claimed, claimed > 0 else { return }
    let writer = try EventWriter(db)
    _ = try expireAbandoned(writer, batch, at: time, now: now)
    try writer.finish()
  }

  /// Forgets dead letters that a whole pass over the queue did not meet: they expired, or somebody removed them.
  ///
  /// Their batches, unless another letter is left of them, will not be tried any more. What waits in them is not lost from
  /// sight: it becomes `refused`, with the reason, and may be resent.
  ///
  /// - Throws: ``StoreError``.
  package func forgetDeadLetters(seenBefore: Timestamp, now: Timestamp) async throws {
    let isAny = try await read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM deadLetter WHERE seenAt < ?)", arguments: [seenBefore.milliseconds])
    }
    // Nothing is gone at nearly every look: that must not take the lock from others.
    guard isAny == true else { return }
    var forgotten = Self.mostForgotten
    while forgotten == Self.mostForgotten {
      forgotten = try await write { db in
        let rows = try Row.fetchAll(
          db,
          sql:
            "DELETE FROM deadLetter WHERE id IN (SELECT id FROM deadLetter WHERE seenAt < ? LIMIT ?) RETURNING batch",
          arguments: [seenBefore.milliseconds, Self.mostForgotten])
        for batch in Set(rows.compactMap { $0["batch"] as Int64? }).sorted()
        where try !Self.hasLetter(db, BatchID(rawValue: batch)) {
          try Self.giveUp(db, BatchID(rawValue: batch), now: now)
        }
        return rows.count
      }
    }
  }

  /// Letters in one transaction.
  static let mostForgotten = 500

  static func hasLetter(_ db: Database, _ batch: BatchID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM deadLetter WHERE batch = ?)"), arguments: [batch.rawValue])
      ?? false
  }

  private static func giveUp(_ db: Database, _ batch: BatchID, now: Timestamp) throws {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT campaign, state FROM batch WHERE id = ?", arguments: [batch.rawValue]),
      BatchState(code: row["state"]) == .dead
    else { return }
    let refusal = Refusal(cause: .transient, reason: OwnReason.letterGone.sentence)
    let writer = try EventWriter(db)
    try writer.append(
      .refused, to: waiting(db, batch), at: now, classification: refusal.classification, reason: refusal.reason)
    try writer.finish()
    let campaign = CampaignID(rawValue: row["campaign"])
    try BatchRow.move(db, batch.rawValue, campaign: campaign, from: .dead, to: .done, now: now)
    try CampaignRow.finishIfDone(db, campaign)
  }

  static func waiting(_ db: Database, _ batch: BatchID) throws -> [Row] {
    try Row.fetchAll(
      db, sql: "SELECT id, attempt FROM message WHERE batch = ? AND status = 0", arguments: [batch.rawValue])
  }
}
