import GRDB
import Model
import SQLiteKit

/// A stretch of the subjects of mail that other programs sent.
struct SubjectScan {
  let after: MessageStatus
  let id: MessageID
  let rows: Int

  func read(_ db: Database, _ text: String) throws -> Stretch<FindPosition.Contents> {
    let statement = try Prepared(
      db,
      """
      SELECT id, subject, status FROM message INDEXED BY message_status
      WHERE campaign IS NULL AND status >= ?1 AND (status > ?1 OR id > ?2) ORDER BY status, id LIMIT ?3
      """)
    // Numbers of messages begin with 1: with 0 no subject was read yet.
    statement.bind(1, id.rawValue == 0 ? -1 : after.rawValue)
    statement.bind(2, id.rawValue)
    statement.bind(3, rows)
    var needle = Needle(text)
    var (stretch, found) = (Stretch<FindPosition.Contents>(), [Int64]())
    while try statement.step() {
      stretch.rows += 1
      let last = statement.int(0)
      if statement.withBytes(1, { $0.map { needle.isIn($0) } ?? false }) { found.append(last) }
      guard stretch.rows == rows || found.count >= IndexedFind.limit else { continue }
      stretch.next = .subjects(after: try StoredValue.read(Int(statement.int(2))), MessageID(rawValue: last))
      statement.reset()
      break
    }
    try stretch.take(db, found, .subject)
    return stretch
  }
}
