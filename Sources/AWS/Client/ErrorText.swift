/// Makes others' words fit for logs and screens.
package enum ErrorText {
  /// Bounds what is kept of a message, in characters.
  static let limit = 500

  /// Makes one line of a text, and takes out what must not be logged: the local part of email addresses, phone numbers,
  /// what AWS quotes of a signed request (the session token is in it), every part of the credentials that this process was
  /// given, and anything that looks like a key or a token.
  package static func masked(_ text: String) -> String {
    let text = KnownSecrets.shared.masked(text)
    // "The Canonical String for this request should have been …", "Authorization=AWS4-HMAC-SHA256 Credential=…".
    var kept = text[...]
    for mark in ["The Canonical String for", "The String-to-Sign should", "Authorization=", "(Hashed with "] {
      if let range = kept.firstRange(of: mark) { kept = kept[..<range.lowerBound] }
    }
    kept = cutAtSecrets(kept)
    var words: [Substring] = []
    for word in kept.split(whereSeparator: { $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 0x20 } }) {
      words.append(maskedWord(word))
    }
    let line = words.joined(separator: " ")
    return line.count > limit ? line.prefix(limit) + "…" : line
  }

  private static func maskedWord(_ word: Substring) -> Substring {
    maskedTokens(maskedPhones(maskedAddresses(word)))
  }

  /// `ann@example.com` becomes `***@example.com`: the domain tells what to look at, and names nobody.
  private static func maskedAddresses(_ word: Substring) -> Substring {
    guard word.contains("@") else { return word }
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    var result = ""
    for part in parts.dropLast() {
      // A quoted local part may hold anything; outside quotes only what no address holds is kept.
      let end = part.last == "\"" ? part.startIndex : part.lastIndex { "<>()[]{}:;,='\"".contains($0) }
      let isQuoted = part.last == "\""
      result += isQuoted ? "" : end.map { String(part[...$0]) } ?? ""
      result += "***@"
    }
    return Substring(result + (parts.last ?? ""))
  }

  /// `+821012345678` becomes `+***`.
  private static func maskedPhones(_ word: Substring) -> Substring {
    guard let plus = word.firstIndex(of: "+") else { return word }
    let digits = word[plus...].dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard digits.count >= 7 else { return word }
    return word[...plus] + "***" + word[digits.endIndex...]
  }
}
