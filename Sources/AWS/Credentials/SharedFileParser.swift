import Foundation

/// Reads the lines of a shared file: headings, keys, values that go on in deeper lines, comments.
struct SharedFileParser {
  struct Section {
    /// The heading's words; quotes keep words together.
    var heading: [String]
    var entries: [String: SharedFile.Entry] = [:]
  }

  let path: String
  private var result: [Section] = []
  private var key: String?
  private var keyIndent = 0

  init(path: String) {
    self.path = path
  }

  /// - Throws: ``AWSConfigurationError`` naming file and line, never what stands there.
  mutating func sections(of text: String) throws(AWSConfigurationError) -> [Section] {
    // Swift sees "\r\n" as one character; a byte order mark is what some editors of Windows put first.
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    if lines.first?.unicodeScalars.first == "\u{FEFF}" { lines[0].unicodeScalars.removeFirst() }
    for (index, line) in lines.enumerated() {
      try read(line, number: index + 1)
    }
    return result
  }

  private mutating func read(_ line: Substring, number: Int) throws(AWSConfigurationError) {
    let content = line.trimmed
    guard let first = content.first, first != "#", first != ";" else { return }
    let indent = line.prefix { $0 == " " || $0 == "\t" }.count
    if let key, indent > keyIndent {
      return try goOn(key, content, number)
    }
    if first == "[" {
      // No reason is kept: a quote that does not end is a heading that does not.
      guard let end = content.firstIndex(of: "]"),
        let words = try? CommandLineWords(content[..<end].dropFirst()).words, !words.isEmpty
      else { throw broken(number, "a heading that does not end") }
      result.append(Section(heading: words))
      key = nil
      keyIndent = 0
      return
    }
    guard let (name, value) = SharedFileParser.keyAndValue(content) else {
      throw broken(number, "neither a [heading] nor a key = value")
    }
    guard !result.isEmpty else { throw broken(number, "a key before the first [heading]") }
    key = name
    keyIndent = indent
    result[result.count - 1].entries[name] = SharedFile.Entry(text: value)
  }

  /// A deeper line belongs to the key above it: as a nested key where that has no value of its own, else as more text.
  private mutating func goOn(_ key: String, _ content: Substring, _ number: Int) throws(AWSConfigurationError) {
    let last = result.count - 1
    guard var entry = result[last].entries[key] else { return }
    if entry.text.isEmpty {
      guard let (name, value) = SharedFileParser.keyAndValue(content) else {
        throw broken(number, "a deeper line that is no key = value")
      }
      entry.nested[name] = value
    } else {
      entry.text += "\n" + content
    }
    result[last].entries[key] = entry
  }

  private static func keyAndValue(_ content: Substring) -> (name: String, value: String)? {
    guard let mark = content.firstIndex(where: { $0 == "=" || $0 == ":" }) else { return nil }
    let name = content[..<mark].trimmed.lowercased()
    guard !name.isEmpty else { return nil }
    var value = content[content.index(after: mark)...].trimmed
    // The SDKs end a value at " #" and " ;", the CLI does not; in a command they may mean something.
    if name != "credential_process" {
      let marks = ["#", ";"].compactMap { mark in
        value.indices.first { index in
          value[index] == mark && index > value.startIndex && value[value.index(before: index)].isWhitespace
        }
      }
      if let comment = marks.min() { value = value[..<comment].trimmed }
    }
    return (name, String(value))
  }

  private func broken(_ line: Int, _ what: String) -> AWSConfigurationError {
    AWSConfigurationError(.brokenFile, "\(path), line \(line): \(what); correct the line or remove it")
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The text without white space around it.
  var trimmed: Substring {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else {
      return self[endIndex..<endIndex]
    }
    return self[start...end]
  }
}
