import Model

/// One JSON object on one line, its fields in the order they were added.
struct JSONLine {
  private(set) var text = "{"

  /// A value of a field.
  enum Value {
    case null
    case bool(Bool)
    case int(Int)
    case string(String)
    case object(JSONLine)

    static func string(_ text: String?) -> Value { text.map { .string($0) } ?? .null }
  }

  mutating func add(_ name: String, _ value: Value) {
    if text.utf8.count > 1 { text += "," }
    Self.quote(name, into: &text)
    text += ":"
    switch value {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .int(let number): text += String(number)
    case .string(let string): Self.quote(string, into: &text)
    case .object(let line): text += line.finished
    }
  }

  mutating func add(_ name: String, _ time: Timestamp) { add(name, .string(time.description)) }

  /// The whole object.
  var finished: String { text + "}" }

  private static func quote(_ string: String, into text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
