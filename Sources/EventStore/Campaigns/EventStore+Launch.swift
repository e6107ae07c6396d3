import GRDB
package import Model

/// Crash points of a launch, and what is found afterwards:
/// 1. while the file is read: nothing in the store; the staging file is a temporary one.
/// 2. while recipients are copied: a campaign in state `importing` that no list shows, no worker claims and no counter
///    counts; ``discardAbandonedImports(before:)`` removes it. A process that was only asleep and wakes up later finds
///    its import marked as given up and stops: a campaign's number is never used again.
/// 3. in the last transaction: SQLite has it whole or not at all. After it the campaign is `launching` with every
///    recipient and batch; the outbox does the rest.
extension EventStore {
  /// Copies a staged audience into a new campaign and launches it, in one piece for every observer.
  ///
  /// Copied in transactions of about 5,000 recipients, so that workers and ingesters on the same store wait
  /// milliseconds, not minutes, while a million recipients arrive.
  ///
  /// The same campaign is launched once: a second time continues the first, if whoever launched that was not told that it
  /// is launched, or fails.
  ///
  /// - Parameters:
  ///   - again: launch it anew, also when it was launched and whoever did so was told.
  ///   - progress: called after each transaction with the recipients copied so far; what it throws ends the launch, and
  ///     nothing of it is left.
  /// - Throws: ``StoreError``, with `notAllowed` when it was launched before; nothing of the campaign is then left, or it is
  ///   removed at the next start.
  package func launch(
    _ plan: CampaignPlan, from staging: AudienceStaging, again: Bool = false, now: () -> Timestamp,
    progress: (Int) async throws -> Void = { _ in }
  ) async throws -> CampaignID {
    try await requireNoRegression()
    if let part = plan.partWithNUL {
      throw StoreError(
        .notAllowed,
        "the campaign's \(part) holds a NUL character, at which it would be cut off: take it out; nothing was stored")
    }
    let digest = plan.digest(audience: staging.digest)
    // Copying takes its time: what need not be copied is seen before.
    if let twin = try await read({ db in try Twin.find(db, digest) }), !again || twin.isContinued {
      return try continued(twin)
    }
    let id = try await beginImport(plan, people: staging.people, now: now())
    do {
      try await copyRecipients(of: staging, into: id, batchSize: plan.batchSize, now: now, progress: progress)
      switch try await finishImport(
        id, plan, digest: digest, again: again, recipients: staging.recipients, now: now())
      {
      case .launched: return id
      case .twin(let twin):
        try await discardImport(id)
        return try continued(twin)
      }
    } catch {
      // The first error is the one to report; what is left of the import goes at the next start.
      try? await discardImport(id)
      throw StoreError.translating(error, path: path)
    }
  }

  private func beginImport(_ plan: CampaignPlan, people: Int64, now: Timestamp) async throws -> CampaignID {
    try await write { [self] db in
      try db.execute(
        sql: """
          INSERT INTO campaign (name, channel, state, operator, createdAt, audience, sender, subject, text, html,
            columns, batchSize, touchedAt, storedTemplate, unsubscribe, rate, isAdvertising,
            likeness, window)
          VALUES (?, ?, 'importing', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          plan.name, plan.channel.rawValue, plan.operator, now.milliseconds, plan.audience, plan.template.from,
          plan.template.subject, plan.template.text, plan.template.html, ValueList.encode(plan.columns),
          plan.batchSize, leaseTime(now).time.milliseconds, plan.template.storedName,
          plan.template.unsubscribe?.text, plan.rate?.perSecond, plan.isAdvertising, plan.likeness(people: people),
          plan.window?.description,
        ])
      return CampaignID(rawValue: db.lastInsertedRowID)
    }
  }

  private func copyRecipients(
    of staging: AudienceStaging, into id: CampaignID, batchSize: Int, now: () -> Timestamp,
    progress: (Int) async throws -> Void
  ) async throws {
    let chunk = max(1, 5000 / batchSize) * batchSize
    for start in stride(from: 0, to: staging.recipients, by: chunk) {
      let range = start..<min(start + chunk, staging.recipients)
      let (time, path) = (now(), staging.path)
      // One piece at a time, so that what else this process writes goes between two of them.
      try await onWriter { [self] db in
        try Self.attached(path, to: db) {
          try db.inTransaction(.immediate) {
            try Self.copy(
              db, range, into: id, batchSize: batchSize, now: time, touchedAt: leaseTime(time).time.milliseconds)
            return .commit
          }
        }
      }
      try await progress(range.upperBound)
    }
  }

  /// Does something while the staging file is at hand.
  private static func attached(_ path: String, to db: Database, _ body: () throws -> Void) throws {
    try db.execute(sql: "ATTACH DATABASE ? AS staging", arguments: [path])
    // A small page cache: with a large one, memory would grow with the file until the cache is full.
    let cache = try Int.fetchOne(db, sql: "PRAGMA main.cache_size") ?? -16_000
    try db.execute(sql: "PRAGMA main.cache_size = -2000; PRAGMA staging.cache_size = -2000")
    defer {
      // The setting is for speed only: without it everything goes on, a little slower.
      try? db.execute(sql: "PRAGMA main.cache_size = \(cache)")
      // Detaching fails only inside a transaction, and none is open here.
      try? db.execute(sql: "DETACH DATABASE staging")
    }
    try body()
  }

  private static func copy(
    _ db: Database, _ range: Range<Int>, into id: CampaignID, batchSize: Int, now: Timestamp, touchedAt: Int64
  ) throws {
    let firstMessage =
      try 1
      + (Int64.fetchOne(
        db, sql: "SELECT max(coalesce((SELECT max(id) FROM message), 0), (SELECT message FROM mark))") ?? 0)
    let firstBatch = try BatchRow.nextID(db)
    try db.execute(
      sql: """
        UPDATE campaign SET recipients = ?2, firstMessage = coalesce(firstMessage, ?3), lastMessage = ?4,
          touchedAt = ?5 WHERE id = ?1 AND state = 'importing' AND touchedAt >= 0
        """,
      arguments: [
        id.rawValue, range.upperBound, firstMessage, firstMessage + Int64(range.count) - 1, touchedAt,
      ])
    guard db.changesCount == 1 else { throw Self.givenUp }
    let offset = firstMessage - Int64(range.lowerBound) - 1
    try db.execute(
      sql: """
        INSERT INTO message (id, campaign, batch, address, status, attempt, tries, updatedAt)
        SELECT n + ?1, ?2, ?3 + (n - 1 - ?4) / ?5, address, 0, 1, 0, ?6 FROM staging.recipient
        WHERE n > ?4 AND n <= ?7 ORDER BY n
        """,
      arguments: [
        offset, id.rawValue, firstBatch, range.lowerBound, batchSize, now.milliseconds, range.upperBound,
      ])
    try db.execute(
      sql: """
        INSERT INTO recipient (message, data) SELECT n + ?1, data FROM staging.recipient
        WHERE n > ?2 AND n <= ?3 ORDER BY n
        """, arguments: [offset, range.lowerBound, range.upperBound])
    let insertBatch = try db.cachedStatement(
      sql: "INSERT INTO batch (id, campaign, size, state, updatedAt) VALUES (?, ?, ?, ?, ?)")
    for (index, start) in stride(from: range.lowerBound, to: range.upperBound, by: batchSize).enumerated() {
      try insertBatch.execute(arguments: [
        firstBatch + Int64(index), id.rawValue, min(batchSize, range.upperBound - start), BatchState.pending.code,
        now.milliseconds,
      ])
    }
  }

  private enum Finish: Sendable {
    case launched
    /// Another process was quicker with the same.
    case twin(Twin)
  }

  private func finishImport(
    _ id: CampaignID, _ plan: CampaignPlan, digest: Int64, again: Bool, recipients: Int, now: Timestamp
  ) async throws -> Finish {
    try await write { [self] db in
      let twin = try Twin.find(db, digest)
      if let twin, !again || twin.isContinued { return .twin(twin) }
      let batches =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM batch WHERE campaign = ?", arguments: [id.rawValue]) ?? 0
      try db.execute(
        sql: """
          UPDATE campaign SET state = ?, pending = ?, touchedAt = ?, digest = ?, isAcknowledged = 0, dueAt = ?
          WHERE id = ? AND state = 'importing' AND touchedAt >= 0
          """,
        arguments: [
          (plan.dueAt == nil ? CampaignState.launching : .scheduled).rawValue, batches,
          leaseTime(now).time.milliseconds,
          digest, plan.dueAt?.milliseconds, id.rawValue,
        ])
      guard db.changesCount == 1 else { throw Self.givenUp }
      var counters = Counters()
      counters.add(id.rawValue, status: MessageStatus.queued.rawValue, recipients)
      try counters.flush(db)
      try History.add(
        db,
        HistoryEntry(
          at: now, operator: plan.operator, action: .send, campaign: id,
          condition: plan.audience + (plan.hasNightConsent ? "; night consent" : ""), count: recipients,
          result: twin.map { OwnRecord.launchedAgain(copyOf: $0.id).sentence } ?? OwnRecord.launched.sentence))
      if let due = plan.dueAt {
        try History.add(
          db,
          HistoryEntry(
            at: now, operator: plan.operator, action: .schedule, campaign: id, condition: plan.name, count: recipients,
            result: OwnRecord.scheduled(for: due.description).sentence))
      }
      return .launched
    }
  }

  private static let givenUp = StoreError(.notAllowed, .launchGivenUp)

  /// Removes campaigns whose launch was cut off, as found by the time of their last transaction on the host's clock; one of
  /// a time to come is of before the host's last start.
  ///
  /// - Parameter idle: for how long nobody worked on them.
  /// - Throws: ``StoreError``.
  package func discardAbandonedImports(idle: Duration, now: Timestamp) async throws {
    let imports = "state = 'importing' AND NOT touchedAt BETWEEN ? AND ?"
    let time = leaseTime(now).time
    let bounds = [(time + (.zero - idle)).milliseconds, (time + idle).milliseconds]
    let isAny = try await read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM campaign WHERE \(imports))", arguments: StatementArguments(bounds))
    }
    guard isAny == true else { return }
    // Given up first, in one transaction: a launcher that wakes up now stops instead of finishing half of it.
    let ids = try await write { db in
      try Int64.fetchAll(
        db, sql: "UPDATE campaign SET touchedAt = -1 WHERE \(imports) RETURNING id",
        arguments: StatementArguments(bounds))
    }
    for id in ids { try await discardImport(CampaignID(rawValue: id)) }
  }

  /// Removes an import that nobody works on any more, in transactions of 100 batches.
  private func discardImport(_ id: CampaignID) async throws {
    while true {
      let removed = try await write { db in
        try db.execute(
          sql: "UPDATE campaign SET touchedAt = -1 WHERE id = ? AND state = 'importing'", arguments: [id.rawValue])
        guard db.changesCount == 1 else { return 0 }
        let batches = try Int64.fetchAll(
          db, sql: "SELECT id FROM batch WHERE campaign = ? LIMIT 100", arguments: [id.rawValue])
        for batch in batches {
          try db.execute(
            sql: "DELETE FROM recipient WHERE message IN (SELECT id FROM message WHERE batch = ?)", arguments: [batch])
          try db.execute(sql: "DELETE FROM message WHERE batch = ?", arguments: [batch])
          try db.execute(sql: "DELETE FROM batch WHERE id = ?", arguments: [batch])
        }
        if batches.isEmpty { try db.execute(sql: "DELETE FROM campaign WHERE id = ?", arguments: [id.rawValue]) }
        return batches.count
      }
      if removed == 0 { return }
    }
  }
}

extension BatchState {
  /// The number in the store.
  var code: Int {
    switch self {
    case .pending: 0
    case .queued: 1
    case .done: 2
    case .dead: 3
    }
  }

  init(code: Int) { self = [.pending, .queued, .done, .dead][min(max(code, 0), 3)] }

  /// The campaign's column that counts batches in this state.
  var column: String { rawValue }
}
