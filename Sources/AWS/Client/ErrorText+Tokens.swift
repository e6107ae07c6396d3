/// What looks like a key or a token, told from the names that a message must keep: request ids, ARNs, hosts, queues.
extension ErrorText {
  /// Headers and members that hold a secret; what follows one of them is never a reason.
  private static let secretNames = ["x-amz-security-token", "authorization"] + secretMembers

  /// Members of a document of credentials that hold a secret, in lower case.
  static let secretMembers = ["secretaccesskey", "secret_access_key", "sessiontoken", "session_token"]

  /// Ends a text where it begins to quote a secret by its name, as a server that echoes headers does.
  static func cutAtSecrets(_ text: Substring) -> Substring {
    let bytes = text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    var end = bytes.count
    for name in secretNames {
      for range in bytes.ranges(of: Array(name.utf8)) where range.lowerBound < end {
        let mark = bytes[range.upperBound...].first { !" \t\"'\\".utf8.contains($0) }
        if let mark, ":=>".utf8.contains(mark) { end = range.lowerBound }
      }
    }
    return text[..<text.utf8.index(text.startIndex, offsetBy: end)]
  }

  /// A word without keys and tokens, as they are or percent-encoded.
  static func maskedTokens(_ word: Substring) -> Substring {
    let isURL = word.contains("://")
    var result = ""
    var rest = word
    while let first = rest.first {
      let isARN = rest.hasPrefix("arn:")
      let run = rest.prefix { isARN ? isOfARN($0) : isOfToken($0) && !(isURL && $0 == "/") }
      if run.isEmpty {
        result.append(first)
        rest.removeFirst()
        continue
      }
      rest = rest[run.endIndex...]
      // A name in an ARN may be anything; only what no name is long enough for is taken out of it.
      if isARN ? run.split(separator: ":").contains(where: { $0.count >= 100 }) : run.count >= 100 || isToken(run) {
        result += "…"
        rest = rest.drop { $0 == "=" }
      } else {
        result += run
      }
    }
    return Substring(result)
  }

  private static func isOfToken(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "+/_-%".contains(character))
  }

  private static func isOfARN(_ character: Character) -> Bool { isOfToken(character) || ":.*@".contains(character) }

  /// Names are short or made of short parts; what is random mixes letters and digits over a length.
  private static func isToken(_ run: Substring) -> Bool {
    func mixes(_ part: Substring) -> Bool { part.contains(where: \.isLetter) && part.contains(where: \.isNumber) }
    // A digest, or a token in one case: no part of a UUID or of SES's message ids has more than 16.
    let parts = run.split { "+/_-".contains($0) }
    if parts.contains(where: { $0.count >= 32 && mixes($0) }) { return true }
    let breaks = run.count { "/_-".contains($0) }
    guard breaks * 10 < run.count else { return false }
    if run.count >= 16, run.hasPrefix("AKIA") || run.hasPrefix("ASIA") { return true }
    guard run.contains(where: \.isUppercase), run.contains(where: \.isLowercase) else { return false }
    // AWS's secrets have 40; one in a thousand of them has no digit.
    return run.count >= 20 && (mixes(run) || run.contains("+")) || run.count == 40
  }
}
