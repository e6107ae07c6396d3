import GRDB
import Model
import SQLiteKit

/// Reads events from the journal.
enum EventRow {
  /// Reads all events of a message, oldest first; ties in the order of their identities.
  static func fetch(
    _ db: Database, message: MessageID, _ classifications: inout ClassificationTable
  ) throws -> [Event] {
    let query = try Prepared(
      db,
      """
      SELECT at, identity, attempt, type, source, classification, reason, detail FROM event
      WHERE message = ? ORDER BY at, identity
      """)
    query.bind(1, message.rawValue)
    var events: [Event] = []
    while try query.step() {
      let source = Event.Source(code: query.int(4))
      let reason = query.optionalText(6)
      events.append(
        Event(
          message: message, attempt: Int(query.int(2)), at: Timestamp(milliseconds: query.int(0)),
          type: EventType(name: query.text(3)), source: source, identity: query.int(1),
          classification: try query.optionalInt(5).flatMap { try classifications.classification($0) },
          reason: source == .provider ? reason : reason.map(OwnReason.sentence),
          detail: try SharedDetails.read(db, query.optionalText(7))))
    }
    return events
  }
}
