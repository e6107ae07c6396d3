extension ConfigurationText {
  /// The lines of a file; every one keeps its own ending.
  struct Lines {
    private var lines: [Substring]
    private let lineBreak: String

    init(_ text: String) {
      lineBreak = text.contains("\r\n") ? "\r\n" : "\n"
      lines = text.split(separator: lineBreak, omittingEmptySubsequences: false).map { $0[...] }
      // What is behind the last break is no line.
      if lines.last?.isEmpty == true { lines.removeLast() }
    }

    var text: String { lines.map { $0 + lineBreak }.joined() }

    /// Every line of the first document.
    var document: Range<Int> {
      let end = lines.indices.first { $0 > 0 && (Self.isMark(lines[$0], "...")) }
      return lines.startIndex..<(end ?? lines.endIndex)
    }

    /// The lines below a name that belong to it: those that are indented, and what is between them.
    func block(after header: Int) -> Range<Int> {
      var end = header + 1
      for index in lines.indices where index > header {
        if Self.isContent(lines[index]) {
          guard lines[index].first == " " else { break }
          end = index + 1
        }
      }
      return (header + 1)..<end
    }

    /// How the names of a block are indented.
    func indent(of block: Range<Int>) -> String? {
      lines[block].first(where: Self.isContent).map { String($0.prefix { $0 == " " }) }
    }

    /// Finds the line of a name at an indent.
    func find(_ name: String, in range: Range<Int>, indent: String) -> Int? {
      range.first { index in
        guard lines[index].hasPrefix(indent) else { return false }
        let rest = lines[index].dropFirst(indent.count)
        return [name, "\"\(name)\"", "'\(name)'"].contains { written in
          guard rest.hasPrefix(written) else { return false }
          let after = rest.dropFirst(written.count).drop { $0 == " " }
          return after.first == ":" && (after.count == 1 || after.dropFirst().first == " ")
        }
      }
    }

    /// Sets the value of a name, keeping the comment behind it; adds it after the last line with content.
    mutating func set(_ name: String, to value: String, in range: Range<Int>, indent: String) {
      let written = ConfigurationText.scalar(value)
      if let index = find(name, in: range, indent: indent) {
        let line = lines[index]
        guard let colon = line.dropFirst(indent.count).firstIndex(of: ":") else { return }
        lines[index] = line[...colon] + " " + written + Self.comment(line[line.index(after: colon)...])
      } else if indent.isEmpty {
        append(["\(name): \(written)"])
      } else {
        lines.insert("\(indent)\(name): \(written)", at: range.upperBound)
      }
    }

    /// Adds lines at the end of the first document.
    mutating func append(_ more: [String]) {
      lines.insert(contentsOf: more.map { $0[...] }, at: document.upperBound)
    }

    private static func isContent(_ line: Substring) -> Bool {
      guard let first = line.first(where: { $0 != " " && $0 != "\t" }) else { return false }
      return first != "#"
    }

    private static func isMark(_ line: Substring, _ mark: String) -> Bool {
      line.hasPrefix(mark) && line.dropFirst(mark.count).allSatisfy { $0 == " " }
    }

    /// The comment behind a value, with the space before it.
    private static func comment(_ rest: Substring) -> Substring {
      var quote: Character?
      var before: Character = " "
      for index in rest.indices {
        let character = rest[index]
        if let open = quote {
          if character == open { quote = nil }
        } else if (character == "\"" || character == "'") && before == " " {
          quote = character
        } else if character == "#" && before == " " {
          let start = rest[..<index].lastIndex { $0 != " " }.map { rest.index(after: $0) } ?? rest.startIndex
          return rest[start...]
        }
        before = character
      }
      return ""
    }
  }
}
