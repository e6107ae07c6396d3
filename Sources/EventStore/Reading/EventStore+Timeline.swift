import GRDB
package import Model

/// What a message's timeline shows.
extension EventStore {
  /// Reads a message's timeline, oldest first, beginning with its planning.
  ///
  /// - Throws: ``StoreError``.
  package func timeline(_ id: MessageID) async throws -> [Event] {
    try await read { db in
      var classifications = ClassificationTable(db)
      let status = try Int.fetchOne(db, sql: "SELECT status FROM message WHERE id = ?", arguments: [id.rawValue])
        .flatMap(MessageStatus.init(rawValue:))
      let events = try EventRow.fetch(db, message: id, &classifications).sorted { $0.precedes($1) }
        .map { event in status.map { event.told(of: $0) } ?? event }
      let planned = try Int64.fetchOne(
        db, sql: "SELECT c.createdAt FROM message m JOIN campaign c ON c.id = m.campaign WHERE m.id = ?",
        arguments: [id.rawValue])
      guard let planned else { return events }
      return [
        Event(
          message: id, attempt: 1, at: Timestamp(milliseconds: planned), type: .queued, source: .sendboard, identity: 0)
      ] + events
    }
  }

  /// Reads what a message of a campaign was made from; `nil` for another program's.
  ///
  /// - Returns: the campaign, the recipient's address, and their value for each of its columns.
  /// - Throws: ``StoreError``.
  package func source(of id: MessageID) async throws -> (campaign: Campaign, address: String, values: [String])? {
    try await read { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql:
            "SELECT m.campaign, m.address, r.data FROM message m JOIN recipient r ON r.message = m.id WHERE m.id = ?",
          arguments: [id.rawValue]),
        let number = row["campaign"] as Int64?,
        let campaign = try CampaignRow.fetch(db, CampaignID(rawValue: number))
      else { return nil }
      return (campaign, row["address"], campaign.columns.isEmpty ? [] : ValueList.decode(row["data"]))
    }
  }

  /// Reads under which names the provider knows the earlier attempts of a message.
  ///
  /// There is no index by messages: of very many earlier attempts in the store only the first are looked at.
  ///
  /// - Throws: ``StoreError``.
  package func earlierProviderIDs(of id: MessageID, rows: Int = 200_000) async throws -> [Int: String] {
    try await read { db in
      let found = try Row.fetchAll(
        db,
        sql: """
          SELECT attempt, providerID FROM (SELECT message, attempt, providerID FROM priorAttempt LIMIT ?) WHERE message = ?
          """, arguments: [rows, id.rawValue])
      return Dictionary(found.map { ($0["attempt"], $0["providerID"]) }) { first, _ in first }
    }
  }
}
