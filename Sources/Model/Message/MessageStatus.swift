/// What is known of a message.
///
/// The raw value is the code under which it is stored: it says nothing but which status it is, and never changes. A new
/// status takes a code that was never used.
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

  /// The place in the order in which a later event never hides a worse one; higher wins, whatever arrives first. Stored
  /// nowhere: there is room between two for one that comes later.
  package var rank: Int {
    switch self {
    case .queued: 0
    case .cancelled: 10
    case .sending: 20
    case .uncertain: 30
    case .refused: 40
    case .accepted: 50
    case .delayed: 60
    case .delivered: 70
    case .opened: 80
    case .clicked: 90
    case .softBounced: 100
    case .renderFailed: 110
    case .rejected: 120
    case .suppressed: 130
    case .hardBounced: 140
    case .complained: 150
    }
  }

  /// The name in JSON and on the command line, such as `softBounced`: a contract, and not what a screen calls it.
  package var name: String {
    switch self {
    case .queued: "queued"
    case .cancelled: "cancelled"
    case .sending: "sending"
    case .uncertain: "uncertain"
    case .refused: "refused"
    case .accepted: "accepted"
    case .delayed: "delayed"
    case .delivered: "delivered"
    case .opened: "opened"
    case .clicked: "clicked"
    case .softBounced: "softBounced"
    case .renderFailed: "renderFailed"
    case .rejected: "rejected"
    case .suppressed: "suppressed"
    case .hardBounced: "hardBounced"
    case .complained: "complained"
    }
  }

  /// Makes a status from its name, such as `hardBounced`.
  package init?(name: String) {
    guard let status = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = status
  }

  /// True when the provider is known to have taken the message.
  package var provesAcceptance: Bool {
    switch self {
    case .queued, .cancelled, .sending, .uncertain, .refused: false
    case .accepted, .delayed, .delivered, .opened, .clicked, .softBounced, .renderFailed, .rejected, .suppressed,
      .hardBounced, .complained:
      true
    }
  }

  /// True when the message is known to have failed: what is counted by classification, without delays.
  ///
  /// An uncertain message is none: nobody knows, and it is counted apart.
  package var isFailure: Bool {
    switch self {
    case .refused, .softBounced, .renderFailed, .rejected, .suppressed, .hardBounced, .complained: true
    case .queued, .cancelled, .sending, .uncertain, .accepted, .delayed, .delivered, .opened, .clicked: false
    }
  }

  /// True when the message is known to have arrived, whatever became of it since: who opens or clicks one has it, and so has
  /// who complains.
  package var hasArrived: Bool {
    switch self {
    case .delivered, .opened, .clicked, .complained: true
    case .queued, .cancelled, .sending, .uncertain, .refused, .accepted, .delayed, .softBounced, .renderFailed,
      .rejected, .suppressed, .hardBounced:
      false
    }
  }
}
