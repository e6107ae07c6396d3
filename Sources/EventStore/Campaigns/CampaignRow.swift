import GRDB
import Model
import SQLiteKit

/// Reads and moves campaigns.
enum CampaignRow {
  static func campaign(_ row: Row) throws -> Campaign {
    Campaign(
      id: CampaignID(rawValue: row["id"]), name: row["name"], channel: try row.known("channel"),
      state: try row.known("state"), operator: row["operator"],
      createdAt: Timestamp(milliseconds: row["createdAt"]), audience: row["audience"],
      template: Template(
        from: row["sender"], subject: row["subject"], text: row["text"], html: row["html"],
        storedName: row["storedTemplate"], unsubscribe: try Unsubscribe(row["unsubscribe"] ?? "")),
      columns: (row["columns"] as String).isEmpty ? [] : ValueList.decode(row["columns"]),
      batchSize: row["batchSize"], rate: (row["rate"] as Double?).map(SendRate.init(perSecond:)),
      isAdvertising: row["isAdvertising"], window: (row["window"] as String?).flatMap(SendWindow.init))
  }

  static func fetch(_ db: Database, _ id: CampaignID) throws -> Campaign? {
    try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM campaign WHERE id = ?"), arguments: [id.rawValue])
      .map(campaign)
  }

  static func state(_ db: Database, _ id: CampaignID) throws -> CampaignState? {
    try String.fetchOne(db.cachedStatement(sql: "SELECT state FROM campaign WHERE id = ?"), arguments: [id.rawValue])
      .map { try StoredValue.read($0) }
  }

  /// Moves a campaign when the move is allowed from where it stands.
  ///
  /// - Returns: the new state, or `nil` when the move is not allowed.
  @discardableResult
  static func move(_ db: Database, _ id: CampaignID, _ move: CampaignState.Move) throws -> CampaignState? {
    guard let new = try state(db, id)?.after(move) else { return nil }
    try db.execute(
      sql: "UPDATE campaign SET state = ?, note = NULL WHERE id = ?", arguments: [new.rawValue, id.rawValue])
    return new
  }

  /// Pauses a campaign, where that is allowed, for a reason that it shows from then on.
  ///
  /// - Returns: whether it was paused.
  static func pause(_ db: Database, _ id: CampaignID, because reason: String) throws -> Bool {
    guard try move(db, id, .pause) != nil else { return false }
    try db.execute(
      sql: "UPDATE campaign SET note = ? WHERE id = ?", arguments: [OwnReason.stored(of: reason), id.rawValue])
    return true
  }

  /// Moves a campaign on when its batch counters say so.
  static func finishIfDone(_ db: Database, _ id: CampaignID) throws {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT pending, queued FROM campaign WHERE id = ?"), arguments: [id.rawValue])
    else { return }
    let pending: Int = row["pending"]
    let queued: Int = row["queued"]
    if pending == 0 { try move(db, id, queued == 0 ? .allSettled : .allQueued) }
  }
}

/// Moves batches between states and keeps their campaign's counters in step.
enum BatchRow {
  /// - Parameter receives: how often the queue gave it to a worker, where that is known here; written along.
  static func move(
    _ db: Database, _ id: Int64, campaign: CampaignID, from: BatchState, to: BatchState, now: Timestamp,
    receives: Int? = nil
  ) throws {
    guard from != to else { return }
    try db.cachedStatement(
      sql: """
        UPDATE batch SET state = ?, outboxUntil = 0, updatedAt = ?, receiveCount = coalesce(?, receiveCount) WHERE id = ?
        """
    ).execute(arguments: [to.code, now.milliseconds, receives, id])
    try db.cachedStatement(
      sql: "UPDATE campaign SET \(from.column) = \(from.column) - 1, \(to.column) = \(to.column) + 1 WHERE id = ?"
    ).execute(arguments: [campaign.rawValue])
  }

  /// The next number of a batch: one that was never given, also not by a later state of this store.
  static func nextID(_ db: Database) throws -> Int64 {
    try 1
      + (Int64.fetchOne(
        db.cachedStatement(sql: "SELECT max(coalesce((SELECT max(id) FROM batch), 0), (SELECT batch FROM mark))")) ?? 0)
  }

  /// Makes a batch of messages that go out again.
  static func make(_ db: Database, campaign: CampaignID, messages: [MessageID], now: Timestamp) throws -> BatchID {
    let batch = try nextID(db)
    try db.execute(
      sql: "INSERT INTO batch (id, campaign, size, state, updatedAt) VALUES (?, ?, ?, ?, ?)",
      arguments: [batch, campaign.rawValue, messages.count, BatchState.pending.code, now.milliseconds])
    let assign = try Prepared(db, "UPDATE message SET batch = ?1 WHERE id = ?2")
    for message in messages {
      assign.bind(1, batch)
      assign.bind(2, message.rawValue)
      try assign.run()
    }
    try db.execute(sql: "UPDATE campaign SET pending = pending + 1 WHERE id = ?", arguments: [campaign.rawValue])
    return BatchID(rawValue: batch)
  }
}
