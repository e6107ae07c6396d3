/// Characters that HTML has names for: <https://html.spec.whatwg.org/multipage/named-characters.html>. The usual ones; what
/// has another name stands as it was written.
enum HTMLEntity {
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
    "trade": "™",
    "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«",
    "raquo": "»", "middot": "·", "bull": "•", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§",
    "deg": "°", "times": "×", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "zwj": "\u{200D}", "zwnj": "\u{200C}",
    "shy": "\u{AD}",
  ]

  /// The longest that is looked for, with its signs.
  private static let limit = 12

  /// Returns a text with the characters that its references stand for.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "&") {
      result += rest[..<sign]
      rest = rest[sign...]
      let candidate = rest.prefix(limit)
      if let end = candidate.firstIndex(of: ";"), let found = character(rest[rest.index(after: sign)..<end]) {
        result += found
        rest = rest[rest.index(after: end)...]
      } else {
        result += "&"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> String? {
    guard name.first == "#" else { return named[String(name)] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    guard let value = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10),
      // A NUL is none of HTML's characters.
      value > 0, let scalar = Unicode.Scalar(value)
    else { return nil }
    return String(Character(scalar))
  }
}
