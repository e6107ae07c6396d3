/// One fact about one message at one time. Append-only.
package struct Event: Equatable, Sendable {
  /// Who says so.
  package enum Source: String, Sendable {
    case provider, sendboard, `operator`
  }

  /// Names the message.
  package var message: MessageID
  /// The attempt it speaks of, from 1.
  package var attempt: Int
  /// Says when it happened.
  package var at: Timestamp
  /// Says what happened.
  package var type: EventType
  /// Says who says so.
  package var source: Source
  /// Tells apart two different events of one message, and is the same for copies of one event.
  package var identity: Int64
  /// What the failure is, for events that report one.
  package var classification: Classification?
  /// The receiving server's or the provider's own words, on one line.
  package var reason: String?
  /// Whatever else the event said, as a compact JSON object.
  package var detail: String?

  /// Makes a value from its parts.
  package init(
    message: MessageID, attempt: Int, at: Timestamp, type: EventType, source: Source, identity: Int64,
    classification: Classification? = nil, reason: String? = nil, detail: String? = nil
  ) {
    self.message = message
    self.attempt = attempt
    self.at = at
    self.type = type
    self.source = source
    self.identity = identity
    self.classification = classification
    self.reason = reason
    self.detail = detail
  }

  /// The status this event alone gives its attempt, or `nil` when it says nothing of it.
  package var status: MessageStatus? { EventMeaning.status(type, classification) }

  /// The event as it is told of a message of a status: an automatic reply is no failure of mail that has arrived.
  package func told(of status: MessageStatus) -> Event {
    guard type == .automaticReply, status != .softBounced else { return self }
    var event = self
    event.classification = nil
    return event
  }

  /// True when the event starts the next attempt.
  package var opensAttempt: Bool { type.bearing == .opensAttempt }

  /// True when it is the operator's word on whether the attempt went out: of those of an attempt, the latest counts.
  package var isAssumption: Bool { type.bearing == .assumption }

  /// True when the event can only exist because the attempt was tried. A type nobody here knows proves nothing.
  package var provesTry: Bool {
    if case .other = type { return false }
    return type == .claimed || source == .provider
  }
}

/// What a type and a classification mean for a message's status.
package enum EventMeaning {
  /// The status an event gives its attempt, or `nil` when it says nothing of it.
  package static func status(_ type: EventType, _ classification: Classification?) -> MessageStatus? {
    switch type {
    case .queued: .queued
    case .claimed: .sending
    case .accepted, .assumedSent, .send: .accepted
    case .refused: .refused
    case .uncertain: .uncertain
    case .assumptionWithdrawn: .uncertain
    case .cancelled: .cancelled
    case .suppressed: .suppressed
    // Whoever changes what they are subscribed to has the mail.
    case .delivery, .subscription: .delivered
    case .bounce, .automaticReply, .complaint, .reject, .renderingFailure, .deliveryDelay: classification?.kind.status
    case .open: .opened
    case .click: .clicked
    case .resent, .settledToResend, .byOneOfSeveral, .other: nil
    }
  }
}
