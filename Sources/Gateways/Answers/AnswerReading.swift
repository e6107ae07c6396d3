import HTTP
import JSON
import Model
import Ports

/// Reads what an answer says of each recipient of a call. What is fixed, whatever a file says: no promise is read out of a
/// server's failure, out of what is no answer, nor out of silence.
struct AnswerReading {
  let rule: AnswerRule
  let mask: SecretMask
  let values: PlaceValues
  let recipients: [PlaceValues.Recipient]

  /// One result for each recipient, in their order.
  func results(_ response: HTTPResponse) -> [SendResult] {
    if response.status == 429 {
      return all(.refused(Refusal(cause: .throttled, reason: "HTTP 429")))
    }
    // 408 is said of a request that may have been read all the same.
    guard (200...499).contains(response.status), response.status != 408 else {
      return all(.unknown(reason: "HTTP \(response.status)"))
    }
    let results = JSONDocument.read(response.body) { view in
      if let refusal = whole(response.status, view) {
        // Whoever a list says was taken may have been: of two words of one answer neither is believed.
        return listed(view).map { said -> SendResult in
          if case .accepted? = said { return .unknown(reason: OwnReason.answerContradictsItself.sentence) }
          return .refused(refusal)
        }
      }
      return (200...299).contains(response.status) ? each(view, response.status) : unread(response.status)
    }
    if let results { return results }
    // Not an answer of the broker's own: only its status can say that nothing was sent, where the file says so.
    if let refusal = whole(response.status, nil) { return all(.refused(refusal)) }
    return unread(response.status)
  }

  private func unread(_ status: Int) -> [SendResult] {
    all(.unknown(reason: OwnReason.answerNotUnderstood(status: status).sentence))
  }

  private func all(_ result: SendResult) -> [SendResult] { recipients.map { _ in result } }

  private func whole(_ status: Int, _ view: JSONView?) -> Refusal? {
    for rule in rule.whole {
      if let statuses = rule.statuses, !statuses.holds(status) { continue }
      if let condition = rule.condition {
        guard let view, condition.holds(in: view, from: 0) else { continue }
      }
      return refusal(view, 0, code: rule.code, reason: rule.reason, unnamed: rule.cause) {
        "HTTP \(status)"
      }
    }
    return nil
  }

  private func refusal(
    _ view: JSONView?, _ item: Int, code: Source?, reason: Source?, unnamed: Refusal.Cause?, else words: () -> String
  ) -> Refusal {
    let code = view.flatMap { code?.text(in: $0, from: item) } ?? ""
    let said = view.flatMap { reason?.text(in: $0, from: item) } ?? ""
    let text = [code, said].filter { !$0.isEmpty }.joined(separator: ": ")
    return Refusal(
      cause: rule.causes.meaning(of: code) ?? unnamed ?? .other,
      reason: text.isEmpty ? words() : mask.short(text))
  }

  /// What the lists say of each recipient; `nil` for whom they do not mention.
  private func listed(_ view: JSONView) -> [SendResult?] {
    var results = [SendResult?](repeating: nil, count: recipients.count)
    for list in rule.lists {
      guard let items = list.place.lazy.compactMap({ $0.items(in: view, from: 0) }).first else { continue }
      let places = self.places(of: items, list.key, view)
      for (item, place) in zip(items, places) {
        guard let place, let result = result(list, view, item, place) else { continue }
        results[place] = results[place].map { Self.both($0, result) } ?? result
      }
    }
    return results
  }

  private func each(_ view: JSONView, _ status: Int) -> [SendResult] {
    var results = listed(view)
    if let all = rule.all, all.statuses?.holds(status) ?? true {
      for place in results.indices where results[place] == nil {
        results[place] = accepted(all.accepted, view, 0, place)
      }
    }
    return results.map { $0 ?? .unknown(reason: OwnReason.notMentioned.sentence) }
  }

  /// Whose each item is; `nil` for a stranger's.
  private func places(of items: [Int], _ key: AnswerRule.Key, _ view: JSONView) -> [Int?] {
    switch key {
    // Another number of items than of recipients, and nobody can tell who stands where.
    case .order: return items.indices.map { items.count == recipients.count ? $0 : nil }
    case .ref(let source):
      let places = Dictionary(recipients.indices.map { (recipients[$0].ref, $0) }) { first, _ in first }
      return items.map { source.text(in: view, from: $0).flatMap { places[$0] } }
    case .number(let source):
      let places = Dictionary(recipients.indices.map { (Self.digits(recipients[$0].number), $0) }) { first, _ in first }
      return items.map { source.text(in: view, from: $0).flatMap { places[Self.digits($0)] } }
    }
  }

  private static func digits(_ number: String) -> String { String(number.filter(\.isNumber)) }

  private func result(_ list: AnswerRule.List, _ view: JSONView, _ item: Int, _ place: Int) -> SendResult? {
    if let accepted = list.accepted, let result = self.accepted(accepted, view, item, place) { return result }
    guard let refused = list.refused, refused.condition?.holds(in: view, from: item) ?? true else { return nil }
    return .refused(refusal(view, item, code: refused.code, reason: refused.reason, unnamed: nil) { "" })
  }

  private func accepted(_ rule: AnswerRule.Accepted, _ view: JSONView, _ item: Int, _ place: Int) -> SendResult? {
    guard rule.condition?.holds(in: view, from: item) ?? true else { return nil }
    var values = values
    values.recipient = recipients[place]
    guard let id = rule.id.text(in: view, from: item, values), !id.isEmpty, id.utf8.count <= 256,
      !id.hasPrefix("/"), !id.hasSuffix("/")
    else {
      return .unknown(reason: OwnReason.textWithoutID.sentence)
    }
    return .accepted(providerID: mask.short(id))
  }

  /// What is said twice of one: where both do not say the same, nobody knows.
  private static func both(_ first: SendResult, _ second: SendResult) -> SendResult {
    first == second ? first : .unknown(reason: OwnReason.answerContradictsItself.sentence)
  }
}

/// A JSON document that may be anything.
enum JSONDocument {
  /// Reads a document; `nil` for what is none.
  static func read<Result>(_ bytes: [UInt8], _ body: (JSONView) -> Result) -> Result? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var tape = JSONTape()
    return bytes.withUnsafeBufferPointer { bytes -> Result? in
      do throws(JSONProblem) { try tape.parse(bytes) } catch { return nil }
      return tape.nodes.withUnsafeBufferPointer { body(JSONView(bytes: bytes, nodes: $0)) }
    }
  }
}

/// What a broker says, fit to be kept: one line, and no longer than anybody reads.
enum ShortText {
  static let longest = 300

  static func clean(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(longest) {
      let isControl =
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || [0x2028, 0x2029].contains(scalar.value)
      if isControl || scalar == " " {
        if output.last != " ", !output.isEmpty { output.append(" ") }
      } else {
        output.append(scalar)
      }
    }
    if output.last == " " { output.removeLast() }
    return String(output)
  }
}
