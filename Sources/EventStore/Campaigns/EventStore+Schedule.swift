import GRDB
package import Model

/// Campaigns that begin at a time.
///
/// Such a campaign is stored whole when it is launched, in the state `scheduled`: no outbox takes its batches, and no claim
/// of them is answered with messages. It begins by one transaction that moves its state; whoever comes second finds it moved.
///
/// Crash points: before that transaction the campaign is scheduled, and the next process that looks begins it, or leaves it to
/// the operator when it is too late; after it the campaign is launching, as any other. What is launched is stored with its
/// time in the transaction that makes it visible: there is no launch without its time.
///
/// Clocks: the wall clock decides. One that is set back begins nothing twice, since what has begun is scheduled no longer. One
/// that jumps far ahead begins nothing: it is too late then, until the clock is put right or somebody decides.
extension EventStore {
  /// Begins what is due.
  ///
  /// - Parameter now: read once more in the transaction: to get there may have taken long, by a lock or a process that was
  ///   stopped.
  /// - Returns: the campaigns that this call began, the earliest due first.
  /// - Throws: ``StoreError``.
  package func beginDue(
    now: @escaping @Sendable () -> Timestamp
  ) async throws -> [(id: CampaignID, name: String)] {
    let due = "state = 'scheduled' AND note IS NULL AND dueAt <= ?1 AND dueAt >= ?2"
    @Sendable func times(_ now: Timestamp) -> StatementArguments {
      [now.milliseconds, (now + (.zero - CampaignSummary.lateness)).milliseconds]
    }
    // Whoever looks must not take the write lock from others.
    let isAny = try await read { db in
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM campaign WHERE \(due))"), arguments: times(now()))
    }
    guard isAny == true else { return [] }
    return try await write { db in
      let now = now()
      let rows = try Row.fetchAll(
        db, sql: "SELECT id, name, operator FROM campaign WHERE \(due) ORDER BY dueAt, id", arguments: times(now))
      return try rows.map { row in
        let id = CampaignID(rawValue: row["id"])
        try Self.begin(db, id, name: row["name"], operator: row["operator"], result: .begunWhenDue, now: now)
        return (id, row["name"])
      }
    }
  }

  /// When the next campaign is due; `nil` for never.
  ///
  /// - Parameter now: what is too late by then begins no more by itself, and is not counted.
  /// - Throws: ``StoreError``.
  package func nextDue(now: Timestamp) async throws -> Timestamp? {
    try await read { db in
      try Int64.fetchOne(
        db.cachedStatement(
          sql: "SELECT min(dueAt) FROM campaign WHERE state = 'scheduled' AND note IS NULL AND dueAt >= ?"),
        arguments: [(now + (.zero - CampaignSummary.lateness)).milliseconds]
      ).map(Timestamp.init(milliseconds:))
    }
  }

  /// Has what is scheduled wait for somebody's word: in a copy of the store that was put back, nobody knows what was decided
  /// since, and it would begin by itself.
  ///
  /// - Returns: how many campaigns wait now.
  /// - Throws: ``StoreError``.
  package func holdScheduled() async throws -> Int {
    try await write { db in
      try db.execute(
        sql: "UPDATE campaign SET note = ? WHERE state = 'scheduled' AND note IS NULL",
        arguments: [OwnReason.scheduleHeld.stored])
      return db.changesCount
    }
  }

  /// Begins a scheduled campaign at once, whenever it is due.
  ///
  /// - Returns: the messages that go out.
  /// - Throws: ``StoreError`` with `notFound` or `notAllowed`.
  package func beginNow(_ id: CampaignID, operator: String, now: Timestamp) async throws -> Int {
    try await write { db in
      let campaign = try Self.requireScheduled(db, id, .begin)
      return try Self.begin(db, id, name: campaign.name, operator: `operator`, result: .begunAtOnce, now: now)
    }
  }

  /// Has a scheduled campaign begin at another time.
  ///
  /// - Returns: the messages that go out then.
  /// - Throws: ``StoreError`` with `notFound` or `notAllowed`.
  package func reschedule(_ id: CampaignID, at due: Timestamp, operator: String, now: Timestamp) async throws -> Int {
    try await write { db in
      let campaign = try Self.requireScheduled(db, id, .schedule)
      try db.execute(
        sql: "UPDATE campaign SET dueAt = ?, note = NULL WHERE id = ?", arguments: [due.milliseconds, id.rawValue])
      let waiting = try Self.waiting(db, id)
      try History.add(
        db,
        HistoryEntry(
          at: now, operator: `operator`, action: .schedule, campaign: id,
          condition: campaign.name, count: waiting, result: OwnRecord.scheduled(for: due.description).sentence))
      return waiting
    }
  }

  @discardableResult
  private static func begin(
    _ db: Database, _ id: CampaignID, name: String, operator: String, result: OwnRecord, now: Timestamp
  ) throws -> Int {
    try CampaignRow.move(db, id, .launch)
    try CampaignRow.finishIfDone(db, id)
    let waiting = try Self.waiting(db, id)
    try History.add(
      db,
      HistoryEntry(
        at: now, operator: `operator`, action: .begin, campaign: id, condition: name,
        count: waiting, result: result.sentence))
    return waiting
  }

  private static func requireScheduled(
    _ db: Database, _ id: CampaignID, _ deed: StoreObjection.Deed
  ) throws -> Campaign {
    let campaign = try visibleCampaign(db, id)
    guard campaign.state == .scheduled else {
      throw StoreError(.notAllowed, .notInState(id, name: campaign.name, campaign.state, deed, deadBatches: 0))
    }
    return campaign
  }
}
