import Foundation
import GRDB
import Model

extension EventStore {
  /// Stores events and unreadable input; all of it is on disk when this returns, or none.
  ///
  /// Idempotent: an event with an identity the message has already is counted as a duplicate, and so is unreadable
  /// input kept before.
  ///
  /// - Parameter isArchive: whether it is no live stream, whose lag would mean something.
  /// - Throws: ``StoreError``.
  public func ingest(
    _ events: [IncomingEvent], unreadable: [UnreadableInput] = [], isArchive: Bool = false, now: Timestamp
  ) async throws -> IngestCounts {
    try await write { db in
      var counts = IngestCounts()
      let writer = try EventWriter(db)
      var finder = try MessageFinder(writer)
      for incoming in events {
        let found = try finder.find(incoming)
        let event = Event(
          message: found.message, attempt: found.attempt, at: incoming.at, type: incoming.type, source: .provider,
          identity: incoming.identity, classification: incoming.classification, reason: incoming.reason,
          detail: incoming.detail)
        if try writer.append(event, providerID: incoming.providerID) {
          counts.stored += 1
        } else {
          counts.duplicates += 1
        }
      }
      try writer.finish()
      for input in unreadable {
        if try Quarantine.add(db, input, now: now) { counts.quarantined += 1 } else { counts.duplicates += 1 }
      }
      if counts.stored > 0 {
        try Throughput.add(db, now: now, accepted: 0, ingested: counts.stored)
        if !isArchive, let newest = events.map(\.at).max() {
          try db.cachedStatement(
            sql: """
              INSERT INTO ingestLag VALUES (1, ?1, ?2)
              ON CONFLICT DO UPDATE SET milliseconds = excluded.milliseconds, at = excluded.at
              """
          ).execute(arguments: [max(0, (now - newest).milliseconds), now.milliseconds])
        }
      }
      return counts
    }
  }
}

/// Keeps input that could not be understood.
enum Quarantine {
  /// - Returns: `false` when the same bytes are kept already.
  static func add(_ db: Database, _ input: UnreadableInput, now: Timestamp) throws -> Bool {
    let key = StableHash.hash(utf8: input.body)
    let body = Data(input.body)
    let isKnown = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM quarantine WHERE bodyKey = ? AND body = ?)", arguments: [key, body])
    if isKnown == true { return false }
    try db.execute(
      sql: "INSERT INTO quarantine (at, error, body, bodyKey) VALUES (?, ?, ?, ?)",
      arguments: [now.milliseconds, input.error, body, key])
    return true
  }
}
