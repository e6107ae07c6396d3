import GRDB
import Model

extension EventStore {
  /// Goes through all that a query finds, wherever it is anchored, in order of ids: a thousand at a time, so that nobody
  /// reads for long.
  ///
  /// - Parameters:
  ///   - read: makes of the ids of a piece what is wanted of it.
  ///   - take: is handed that; `false` when it is enough.
  /// - Throws: ``StoreError``.
  func walk<Piece: Sendable>(
    _ query: MessageQuery, _ read: @escaping @Sendable (Database, [Int64]) throws -> Piece, take: (Piece) -> Bool
  ) async throws {
    var query = query
    query.limit = 1000
    var last: Int64 = 0
    while true {
      let (ids, piece) = try await self.read { [query, last] db in
        let ids = try MessagePager(db, query).ids(after: last)
        return (ids, try read(db, ids))
      }
      guard take(piece), ids.count == query.limit, let end = ids.last else { return }
      last = end
    }
  }
}
