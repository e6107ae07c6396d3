/// A command line's words, split as a POSIX shell would and with nothing else of a shell: no variables, no globs, no
/// pipes. So the AWS CLI does it with `credential_process`.
struct CommandLineWords {
  /// A quote or a backslash that nothing follows.
  struct Unfinished: Error {}

  private(set) var words: [String] = []

  init(_ text: some StringProtocol) throws(Unfinished) {
    var word: String?
    var characters = text.makeIterator()
    while let character = characters.next() {
      switch character {
      case "'":
        var quoted = word ?? ""
        while true {
          guard let next = characters.next() else { throw Unfinished() }
          if next == "'" { break }
          quoted.append(next)
        }
        word = quoted
      case "\"":
        var quoted = word ?? ""
        while true {
          guard let next = characters.next() else { throw Unfinished() }
          if next == "\"" { break }
          guard next == "\\" else {
            quoted.append(next)
            continue
          }
          // Within double quotes a backslash is one, unless it protects a quote or another backslash.
          guard let escaped = characters.next() else { throw Unfinished() }
          if escaped != "\"", escaped != "\\" { quoted.append("\\") }
          quoted.append(escaped)
        }
        word = quoted
      case "\\":
        guard let escaped = characters.next() else { throw Unfinished() }
        word = (word ?? "") + String(escaped)
      case _ where character.isWhitespace:
        if let finished = word { words.append(finished) }
        word = nil
      default:
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
  }
}
