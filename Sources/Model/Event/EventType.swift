/// What an event says happened. SES's names are kept as SES writes them:
/// <https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html>.
package enum EventType: Hashable, Sendable {
  // Sendboard's own facts.
  /// The message was planned. Never stored: the message itself says so; timelines begin with it.
  case queued
  /// A worker is about to hand the message to the provider.
  case claimed
  /// The provider took it and named it.
  case accepted
  /// The provider said no.
  case refused
  /// A claim was left without an outcome.
  case uncertain
  /// The operator says an uncertain attempt went out.
  case assumedSent
  /// The operator takes back that an attempt went out: it is uncertain again.
  case assumptionWithdrawn
  /// The operator has an uncertain attempt sent again; opens the next attempt.
  case settledToResend
  /// The operator has a failed attempt sent again; opens the next attempt.
  case resent
  /// It will not be sent.
  case cancelled
  /// It was not sent, for its address is on the store's own list.
  case suppressed
  // The provider's events.
  case send, delivery, bounce, complaint, reject, renderingFailure, deliveryDelay, open, click, subscription
  /// Somebody's program answered by itself, as when out of office. It comes as a bounce; whether it is one depends on
  /// whether the mail is known to have arrived: see ``Standing``.
  case automaticReply
  /// One of several recipients of the mail did it; nobody knows who.
  case byOneOfSeveral(Shared)
  /// A type that is not known yet, as it came.
  case other(String)

  /// What SES tells of a mail without a word on which of its recipients it was: they share its links.
  package enum Shared: String, CaseIterable, Hashable, Sendable {
    case open = "Open"
    case click = "Click"
    case subscription = "Subscription"
  }

  /// The types that carry nothing, each with its name. The one list of them: what is not in it has no name.
  private enum Plain: String, CaseIterable {
    case queued, claimed, accepted, refused, uncertain, assumedSent, assumptionWithdrawn, settledToResend, resent
    case cancelled, suppressed
    case send = "Send"
    case delivery = "Delivery"
    case bounce = "Bounce"
    case complaint = "Complaint"
    case reject = "Reject"
    case renderingFailure = "Rendering Failure"
    case deliveryDelay = "DeliveryDelay"
    case open = "Open"
    case click = "Click"
    case subscription = "Subscription"
    case automaticReply = "automatic reply"

    var type: EventType {
      switch self {
      case .queued: .queued
      case .claimed: .claimed
      case .accepted: .accepted
      case .refused: .refused
      case .uncertain: .uncertain
      case .assumedSent: .assumedSent
      case .assumptionWithdrawn: .assumptionWithdrawn
      case .settledToResend: .settledToResend
      case .resent: .resent
      case .cancelled: .cancelled
      case .suppressed: .suppressed
      case .send: .send
      case .delivery: .delivery
      case .bounce: .bounce
      case .complaint: .complaint
      case .reject: .reject
      case .renderingFailure: .renderingFailure
      case .deliveryDelay: .deliveryDelay
      case .open: .open
      case .click: .click
      case .subscription: .subscription
      case .automaticReply: .automaticReply
      }
    }
  }

  /// The name in the store and in JSON: a contract, and not what a screen calls it.
  package var name: String {
    let plain: Plain
    switch self {
    case .queued: plain = .queued
    case .claimed: plain = .claimed
    case .accepted: plain = .accepted
    case .refused: plain = .refused
    case .uncertain: plain = .uncertain
    case .assumedSent: plain = .assumedSent
    case .assumptionWithdrawn: plain = .assumptionWithdrawn
    case .settledToResend: plain = .settledToResend
    case .resent: plain = .resent
    case .cancelled: plain = .cancelled
    case .suppressed: plain = .suppressed
    case .send: plain = .send
    case .delivery: plain = .delivery
    case .bounce: plain = .bounce
    case .complaint: plain = .complaint
    case .reject: plain = .reject
    case .renderingFailure: plain = .renderingFailure
    case .deliveryDelay: plain = .deliveryDelay
    case .open: plain = .open
    case .click: plain = .click
    case .subscription: plain = .subscription
    case .automaticReply: plain = .automaticReply
    case .byOneOfSeveral(let what): return "\(what.rawValue) by one of several"
    case .other(let name): return name
    }
    return plain.rawValue
  }

  /// Every type with a name of its own.
  package static let known: [EventType] = Plain.allCases.map(\.type) + Shared.allCases.map(Self.byOneOfSeveral)

  private static let named: [String: EventType] = Dictionary(uniqueKeysWithValues: known.map { ($0.name, $0) })

  /// Lists the names that are not those of ``other(_:)``.
  package static var storedNames: [String] { named.keys.sorted() }

  /// Makes a type from its stored name; an unknown name is kept as ``other(_:)``.
  package init(name: String) { self = Self.named[name] ?? .other(name) }

  /// What a type means for the attempts of a message.
  enum Bearing {
    /// It opens the next attempt.
    case opensAttempt
    /// It is the operator's word on whether an attempt went out: of those of an attempt, the latest counts.
    case assumption
    /// It tells of its attempt, or of nothing.
    case tells
  }

  var bearing: Bearing {
    switch self {
    case .resent, .settledToResend: .opensAttempt
    case .assumedSent, .assumptionWithdrawn: .assumption
    case .queued, .claimed, .accepted, .refused, .uncertain, .cancelled, .suppressed, .send, .delivery, .bounce,
      .complaint, .reject,
      .renderingFailure, .deliveryDelay, .open, .click, .subscription, .automaticReply, .byOneOfSeveral, .other:
      .tells
    }
  }
}
