import Foundation
import GRDB
package import Model

extension EventStore {
  /// Counts failures by classification, most frequent first.
  ///
  /// - Parameter campaign: only this one's; `nil` for all campaigns and foreign mail.
  /// - Throws: ``StoreError``.
  package func failures(_ campaign: CampaignID? = nil) async throws -> [FailureCount] {
    try await read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT c.kind, c.cause, c.subtype, c.smtpStatus, sum(f.n) AS n FROM failureCount f
          JOIN classification c ON c.id = f.classification WHERE ?1 IS NULL OR f.campaign = ?1
          GROUP BY c.id HAVING sum(f.n) > 0 ORDER BY n DESC, c.id
          """, arguments: [campaign?.rawValue]
      ).compactMap { row in Classification(row: row).map { FailureCount(classification: $0, count: row["n"]) } }
    }
  }

  /// Reads the header's figures, without the queues' depths.
  ///
  /// - Parameter now: the rate is that of the ten whole seconds before it.
  /// - Throws: ``StoreError``.
  package func health(now: Timestamp) async throws -> Health {
    try await read { db in
      var health = Health()
      let rows = try Row.fetchAll(db, sql: "SELECT status, sum(n) AS n FROM statusCount GROUP BY status")
      for row in rows {
        guard let status = MessageStatus(rawValue: row["status"]) else { continue }
        let n: Int = row["n"]
        health.counts[status] = n
        if status.provesAcceptance { health.accepted += n }
        switch status {
        case .sending: health.sending = n
        case .uncertain: health.uncertain = n
        case .queued, .cancelled, .refused, .accepted, .delayed, .delivered, .opened, .clicked, .softBounced,
          .renderFailed,
          .rejected, .hardBounced, .complained, .suppressed:
          break
        }
      }
      health.accepted -=
        try Int.fetchOne(
          db,
          sql: """
            SELECT sum(f.n) FROM failureCount f JOIN classification c ON c.id = f.classification
            WHERE c.kind = ? AND c.cause = ?
            """,
          arguments: [FailureKind.suppressed.rawValue, Classification.ownList(.manual).cause]) ?? 0
      health.reputation = try FactCounts.reputation(db, since: now + .seconds(-7 * 86_400), to: now)
      health.lastDay = try FactCounts.reputation(db, since: now + .seconds(-86_400), to: now)
      let second = now.milliseconds / 1000
      let recent = try Row.fetchOne(
        db, sql: "SELECT sum(accepted) AS n, min(second) AS first FROM throughput WHERE second >= ? AND second < ?",
        arguments: [second - 10, second])
      if let n = recent?["n"] as Int?, let first = recent?["first"] as Int64? {
        health.rate = Double(n) / Double(max(1, second - first))
      }
      let lag = try Int64.fetchOne(
        db, sql: "SELECT milliseconds FROM ingestLag WHERE at > ?", arguments: [now.milliseconds - 60_000])
      health.ingestLag = lag.map { .milliseconds($0) }
      health.deadLetters =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM deadLetter d WHERE NOT \(Self.isRecovered)") ?? 0
      health.quarantined = try Int.fetchOne(db, sql: "SELECT count(*) FROM quarantine") ?? 0
      return health
    }
  }

  /// Lists who did what, oldest first.
  ///
  /// - Parameters:
  ///   - id: only what was done after this entry.
  ///   - text: only what has this in it, as ``historyPage(containing:limit:)`` has it; empty for everything.
  ///   - limit: entries at most.
  /// - Throws: ``StoreError``.
  package func history(after id: Int64 = 0, containing text: String = "", limit: Int) async throws -> [HistoryEntry] {
    try await read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT h.*, c.name FROM history h LEFT JOIN campaign c ON c.id = h.campaign WHERE h.id > ? ORDER BY h.id
          """, arguments: [id])
      var entries: [HistoryEntry] = []
      while entries.count < limit, let row = try rows.next() {
        let entry = Self.entry(row)
        if Self.has(row, entry, text) { entries.append(entry) }
      }
      return entries
    }
  }

  private static func has(_ row: Row, _ entry: HistoryEntry, _ text: String) -> Bool {
    guard !text.isEmpty else { return true }
    let words = [entry.operator, entry.action, row["name"] as String? ?? "", entry.condition, entry.result]
    return words.contains { $0.localizedCaseInsensitiveContains(text) }
  }

  /// Reads the latest of what was done, and how much there is in all.
  ///
  /// - Parameter text: only what has this in its operator, action, campaign's name, condition or result, whatever the letters' case;
  ///   empty for everything.
  /// - Throws: ``StoreError``.
  package func historyPage(containing text: String = "", limit: Int) async throws -> HistoryPage {
    try await read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT h.*, c.name FROM history h LEFT JOIN campaign c ON c.id = h.campaign ORDER BY h.id DESC")
      var page = HistoryPage(entries: [], total: 0)
      // What is stored are codes: what they say is known here only. An operator does some thousand things in a year.
      while let row = try rows.next() {
        let entry = Self.entry(row)
        guard Self.has(row, entry, text) else { continue }
        page.total += 1
        if page.entries.count < limit { page.entries.append(entry) }
      }
      return page
    }
  }

  private static func entry(_ row: Row) -> HistoryEntry {
    HistoryEntry(
      id: row["id"], at: Timestamp(milliseconds: row["at"]), operator: row["operator"], action: row["action"],
      campaign: (row["campaign"] as Int64?).map(CampaignID.init(rawValue:)),
      condition: OwnRecord.sentence(of: row["condition"]), count: row["count"],
      result: OwnRecord.sentence(of: row["result"]))
  }

  /// Counts the batches of these channels' campaigns that are on their way: neither done, dead nor held by a pause.
  ///
  /// - Throws: ``StoreError``.
  package func batchesLeft(by channels: [Channel], now: Timestamp) async throws -> BatchesLeft {
    try await read { db in
      // What waits for its hours is left, and nothing to wait for.
      let closed = try WindowRule.closed(db, at: now).map(String.init).joined(separator: ",")
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT coalesce(sum(pending), 0) AS pending, coalesce(sum(queued), 0) AS queued FROM campaign
          WHERE state IN ('launching', 'sending') AND pending + queued > 0 AND id NOT IN (\(closed))
            AND channel IN (\(databaseQuestionMarks(count: channels.count)))
          """, arguments: StatementArguments(channels.map(\.rawValue)))
      return BatchesLeft(pending: row?["pending"] ?? 0, queued: row?["queued"] ?? 0)
    }
  }
}

/// What a worker asks.
extension EventStore {
  /// True when some campaign of a channel may send now, or will by itself.
  ///
  /// - Throws: ``StoreError``.
  package func hasOpenCampaigns(of channel: Channel) async throws -> Bool {
    try await read { db in
      try Bool.fetchOne(
        db,
        sql: "SELECT EXISTS (SELECT 1 FROM campaign WHERE state IN ('launching', 'sending') AND channel = ?)",
        arguments: [channel.rawValue]) ?? false
    }
  }

  /// A campaign that waits to be resumed.
  package struct PausedCampaign: Equatable, Sendable {
    /// Names the campaign.
    package var id: CampaignID
    /// What its operator called it.
    package var name: String
    /// Why, when the provider did it; `nil` when an operator did.
    package var note: String?
  }

  /// Lists the campaigns that are paused.
  ///
  /// - Throws: ``StoreError``.
  package func pausedCampaigns() async throws -> [PausedCampaign] {
    try await read { db in
      try Row.fetchAll(db, sql: "SELECT id, name, note FROM campaign WHERE state = 'paused'").map {
        PausedCampaign(
          id: CampaignID(rawValue: $0["id"]), name: $0["name"], note: ($0["note"] as String?).map(OwnReason.sentence))
      }
    }
  }

  /// True when the provider took anybody of a campaign.
  ///
  /// - Throws: ``StoreError``.
  package func hasAccepted(_ id: CampaignID) async throws -> Bool {
    try await read { db in
      let codes = try Int.fetchAll(
        db, sql: "SELECT status FROM statusCount WHERE campaign = ? AND n > 0", arguments: [id.rawValue])
      return codes.contains { MessageStatus(rawValue: $0)?.provesAcceptance ?? false }
    }
  }
}

extension EventStore {
  /// Counts the journal's events; reads all of them, so for benchmarks only.
  ///
  /// - Throws: ``StoreError``.
  package func eventCount() async throws -> Int {
    try await read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0 }
  }
}
