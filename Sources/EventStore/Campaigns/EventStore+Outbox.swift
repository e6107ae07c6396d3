import GRDB
import Model

/// The outbox: batches that are on disk and must go to the queue.
///
/// Crash points: before the queue has a batch, its lease runs out and it is taken again. After the queue has it and
/// before it is marked, it is put on the queue a second time; the claim makes the second copy empty.
extension EventStore {
  /// A batch to be put on the queue.
  public struct OutboxEntry: Equatable, Sendable {
    /// Names the batch.
    public var batch: BatchID
    /// Names the campaign.
    public var campaign: CampaignID
  }

  /// Takes pending batches of campaigns that are launching, for this caller alone until the lease ends.
  ///
  /// - Parameter campaign: only this one's; `nil` for all.
  /// - Throws: ``StoreError``.
  public func takeOutbox(limit: Int, campaign: CampaignID? = nil, now: Timestamp, lease: Duration) async throws
    -> [OutboxEntry]
  {
    // An idle outbox asks five times a second: that must not take the write lock from others.
    let isAnyPending = try read { db in
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM campaign WHERE state = 'launching' AND pending > 0)"))
    }
    guard isAnyPending == true else { return [] }
    return try await write { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            UPDATE batch SET outboxUntil = ?1 WHERE id IN (
              SELECT batch.id FROM campaign JOIN batch ON batch.campaign = campaign.id
              WHERE campaign.state = 'launching' AND campaign.pending > 0 AND (?4 IS NULL OR campaign.id = ?4)
                AND batch.state = 0 AND batch.outboxUntil <= ?2
              ORDER BY campaign.id, batch.id LIMIT ?3)
            RETURNING id, campaign
            """),
        arguments: [(now + lease).milliseconds, now.milliseconds, limit, campaign?.rawValue])
      return rows.map {
        OutboxEntry(batch: BatchID(rawValue: $0["id"]), campaign: CampaignID(rawValue: $0["campaign"]))
      }.sorted { $0.batch < $1.batch }
    }
  }

  /// Records that batches are on the queue.
  ///
  /// - Throws: ``StoreError``.
  public func markQueued(_ entries: [OutboxEntry], now: Timestamp) async throws {
    try await write { db in
      for entry in entries {
        let state = try Int.fetchOne(
          db.cachedStatement(sql: "SELECT state FROM batch WHERE id = ?"), arguments: [entry.batch.rawValue])
        // A quick worker may have finished it already.
        guard state == BatchState.pending.code else { continue }
        try BatchRow.move(
          db, entry.batch.rawValue, campaign: entry.campaign, from: .pending, to: .queued, now: now)
      }
      for campaign in Set(entries.map(\.campaign)) { try CampaignRow.settle(db, campaign) }
    }
  }

  /// Gives up the lease on batches the queue did not take, so that they are tried again at once.
  ///
  /// - Throws: ``StoreError``.
  public func releaseOutbox(_ entries: [OutboxEntry]) async throws {
    try await write { db in
      for entry in entries {
        try db.execute(
          sql: "UPDATE batch SET outboxUntil = 0 WHERE id = ? AND state = 0", arguments: [entry.batch.rawValue])
      }
    }
  }
}
