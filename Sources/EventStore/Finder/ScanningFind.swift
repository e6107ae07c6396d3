import GRDB
import Model
import SQLiteKit

/// A further step of a search: reads a stretch of rows that no index orders by what is looked for.
///
/// Each step is a read transaction of its own, so that it never keeps the write-ahead log from being used anew.
struct ScanningFind {
  let db: Database
  let text: String
  let position: FindPosition
  let rows: Int
  private var needle: Needle

  init(_ db: Database, _ text: String, _ position: FindPosition, rows: Int) {
    (self.db, self.text, self.position, self.rows) = (db, text, position, rows)
    needle = Needle(text)
  }

  /// Where the first step that reads rows begins.
  ///
  /// - Parameter skipsAddresses: whether an index has answered for the addresses already.
  static func start(_ db: Database, skipsAddresses: Bool) throws -> FindPosition {
    // Counters, no rows: good enough to say how far a search has come.
    let messages = try Int.fetchOne(db, sql: "SELECT coalesce(sum(n), 0) FROM statusCount") ?? 0
    // A campaign's message has values and another program's a subject, so that each is read once for these.
    return skipsAddresses
      ? FindPosition(.values(before: MessageID(rawValue: .max)), read: 0, total: messages)
      : FindPosition(.addresses(after: "", MessageID(rawValue: 0)), read: 0, total: messages * 2)
  }

  /// Addresses, from the one behind this one.
  mutating func addresses(after address: String, _ id: Int64) throws -> FindPart {
    let statement = try Prepared(
      db,
      """
      SELECT id, address FROM message INDEXED BY message_address
      WHERE address >= ?1 COLLATE NOCASE AND (address > ?1 COLLATE NOCASE OR id > ?2)
      ORDER BY address COLLATE NOCASE, id LIMIT ?3
      """)
    statement.bind(1, address)
    statement.bind(2, id)
    statement.bind(3, rows)
    var (read, last, found) = (0, (address: address, id: id), [Int64]())
    while try statement.step() {
      read += 1
      if statement.withBytes(1, { $0.map { needle.isIn($0) } ?? false }) { found.append(statement.int(0)) }
      // Only the last row's address is needed: no string is made of the others.
      if read == rows { last = (statement.text(1), statement.int(0)) }
      if found.count >= IndexedFind.limit {
        last = (statement.text(1), statement.int(0))
        statement.reset()
        return try part(found, .address, next: .addresses(after: last.address, MessageID(rawValue: last.id)), read)
      }
    }
    let next: FindPosition.Stage =
      read == rows
      ? .addresses(after: last.address, MessageID(rawValue: last.id)) : .values(before: MessageID(rawValue: .max))
    return try part(found, .address, next: next, read)
  }

  /// Subjects of mail that other programs sent, from the one behind this one.
  mutating func subjects(after status: MessageStatus, _ id: Int64) throws -> FindPart {
    let statement = try Prepared(
      db,
      """
      SELECT id, subject, status FROM message INDEXED BY message_status
      WHERE campaign IS NULL AND status >= ?1 AND (status > ?1 OR id > ?2) ORDER BY status, id LIMIT ?3
      """)
    statement.bind(1, position.isAtFirstSubject ? -1 : status.rawValue)
    statement.bind(2, id)
    statement.bind(3, rows)
    var (read, last, found) = (0, (status: status, id: id), [Int64]())
    while try statement.step() {
      read += 1
      last = (try StoredValue.read(Int(statement.int(2))), statement.int(0))
      if statement.withBytes(1, { $0.map { needle.isIn($0) } ?? false }) { found.append(last.id) }
      if found.count >= IndexedFind.limit {
        statement.reset()
        break
      }
    }
    let isOver = read < rows && found.count < IndexedFind.limit
    return try part(
      found, .subject, next: isOver ? nil : .subjects(after: last.status, MessageID(rawValue: last.id)), read)
  }

  private func part(
    _ found: [Int64], _ match: FindMatch, next: FindPosition.Stage?, _ read: Int
  ) throws -> FindPart {
    FindPart(
      request: FindRequest(text, from: position),
      messages: try MessagePager.rows(db, ids: found).map { FoundMessage($0, match) },
      next: next.map { FindPosition($0, read: position.read + read, total: position.total) })
  }
}

extension FindPosition {
  /// Whether no subject was read yet: numbers of messages begin with 1.
  fileprivate var isAtFirstSubject: Bool {
    if case .subjects(_, let id) = stage { return id.rawValue == 0 }
    return false
  }
}
