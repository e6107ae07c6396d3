import Foundation
import GRDB
package import Model

extension EventStore {
  /// Stores events and unreadable input; all of it is on disk when this returns.
  ///
  /// In transactions of at most some thousand events, so that others get their turn however much comes at once.
  /// Idempotent: an event with an identity the message has already is counted as a duplicate, and so is unreadable
  /// input kept before; what a crash leaves undone is done when the same input comes again.
  ///
  /// - Parameter isArchive: whether it is no live stream, whose lag would mean something.
  /// - Throws: ``StoreError``.
  package func ingest(
    _ events: [IncomingEvent], unreadable: [UnreadableInput] = [], isArchive: Bool = false, now: Timestamp
  ) async throws -> IngestCounts {
    var counts = IngestCounts()
    for start in stride(from: 0, to: max(1, events.count), by: Self.mostEvents) {
      let part = Array(events[start..<min(start + Self.mostEvents, events.count)])
      counts += try await ingestAtOnce(part, unreadable: start == 0 ? unreadable : [], isArchive: isArchive, now: now)
    }
    return counts
  }

  /// Events in one transaction.
  private static let mostEvents = 4000

  private func ingestAtOnce(
    _ events: [IncomingEvent], unreadable: [UnreadableInput], isArchive: Bool, now: Timestamp
  ) async throws -> IngestCounts {
    try await write { [rules, breaker] db in
      var counts = IngestCounts()
      let writer = try EventWriter(db)
      // What an archive tells is no news.
      writer.rules = isArchive ? .none : rules
      var finder = try MessageFinder(writer)
      var details = SharedDetails(db)
      var unreadable = unreadable
      for var incoming in events {
        incoming.replaceNULs()
        switch try Self.append(incoming, writer, &finder, &details, now: now) {
        case .stored:
          counts.stored += 1
          if incoming.isUnsubscription, writer.rules.unsubscribes, !incoming.address.isEmpty {
            try SuppressionList(db).add(
              Suppression(address: incoming.address, cause: .unsubscribed, since: incoming.at), now: now)
          }
        case .duplicate: counts.duplicates += 1
        case .orphan(let error):
          unreadable.append(UnreadableInput(body: incoming.document ?? [], error: error))
        }
      }
      try writer.finish()
      if !isArchive { try BreakerDesk(db: db, breaker: breaker, now: now).judge(writer.facts.judged) }
      for input in unreadable {
        if try Quarantine.add(db, input, now: now) { counts.quarantined += 1 } else { counts.duplicates += 1 }
      }
      if counts.stored > 0 {
        // What an archive tells happened long ago.
        try Throughput(
          ingested: counts.stored, delivered: isArchive ? 0 : writer.arrived, failed: isArchive ? 0 : writer.failed
        ).add(to: db, now: now)
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

extension EventStore {
  enum Fate: Equatable {
    case stored, duplicate
    /// It fits no message, and none may be made of it.
    case orphan(String)
  }

  /// Clocks differ by less.
  private static let mostAhead = Duration.seconds(86_400)

  /// Puts one event where it belongs. One that will only happen would be the last word on its message for years: somebody
  /// looks at it first.
  static func append(
    _ incoming: IncomingEvent, _ writer: EventWriter, _ finder: inout MessageFinder, _ details: inout SharedDetails,
    now: Timestamp
  ) throws -> Fate {
    guard incoming.at - now <= mostAhead else { return .orphan(IntakeProblem.ahead("\(incoming.at)").sentence) }
    guard let found = try finder.find(incoming) else { return .orphan(MessageFinder.nobody(incoming)) }
    let event = Event(
      message: found.message, attempt: found.attempt, at: incoming.at, type: incoming.type, source: .provider,
      identity: incoming.identity, classification: incoming.classification, reason: incoming.reason,
      detail: try incoming.detail.map { try details.keep($0) })
    return try writer.append(event, providerID: incoming.providerID) ? .stored : .duplicate
  }
}
