import JSON
import Model

/// Reads one document from the event queue or a file, in any envelope, into what it says of each recipient.
///
/// Envelopes are told by their shape: SNS (`Message`), EventBridge (`detail`), SQS and Lambda records (`body`, `Sns`),
/// within each other too. The parser keeps its working memory from one document to the next.
/// <https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html>
package struct EventParser: Sendable {
  /// Envelopes within each other at most.
  static let envelopeLimit = 5
  /// Recipients that one event may name; SES sends one mail to 50 at most.
  static let recipientLimit = 10_000

  /// One list of nodes for each envelope, since an outer document's bytes are at work while an inner one is read.
  private var tapes: [JSONTape] = []

  /// Makes a parser.
  package init() {}

  /// Reads one document.
  package mutating func parse(_ document: String) -> ParseResult {
    var document = document
    return document.withUTF8 { parse($0, depth: 0, envelopeTime: nil) }
  }

  /// Reads one document from bytes that should be UTF-8.
  package mutating func parse(_ document: UnsafeRawBufferPointer) -> ParseResult {
    document.withMemoryRebound(to: UInt8.self) { bytes in
      guard Self.isUTF8(bytes) else { return .unreadable(error: "the text is not valid UTF-8") }
      return parse(bytes, depth: 0, envelopeTime: nil)
    }
  }

  /// Reads what should be a document, and may be a plain text.
  private mutating func parse(
    _ whole: UnsafeBufferPointer<UInt8>, depth: Int, envelopeTime: Timestamp?
  ) -> ParseResult {
    guard depth < Self.envelopeLimit else { return .unreadable(error: "there are too many envelopes in each other") }
    let bytes = whole.withoutByteOrderMark
    guard let first = bytes.first(where: { !" \t\r\n".utf8.contains($0) }) else {
      return .unreadable(error: "the document is empty")
    }
    if first != UInt8(ascii: "{"), Self.isValidationText(bytes) {
      return .ignored(why: "SNS's word that the topic is valid for event publishing")
    }
    while tapes.count <= depth { tapes.append(JSONTape()) }
    var tape = JSONTape()
    swap(&tape, &tapes[depth])
    defer { swap(&tape, &tapes[depth]) }
    do throws(JSONProblem) {
      try tape.parse(bytes)
    } catch {
      let what = first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? "broken JSON" : "not JSON"
      return .unreadable(error: "\(what): \(error.text), at byte \(error.offset)")
    }
    return tape.nodes.withUnsafeBufferPointer { nodes in
      dispatch(JSONView(bytes: bytes, nodes: nodes), 0, depth: depth, envelopeTime: envelopeTime)
    }
  }

  /// Finds out what an object is, and goes on with what is in it.
  private mutating func dispatch(
    _ view: JSONView, _ object: Int, depth: Int, envelopeTime: Timestamp?
  ) -> ParseResult {
    guard depth < Self.envelopeLimit else { return .unreadable(error: "there are too many envelopes in each other") }
    guard view.kind(object) == .object else {
      return .unreadable(error: "the JSON is not an object, so it is no event")
    }
    var found = Shape()
    view.forEachMember(of: object) { key, value in found.note(view, key, value) }
    if let type = found.eventType {
      if TextEventReading.isAbout(view, type), let name = view.text(type) {
        return TextEventReading(view: view, document: object, typeName: name).result
      }
      return EventReading(view, document: object, typeNode: type, envelopeTime: envelopeTime).result
    }
    if found.generic != nil { return GenericEventReading(view: view, document: object).result }
    if let gateway = view.text(found.report) {
      return .reports(gateway: OneLine.clean(gateway), body: found.body.map { Self.bytes(view, $0) } ?? [])
    }
    if let type = view.text(found.type), type.hasSuffix("Confirmation") {
      return .ignored(why: "SNS's \(type.prefix(40)): confirm it where the subscription was made")
    }
    if let message = found.message {
      let time = Self.time(view, found.snsTimestamp) ?? envelopeTime
      return open(view, message, what: "the SNS message", depth: depth, time)
    }
    if isOfAccount(view, found) { return .ignored(why: "SES's word on the account, not on a mail") }
    if found.isInbound(view) { return .ignored(why: "mail that SES received for you, not mail that was sent") }
    if let detail = found.detail, view.kind(detail) == .object {
      let time = Self.time(view, found.time) ?? envelopeTime
      return dispatch(view, detail, depth: depth + 1, envelopeTime: time)
    }
    if let record = found.sns { return dispatch(view, record, depth: depth + 1, envelopeTime: envelopeTime) }
    if let body = found.body { return open(view, body, what: "the SQS body", depth: depth, envelopeTime) }
    return .unreadable(error: "the JSON has neither eventType nor notificationType, and is in no known envelope")
  }

  /// Goes on with an envelope's content: a string that holds JSON, or (by hand) the object itself.
  private mutating func open(
    _ view: JSONView, _ content: Int, what: String, depth: Int, _ time: Timestamp?
  ) -> ParseResult {
    switch view.nodes[content].kind {
    case .object: return dispatch(view, content, depth: depth + 1, envelopeTime: time)
    case .string:
      let result = view.unescaped(content).withUnsafeBufferPointer { parse($0, depth: depth + 1, envelopeTime: time) }
      if case .unreadable(let error) = result { return .unreadable(error: "in \(what): \(error)") }
      return result
    default: return .unreadable(error: "\(what) is neither text nor an object")
    }
  }

  /// True for what EventBridge brings of SES that concerns no mail: "Sending Status Disabled", "Advisor Recommendation
  /// Status Open" and the like (<https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html>).
  private func isOfAccount(_ view: JSONView, _ found: Shape) -> Bool {
    guard let detail = found.detail, found.detailType != nil, view.text(found.source) == "aws.ses" else { return false }
    return view.value(detail, "eventType") == nil && view.value(detail, "notificationType") == nil
  }

  /// What stands there, or stands in the text that stands there.
  private static func bytes(_ view: JSONView, _ node: Int) -> [UInt8] {
    view.kind(node) == .string ? view.unescaped(node) : Array(view.raw(node))
  }

  static func time(_ view: JSONView, _ node: Int?) -> Timestamp? {
    guard let node, view.kind(node) == .string else { return nil }
    return Timestamp(iso8601: UnsafeRawBufferPointer(view.raw(node)))
  }

  private static func isValidationText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count < 1000 && String(decoding: bytes, as: UTF8.self).contains("Successfully validated SNS topic")
  }

  private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var bits: UInt64 = 0
    var index = 0
    while index + 8 <= raw.count {
      bits |= raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      index += 8
    }
    while index < raw.count {
      bits |= UInt64(raw[index])
      index += 1
    }
    return bits & 0x8080_8080_8080_8080 == 0 || String(validating: bytes, as: UTF8.self) != nil
  }
}

/// The members by which envelopes and events are told apart.
private struct Shape {
  var eventType, type, message, snsTimestamp, detail, detailType, source, time, sns, body, ses, records, generic,
    report: Int?

  /// True for what Lambda is told of mail that SES received: a record, or several.
  func isInbound(_ view: JSONView) -> Bool {
    if let ses, view.kind(ses) == .object, view.value(ses, "receipt") != nil { return true }
    let all = view.elements(of: records)
    return !all.isEmpty && all.allSatisfy { view.kind($0) == .object && view.value($0, "ses") != nil }
  }

  mutating func note(_ view: JSONView, _ key: Int, _ value: Int) {
    switch view.nodes[key].end - view.nodes[key].start {
    case 9 where view.isString(key, "eventType"): eventType = value
    case 16 where view.isString(key, "notificationType") && eventType == nil: eventType = value
    case 4 where view.isString(key, "Type"): type = value
    case 7 where view.isString(key, "Message"): message = value
    case 9 where view.isString(key, "Timestamp"): snsTimestamp = value
    case 6 where view.isString(key, "detail"): detail = value
    case 6 where view.isString(key, "source"): source = value
    case 11 where view.isString(key, "detail-type"): detailType = value
    case 3 where view.isString(key, "ses"): ses = value
    case 7 where view.isString(key, "Records"): records = value
    case 4 where view.isString(key, "time"): time = value
    case 3 where view.isString(key, "Sns"): sns = value
    case 14 where view.isString(key, "sendboardEvent"): generic = value
    case 15 where view.isString(key, "sendboardReport"): report = value
    case 4 where view.isString(key, "body") || view.isString(key, "Body"): body = value
    default: break
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  var withoutByteOrderMark: UnsafeBufferPointer<UInt8> {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
      ? UnsafeBufferPointer(rebasing: self[3...]) : self
  }
}
