import GRDB
package import Model

extension EventStore {
  /// Reads the newest messages to an address, by all campaigns and other programs, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func person(_ address: String, limit: Int) async throws -> PersonHistory {
    try await read { db in
      let condition = """
        FROM message m INDEXED BY message_address LEFT JOIN campaign k ON k.id = m.campaign
        WHERE m.address = ? COLLATE NOCASE AND k.state IS NOT 'importing'
        """
      let total = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM message INDEXED BY message_address WHERE address = ? COLLATE NOCASE",
        arguments: [address])
      let ids = try Int64.fetchAll(
        db, sql: "SELECT m.id \(condition) ORDER BY m.id DESC LIMIT ?", arguments: [address, limit])
      return PersonHistory(
        address: address, messages: try MessagePager.rows(db, ids: ids),
        // What is being copied in is nobody's yet; of few all are known.
        total: ids.count < limit ? ids.count : total ?? ids.count)
    }
  }

  /// Reads the addresses of all messages that a query finds, wherever it is anchored.
  ///
  /// - Parameter bytes: what they may take up, one a line.
  /// - Returns: the addresses in order of their messages' numbers; `nil` when they are more.
  /// - Throws: ``StoreError``.
  package func addresses(_ query: MessageQuery, bytes: Int) async throws -> [String]? {
    var query = query
    query.limit = 1000
    var (found, size, last): ([String], Int, Int64) = ([], 0, 0)
    while true {
      let piece = try await read { [query, last] db in
        let ids = try MessagePager(db, query).ids(after: last)
        let statement = try db.cachedStatement(sql: "SELECT address FROM message WHERE id = ?")
        return (ids, try ids.compactMap { try String.fetchOne(statement, arguments: [$0]) })
      }
      found += piece.1
      size += piece.1.reduce(0) { $0 + $1.utf8.count + 1 }
      if size - 1 > bytes { return nil }
      guard piece.0.count == query.limit, let end = piece.0.last else { return found }
      last = end
    }
  }
}
