import GRDB
package import Model
import SQLiteKit

/// Finding messages by anything that is known of them.
extension EventStore {
  /// Takes one step of a search.
  ///
  /// - Parameters:
  ///   - request: what is looked for, and from where on.
  ///   - rows: rows that a step reads at most, on each connection, where no index helps; so many take some 50 ms.
  /// - Throws: ``StoreError``.
  package func find(_ request: FindRequest, rows: Int = 200_000) async throws -> FindPart {
    guard !request.text.isEmpty else { return FindPart(request: request) }
    guard let position = request.position else {
      return try await reading { db in
        var find = IndexedFind(db, request.text)
        return try find.part()
      }
    }
    switch position.stage {
    case .addresses(let address, let id):
      return try await scanning { db in
        var find = ScanningFind(db, request.text, position, rows: rows)
        return try find.addresses(after: address, id.rawValue)
      }
    case .values(let id):
      return try await values(request, position, before: id.rawValue, rows: rows)
    case .subjects(let status, let id):
      return try await scanning { db in
        var find = ScanningFind(db, request.text, position, rows: rows)
        return try find.subjects(after: status, id.rawValue)
      }
    }
  }

  /// Recipients' values, the longest of what is read: two stretches, one behind the other, at a time.
  private func values(
    _ request: FindRequest, _ position: FindPosition, before id: Int64, rows: Int
  ) async throws -> FindPart {
    let (newer, older) = try await read { db in try ValueStretch.next(db, before: id, rows: Int64(rows)) }
    async let first = scanning { db in try newer.read(db, request.text) }
    async let second = scanning { db in try older.read(db, request.text) }
    var found = try await first
    // What was cut is gone on with at the cut; what lies behind it comes then.
    if found.cut == nil { found += try await second }
    let next: FindPosition.Stage =
      found.cut.map { .values(before: MessageID(rawValue: $0)) }
      ?? (older.isLast
        ? .subjects(after: MessageStatus.allCases[0], MessageID(rawValue: 0))
        : .values(before: MessageID(rawValue: older.ids.lowerBound)))
    return FindPart(
      request: request, messages: found.messages,
      next: FindPosition(next, read: position.read + found.rows, total: position.total))
  }

  private func scanning<T: Found>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
    try await reading { db in
      // What was read through once fills each reader's page cache, and is of no use there.
      defer { db.releasePages() }
      return try body(db)
    }
  }

  /// Reads, and leaves out what is only being copied in: it is nobody's yet, and gone when the copying ends early.
  private func reading<T: Found>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
    try await read { db in
      let importing = Set(try Int64.fetchAll(db, sql: "SELECT id FROM campaign WHERE state = 'importing'"))
      var found = try body(db)
      found.messages.removeAll { $0.message.campaign.map { importing.contains($0.rawValue) } ?? false }
      return found
    }
  }

  /// Reads messages by their numbers, in that order; those that are there no more are left out.
  ///
  /// - Throws: ``StoreError``.
  package func messages(_ ids: [MessageID]) async throws -> [MessageSummary] {
    try await read { db in try MessagePager.rows(db, ids: ids.map(\.rawValue)) }
  }
}

/// What a part of a search found.
protocol Found: Sendable {
  var messages: [FoundMessage] { get set }
}

extension FindPart: Found {}
