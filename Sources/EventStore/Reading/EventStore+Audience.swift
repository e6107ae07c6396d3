import GRDB
package import Model

/// What the audiences of campaigns looked like: their columns, and each recipient's values.
extension EventStore {
  /// The columns of a campaign's audience.
  package struct AudienceShape: Equatable, Sendable {
    /// Names the campaign.
    package var campaign: CampaignID
    /// Says what an address is.
    package var channel: Channel
    /// Names the columns other than the address, in the file's order.
    package var columns: [String]

    /// Makes a value from its parts.
    package init(campaign: CampaignID, channel: Channel, columns: [String]) {
      (self.campaign, self.channel, self.columns) = (campaign, channel, columns)
    }
  }

  /// Reads the columns of campaigns, oldest first.
  ///
  /// - Parameter campaigns: these; all when there are none.
  /// - Throws: ``StoreError``.
  package func audienceShapes(of campaigns: [CampaignID] = []) async throws -> [AudienceShape] {
    try await read { db in
      try Row.fetchAll(db, sql: "SELECT id, channel, columns FROM campaign WHERE state <> 'importing' ORDER BY id")
        .map { row in
          let columns: String = row["columns"]
          return AudienceShape(
            campaign: CampaignID(rawValue: row["id"]), channel: try row.known("channel"),
            columns: columns.isEmpty ? [] : ValueList.decode(columns))
        }.filter { campaigns.isEmpty || campaigns.contains($0.campaign) }
    }
  }

  /// Reads recipients' values, in the order of their campaign's columns; other programs' messages have none.
  ///
  /// - Throws: ``StoreError``.
  package func values(of messages: [MessageID]) async throws -> [MessageID: [String]] {
    try await read { db in
      let statement = try db.cachedStatement(sql: "SELECT data FROM recipient WHERE message = ?")
      var values: [MessageID: [String]] = [:]
      for id in messages {
        guard let data = try String.fetchOne(statement, arguments: [id.rawValue]) else { continue }
        values[id] = ValueList.decode(data)
      }
      return values
    }
  }
}
