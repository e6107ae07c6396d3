import GRDB
package import Model

/// The outbox: batches that are on disk and must go to the queue.
///
/// Crash points: before the queue has a batch, its lease runs out and it is taken again. After the queue has it and
/// before it is marked, it is put on the queue a second time; the claim makes the second copy empty. A worker that holds
/// a paused campaign's batch ends the lease, and the mark of the outbox that sent it then has no effect.
extension EventStore {
  /// A batch to be put on the queue.
  package struct OutboxEntry: Equatable, Sendable {
    /// Names the batch.
    package var batch: BatchID
    /// Names the campaign.
    package var campaign: CampaignID
    /// How it reaches its recipients.
    package var channel: Channel
    /// How fast the campaign goes at most; `nil` for as fast as the provider takes.
    package var rate: SendRate?
    /// How many recipients it has.
    package var size: Int
    /// Says until when it is this caller's; tells this take from any other.
    package var until: Timestamp
  }

  /// Takes pending batches of campaigns that are launching, for this caller alone until the lease ends. One that ends later
  /// than this one's was taken by a process with another clock: it does not count, and a ticket too many does no harm.
  ///
  /// - Parameter campaign: only this one's; `nil` for all.
  /// - Throws: ``StoreError``.
  package func takeOutbox(limit: Int, campaign: CampaignID? = nil, now: Timestamp, lease: Duration) async throws
    -> [OutboxEntry]
  {
    // An idle outbox asks whenever anybody has committed: that must not take the write lock from others.
    let (isAnyPending, closed) = try await read { db in
      let isAnyPending = try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM campaign WHERE state = 'launching' AND pending > 0)"))
      return (isAnyPending, isAnyPending == true ? try WindowRule.closed(db, at: now) : [])
    }
    guard isAnyPending == true else { return [] }
    let until = now + lease
    return try await write { db in
      let shut = closed.map(String.init).joined(separator: ",")
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            UPDATE batch SET outboxUntil = ?1 WHERE id IN (
              SELECT batch.id FROM campaign JOIN batch ON batch.campaign = campaign.id
              WHERE campaign.state = 'launching' AND campaign.pending > 0 AND (?4 IS NULL OR campaign.id = ?4)
                AND campaign.id NOT IN (\(shut))
                AND batch.state = 0 AND (batch.outboxUntil <= ?2 OR batch.outboxUntil > ?1)
              ORDER BY campaign.id, batch.id LIMIT ?3)
            RETURNING id, campaign, size, (SELECT channel FROM campaign WHERE campaign.id = batch.campaign) AS channel,
              (SELECT rate FROM campaign WHERE campaign.id = batch.campaign) AS rate
            """),
        arguments: [until.milliseconds, now.milliseconds, limit, campaign?.rawValue])
      return try rows.map {
        OutboxEntry(
          batch: BatchID(rawValue: $0["id"]), campaign: CampaignID(rawValue: $0["campaign"]),
          channel: try $0.known("channel"), rate: ($0["rate"] as Double?).map(SendRate.init(perSecond:)),
          size: $0["size"],
          until: until)
      }.sorted { $0.batch < $1.batch }
    }
  }

  /// Records that batches are on the queue.
  ///
  /// - Throws: ``StoreError``.
  package func markQueued(_ entries: [OutboxEntry], now: Timestamp) async throws {
    try await write { db in
      for entry in entries {
        let isOurs = try Bool.fetchOne(
          db.cachedStatement(sql: "SELECT state = 0 AND outboxUntil = ? FROM batch WHERE id = ?"),
          arguments: [entry.until.milliseconds, entry.batch.rawValue])
        // A quick worker may have finished it already, or held it because its campaign was paused.
        guard isOurs == true else { continue }
        try BatchRow.move(
          db, entry.batch.rawValue, campaign: entry.campaign, from: .pending, to: .queued, now: now)
      }
      for campaign in Set(entries.map(\.campaign)) { try CampaignRow.finishIfDone(db, campaign) }
    }
  }

  /// Gives up the lease on batches the queue did not take, so that they are tried again at once.
  ///
  /// - Throws: ``StoreError``.
  package func releaseOutbox(_ entries: [OutboxEntry]) async throws {
    try await write { db in
      for entry in entries {
        try db.execute(
          sql: "UPDATE batch SET outboxUntil = 0 WHERE id = ? AND state = 0 AND outboxUntil = ?",
          arguments: [entry.batch.rawValue, entry.until.milliseconds])
      }
    }
  }

  /// Puts batches back into the outbox whose tickets were lost: for a send queue seen empty.
  ///
  /// Heals a store restored without its queue, tickets that expired, and the like. A ticket too many does no harm.
  ///
  /// - Parameter before: batches that changed since are left alone; their tickets may be on their way.
  /// - Returns: the batches put back.
  /// - Throws: ``StoreError``.
  package func requeueLost(before: Timestamp, now: Timestamp) async throws -> Int {
    try await write { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT batch.id, campaign.id AS campaign FROM campaign JOIN batch ON batch.campaign = campaign.id
          WHERE campaign.state IN ('launching', 'sending', 'paused') AND campaign.queued > 0
            AND batch.state = 1 AND batch.updatedAt < ? LIMIT 1000
          """, arguments: [before.milliseconds])
      for row in rows {
        let campaign = CampaignID(rawValue: row["campaign"])
        try BatchRow.move(db, row["id"], campaign: campaign, from: .queued, to: .pending, now: now)
        try CampaignRow.move(db, campaign, .reopen)
      }
      return rows.count
    }
  }
}
