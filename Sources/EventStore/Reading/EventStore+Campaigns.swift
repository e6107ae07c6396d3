import GRDB
import Model

extension EventStore {
  /// Lists campaigns with their counters, newest first.
  ///
  /// - Parameters:
  ///   - id: only this one.
  ///   - limit: campaigns at most.
  /// - Throws: ``StoreError``.
  public func campaigns(_ id: CampaignID? = nil, limit: Int = .max) throws -> [CampaignSummary] {
    try read { db in
      var counts: [Int64: [MessageStatus: Int]] = [:]
      let rows = try Row.fetchAll(
        db, sql: "SELECT campaign, status, n FROM statusCount WHERE n <> 0 AND (?1 IS NULL OR campaign = ?1)",
        arguments: [id?.rawValue])
      for row in rows {
        guard let status = MessageStatus(rawValue: row["status"]) else { continue }
        counts[row["campaign"], default: [:]][status] = row["n"]
      }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT id, name, channel, state, operator, createdAt, audience, subject, recipients, pending, queued, done,
            dead, note FROM campaign WHERE state <> 'draft' AND (?1 IS NULL OR id = ?1) ORDER BY id DESC
            LIMIT ?2
          """, arguments: [id?.rawValue, limit]
      ).map { row in
        CampaignSummary(
          id: CampaignID(rawValue: row["id"]), name: row["name"],
          channel: Channel(rawValue: row["channel"]) ?? .email,
          state: CampaignState(rawValue: row["state"]) ?? .draft, operator: row["operator"],
          createdAt: Timestamp(milliseconds: row["createdAt"]), audience: row["audience"], subject: row["subject"],
          recipients: row["recipients"], counts: counts[row["id"]] ?? [:],
          batches: .init(pending: row["pending"], queued: row["queued"], done: row["done"], dead: row["dead"]),
          note: row["note"])
      }
    }
  }

  /// Finds a campaign by its id, or by its name when only one campaign has it.
  ///
  /// - Throws: ``StoreError`` with `notFound` when there is none or more than one.
  public func findCampaign(_ text: String) throws -> CampaignSummary {
    if let number = Int64(text), let found = try campaigns(CampaignID(rawValue: number)).first { return found }
    let ids = try read { db in
      try Int64.fetchAll(
        db, sql: "SELECT id FROM campaign WHERE name = ? AND state <> 'draft' ORDER BY id", arguments: [text])
    }
    guard let id = ids.first else {
      throw StoreError(.notFound, "there is no campaign '\(text)': list them with 'sendboard campaigns'")
    }
    guard ids.count == 1 else {
      throw StoreError(
        .notFound,
        "\(ids.count) campaigns are named '\(text)': give the id (\(ids.map(String.init).joined(separator: ", ")))")
    }
    return try campaigns(CampaignID(rawValue: id))[0]
  }

  /// Counts the campaigns there are.
  ///
  /// - Throws: ``StoreError``.
  public func campaignCount() throws -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM campaign WHERE state <> 'draft'") ?? 0 }
  }

  /// Reads a campaign as planned.
  ///
  /// - Throws: ``StoreError``.
  public func campaign(_ id: CampaignID) throws -> Campaign? { try read { db in try CampaignRow.fetch(db, id) } }
}
