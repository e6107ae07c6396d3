/// One attempt of a message, as its own events tell of it.
package struct AttemptSummary: Equatable, Sendable {
  /// Counts from 1.
  package var number: Int
  /// The first of its events that are known; `nil` without one.
  package var began: Timestamp?
  /// What is known of it, by its own events alone.
  package var status: MessageStatus
  package var classification: Classification?
  /// The event that gives it the status.
  package var deciding: Event?
  /// The words that came with the status, or else the last there were.
  package var reason: String?

  /// Tells of each attempt of a message, in their order.
  ///
  /// - Parameters:
  ///   - events: the message's, in the order of a timeline.
  ///   - count: attempts there are, also those of which no event is known.
  ///   - isForeign: whether another program sent the message.
  package static func all(of events: [Event], count: Int, isForeign: Bool) -> [AttemptSummary] {
    let numbers = events.map { $0.opensAttempt ? $0.attempt + 1 : $0.attempt }
    let last = max(count, numbers.max() ?? 1, 1)
    return (1...last).map { number in
      AttemptSummary(number, events.filter { $0.attempt == number && !$0.opensAttempt }, isForeign: isForeign)
    }
  }

  private init(_ number: Int, _ events: [Event], isForeign: Bool) {
    let own = events.map { event in
      var event = event
      event.attempt = 1
      return event
    }
    let standing = Standing(of: own, base: isForeign ? .foreign : .planned)
    self.number = number
    began = events.first { $0.type != .queued }?.at
    status = standing.status
    classification = standing.classification
    let deciding = events.last { event in
      let event = event.told(of: standing.status)
      return event.status == standing.status && event.classification == standing.classification
    }
    self.deciding = deciding
    reason = deciding?.reason ?? (standing.status.isFailure ? events.last { $0.reason != nil }?.reason : nil)
  }
}
