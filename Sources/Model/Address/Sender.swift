/// Who a message comes from: `news@example.com`, or with a display name `News <news@example.com>`.
package struct Sender: Equatable, Sendable {
  /// Names the sender to a reader, without quotes; empty when nobody did.
  package var name: String
  /// Holds the address as it was written.
  package var address: String

  /// Takes a sender apart; what has no `<…>` at its end is all address.
  package init(_ text: String) {
    let text = Self.trim(text[...])
    guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
      name = ""
      address = String(text)
      return
    }
    address = String(Self.trim(text[text.index(after: open)...].dropLast()))
    let name = Self.trim(text[..<open])
    let isQuoted = name.count > 1 && name.first == "\"" && name.last == "\""
    self.name = isQuoted ? Self.unescape(name.dropFirst().dropLast()) : String(name)
  }

  private static func trim(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Takes the backslashes of a quoted string away (<https://www.rfc-editor.org/rfc/rfc5322#section-3.2.4>).
  private static func unescape(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }
}
