import Foundation
import Testing

/// What the dashboard says comes from the catalogue: its sources hold no sentence.
@Suite struct SourceTests {
  /// Texts of two words and more that are no words of ours: each with why.
  private static let allowed: Set<String> = [
    // What is printed on keys.
    "Shift-Tab"
  ]

  @Test func theDashboardHoldsNoSentence() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Sources/Dashboard")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      count += 1
      for literal in Literals(try String(contentsOf: file, encoding: .utf8)).found {
        let words = literal.split { !($0.isASCII && $0.isLetter) }.filter { $0.count > 1 }
        let isAllowed = words.count < 2 || Self.allowed.contains(literal)
        #expect(isAllowed, "\(file.lastPathComponent): \"\(literal)\" belongs into Words")
      }
    }
    #expect(count > 50, "the sources are not where they are looked for")
  }

  @Test func literalsAreFoundWithoutWhatIsPutIntoThem() {
    let source = #"""
      let a = "one two" // "a comment"
      /// "another"
      let b = "x \(f("in here", (1)) + g) y"
      let c = "say \"no\""
      """#
    #expect(Literals(source).found == ["one two", "in here", "x  y", #"say \"no\""#])
  }
}

/// The string literals of a source, without their interpolations; those in interpolations too.
private struct Literals {
  private(set) var found: [String] = []
  private var rest: Substring

  init(_ source: String) {
    rest = source[...]
    code(until: nil)
  }

  private mutating func code(until end: Character?) {
    var depth = 0
    while let next = rest.popFirst() {
      if next == "/", rest.first == "/" {
        rest = rest.drop { !$0.isNewline }
      } else if next == "\"" {
        literal()
      } else if next == "(" {
        depth += 1
      } else if next == ")" {
        if depth == 0, end == ")" { return }
        depth -= 1
      }
    }
  }

  private mutating func literal() {
    var text = ""
    while let next = rest.popFirst(), next != "\"" {
      guard next == "\\" else {
        text.append(next)
        continue
      }
      if rest.first == "(" {
        rest.removeFirst()
        code(until: ")")
      } else {
        text.append(next)
        if let escaped = rest.popFirst() { text.append(escaped) }
      }
    }
    found.append(text)
  }
}
