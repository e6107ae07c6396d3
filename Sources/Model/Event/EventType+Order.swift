extension EventType {
  /// The place among events of one attempt and one time: what causes another stands before it.
  var cause: Int {
    switch self {
    case .queued: 0
    case .claimed: 1
    case .accepted, .refused, .uncertain, .suppressed: 2
    case .send: 3
    case .reject, .renderingFailure: 4
    case .deliveryDelay: 5
    case .delivery: 6
    case .bounce: 7
    case .open: 8
    case .click: 9
    case .complaint: 11
    case .assumedSent, .assumptionWithdrawn: 12
    case .cancelled, .resent, .settledToResend: 13
    case .subscription, .automaticReply, .byOneOfSeveral, .other: 10
    }
  }
}

extension Event {
  /// Whether it stands before another in a timeline: by time, and at one time by cause.
  package func precedes(_ other: Event) -> Bool {
    (at, message, attempt, type.cause, identity) < (
      other.at, other.message, other.attempt, other.type.cause, other.identity
    )
  }
}
