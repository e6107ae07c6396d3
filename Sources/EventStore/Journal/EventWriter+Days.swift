import GRDB
import Model
import SQLiteKit

extension EventWriter {
  /// Counts what a new event tells, unless another one has told it of the same attempt: then the fact counts on the day of
  /// the earlier of the two.
  ///
  /// - Parameter standing: that of the message before the event.
  func count(_ event: Event, _ standing: Standing) throws {
    let facts = DayCounts.Facts(event.type, event.classification)
    guard !facts.isEmpty else { return }
    let day = DayCounts.day(event.at)
    let isFirst = isFirst(event, standing)
    for fact in DayCounts.Fact.allCases where facts.contains(fact) {
      if !isFirst, let told = try earliest(fact, of: event).map(DayCounts.day(milliseconds:)) {
        guard day < told else { continue }
        days.add(fact, day: told, -1)
      }
      days.add(fact, day: day)
    }
  }

  /// True when the standing alone says that nothing told so before, and nobody need look: whatever tells that a mail was
  /// taken or arrived gives its attempt at least the status of that. Of failures, some rank below others.
  private func isFirst(_ event: Event, _ standing: Standing) -> Bool {
    guard event.classification == nil, let given = event.status else { return false }
    return event.attempt == standing.attempt && standing.status.rank < given.rank
  }

  /// When another event first told a fact of an event's attempt.
  private func earliest(_ fact: DayCounts.Fact, of event: Event) throws -> Int64? {
    var earliest: Int64?
    // What was never sent, a bounce or a complaint may say.
    for type in fact == .neverSent ? [.bounce, .complaint] : [event.type] {
      told.bind(1, event.message.rawValue)
      told.bind(2, event.attempt)
      told.bind(3, type.name)
      told.bind(4, event.at.milliseconds)
      told.bind(5, event.identity)
      var rows: [(at: Int64, classification: Int64?)] = []
      while try told.step() { rows.append((told.int(0), told.optionalInt(1))) }
      for row in rows where row.at < earliest ?? .max {
        let classification = try row.classification.flatMap { try classifications.classification($0) }
        if DayCounts.Facts(type, classification).contains(fact) { earliest = row.at }
      }
    }
    return earliest
  }
}
