import struct Foundation.Data
import Model

/// A sender as SES takes it: it encodes neither the name nor the domain itself.
enum SenderHeader {
  /// Octets that fit into one encoded word of 75 characters.
  private static let longest = 45
  /// What a name may hold only in quotes (<https://www.rfc-editor.org/rfc/rfc5322#section-3.2.3>).
  private static let specials = #"()<>[]:;@\,.""#

  /// Encodes the name and the domain of `이름 <a@예.kr>`.
  static func text(_ text: String) -> String {
    let sender = Sender(text)
    let address = SESAddress(sender.address)?.text ?? sender.address
    if sender.name.isEmpty { return address }
    return "\(encode(name: sender.name)) <\(address)>"
  }

  private static func encode(name: String) -> String {
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return encodedWords(name) }
    guard name.contains(where: specials.contains) else { return name }
    return "\"" + name.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }

  /// Encodes what is not ASCII (<https://www.rfc-editor.org/rfc/rfc2047>).
  private static func encodedWords(_ text: String) -> String {
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
