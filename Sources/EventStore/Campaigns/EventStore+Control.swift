import GRDB
package import Model

/// Pausing, resuming and cancelling campaigns.
extension EventStore {
  /// Stops handing a campaign's messages over; what is with the provider is finished.
  ///
  /// - Returns: the messages that now wait.
  /// - Throws: ``StoreError`` with `notFound` or `notAllowed`.
  package func pause(_ id: CampaignID, operator: String, now: Timestamp) async throws -> Int {
    try await control(id, .pause, .pause, operator: `operator`, now: now)
  }

  /// Lets a paused campaign go on: its batches go to the queue again. A breaker that has stopped it stops it again when what
  /// it was stopped for has grown by half.
  ///
  /// - Parameter withoutBreaker: whether no breaker of the campaign's own stops it any more.
  /// - Returns: the messages that go on.
  /// - Throws: ``StoreError`` with `notFound` or `notAllowed`.
  package func resume(_ id: CampaignID, withoutBreaker: Bool = false, operator: String, now: Timestamp) async throws
    -> Int
  {
    try await control(id, .resume, .resume, withoutBreaker: withoutBreaker, operator: `operator`, now: now)
  }

  /// Stops a campaign for good: nothing more of it is handed over, and what waits becomes `cancelled`.
  ///
  /// The state changes first, in one transaction with every worker's claim; the messages follow in transactions of
  /// 5,000. A crash in between leaves them to ``finishCancelling(now:)``.
  ///
  /// - Returns: the messages that were cancelled.
  /// - Throws: ``StoreError`` with `notFound` or `notAllowed`.
  package func cancel(_ id: CampaignID, operator: String, now: Timestamp) async throws -> Int {
    let count = try await control(id, .cancel, .cancel, operator: `operator`, now: now)
    try await cancelWaiting(id, now: now)
    return count
  }

  /// Cancels what still waits in cancelled campaigns: the rest of a cancel that was cut off.
  ///
  /// - Throws: ``StoreError``.
  package func finishCancelling(now: Timestamp) async throws {
    let ids = try await read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM campaign WHERE state = 'cancelled' AND (pending + queued > 0 OR EXISTS (
            SELECT 1 FROM statusCount WHERE campaign = campaign.id AND status = 0 AND n > 0))
          """)
    }
    for id in ids { try await cancelWaiting(CampaignID(rawValue: id), now: now) }
  }

  /// Stops a campaign with a reason of the provider's, such as a used-up quota.
  ///
  /// - Throws: ``StoreError``.
  package func pause(_ id: CampaignID, because note: String) async throws {
    try await write { db in _ = try CampaignRow.pause(db, id, because: note) }
  }

  /// Stops every campaign of a channel that is under way, because its provider has stopped the account.
  ///
  /// - Returns: the campaigns that were paused.
  /// - Throws: ``StoreError``.
  package func pauseAll(of channel: Channel, because note: String) async throws -> [CampaignID] {
    try await write { db in
      let ids = try Int64.fetchAll(
        db, sql: "SELECT id FROM campaign WHERE state IN ('launching', 'sending') AND channel = ?",
        arguments: [channel.rawValue]
      ).map(CampaignID.init(rawValue:))
      return try ids.filter { try CampaignRow.pause(db, $0, because: note) }
    }
  }

  private func control(
    _ id: CampaignID, _ deed: StoreObjection.Deed, _ move: CampaignState.Move, withoutBreaker: Bool = false,
    operator: String, now: Timestamp
  ) async throws -> Int {
    try await write { [breaker] db in
      let campaign = try Self.visibleCampaign(db, id)
      let note = try String.fetchOne(db, sql: "SELECT note FROM campaign WHERE id = ?", arguments: [id.rawValue])
      guard try CampaignRow.move(db, id, move) != nil else {
        let dead = try Self.deadBatches(db, id)
        throw StoreError(
          .notAllowed, .notInState(id, name: campaign.name, campaign.state, deed, deadBatches: dead),
          remedy: dead > 0 ? .seeDeadLetters : nil)
      }
      var done = deed.done
      if deed == .resume {
        try CampaignRow.finishIfDone(db, id)
        let desk = BreakerDesk(db: db, breaker: breaker, now: now)
        let trips = try desk.hold(id, campaign.channel, stoppedBy: note, forGood: withoutBreaker)
        if withoutBreaker {
          done = OwnRecord.resumedWithoutBreaker.sentence
        } else if let trip = trips.first {
          done = OwnRecord.resumedDespite(OwnReason.stoppedByBreaker(trip).sentence).sentence
        }
      }
      let waiting = try Self.waiting(db, id)
      try History.add(
        db,
        HistoryEntry(
          at: now, operator: `operator`, action: deed.action, campaign: id, condition: campaign.name, count: waiting,
          result: done))
      return waiting
    }
  }

  /// Finds a campaign that an operator can see.
  ///
  /// - Throws: ``StoreError`` with `notFound`.
  static func visibleCampaign(_ db: Database, _ id: CampaignID) throws -> Campaign {
    guard let campaign = try CampaignRow.fetch(db, id), campaign.state != .importing else {
      throw StoreError(.notFound, .noCampaign(id), remedy: .listCampaigns)
    }
    return campaign
  }

  /// Counts the messages that go out when the campaign goes on: those that never were tried, and those that are tried
  /// again by themselves.
  static func waiting(_ db: Database, _ id: CampaignID) throws -> Int {
    let queued = try Int.fetchOne(
      db, sql: "SELECT n FROM statusCount WHERE campaign = ? AND status = 0", arguments: [id.rawValue])
    return try (queued ?? 0) + (CampaignFigures.retrying(db, id)[id.rawValue] ?? 0)
  }

  /// Where the rest of a campaign lies that looks finished and is not.
  private static func deadBatches(_ db: Database, _ id: CampaignID) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT dead FROM campaign WHERE id = ?", arguments: [id.rawValue]) ?? 0
  }

  private func cancelWaiting(_ id: CampaignID, now: Timestamp) async throws {
    while true {
      let cancelled = try await write { db in
        let rows = try Row.fetchAll(
          db, sql: "SELECT id, attempt FROM message WHERE campaign = ? AND status = 0 LIMIT 5000",
          arguments: [id.rawValue])
        let writer = try EventWriter(db)
        try writer.append(
          .cancelled, to: rows, at: now, source: .operator, reason: OwnReason.campaignCancelled.sentence)
        try writer.finish()
        return rows.count
      }
      if cancelled == 0 { break }
    }
    try await write { db in
      let batches = try Row.fetchAll(
        db, sql: "SELECT id, state FROM batch WHERE campaign = ? AND state IN (0, 1)", arguments: [id.rawValue])
      for row in batches {
        try BatchRow.move(
          db, row["id"], campaign: id, from: BatchState(code: row["state"]), to: .done, now: now)
      }
    }
  }
}

extension StoreObjection.Deed {
  /// The same in the history.
  fileprivate var action: OperatorAction {
    switch self {
    case .pause: .pause
    case .resume: .resume
    case .cancel: .cancel
    case .begin: .begin
    case .schedule: .schedule
    }
  }
}
