/// A text with names in braces, as `Bearer {token}`. A value is put in as it is; whoever writes the whole escapes it.
package struct TextTemplate: Equatable, Sendable {
  /// A piece of it.
  enum Part: Equatable, Sendable {
    case literal(String)
    case value(String)
  }

  let parts: [Part]
  /// Whether what it belongs to is left out where its value is empty: it was written `{name?}`.
  let isOptional: Bool

  /// What is wrong with a text.
  enum Problem: Error, Equatable {
    case unclosed
    case badName(String)
    /// `{name?}` is not all there is.
    case optionalWithin(String)
  }

  /// Reads a text.
  init(_ text: String) throws(Problem) {
    var parts: [Part] = []
    var rest = text[...]
    var optional: String?
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.literal(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else { throw .unclosed }
      var name = rest[rest.index(after: open)..<close]
      if name.hasSuffix("?") {
        name.removeLast()
        optional = String(name)
      }
      guard Self.isName(name) else { throw .badName(String(name)) }
      parts.append(.value(String(name)))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.literal(String(rest))) }
    if let optional, parts.count > 1 { throw .optionalWithin(optional) }
    self.parts = parts
    isOptional = optional != nil
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (first | 0x20) &- 0x61 < 26 else { return false }
    return text.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
  }

  /// The names in it, in order.
  var names: [String] {
    parts.compactMap { if case .value(let name) = $0 { name } else { nil } }
  }

  /// Puts values in.
  ///
  /// - Parameter escape: how a value is written where it stands; the rest is written already.
  func filled(_ values: PlaceValues, escape: (String) -> String = { $0 }) -> String {
    if parts.count == 1, case .literal(let text) = parts[0] { return text }
    var text = ""
    for part in parts {
      switch part {
      case .literal(let words): text += words
      case .value(let name): text += escape(values[name])
      }
    }
    return text
  }
}
