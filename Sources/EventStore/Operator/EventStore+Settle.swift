import GRDB
package import Model

extension EventStore {
  /// Settles uncertain messages, or takes such a word back: in one transaction, all or none of them.
  ///
  /// - Parameter leavingOthers: leaves those alone that are gone or that the word does not fit, such as those that an event
  ///   has settled meanwhile.
  /// - Returns: the number of messages settled; of those to be sent again, the ones that will be: where an event shows that
  ///   an earlier copy went out, that stands.
  /// - Throws: ``StoreError``: `notFound`, or `notAllowed` when the word does not fit one of them.
  package func settle(
    _ messages: [MessageID], _ verdict: Verdict, leavingOthers: Bool = false, operator: String, now: Timestamp
  ) async throws -> Int {
    try await write { db in
      var byCampaign: [Int64: [Row]] = [:]
      for message in Set(messages).sorted() {
        guard
          let row = try Row.fetchOne(
            db, sql: "SELECT id, attempt, providerID, campaign, status FROM message WHERE id = ?",
            arguments: [message.rawValue])
        else {
          if leavingOthers { continue }
          throw StoreError(.notFound, .noMessage(message))
        }
        let summary = try MessagePager.rows(db, ids: [message.rawValue]).first
        guard let summary, verdict.fits(summary), let campaign = row["campaign"] as Int64? else {
          if leavingOthers { continue }
          throw StoreError(.notAllowed, .notSettled(message, summary?.status, verdict))
        }
        byCampaign[campaign, default: []].append(row)
      }
      var total = 0
      for (id, rows) in byCampaign.sorted(by: { $0.key < $1.key }) {
        guard let campaign = try CampaignRow.fetch(db, CampaignID(rawValue: id)) else { continue }
        var count = rows.count
        switch verdict {
        case .resend:
          if campaign.state == .cancelled {
            throw StoreError(.notAllowed, .campaignCancelled(campaign.id, name: campaign.name))
          }
          count = try Self.open(db, rows, .settledToResend, campaign: campaign, now: now)
        case .assumeSent:
          try Self.say(db, .assumedSent, of: rows, now: now, reason: OwnReason.takenForSent(by: `operator`).sentence)
        case .undo:
          try Self.say(
            db, .assumptionWithdrawn, of: rows, now: now,
            reason: OwnReason.takenForSentNoLonger(by: `operator`).sentence)
        }
        try History.add(
          db,
          HistoryEntry(
            at: now, operator: `operator`, action: .settle, campaign: campaign.id, condition: verdict.rawValue,
            count: count, result: "settled"))
        total += count
      }
      return total
    }
  }

  /// Appends the operator's word, later than any earlier one: the latest counts, also when a clock was set back.
  private static func say(_ db: Database, _ type: EventType, of rows: [Row], now: Timestamp, reason: String) throws {
    let writer = try EventWriter(db)
    for row in rows {
      let latest = try Int64.fetchOne(
        db.cachedStatement(
          sql: "SELECT max(at) FROM event WHERE message = ? AND attempt = ? AND type IN (?, ?)"),
        arguments: [
          row["id"] as Int64, row["attempt"] as Int, EventType.assumedSent.name, EventType.assumptionWithdrawn.name,
        ])
      let at = max(now, Timestamp(milliseconds: (latest ?? .min) + (latest == nil ? 0 : 1)))
      try writer.append(type, to: [row], at: at, source: .operator, reason: reason)
    }
    try writer.finish()
  }

  /// Lists the messages of a campaign that a word fits, in order of their numbers.
  ///
  /// - Throws: ``StoreError``.
  package func settleable(_ verdict: Verdict, in campaign: CampaignID) async throws -> [MessageID] {
    let scope = Scope(campaign: campaign)
    return verdict == .undo ? try await assumed(in: scope) : try await uncertain(in: scope)
  }

  /// Lists the uncertain messages that pass the conditions of a scope, in order of their numbers.
  ///
  /// - Throws: ``StoreError``.
  package func uncertain(in scope: Scope) async throws -> [MessageID] {
    // No other status is uncertain, and what is uncertain has not failed.
    guard scope.statuses.isEmpty || scope.statuses.contains(.uncertain), scope.kinds.isEmpty,
      scope.classification == nil, scope.slice == nil, !scope.isAssumed
    else { return [] }
    return try await ids(
      MessageQuery(
        campaign: scope.campaign, batch: scope.batch, status: .uncertain, addressPrefix: scope.addressPrefix))
  }

  /// Lists the messages of a scope that count as accepted on the operator's word alone, in order of their numbers.
  ///
  /// - Throws: ``StoreError``.
  package func assumed(in scope: Scope) async throws -> [MessageID] {
    guard scope.statuses.isEmpty || scope.statuses.contains(.accepted), scope.kinds.isEmpty,
      scope.classification == nil, scope.slice == nil
    else { return [] }
    return try await ids(
      MessageQuery(
        campaign: scope.campaign, batch: scope.batch, addressPrefix: scope.addressPrefix, isAssumed: true))
  }

  private func ids(_ query: MessageQuery) async throws -> [MessageID] {
    var all: [MessageID] = []
    try await walk(query) { _, ids in
      ids
    } take: { ids in
      all += ids.map(MessageID.init(rawValue:))
      return true
    }
    return all
  }

  /// Adds to the record of who did what.
  ///
  /// - Throws: ``StoreError``.
  package func addHistory(_ entry: HistoryEntry) async throws { try await write { db in try History.add(db, entry) } }
}
