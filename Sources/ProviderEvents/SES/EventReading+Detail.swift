import JSON
import Model

extension EventReading {
  /// What is not told elsewhere, as a compact JSON object: the type's own fields, then unknown fields of `mail` and of
  /// the document under those names.
  func detail(_ type: EventType) -> String? {
    var output: [UInt8] = [UInt8(ascii: "{")]
    let list = Self.listKey(type)
    if let object {
      append(object, to: &output) { key, value in
        isTold(type, key, value) || list.map { view.isString(key, $0) && isPlainList(value) } ?? false
      }
    }
    if let mail = view.value(document, "mail"), view.kind(mail) == .object {
      appendRest(of: mail, as: "mail", to: &output) { key, _ in isKnownInMail(key) }
    }
    let own = Self.objectKey(type)
    appendRest(of: document, as: "document", to: &output) { key, value in
      view.isString(key, "eventType") || view.isString(key, "notificationType") || view.isString(key, "mail")
        || own.map { view.isString(key, $0) && view.kind(value) == .object } ?? false
    }
    guard output.count > 1 else { return nil }
    output.append(UInt8(ascii: "}"))
    return String(decoding: output, as: UTF8.self)
  }

  private func appendRest(
    of object: Int, as name: String, to output: inout [UInt8], unless isKnown: (Int, Int) -> Bool
  ) {
    var rest: [UInt8] = [UInt8(ascii: "{")]
    append(object, to: &rest, unless: isKnown)
    guard rest.count > 1 else { return }
    if output.count > 1 { output.append(UInt8(ascii: ",")) }
    output.append(contentsOf: "\"\(name)\":".utf8)
    output.append(contentsOf: rest)
    output.append(UInt8(ascii: "}"))
  }

  private func append(_ object: Int, to output: inout [UInt8], unless isLeftOut: (Int, Int) -> Bool) {
    view.forEachMember(of: object) { key, value in
      guard !isLeftOut(key, value) else { return }
      if output.count > 1 { output.append(UInt8(ascii: ",")) }
      view.appendMember(key, value, to: &output)
    }
  }

  /// True for a field that the event's time, classification or reason tells already.
  private func isTold(_ type: EventType, _ key: Int, _ value: Int) -> Bool {
    if view.isString(key, "timestamp") { return EventParser.time(view, value) != nil }
    guard view.kind(value) == .string else { return false }
    return switch type {
    case .bounce: view.isString(key, "bounceType") || view.isString(key, "bounceSubType")
    case .delivery: view.isString(key, "smtpResponse")
    case .deliveryDelay: view.isString(key, "delayType")
    case .reject: view.isString(key, "reason")
    case .renderingFailure: view.isString(key, "errorMessage")
    case .send, .complaint, .open, .click, .subscription, .queued, .claimed, .accepted, .refused, .uncertain,
      .assumedSent, .assumptionWithdrawn, .settledToResend, .resent, .cancelled, .suppressed, .automaticReply,
      .byOneOfSeveral,
      .other:
      false
    }
  }

  /// True when a list of recipients has no field that would be lost without it.
  private func isPlainList(_ list: Int) -> Bool {
    guard view.kind(list) == .array else { return false }
    return view.elements(of: list).allSatisfy { recipient in
      var isPlain = true
      view.forEachMember(of: recipient) { key, value in
        isPlain =
          isPlain
          && (view.isString(key, "emailAddress") && isDestination(value) || view.isString(key, "status")
            || view.isString(key, "action") || view.isString(key, "diagnosticCode"))
      }
      return isPlain
    }
  }

  /// False for an address that the event's fact does not have: the sole destination stands there instead.
  private func isDestination(_ address: Int) -> Bool {
    guard destinations.count == 1 else { return true }
    return Self.address(view, address).map(destinations[0].isSameAddress) ?? true
  }

  /// Fields of `mail` that say what the message's row or other events say, or that only the sender can use.
  private func isKnownInMail(_ key: Int) -> Bool {
    switch view.nodes[key].end - view.nodes[key].start {
    case 4: view.isString(key, "tags")
    case 6: view.isString(key, "source")
    case 7: view.isString(key, "headers")
    case 8: view.isString(key, "sourceIp")
    case 9: view.isString(key, "timestamp") || view.isString(key, "messageId") || view.isString(key, "sourceArn")
    case 11: view.isString(key, "destination")
    case 13: view.isString(key, "commonHeaders")
    case 14: view.isString(key, "callerIdentity")
    case 16: view.isString(key, "sendingAccountId") || view.isString(key, "headersTruncated")
    default: false
    }
  }
}
