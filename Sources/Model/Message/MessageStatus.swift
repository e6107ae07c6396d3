/// What is known of a message. The raw value is stored and must never change its meaning.
package enum MessageStatus: Int, CaseIterable, Sendable {
  case queued = 0
  case cancelled = 1
  case sending = 2
  case uncertain = 3
  case refused = 4
  case accepted = 5
  case delayed = 6
  case delivered = 7
  case opened = 8
  case clicked = 9
  case softBounced = 10
  case renderFailed = 11
  case rejected = 12
  case suppressed = 13
  case hardBounced = 14
  case complained = 15

  /// The place in the order in which a later event never hides a worse one; higher wins, whatever arrives first.
  package var rank: Int { rawValue }

  /// The name in JSON and on the screen, such as `softBounced`.
  package var name: String { String(describing: self) }

  /// Makes a status from its name, such as `hardBounced`.
  package init?(name: String) {
    guard let status = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = status
  }

  /// True when the provider is known to have taken the message.
  package var provesAcceptance: Bool { rank >= MessageStatus.accepted.rank }

  /// True when the message is known to have failed: what is counted by classification, without delays.
  ///
  /// An uncertain message is none: nobody knows, and it is counted apart.
  package var isFailure: Bool {
    switch self {
    case .refused, .softBounced, .renderFailed, .rejected, .suppressed, .hardBounced, .complained: true
    default: false
    }
  }
}
