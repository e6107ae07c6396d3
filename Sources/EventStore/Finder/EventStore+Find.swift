import GRDB
package import Model
import SQLiteKit

/// Finding messages by anything that is known of them.
extension EventStore {
  /// Takes one step of a search.
  ///
  /// - Parameters:
  ///   - request: what is looked for, and from where on.
  ///   - rows: rows that a step reads at most where no index helps; so many take some 50 ms.
  /// - Throws: ``StoreError``.
  package func find(_ request: FindRequest, rows: Int = 200_000) async throws -> FindPart {
    try await read { db in
      guard !request.text.isEmpty else { return FindPart(request: request) }
      let importing = Set(try Int64.fetchAll(db, sql: "SELECT id FROM campaign WHERE state = 'importing'"))
      var part = try Self.step(db, request, rows: rows)
      // What is being copied in is nobody's yet, and gone when the copying ends early.
      // What was read through once fills each reader's page cache, and is of no use there.
      if request.position != nil { db.releasePages() }
      part.messages.removeAll { $0.message.campaign.map { importing.contains($0.rawValue) } ?? false }
      return part
    }
  }

  private static func step(_ db: Database, _ request: FindRequest, rows: Int) throws -> FindPart {
    if let position = request.position {
      var find = ScanningFind(db, request.text, position, rows: rows)
      return try find.part()
    }
    var find = IndexedFind(db, request.text)
    return try find.part()
  }

  /// Reads messages by their numbers, in that order; those that are there no more are left out.
  ///
  /// - Throws: ``StoreError``.
  package func messages(_ ids: [MessageID]) async throws -> [MessageSummary] {
    try await read { db in try MessagePager.rows(db, ids: ids.map(\.rawValue)) }
  }
}
