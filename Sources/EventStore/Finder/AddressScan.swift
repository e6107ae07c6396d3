import GRDB
import Model
import SQLiteKit

/// A stretch of the index of addresses, read row by row: no index orders addresses by what they have in their middle.
struct AddressScan {
  let place: FindPosition.Addresses
  let rows: Int

  func read(_ db: Database, _ text: String) throws -> Stretch<FindPosition.Addresses> {
    var needle = Needle(text)
    var (stretch, found) = (Stretch<FindPosition.Addresses>(), [Int64]())
    // Those who have the same address first: one statement for both would compare each row's address and number.
    for condition in ["= ?1 COLLATE NOCASE AND id > ?2", "> ?1 COLLATE NOCASE"] {
      let statement = try Prepared(
        db,
        """
        SELECT id, address FROM message INDEXED BY message_address
        WHERE address \(condition) ORDER BY address COLLATE NOCASE, id LIMIT ?3
        """)
      statement.bind(1, place.after)
      statement.bind(2, place.id.rawValue)
      statement.bind(3, rows - stretch.rows)
      while try statement.step() {
        stretch.rows += 1
        if statement.withBytes(1, { $0.map { needle.isIn($0) } ?? false }) { found.append(statement.int(0)) }
        // Only the last row's address is needed: no string is made of the others.
        guard stretch.rows == rows || found.count >= IndexedFind.limit else { continue }
        stretch.next = FindPosition.Addresses(after: statement.text(1), MessageID(rawValue: statement.int(0)))
        statement.reset()
        break
      }
      if stretch.next != nil { break }
    }
    try stretch.take(db, found, .address)
    return stretch
  }
}

/// What a stretch of rows gave.
struct Stretch<Place: Sendable>: Found {
  var messages: [FoundMessage] = []
  /// Rows that were read.
  var rows = 0
  /// Where to go on; `nil` at the end.
  var next: Place?

  mutating func take(_ db: Database, _ found: [Int64], _ match: FindMatch) throws {
    messages = try MessagePager.rows(db, ids: found).map { FoundMessage($0, match) }
  }
}
