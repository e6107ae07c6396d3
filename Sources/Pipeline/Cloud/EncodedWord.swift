import struct Foundation.Data

/// Display names outside ASCII, as mail headers hold them (<https://www.rfc-editor.org/rfc/rfc2047>): SES does not encode
/// the sender's name itself.
enum EncodedWord {
  /// Octets that fit into one encoded word of 75 characters.
  private static let longest = 45

  /// Encodes the name of `이름 <a@b.example>`; returns anything that is ASCII as it is.
  static func sender(_ sender: String) -> String {
    guard !sender.utf8.allSatisfy({ $0 < 0x80 }), sender.hasSuffix(">"), let open = sender.lastIndex(of: "<") else {
      return sender
    }
    let name = sender[..<open].trimmingSpacesAndQuotes()
    return name.isEmpty ? String(sender[open...]) : "\(encode(name)) \(sender[open...])"
  }

  private static func encode(_ text: Substring) -> String {
    var words: [String] = []
    var part: [UInt8] = []
    for character in text.unicodeScalars {
      let bytes = Array(String(character).utf8)
      if part.count + bytes.count > longest {
        words.append(word(part))
        part.removeAll()
      }
      part += bytes
    }
    words.append(word(part))
    return words.joined(separator: " ")
  }

  private static func word(_ bytes: [UInt8]) -> String { "=?UTF-8?B?\(Data(bytes).base64EncodedString())?=" }
}

extension Substring {
  fileprivate func trimmingSpacesAndQuotes() -> Substring {
    var part = self
    while let first = part.first, first == " " || first == "\"" { part.removeFirst() }
    while let last = part.last, last == " " || last == "\"" { part.removeLast() }
    return part
  }
}
