import GRDB
import Model

extension EventWriter {
  /// Appends the same event of ours to each of some messages: rows with `id` and `attempt`.
  func append(
    _ type: EventType, to messages: [Row], at: Timestamp, source: Event.Source = .sendboard,
    classification: Classification? = nil, reason: String
  ) throws {
    for message in messages {
      try append(
        .own(
          type, message: MessageID(rawValue: message["id"]), attempt: message["attempt"], at: at, source: source,
          classification: classification, reason: reason))
    }
  }
}

extension Event {
  /// Makes one of Sendboard's own events; one of a type for an attempt.
  static func own(
    _ type: EventType, message: MessageID, attempt: Int, at: Timestamp, source: Source = .sendboard,
    classification: Classification? = nil, reason: String? = nil
  ) -> Event {
    Event(
      message: message, attempt: attempt, at: at, type: type, source: source,
      identity: StableHash.hash("\(type.name) \(attempt)"), classification: classification, reason: reason)
  }
}
