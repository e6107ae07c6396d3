import JSON
import Model
import Ports

/// Reads the generic event, for scripts and for providers that nobody here knows:
///
///     {"sendboardEvent":1,"type":"delivered","provider":"acme","id":"M1","address":"+821012345678",
///      "at":"2026-11-21T01:00:03.127Z","code":"4000","reason":"delivered"}
///
/// `type` is sent, delivered, failed or delayed. Whose it is says `id` (the provider's, as it was answered) with `address`,
/// or `store`, `campaign`, `message` and `attempt`. What failed says `failure`, a text's by its name, or else `kind`: hard,
/// soft, content, suppressed or undetermined.
struct GenericEventReading {
  let view: JSONView
  let document: Int

  private static let kinds: [(kind: FailureKind, text: TextFailure, cause: String, subtype: String)] = [
    (.hard, .undeliverable, "Permanent", "General"), (.soft, .unreachable, "Transient", "General"),
    (.content, .carrierBlocked, "Transient", "ContentRejected"), (.suppressed, .blocked, "Permanent", "Suppressed"),
    (.undetermined, .unknown, "Undetermined", "Undetermined"),
  ]

  private static let types: [String: EventType] = [
    "sent": .send, "delivered": .delivery, "failed": .bounce, "delayed": .deliveryDelay,
  ]

  var result: ParseResult {
    guard view.integer(view.value(document, "sendboardEvent")) == 1 else {
      return .unreadable(error: IntakeProblem.laterVersion.sentence)
    }
    guard let word = text("type"), let type = Self.types[word] else {
      return .unreadable(error: IntakeProblem.unknownWord.sentence)
    }
    guard let at = text("at").flatMap({ Timestamp(iso8601: $0) }) else {
      return .unreadable(error: IntakeProblem.noTime.sentence)
    }
    let (id, tags) = (text("id").map(OneLine.clean), tags)
    guard id != nil || tags != nil else {
      return .unreadable(error: IntakeProblem.namesNoMessage.sentence)
    }
    let address = text("address").map(OneLine.clean) ?? ""
    var classification: Classification?
    if type == .bounce {
      guard let found = failure(address) else {
        return .unreadable(error: IntakeProblem.noFailure.sentence)
      }
      classification = found
    }
    let fact = ParsedEvents.Fact(
      address: address, type: type, identity: identity(word, id, tags, at), classification: classification,
      reason: reason)
    return .events(
      ParsedEvents(
        type: type, at: at, mailAt: nil, providerID: id, tags: tags, subject: nil, detail: detail, facts: [fact]))
  }

  private func text(_ key: StaticString) -> String? {
    view.text(view.value(document, key)).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A number, or a text that is one.
  private func number(_ key: StaticString) -> Int64? {
    let node = view.value(document, key)
    return (view.integer(node) ?? view.text(node).flatMap { Int64($0) }).flatMap { $0 > 0 ? $0 : nil }
  }

  private var tags: MessageTags? {
    guard let store = text("store"), let campaign = number("campaign"), let message = number("message"),
      let attempt = number("attempt")
    else { return nil }
    return MessageTags(
      store: store, campaign: CampaignID(rawValue: campaign), message: MessageID(rawValue: message),
      attempt: Int(attempt))
  }

  private var reason: String? {
    var words = [text("code"), text("reason")].compactMap(\.self).map(OneLine.clean)
    if words.count == 2, words[0] == words[1] { words.removeLast() }
    return words.isEmpty ? nil : words.joined(separator: ": ")
  }

  private func failure(_ address: String) -> Classification? {
    if let failure = text("failure").flatMap(TextFailure.init(rawValue:)) { return .text(failure) }
    guard let word = text("kind"), let known = Self.kinds.first(where: { $0.kind.rawValue == word }) else { return nil }
    let isMail = text("channel") == Channel.email.rawValue || address.contains("@")
    return isMail ? Classification(kind: known.kind, cause: known.cause, subtype: known.subtype) : .text(known.text)
  }

  /// There is no event's id; what copies share is what tells different events apart.
  private func identity(_ type: String, _ id: String?, _ tags: MessageTags?, _ at: Timestamp) -> Int64 {
    var hash = IdentityHash(seed: 0x5E4D_B0A2_D1EE_0001)
    for word in [text("provider") ?? "", type, text("code") ?? ""] {
      hash.combine(word)
      hash.combine(0)
    }
    // By the id where there is one: not every report of a broker's brings our own words back.
    if let id {
      hash.combine(id)
    } else if let tags {
      hash.combine("\(tags.store) \(tags.message) \(tags.attempt)")
    }
    hash.combine(UInt64(bitPattern: at.milliseconds))
    return Int64(bitPattern: hash.value)
  }

  /// What nothing else tells.
  private var detail: String? { view.rest(of: document, without: Self.told) }

  private static let told: [StaticString] = [
    "sendboardEvent", "type", "id", "store", "campaign", "message", "attempt", "address", "at", "reason", "channel",
  ]
}
