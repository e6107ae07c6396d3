import JSON

/// A JSON value of a resource's policy, whose statements are compared by meaning and kept when they are others'.
enum PolicyValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([PolicyValue])
  case object([String: PolicyValue])

  /// Reads a text; `nil` when it is not JSON. Values are no deeper within each other than ``JSONTape`` lets them be: whoever
  /// may write a policy must not be able to end the process.
  init?(_ text: String) {
    var tape = JSONTape()
    var text = text
    let value = text.withUTF8 { bytes -> PolicyValue? in
      // What cannot be read is told by the caller, in the words of what was read.
      guard (try? tape.parse(bytes)) != nil else { return nil }
      return tape.nodes.withUnsafeBufferPointer { PolicyValue(JSONView(bytes: bytes, nodes: $0), 0) }
    }
    guard let value else { return nil }
    self = value
  }

  private init(_ view: JSONView, _ node: Int) {
    switch view.nodes[node].kind {
    case .null: self = .null
    case .bool: self = .flag(view.bool(node) ?? false)
    case .number: self = .number(view.double(node) ?? 0)
    case .string: self = .text(view.text(node) ?? "")
    case .array: self = .list(view.elements(of: node).map { PolicyValue(view, $0) })
    case .object:
      var members: [String: PolicyValue] = [:]
      view.forEachMember(of: node) { key, value in members[view.text(key) ?? ""] = PolicyValue(view, value) }
      self = .object(members)
    }
  }

  subscript(name: String) -> PolicyValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The members of a list, or the value itself: policies write one thing either way.
  var values: [PolicyValue] {
    if case .list(let values) = self { values } else { [self] }
  }

  /// The texts in it, in the same order whatever order they were written in.
  var texts: [String] { values.compactMap(\.text).sorted() }
}

extension PolicyValue {
  /// The value as JSON on one line, its members in the order of their names.
  var json: String {
    var writer = JSONWriter()
    write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.value(json: "null")
    case .flag(let flag): writer.value(json: flag ? "true" : "false")
    case .number(let number):
      writer.value(json: number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)")
    case .text(let text): writer.value(text)
    case .list(let values): writer.array(values) { $1.write(to: &$0) }
    case .object(let members):
      writer.object { writer in
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
          writer.key(name)
          value.write(to: &writer)
        }
      }
    }
  }
}
