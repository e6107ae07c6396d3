import JSON
import Model
import Ports

/// Reads one SES event out of its JSON.
struct EventReading {
  let view: JSONView
  let document: Int
  let typeName: String?
  let type: EventType?
  let envelopeTime: Timestamp?
  /// The type's own object.
  let object: Int?
  let mail: MailFields
  /// Whom the mail was sent to, each once.
  let destinations: [String]

  init(_ view: JSONView, document: Int, typeNode: Int, envelopeTime: Timestamp?) {
    self.view = view
    self.document = document
    self.envelopeTime = envelopeTime
    typeName = view.text(typeNode)
    type = typeName.flatMap(Self.eventType)
    object = Self.objectKey(type).flatMap { view.value(document, $0) }.flatMap { view.kind($0) == .object ? $0 : nil }
    mail = MailFields(view, view.value(document, "mail"))
    let all = view.elements(of: mail.destination).compactMap { Self.address(view, $0) }
    var seen: Set<String> = []
    destinations = all.count == 1 ? all : all.filter { seen.insert($0.lowercased()).inserted }
  }

  var result: ParseResult {
    guard let typeName, !typeName.isEmpty else { return .unreadable(error: "the event's type is not a text") }
    if let why = Self.noMail[typeName] { return .ignored(why: why) }
    guard let type else {
      return .unreadable(error: "an event from outside has a type that Sendboard keeps for its own facts")
    }
    if object == nil, type == .bounce || type == .complaint {
      return .unreadable(error: "a \(typeName) event without its object \"\(typeName.lowercased())\"")
    }
    let mailTime = EventParser.time(view, mail.timestamp)
    let ownTime = EventParser.time(view, view.value(object, "timestamp")) ?? mailTime
    guard let at = ownTime ?? envelopeTime else {
      return .unreadable(error: "neither the event, nor its mail, nor its envelope has a valid timestamp")
    }
    let tags = MessageTags(view, tags: mail.tags)
    let facts = self.facts(type, ownTime, hasTags: tags != nil)
    guard !facts.isEmpty else { return .unreadable(error: "the \(typeName.prefix(60)) event names no recipient") }
    guard facts.count <= EventParser.recipientLimit else {
      return .unreadable(error: "the event names \(facts.count) recipients; \(EventParser.recipientLimit) are taken")
    }
    return .events(
      ParsedEvents(
        type: type, at: at, mailAt: mailTime, providerID: mail.providerID(view), tags: tags,
        subject: mail.subject(view),
        detail: detail(type), facts: facts))
  }

  /// What comes in the clothes of an event and tells of no mail that was sent.
  private static let noMail = [
    "AmazonSnsSubscriptionSucceeded": "SES's word that the SNS topic is subscribed",
    // https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
    "Received": "mail that SES received for you, not mail that was sent",
  ]

  /// The type of a name from outside; `nil` for a name that only Sendboard itself may use.
  private static func eventType(_ name: String) -> EventType? {
    switch name {
    case "Send": return .send
    case "Delivery": return .delivery
    case "Bounce": return .bounce
    case "Complaint": return .complaint
    case "Reject": return .reject
    case "Rendering Failure", "RenderingFailure": return .renderingFailure
    case "DeliveryDelay": return .deliveryDelay
    case "Open": return .open
    case "Click": return .click
    case "Subscription": return .subscription
    default:
      if case .other = EventType(name: name) { return .other(name) }
      return nil
    }
  }

  static func objectKey(_ type: EventType?) -> StaticString? {
    switch type {
    case .send: "send"
    case .delivery: "delivery"
    case .bounce: "bounce"
    case .complaint: "complaint"
    case .reject: "reject"
    case .renderingFailure: "failure"
    case .deliveryDelay: "deliveryDelay"
    case .open: "open"
    case .click: "click"
    case .subscription: "subscription"
    case nil, .queued, .claimed, .accepted, .refused, .uncertain, .assumedSent, .assumptionWithdrawn, .settledToResend,
      .resent, .cancelled, .suppressed, .automaticReply, .byOneOfSeveral, .other:
      nil
    }
  }

  /// The member of the type's object that lists the recipients.
  static func listKey(_ type: EventType) -> StaticString? {
    switch type {
    case .bounce: "bouncedRecipients"
    case .complaint: "complainedRecipients"
    case .deliveryDelay: "delayedRecipients"
    case .delivery: "recipients"
    case .send, .reject, .renderingFailure, .open, .click, .subscription, .queued, .claimed, .accepted, .refused,
      .uncertain, .assumedSent, .assumptionWithdrawn, .settledToResend, .resent, .cancelled, .suppressed,
      .automaticReply,
      .byOneOfSeveral, .other:
      nil
    }
  }
}

/// The members of `mail` that are of use, found in one pass.
struct MailFields {
  var timestamp, messageId, destination, tags, commonHeaders, headers: Int?

  init(_ view: JSONView, _ mail: Int?) {
    guard let mail else { return }
    var found = self
    view.forEachMember(of: mail) { key, value in
      switch view.nodes[key].end - view.nodes[key].start {
      case 9 where view.isString(key, "timestamp"): found.timestamp = value
      case 9 where view.isString(key, "messageId"): found.messageId = value
      case 11 where view.isString(key, "destination"): found.destination = value
      case 4 where view.isString(key, "tags"): found.tags = value
      case 13 where view.isString(key, "commonHeaders"): found.commonHeaders = value
      case 7 where view.isString(key, "headers"): found.headers = value
      default: break
      }
    }
    self = found
  }

  func providerID(_ view: JSONView) -> String? { view.text(messageId).flatMap { $0.isEmpty ? nil : $0 } }

  /// The subject from the common headers, or else from the list of all headers.
  func subject(_ view: JSONView) -> String? {
    if let subject = view.value(commonHeaders, "subject") { return view.text(subject).map(OneLine.clean) }
    for header in view.elements(of: headers)
    where view.text(view.value(header, "name"))?.lowercased() == "subject" {
      return view.text(view.value(header, "value")).map(OneLine.clean)
    }
    return nil
  }
}
