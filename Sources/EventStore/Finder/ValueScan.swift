import GRDB
import Model
import SQLiteKit

/// A stretch of recipients whose values are looked at, newest first. Stretches are cut by the messages' numbers, so that two
/// connections can read one each.
struct ValueScan: Sendable {
  let ids: Range<Int64>
  /// Whether nobody is before it.
  let isLast: Bool

  /// The two stretches before a message, the newer first.
  static func next(_ db: Database, before id: Int64, rows: Int64) throws -> (newer: ValueScan, older: ValueScan) {
    let ends = try Row.fetchOne(
      db, sql: "SELECT (SELECT max(message) FROM recipient WHERE message < ?), (SELECT min(message) FROM recipient)",
      arguments: [id])
    guard let last: Int64 = ends?[0], let first: Int64 = ends?[1] else {
      let nothing = ValueScan(ids: id..<id, isLast: true)
      return (nothing, nothing)
    }
    func stretch(before end: Int64) -> ValueScan {
      let start = max(first, end - rows)
      return ValueScan(ids: start..<end, isLast: start == first)
    }
    let newer = stretch(before: last + 1)
    return (newer, stretch(before: newer.ids.lowerBound))
  }

  func read(_ db: Database, _ text: String) throws -> Stretch<FindPosition.Contents> {
    let statement = try Prepared(
      db, "SELECT message, data FROM recipient WHERE message >= ?1 AND message < ?2 ORDER BY message DESC")
    statement.bind(1, ids.lowerBound)
    statement.bind(2, ids.upperBound)
    var (needle, stored) = (Needle(text), Needle(ValueList.encode([text])))
    var (stretch, found) = (Stretch<FindPosition.Contents>(), [(id: Int64, value: String)]())
    stretch.next =
      isLast
      ? .subjects(after: MessageStatus.allCases[0], MessageID(rawValue: 0))
      : .values(before: MessageID(rawValue: ids.lowerBound))
    while try statement.step() {
      stretch.rows += 1
      guard statement.withBytes(1, { $0.map { stored.isIn($0) } ?? false }) else { continue }
      // What is stored joins the values, and may have the text in it where two of them meet.
      let values = ValueList.decode(statement.text(1))
      guard let value = values.first(where: { needle.isIn($0) }) else { continue }
      found.append((statement.int(0), value))
      guard found.count >= IndexedFind.limit else { continue }
      stretch.next = .values(before: MessageID(rawValue: statement.int(0)))
      statement.reset()
      break
    }
    let values = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0.value) })
    stretch.messages = try MessagePager.rows(db, ids: found.map(\.id)).map {
      FoundMessage($0, .value(values[$0.id.rawValue] ?? ""))
    }
    return stretch
  }
}
