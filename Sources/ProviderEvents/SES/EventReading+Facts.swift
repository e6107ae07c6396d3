import JSON
import Model

extension EventReading {
  /// What the event says of each recipient it names.
  func facts(_ type: EventType, _ time: Timestamp?, hasTags: Bool) -> [ParsedEvents.Fact] {
    var facts: [ParsedEvents.Fact] = []
    let identity = identityOfEvent(type, time)
    func add(_ recipient: Int?, _ named: String) {
      var hash = identity
      hash.combine(named)
      if let recipient, view.kind(recipient) == .object {
        hash.combine(view.hash(recipient) { view.isString($0, "emailAddress") })
      }
      let (classification, reason) = finding(type, recipient)
      let own = self.type(type, classification)
      facts.append(
        ParsedEvents.Fact(
          // Behind a forwarding, a DSN names another address than the one that was mailed.
          address: destinations.count == 1 ? destinations[0] : named, type: own,
          identity: Int64(bitPattern: hash.value), classification: classification,
          reason: reason.map(OneLine.clean).flatMap { $0.isEmpty ? nil : $0 },
          isUnsubscription: own == .subscription && isUnsubscribed))
    }
    for recipient in view.elements(of: Self.listKey(type).flatMap { view.value(object, $0) }) {
      let text = view.kind(recipient) == .string ? recipient : view.value(recipient, "emailAddress")
      if let address = Self.address(view, text) { add(recipient, address) }
    }
    if facts.isEmpty {
      // A bounce or a complaint of one among several destinations must not be told of all.
      let isOfAll = type != .bounce && type != .complaint && type != .deliveryDelay
      if isOfAll || destinations.count == 1 { destinations.forEach { add(nil, $0) } }
    }
    if facts.isEmpty, hasTags { add(nil, "") }
    guard facts.count > 1 else { return facts }
    var seen: Set<Int64> = []
    return facts.filter { seen.insert($0.identity).inserted }
  }

  /// Whether somebody left all topics of the list
  /// (<https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html>).
  private var isUnsubscribed: Bool {
    view.bool(view.value(view.value(object, "newTopicPreferences"), "unsubscribeAll")) == true
  }

  /// What happened to one recipient.
  private func type(_ type: EventType, _ classification: Classification?) -> EventType {
    switch type {
    case .bounce where classification?.isAutomaticReply == true: .automaticReply
    case .open where destinations.count > 1: .byOneOfSeveral(.open)
    case .click where destinations.count > 1: .byOneOfSeveral(.click)
    case .subscription where destinations.count > 1: .byOneOfSeveral(.subscription)
    case .bounce, .open, .click, .subscription, .send, .delivery, .complaint, .reject, .renderingFailure,
      .deliveryDelay,
      .queued, .claimed, .accepted, .refused, .uncertain, .assumedSent, .assumptionWithdrawn, .settledToResend, .resent,
      .cancelled, .suppressed, .automaticReply, .byOneOfSeveral, .other:
      type
    }
  }

  /// True when a bounce has anything of a DSN: one that has not is what a program of the recipient's answered
  /// (<https://docs.aws.amazon.com/ses/latest/dg/faqs-metrics.html>).
  private func isReported(_ recipient: Int?) -> Bool {
    func isPresent(_ node: Int?) -> Bool {
      node.map { view.kind($0) != .null && view.text($0)?.isEmpty != true } ?? false
    }
    return isPresent(view.value(object, "reportingMTA")) || isPresent(view.value(recipient, "action"))
      || isPresent(view.value(recipient, "status")) || isPresent(view.value(recipient, "diagnosticCode"))
  }

  /// What copies of one event share and different events do not, but for the recipient.
  private func identityOfEvent(_ type: EventType, _ time: Timestamp?) -> IdentityHash {
    var hash = IdentityHash(seed: 0x5E4D_B0A2_D001)
    hash.combine(type.name)
    if let messageId = mail.messageId, view.kind(messageId) == .string, !view.raw(messageId).isEmpty {
      hash.combine(view.hash(messageId))
    } else {
      hash.combine(view.hash(document))
    }
    if let object {
      let list = Self.listKey(type)
      hash.combine(view.hash(object) { key in list.map { view.isString(key, $0) } ?? false })
    } else if case .other = type {
      hash.combine(view.hash(document))
    }
    hash.combine(UInt64(bitPattern: time?.milliseconds ?? 0))
    return hash
  }

  /// The classification and the server's words for one recipient.
  private func finding(_ type: EventType, _ recipient: Int?) -> (Classification?, String?) {
    func own(_ key: StaticString) -> String? { view.text(view.value(object, key)) }
    func theirs(_ key: StaticString) -> String? { view.text(view.value(recipient, key)) }
    switch type {
    case .bounce:
      let diagnostic = theirs("diagnosticCode")
      return (
        .bounce(
          type: own("bounceType") ?? "", subtype: own("bounceSubType") ?? "", action: theirs("action"),
          status: theirs("status"), diagnostic: diagnostic, isReported: isReported(recipient)), diagnostic
      )
    case .complaint:
      return (.complaint(subtype: own("complaintSubType"), feedbackType: own("complaintFeedbackType")), nil)
    case .deliveryDelay:
      let diagnostic = theirs("diagnosticCode")
      return (
        .delay(type: own("delayType") ?? "", status: theirs("status"), diagnostic: diagnostic), diagnostic
      )
    case .reject: return (.reject, own("reason"))
    case .renderingFailure: return (.renderingFailure, own("errorMessage"))
    case .delivery: return (nil, own("smtpResponse"))
    case .send, .open, .click, .subscription, .queued, .claimed, .accepted, .refused, .uncertain, .assumedSent,
      .assumptionWithdrawn, .settledToResend, .resent, .cancelled, .suppressed, .automaticReply, .byOneOfSeveral,
      .other:
      return (nil, nil)
    }
  }

  /// The bare address of a string node: without a display name, the domain in lower case.
  static func address(_ view: JSONView, _ node: Int?) -> String? {
    guard let node, view.kind(node) == .string else { return nil }
    if !view.nodes[node].hasEscapes { return BareAddress.reduce(view.raw(node)) }
    return view.unescaped(node).withUnsafeBufferPointer(BareAddress.reduce)
  }
}
