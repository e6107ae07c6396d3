/// What an edit took away from a text and what it put there, line by line: what is the same at the beginning and at the end is left
/// out.
package struct LineChange: Equatable, Sendable {
  /// The lines that are gone, and those that stand there now.
  package private(set) var removed, added: [String]

  /// Compares two texts.
  package init(from old: String, to new: String) {
    var old = old.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var new = new.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let first = old.first, first == new.first {
      old = old.dropFirst()
      new = new.dropFirst()
    }
    while let last = old.last, last == new.last {
      old = old.dropLast()
      new = new.dropLast()
    }
    (removed, added) = (old.map(String.init), new.map(String.init))
  }

  /// Whether anything was changed.
  package var isEmpty: Bool { removed.isEmpty && added.isEmpty }

  /// The change in one line, for the record: `- old + new`, from where the two begin to differ.
  package func line(limit: Int = 200) -> String {
    let (old, new) = (removed.joined(separator: " "), added.joined(separator: " "))
    // A document is one long line more often than not.
    let same = max(0, zip(old, new).prefix { $0 == $1 }.count - 20)
    func part(_ text: String) -> String {
      let rest = text.dropFirst(same)
      return (same > 0 ? "…" : "") + rest.prefix(limit / 2) + (rest.count > limit / 2 ? "…" : "")
    }
    return "- \(part(old)) + \(part(new))"
  }
}
