import Canvas

/// Breaks the line that shows a command's arguments, which the parser leaves as long as it comes.
enum Usage {
  /// Returns a text of help or of an error in which that line is at most so wide.
  static func wrapped(_ text: String, to columns: Int = 80) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.lowercased().hasPrefix("usage: ") && TextWidth.of(line) > columns ? broken(line, columns) : String(line)
    }.joined(separator: "\n")
  }

  private static func broken(_ line: Substring, _ columns: Int) -> String {
    var lines: [String] = []
    var current = ""
    for word in words(line) {
      if !current.isEmpty, TextWidth.of(current) + 1 + TextWidth.of(word) > columns {
        lines.append(current)
        current = "        " + word
      } else {
        current += current.isEmpty ? word : " " + word
      }
    }
    return (lines + [current]).joined(separator: "\n")
  }

  /// The words of a line; what is in brackets, and dots that follow it, stay together, and so do an option and its value.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var depth = 0
    for part in line.split(separator: " ") {
      let belongs = part == "..." || (part.hasPrefix("<") && words.last?.hasPrefix("--") == true)
      if depth > 0 || belongs, let last = words.popLast() {
        words.append(last + " " + part)
      } else {
        words.append(String(part))
      }
      depth += part.count { $0 == "[" } - part.count { $0 == "]" }
    }
    return words
  }
}
