import GRDB
package import Model

extension EventStore {
  /// Reads the newest messages to an address, by all campaigns and other programs, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func person(_ address: String, limit: Int, now: Timestamp) async throws -> PersonHistory {
    try await read { db in
      let ids = try Int64.fetchAll(
        db,
        // What is being copied in is nobody's yet.
        sql: """
          SELECT m.id FROM message m INDEXED BY message_address LEFT JOIN campaign k ON k.id = m.campaign
          WHERE m.address = ? COLLATE NOCASE AND k.state IS NOT 'importing' ORDER BY m.id DESC LIMIT ?
          """, arguments: [address, limit])
      // Of few all are known.
      let total =
        ids.count < limit
        ? ids.count
        : try Int.fetchOne(
          db, sql: "SELECT count(*) FROM message INDEXED BY message_address WHERE address = ? COLLATE NOCASE",
          arguments: [address])
      return PersonHistory(
        address: address, messages: try MessagePager.rows(db, ids: ids), total: total ?? ids.count,
        listed: try SuppressionList.entry(db, address, now: now))
    }
  }

  /// Reads the addresses of all messages that a query finds, wherever it is anchored.
  ///
  /// - Parameter bytes: what they may take up, one a line.
  /// - Returns: the addresses in order of their messages' numbers; `nil` when they are more.
  /// - Throws: ``StoreError``.
  package func addresses(_ query: MessageQuery, bytes: Int) async throws -> [String]? {
    var (found, size): ([String], Int) = ([], 0)
    try await walk(query) { db, ids in
      let statement = try db.cachedStatement(sql: "SELECT address FROM message WHERE id = ?")
      return try ids.compactMap { try String.fetchOne(statement, arguments: [$0]) }
    } take: { addresses in
      found += addresses
      size += addresses.reduce(0) { $0 + $1.utf8.count + 1 }
      return size - 1 <= bytes
    }
    return size - 1 <= bytes ? found : nil
  }
}
