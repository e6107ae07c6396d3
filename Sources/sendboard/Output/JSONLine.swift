import Canvas
import Model

/// One JSON object on one line, its fields in the order they were added.
struct JSONLine {
  private(set) var text = "{"

  /// A value of a field.
  enum Value {
    case null
    case bool(Bool)
    case int(Int)
    case number(Double)
    case string(String)
    case object(JSONLine)
    case list([Value])

    static func string(_ text: String?) -> Value { text.map { .string($0) } ?? .null }
  }

  mutating func add(_ name: String, _ value: Value) {
    if text.utf8.count > 1 { text += "," }
    Self.quote(name, into: &text)
    text += ":"
    append(value)
  }

  private mutating func append(_ value: Value) {
    switch value {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .int(let number): text += String(number)
    // JSON has no word for what is no number.
    case .number(let number): text += number.isFinite ? String(number) : "null"
    case .string(let string): Self.quote(string, into: &text)
    case .object(let line): text += line.finished
    case .list(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        append(value)
      }
      text += "]"
    }
  }

  mutating func add(_ name: String, _ time: Timestamp) { add(name, .string(time.description)) }

  /// The whole object.
  var finished: String { text + "}" }

  private static func quote(_ string: String, into text: inout String) {
    // Nearly all are plain.
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
      text += "\"\(string)\""
      return
    }
    text += "\""
    var marks = 0
    for scalar in string.unicodeScalars {
      // A letter has some marks at most; what is heaped on it beyond them would run over the lines around.
      marks = scalar.value >= 0x300 && TextWidth.of(scalar) == 0 ? marks + 1 : 0
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value >= 0x20 && scalar.value < 0x7F: text.unicodeScalars.append(scalar)
      case _ where marks > 3 || isEscaped(scalar):
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// JSON wants the first page's controls escaped; the others, and what shows nothing, must not reach a terminal either. To
  /// whoever reads JSON it is the same.
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value) {
      return true
    }
    return HiddenScalar.showsNothing(scalar)
  }
}
