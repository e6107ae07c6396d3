/// What a program wrote to its standard error, without anything that may be a secret.
///
/// Such a program handles secrets, so that only what looks like a sentence is kept: a shell that traces itself and a
/// program that prints its answer to the wrong place show them in full. Lines with data in them are left out, and in the
/// others every word that is long enough for a key.
struct ErrorProse {
  /// Holds the sentences in one line; empty when nothing was written.
  let text: String

  /// Shorter ones are no key of AWS's: an access key's id has 16 characters at least, a secret has 40.
  private static let keyLength = 16

  /// - Parameters:
  ///   - isCut: whether what came before is lost: the first line is then an end of one that nobody can judge.
  ///   - secrets: what is left out wherever it stands.
  init(_ bytes: [UInt8], isCut: Bool, secrets: [String]) {
    var whole = KnownSecrets.shared.masked(String(decoding: bytes, as: UTF8.self))
    for secret in secrets {
      whole = whole.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "…")
    }
    var words: [String] = isCut ? ["…"] : []
    for line in whole.split(whereSeparator: \.isNewline).dropFirst(isCut ? 1 : 0) {
      let line = line.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }.joined()
      words += Self.isData(line) ? ["…"] : line.split(separator: " ").map(Self.masked)
    }
    var kept: [String] = []
    for word in words where word != "…" || kept.last != "…" { kept.append(word) }
    text = kept.joined(separator: " ")
  }

  /// An assignment, an object with names, or a shell's trace.
  private static func isData(_ line: String) -> Bool {
    let bare = line.trimmed
    if bare.hasPrefix("+") || bare.contains(where: { "{}=".contains($0) }) { return true }
    if ["\":", "\" :", "':", "' :"].contains(where: bare.contains) { return true }
    let small = bare.lowercased()
    return ErrorText.secretMembers.contains(where: small.contains)
  }

  /// A word with each run of a key's characters masked, whatever escapes them.
  private static func masked(_ word: Substring) -> String {
    var result = ""
    var rest = word
    while let first = rest.first {
      let run = rest.prefix { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "/+_-%\\…".contains($0) }
      if run.isEmpty {
        result.append(first)
        rest.removeFirst()
      } else {
        result += run.count >= keyLength || run.contains("…") ? "…" : String(run)
        rest = rest[run.endIndex...]
      }
    }
    return result
  }
}
