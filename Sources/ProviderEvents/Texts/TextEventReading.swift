import JSON
import Model
import Ports

/// Reads one event of AWS End User Messaging SMS
/// (<https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-format.html>).
struct TextEventReading {
  let view: JSONView
  let document: Int
  let typeName: String

  /// Whether an event of a type is one of this service's, about a text or about something else.
  static func isAbout(_ view: JSONView, _ type: Int) -> Bool {
    guard view.kind(type) == .string else { return false }
    if view.nodes[type].hasEscapes { return isAbout(view.unescaped(type)) }
    let name = view.raw(type)
    // SES's types have no second capital letter: of nearly all events no more is looked at.
    return name.count > 4 && name[1] &- 0x41 < 26 && isAbout(name)
  }

  private static func isAbout(_ name: some Sequence<UInt8>) -> Bool {
    ["TEXT_", "VOICE_", "MEDIA_", "RCS_"].contains { name.starts(with: $0.utf8) }
  }

  var result: ParseResult {
    guard typeName.hasPrefix("TEXT_") else { return .ignored(why: "an event of AWS's messaging that is about no text") }
    guard let milliseconds = view.integer(view.value(document, "eventTimestamp")), milliseconds > 0 else {
      return .unreadable(error: "the \(typeName.prefix(60)) event has no valid eventTimestamp")
    }
    let id = view.text(view.value(document, "messageId")).flatMap { $0.isEmpty ? nil : $0 }
    let tags = MessageTags(view, tags: view.value(document, "context"))
    let number = view.text(view.value(document, "destinationPhoneNumber")).map(OneLine.clean) ?? ""
    guard id != nil || tags != nil else {
      return .unreadable(error: "the \(typeName.prefix(60)) event names no message: neither messageId nor context")
    }
    guard !number.isEmpty || tags != nil else {
      return .unreadable(error: "the \(typeName.prefix(60)) event names no recipient")
    }
    let at = Timestamp(milliseconds: milliseconds)
    let (type, failure) = finding
    let words = view.text(view.value(document, "messageStatusDescription")).map(OneLine.clean)
    let fact = ParsedEvents.Fact(
      address: number, type: type, identity: identity(id, at), classification: failure.map(Classification.text),
      reason: words.flatMap { $0.isEmpty ? nil : $0 })
    let sentAt = view.integer(view.value(document, "messageRequestTimestamp")).map(Timestamp.init(milliseconds:))
    return .events(
      ParsedEvents(
        type: type, at: at, mailAt: sentAt, providerID: id, tags: tags, subject: nil, detail: detail, facts: [fact]))
  }

  /// What happened, and why it failed
  /// (<https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-types.html>).
  private var finding: (EventType, TextFailure?) {
    switch typeName {
    // "Successful" is the carrier's word, and only sometimes the last one.
    case "TEXT_SUCCESSFUL": (view.bool(view.value(document, "isFinal")) == true ? .delivery : .send, nil)
    case "TEXT_DELIVERED": (.delivery, nil)
    case "TEXT_QUEUED", "TEXT_PENDING", "TEXT_SENT": (.send, nil)
    case "TEXT_INVALID": (.bounce, .invalidNumber)
    case "TEXT_UNREACHABLE": (.bounce, .unreachable)
    case "TEXT_CARRIER_UNREACHABLE": (.bounce, .carrierUnreachable)
    case "TEXT_TTL_EXPIRED": (.bounce, .expired)
    case "TEXT_INVALID_MESSAGE": (.bounce, .invalidMessage)
    case "TEXT_CARRIER_BLOCKED": (.bounce, .carrierBlocked)
    case "TEXT_SPAM": (.bounce, .spam)
    case "TEXT_BLOCKED": (.bounce, .blocked)
    case "TEXT_PROTECT_BLOCKED": (.bounce, .protected)
    case "TEXT_UNKNOWN": (.bounce, .unknown)
    // A type that AWS adds later tells something that nobody here knows; it changes no status.
    default: (.other(String(typeName.prefix(60))), nil)
    }
  }

  /// There is no event's id; what copies share is what tells different events apart.
  private func identity(_ id: String?, _ at: Timestamp) -> Int64 {
    var hash = IdentityHash(seed: 0x7E87_5E4D_B0A2_D002)
    hash.combine(typeName)
    if let id { hash.combine(id) } else { hash.combine(view.hash(document)) }
    hash.combine(UInt64(bitPattern: at.milliseconds))
    hash.combine(view.bool(view.value(document, "isFinal")) == true ? 1 : 0)
    return Int64(bitPattern: hash.value)
  }

  /// What nothing else tells.
  private var detail: String? { view.rest(of: document, without: Self.told) }

  private static let told: [StaticString] = [
    "eventType", "eventTimestamp", "destinationPhoneNumber", "messageId", "messageRequestTimestamp", "context",
    "messageStatusDescription",
  ]
}
