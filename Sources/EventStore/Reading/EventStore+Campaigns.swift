import Foundation
import GRDB
package import Model

extension EventStore {
  /// Lists campaigns with their counters, newest first.
  ///
  /// - Parameters:
  ///   - id: only this one.
  ///   - limit: campaigns at most.
  ///   - now: when it is, for campaigns that may go out only at some hours.
  /// - Throws: ``StoreError``.
  package func campaigns(_ id: CampaignID? = nil, limit: Int = .max, now: Timestamp? = nil) async throws
    -> [CampaignSummary]
  {
    let now = now ?? Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    return try await read { db in
      var counts: [Int64: [MessageStatus: Int]] = [:]
      let rows = try Row.fetchCursor(
        db, sql: "SELECT campaign, status, n FROM statusCount WHERE n <> 0 AND (?1 IS NULL OR campaign = ?1)",
        arguments: [id?.rawValue])
      while let row = try rows.next() {
        guard let status = MessageStatus(rawValue: row[1]) else { continue }
        counts[row[0], default: [:]][status] = row[2]
      }
      let figures = try CampaignFigures(db, id, counts)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT id, name, channel, state, operator, createdAt, audience, subject, recipients, pending, queued, done,
            dead, note, dueAt, rate, isAdvertising, window FROM campaign WHERE state <> 'importing' AND (?1 IS NULL OR id = ?1) ORDER BY id DESC
            LIMIT ?2
          """, arguments: [id?.rawValue, limit]
      ).map { row in
        try CampaignSummary(
          id: CampaignID(rawValue: row["id"]), name: row["name"],
          channel: row.known("channel"),
          state: row.known("state"), operator: row["operator"],
          createdAt: Timestamp(milliseconds: row["createdAt"]), audience: row["audience"], subject: row["subject"],
          recipients: row["recipients"], counts: counts[row["id"]] ?? [:],
          batches: .init(pending: row["pending"], queued: row["queued"], done: row["done"], dead: row["dead"]),
          retrying: figures.retrying[row["id"]] ?? 0, assumed: figures.assumed[row["id"]] ?? 0,
          reputation: figures.reputation[row["id"]] ?? Reputation(),
          simulated: figures.simulated[row["id"]] ?? 0,
          note: (row["note"] as String?).map(OwnReason.sentence),
          dueAt: (row["dueAt"] as Int64?).map(Timestamp.init(milliseconds:)),
          rate: (row["rate"] as Double?).map(SendRate.init(perSecond:)), isAdvertising: row["isAdvertising"],
          window: (row["window"] as String?).flatMap(SendWindow.init),
          isOutOfHours: !WindowRule.isOpen(row["window"], at: now), keptBack: figures.keptBack[row["id"]] ?? 0)
      }
    }
  }

  /// Finds a campaign by its id, or by its name when only one campaign has it; `id:2` and `name:2` say which is meant.
  ///
  /// - Throws: ``StoreError`` with `notFound` when there is none, and `ambiguous` when there is more than one.
  package func findCampaign(_ text: String) async throws -> CampaignSummary {
    if let number = Self.number(text, after: "id:"),
      let found = try await campaigns(CampaignID(rawValue: number)).first
    {
      return found
    }
    let (byID, name) = text.hasPrefix("name:") ? (nil, String(text.dropFirst(5))) : (Int64(text), text)
    let ids = try await read { db in
      try Int64.fetchAll(
        db, sql: "SELECT id FROM campaign WHERE name = ? AND state <> 'importing' ORDER BY id", arguments: [name])
    }
    if let byID, let found = try await campaigns(CampaignID(rawValue: byID)).first {
      guard let namesake = ids.first(where: { $0 != byID }) else { return found }
      throw StoreError(
        .ambiguous,
        "'\(text)' is the id of one campaign and the name of another, \(namesake): say 'id:\(text)' or 'name:\(text)'")
    }
    guard let id = ids.first else { return try await findCampaign(beginning: name, asked: text) }
    guard ids.count == 1 else {
      throw StoreError(
        .ambiguous,
        "\(ids.count) campaigns are named '\(name)': give the id (\(ids.map(String.init).joined(separator: ", ")))")
    }
    return try await campaigns(CampaignID(rawValue: id))[0]
  }

  /// Finds the one campaign whose name begins so. What may be a mistyped id is not taken for the beginning of a name.
  private func findCampaign(beginning prefix: String, asked text: String) async throws -> CampaignSummary {
    let missing = StoreError(.notFound, "there is no campaign '\(text)'", remedy: .listCampaigns)
    if prefix.isEmpty || (prefix == text && Int64(text) != nil) { throw missing }
    let found = try await read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, name FROM campaign WHERE name >= ?1 AND name < ?1 || char(0x10FFFF) AND state <> 'importing'
          ORDER BY id LIMIT 11
          """, arguments: [prefix]
      ).map { (id: $0["id"] as Int64, name: $0["name"] as String) }
    }
    guard let only = found.first else { throw missing }
    guard found.count == 1 else {
      let names = found.prefix(10).map { "\($0.id) “\($0.name)”" }.joined(separator: ", ")
      throw StoreError(
        .ambiguous,
        "several campaigns have a name that begins with '\(prefix)': \(names)\(found.count > 10 ? ", …" : ""); give more of "
          + "it, or the id")
    }
    return try await campaigns(CampaignID(rawValue: only.id))[0]
  }

  private static func number(_ text: String, after prefix: String) -> Int64? {
    text.hasPrefix(prefix) ? Int64(text.dropFirst(prefix.count)) : nil
  }

  /// Counts the campaigns there are.
  ///
  /// - Throws: ``StoreError``.
  package func campaignCount() async throws -> Int {
    try await read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM campaign WHERE state <> 'importing'") ?? 0 }
  }

  /// Reads a campaign as planned.
  ///
  /// - Throws: ``StoreError``.
  package func campaign(_ id: CampaignID) async throws -> Campaign? {
    try await read { db in try CampaignRow.fetch(db, id) }
  }
}
