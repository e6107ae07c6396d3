import GRDB
import Model
import SQLiteKit

extension EventWriter {
  /// Counts what a new event tells, unless another one has told it of the same attempt: then the fact counts in the hour of
  /// the earlier of the two.
  ///
  /// - Parameter subject: its message before the event.
  func count(_ event: Event, _ subject: Subject) throws {
    let told = FactCounts.Facts(event.type, event.classification, isText: subject.isText)
    guard !told.isEmpty else { return }
    let hour = FactCounts.hour(event.at)
    let isFirst = isFirst(event, subject.standing)
    for fact in FactCounts.Fact.allCases where told.contains(fact) {
      if !isFirst, let earlier = try earliest(fact, of: event, subject).map(FactCounts.hour(milliseconds:)) {
        guard hour < earlier else { continue }
        facts.add(fact, hour: earlier, campaign: subject.campaign, -1)
      }
      facts.add(fact, hour: hour, campaign: subject.campaign)
    }
  }

  /// True when the standing alone says that nothing told so before, and nobody need look: whatever tells that a mail was
  /// taken or arrived gives its attempt at least the status of that. Of failures, some rank below others.
  private func isFirst(_ event: Event, _ standing: Standing) -> Bool {
    guard event.classification == nil, let given = event.status else { return false }
    return event.attempt == standing.attempt && standing.status.rank < given.rank
  }

  /// When another event first told a fact of an event's attempt.
  private func earliest(_ fact: FactCounts.Fact, of event: Event, _ subject: Subject) throws -> Int64? {
    var earliest: Int64?
    let types: [EventType] =
      switch fact {
      // What was never sent, a bounce or a complaint may say.
      case .neverSent: [.bounce, .complaint]
      case .decided, .textDecided: [.delivery, .bounce]
      case .accepted, .send, .delivery, .bounce, .hardBounce, .complaint, .invalidNumber, .carrierBlock: [event.type]
      }
    for type in types {
      told.bind(1, event.message.rawValue)
      told.bind(2, event.attempt)
      told.bind(3, type.name)
      told.bind(4, event.at.milliseconds)
      told.bind(5, event.identity)
      var rows: [(at: Int64, classification: Int64?)] = []
      while try told.step() { rows.append((told.int(0), told.optionalInt(1))) }
      for row in rows where row.at < earliest ?? .max {
        let classification = try row.classification.flatMap { try classifications.classification($0) }
        if FactCounts.Facts(type, classification, isText: subject.isText).contains(fact) { earliest = row.at }
      }
    }
    return earliest
  }
}
