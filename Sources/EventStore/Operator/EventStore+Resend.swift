import GRDB
package import Model

extension EventStore {
  /// Gives failed messages that may be resent a new attempt in new batches.
  ///
  /// In transactions of at most 2,000 messages, each with its batches whole: what a crash leaves undone, the same
  /// command does next time, and nothing is done twice, for a message with a new attempt is no longer failed.
  ///
  /// - Parameters:
  ///   - limit: messages at most: the number the operator confirmed.
  ///   - isDryRun: count and change nothing.
  ///   - mayResend: whether a classification may be resent by itself; what else ``Scope/includesPolicy`` adds, `Resending`
  ///     says.
  /// - Throws: ``StoreError`` with `notFound` or `notAllowed`.
  package func resend(
    _ scope: Scope, limit: Int = .max, isDryRun: Bool, operator: String, now: Timestamp,
    mayResend: @escaping @Sendable (Classification) -> Bool
  ) async throws -> ResendReport {
    if !isDryRun { try await requireNoRegression() }
    if let id = scope.campaign { try await check(id) }
    var resending = Resending(
      store: self, scope: scope, limit: limit, isDryRun: isDryRun, now: now, mayResend: mayResend)
    try await resending.run()
    let report = resending.report
    // What changed nothing is no deed.
    if !isDryRun, report.resent > 0 {
      let skipped = report.skipped.values.reduce(0, +)
      let entry = HistoryEntry(
        at: now, operator: `operator`, action: .resend,
        campaign: scope.campaign ?? (report.campaigns.count == 1 ? report.campaigns.first : nil),
        condition: scope.record, count: report.resent,
        result: skipped > 0 ? OwnRecord.skipped(skipped).sentence : "")
      try await write { db in try History.add(db, entry) }
    }
    return report
  }

  /// Lists what a resend would leave alone, each with the reason: messages that are named or filtered by their address one by
  /// one, the first ``Resending/listLimit`` of them, and all others by what they failed of.
  ///
  /// - Throws: ``StoreError``.
  package func leftAlone(
    _ scope: Scope, now: Timestamp, mayResend: @escaping @Sendable (Classification) -> Bool
  ) async throws -> [LeftAlone] {
    var resending = Resending(
      store: self, scope: scope, limit: .max, isDryRun: true, now: now, mayResend: mayResend)
    resending.list()
    try await resending.run()
    var found: [LeftAlone] = []
    // A classification is gone through piece by piece, and campaign by campaign.
    for entry in resending.leftAlone ?? [] {
      let same = found.firstIndex {
        entry.message == nil && $0.message == nil && $0.why == entry.why && $0.classification == entry.classification
      }
      if let same { found[same].count += entry.count } else { found.append(entry) }
    }
    return found
  }

  /// The same for all failures of a campaign, or those of some statuses or kinds.
  ///
  /// - Throws: ``StoreError`` with `notFound` or `notAllowed`.
  package func resend(
    _ id: CampaignID, statuses: Set<MessageStatus> = [], kinds: Set<FailureKind> = [], limit: Int = .max,
    isDryRun: Bool, operator: String, now: Timestamp,
    mayResend: @escaping @Sendable (Classification) -> Bool
  ) async throws -> ResendReport {
    try await resend(
      Scope(campaign: id, statuses: Array(statuses), kinds: Array(kinds)), limit: limit, isDryRun: isDryRun,
      operator: `operator`, now: now, mayResend: mayResend)
  }

  private func check(_ id: CampaignID) async throws {
    guard let campaign = try await read({ db in try CampaignRow.fetch(db, id) }) else {
      throw StoreError(.notFound, .noCampaign(id), remedy: .listCampaigns)
    }
    if campaign.state == .cancelled {
      throw StoreError(.notAllowed, .campaignCancelled(id, name: campaign.name))
    }
  }

  /// Opens the next attempt of messages, in new batches.
  ///
  /// - Returns: how many wait to be sent now; for the others there is proof already that an earlier copy went out, which
  ///   nobody who settles a doubt asks to have doubled.
  @discardableResult
  static func open(_ db: Database, _ rows: [Row], _ type: EventType, campaign: Campaign, now: Timestamp) throws -> Int {
    guard !rows.isEmpty else { return 0 }
    let writer = try EventWriter(db)
    for row in rows { try writer.openAttempt(of: row, type, at: now) }
    try writer.finish()
    let ids: [MessageID] = try rows.compactMap { row in
      let status = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT status FROM message WHERE id = ?"), arguments: [row["id"] as Int64])
      return status == MessageStatus.queued.rawValue ? MessageID(rawValue: row["id"]) : nil
    }
    guard !ids.isEmpty else { return 0 }
    for start in stride(from: 0, to: ids.count, by: campaign.batchSize) {
      _ = try BatchRow.make(
        db, campaign: campaign.id, messages: Array(ids[start..<min(start + campaign.batchSize, ids.count)]), now: now)
    }
    try CampaignRow.move(db, campaign.id, .reopen)
    return ids.count
  }
}
