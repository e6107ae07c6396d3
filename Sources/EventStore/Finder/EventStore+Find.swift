import GRDB
package import Model
import SQLiteKit

/// Finding messages by anything that is known of them.
extension EventStore {
  /// Takes one step of a search: what indexes answer, then stretches of what none orders, on two connections at a time.
  ///
  /// Each stretch is a read transaction of its own, so that it never keeps the write-ahead log from being used anew.
  ///
  /// - Parameters:
  ///   - request: what is looked for, and from where on.
  ///   - rows: rows that a connection reads at most where no index helps; so many take some 50 ms.
  /// - Throws: ``StoreError``.
  package func find(_ request: FindRequest, rows: Int = 200_000) async throws -> FindPart {
    guard !request.text.isEmpty else { return FindPart(request: request) }
    guard let position = request.position else {
      return try await reading { db in
        var find = IndexedFind(db, request.text)
        return try find.part()
      }
    }
    async let addresses = addresses(request.text, position.addresses, rows)
    async let contents = contents(request.text, position.contents, rows, isAlone: position.addresses == nil)
    let (first, second) = try await (addresses, contents)
    return FindPart(
      request: request, messages: first.messages + second.messages,
      next: FindPosition(
        addresses: first.next, contents: second.next, read: position.read + first.rows + second.rows,
        total: position.total))
  }

  private func addresses(
    _ text: String, _ place: FindPosition.Addresses?, _ rows: Int
  ) async throws -> Stretch<FindPosition.Addresses> {
    guard let place else { return Stretch() }
    return try await scanning { db in try AddressScan(place: place, rows: rows).read(db, text) }
  }

  /// - Parameter isAlone: whether the second connection has nothing else to read.
  private func contents(
    _ text: String, _ place: FindPosition.Contents?, _ rows: Int, isAlone: Bool
  ) async throws -> Stretch<FindPosition.Contents> {
    switch place {
    case nil: return Stretch()
    case .subjects(let status, let id):
      return try await scanning { db in try SubjectScan(after: status, id: id, rows: rows).read(db, text) }
    case .values(let id):
      let (newer, older) = try await read { db in try ValueScan.next(db, before: id.rawValue, rows: Int64(rows)) }
      guard isAlone, !newer.isLast else { return try await scanning { db in try newer.read(db, text) } }
      async let second = scanning { db in try older.read(db, text) }
      var stretch = try await scanning { db in try newer.read(db, text) }
      // What was cut is gone on with at the cut; what lies behind it comes then.
      guard stretch.next == .values(before: MessageID(rawValue: newer.ids.lowerBound)) else { return stretch }
      let behind = try await second
      stretch.messages += behind.messages
      stretch.rows += behind.rows
      stretch.next = behind.next
      return stretch
    }
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
