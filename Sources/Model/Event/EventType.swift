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

  /// The name in the store, in JSON and on the screen.
  package var name: String {
    switch self {
    case .queued: "queued"
    case .claimed: "claimed"
    case .accepted: "accepted"
    case .refused: "refused"
    case .uncertain: "uncertain"
    case .assumedSent: "assumedSent"
    case .assumptionWithdrawn: "assumptionWithdrawn"
    case .settledToResend: "settledToResend"
    case .resent: "resent"
    case .cancelled: "cancelled"
    case .send: "Send"
    case .delivery: "Delivery"
    case .bounce: "Bounce"
    case .complaint: "Complaint"
    case .reject: "Reject"
    case .renderingFailure: "Rendering Failure"
    case .deliveryDelay: "DeliveryDelay"
    case .open: "Open"
    case .click: "Click"
    case .subscription: "Subscription"
    case .automaticReply: "automatic reply"
    case .byOneOfSeveral(let what): "\(what.rawValue) by one of several"
    case .other(let name): name
    }
  }

  /// The types with a name of their own, by name.
  private static let known: [String: EventType] = {
    let all: [EventType] = [
      .queued, .claimed, .accepted, .refused, .uncertain, .assumedSent, .settledToResend, .resent, .cancelled, .send,
      .delivery, .bounce, .complaint, .reject, .renderingFailure, .deliveryDelay, .open, .click, .subscription,
      .automaticReply, .assumptionWithdrawn,
    ]
    return Dictionary(uniqueKeysWithValues: (all + Shared.allCases.map(Self.byOneOfSeveral)).map { ($0.name, $0) })
  }()

  /// Lists the names that are not those of ``other(_:)``.
  package static var storedNames: [String] { known.keys.sorted() }

  /// Makes a type from its stored name; an unknown name is kept as ``other(_:)``.
  package init(name: String) { self = Self.known[name] ?? .other(name) }
}
