import struct Foundation.Data
import class Foundation.JSONDecoder

/// A JSON value of a resource's policy, whose statements are compared by meaning and kept when they are others'.
enum PolicyValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([PolicyValue])
  case object([String: PolicyValue])

  /// Reads a text; `nil` when it is not JSON.
  init?(_ text: String) {
    // What cannot be read is told by the caller, in the words of what was read.
    guard let value = try? JSONDecoder().decode(PolicyValue.self, from: Data(text.utf8)) else { return nil }
    self = value
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

extension PolicyValue: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
      // Each form is tried in turn: that one does not fit is how the next is found.
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([PolicyValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: PolicyValue].self))
    }
  }
}

extension PolicyValue {
  /// The value as JSON on one line, its members in the order of their names.
  var json: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
    case .text(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.sorted { $0.key < $1.key }.map { Self.quoted($0.key) + ":" + $0.value.json }.joined(separator: ",")
        + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
