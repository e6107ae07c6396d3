/// Who a message comes from: `news@example.com`, or with a display name `News <news@example.com>`.
public struct Sender: Equatable, Sendable {
  /// Names the sender to a reader, without quotes; empty when nobody did.
  public var name: String
  /// Holds the address as it was written.
  public var address: String

  /// Takes a sender apart; what has no `<…>` at its end is all address.
  public init(_ text: String) {
    guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
      name = ""
      address = text
      return
    }
    address = String(text[text.index(after: open)...].dropLast())
    var name = text[..<open]
    while name.first == " " { name.removeFirst() }
    while name.last == " " { name.removeLast() }
    if name.count > 1, name.first == "\"", name.last == "\"" { name = name.dropFirst().dropLast() }
    self.name = Self.unescape(name)
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
