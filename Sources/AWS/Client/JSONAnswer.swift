import JSON

/// An object in an answer, read by the names the service's model gives its members.
///
/// Unknown members are passed over; `null` is as good as nothing. Numbers and truths are taken from strings too: stand-ins
/// and gateways write them so, and nothing is lost.
struct JSONAnswer {
  let view: JSONView
  let node: Int
  /// Where the object is in the answer, for errors.
  let place: String

  /// Reads an answer that is a JSON object. An empty one has no member, where the service's model has none to give.
  static func read<Value>(
    _ bytes: [UInt8], _ body: (JSONAnswer) throws(AnswerProblem) -> Value
  ) throws(AnswerProblem) -> Value {
    var tape = JSONTape()
    return try bytes.withUnsafeBufferPointer { bytes throws(AnswerProblem) in
      do throws(JSONProblem) {
        try tape.parse(bytes)
      } catch {
        throw AnswerProblem("\(error.text), at byte \(error.offset)")
      }
      return try tape.nodes.withUnsafeBufferPointer { nodes throws(AnswerProblem) in
        let view = JSONView(bytes: bytes, nodes: nodes)
        guard view.kind(0) == .object else { throw AnswerProblem("it is not a JSON object") }
        return try body(JSONAnswer(view: view, node: 0, place: ""))
      }
    }
  }

  /// Checks the answer of a call that gives nothing: empty, or an object.
  static func readNothing(_ bytes: [UInt8]) throws(AnswerProblem) {
    guard !bytes.isEmpty else { return }
    try read(bytes) { _ in }
  }

  /// Finds a member that is there and not `null`.
  func find(_ key: StaticString) -> Int? {
    view.value(node, key).flatMap { view.kind($0) == .null ? nil : $0 }
  }

  func require(_ key: StaticString) throws(AnswerProblem) -> Int {
    guard let value = find(key) else { throw AnswerProblem("\"\(place)\(key)\" is missing") }
    return value
  }

  /// Reads a string; numbers and truths as they stand.
  func optionalText(_ key: StaticString) throws(AnswerProblem) -> String? {
    guard let value = find(key) else { return nil }
    return try text(value, key)
  }

  func text(_ key: StaticString) throws(AnswerProblem) -> String { try text(require(key), key) }

  private func text(_ value: Int, _ key: StaticString) throws(AnswerProblem) -> String {
    switch view.nodes[value].kind {
    case .string: return view.text(value) ?? ""
    case .number, .bool: return String(decoding: view.raw(value), as: UTF8.self)
    default: throw wrong(key, "a text")
    }
  }

  /// Reads a string where a wrong kind of value is no reason to give up.
  func lenientText(_ key: StaticString) -> String? { view.text(find(key)) }

  /// Reads a whole number.
  func optionalInteger(_ key: StaticString) throws(AnswerProblem) -> Int? {
    guard let value = find(key) else { return nil }
    let number = view.integer(value) ?? view.text(value).flatMap { Int64($0) }
    guard let number, let result = Int(exactly: number) else { throw wrong(key, "a whole number") }
    return result
  }

  /// Reads a number.
  func optionalDouble(_ key: StaticString) throws(AnswerProblem) -> Double? {
    guard let value = find(key) else { return nil }
    guard let number = view.double(value) ?? view.text(value).flatMap(Double.init), number.isFinite else {
      throw wrong(key, "a number")
    }
    return number
  }

  func double(_ key: StaticString) throws(AnswerProblem) -> Double {
    guard let number = try optionalDouble(key) else { throw AnswerProblem("\"\(place)\(key)\" is missing") }
    return number
  }

  /// Reads true or false.
  func optionalFlag(_ key: StaticString) throws(AnswerProblem) -> Bool? {
    guard let value = find(key) else { return nil }
    switch view.kind(value) {
    case .bool: return view.bool(value)
    case .string where view.isString(value, "true"): return true
    case .string where view.isString(value, "false"): return false
    default: throw wrong(key, "true or false")
    }
  }

  /// Reads an object.
  func optionalObject(_ key: StaticString) throws(AnswerProblem) -> JSONAnswer? {
    guard let value = find(key) else { return nil }
    guard view.kind(value) == .object else { throw wrong(key, "an object") }
    return JSONAnswer(view: view, node: value, place: "\(place)\(key).")
  }

  func object(_ key: StaticString) throws(AnswerProblem) -> JSONAnswer {
    guard let object = try optionalObject(key) else { throw AnswerProblem("\"\(place)\(key)\" is missing") }
    return object
  }

  /// Reads a list of objects; none when the member is absent.
  func objects(_ key: StaticString) throws(AnswerProblem) -> [JSONAnswer] {
    guard let value = find(key) else { return [] }
    guard view.kind(value) == .array else { throw wrong(key, "a list") }
    var result: [JSONAnswer] = []
    for element in view.elements(of: value) {
      guard view.kind(element) == .object else { throw wrong(key, "a list of objects") }
      result.append(JSONAnswer(view: view, node: element, place: "\(key)[\(result.count)]."))
    }
    return result
  }

  /// Reads a list of strings; none when the member is absent.
  func texts(_ key: StaticString) throws(AnswerProblem) -> [String] {
    guard let value = find(key) else { return [] }
    guard view.kind(value) == .array else { throw wrong(key, "a list") }
    var result: [String] = []
    for element in view.elements(of: value) { result.append(try text(element, key)) }
    return result
  }

  /// Reads an object whose values are strings; empty when the member is absent.
  func map(_ key: StaticString) throws(AnswerProblem) -> [String: String] {
    guard let value = find(key) else { return [:] }
    guard view.kind(value) == .object else { throw wrong(key, "an object") }
    var result: [String: String] = [:]
    var problem: AnswerProblem?
    view.forEachMember(of: value) { name, member in
      guard view.kind(member) != .null else { return }
      do throws(AnswerProblem) {
        result[view.text(name) ?? ""] = try text(member, key)
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    return result
  }

  private func wrong(_ key: StaticString, _ wanted: String) -> AnswerProblem {
    AnswerProblem("\"\(place)\(key)\" is not \(wanted)")
  }
}
