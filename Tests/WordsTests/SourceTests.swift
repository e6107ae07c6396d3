import Foundation
import Testing

/// What is said is said where it belongs.
@Suite struct SourceTests {
  /// Texts of two words and more in the dashboard that are no words of ours, or not for the screen: each with why.
  private static let allowed: Set<String> = [
    // What is printed on keys.
    "Shift-Tab",
    // Before there is a screen, or without one.
    "the dashboard needs a terminal: use 'sendboard run' without one, or a command such as 'sendboard campaigns --json'",
    "; the standard theme is used",
    // Names of the system.
    "NO_COLOR",
  ]

  /// Commands and flags that lower layers may name: each with why.
  private static let named: Set<String> = [
    // The log of an operator who runs commands.
    " dead letter, ", "\n         message uncertain, ",
    // Those of another program.
    "log in with 'aws sso login --profile '",
  ]

  private func literals(in folders: [String], _ body: (URL, String) -> Void) throws -> Int {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var count = 0
    for folder in folders {
      let files = try #require(
        FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil))
      for case let file as URL in files where file.pathExtension == "swift" {
        count += 1
        for literal in Literals(try String(contentsOf: file, encoding: .utf8)).found { body(file, literal) }
      }
    }
    return count
  }

  @Test func theDashboardHoldsNoSentence() throws {
    let count = try literals(in: ["Sources/Dashboard", "Sources/sendboard/DashboardShell"]) { file, literal in
      let words = literal.split { !($0.isASCII && $0.isLetter) }.filter { $0.count > 1 }
      let isAllowed = words.count < 2 || Self.allowed.contains(literal)
      #expect(isAllowed, "\(file.lastPathComponent): \"\(literal)\" belongs into Words")
    }
    #expect(count > 50, "the sources are not where they are looked for")
  }

  /// A module that runs on any host does not know what commands and flags are called.
  @Test func lowerLayersNameNoCommandAndNoFlag() throws {
    let modules = [
      "Model", "Ports", "Pacing", "SQLiteKit", "EventStore", "Audience", "ProviderEvents", "Sending", "Cloud",
      "Sandbox", "Services", "JSON", "HTTP", "AWS", "Canvas", "Dashboard", "Terminal",
    ]
    let count = try literals(in: modules.map { "Sources/\($0)" }) { file, literal in
      let isNamed = literal.contains("'sendboard ") || literal.contains(#/ --[a-z]/#) || literal.contains("`sendboard ")
      let isAllowed = !isNamed || Self.named.contains { literal.hasPrefix($0) }
      #expect(isAllowed, "\(file.lastPathComponent): \"\(literal)\" belongs to the command line")
    }
    #expect(count > 200, "the sources are not where they are looked for")
  }

  @Test func literalsAreFoundWithoutWhatIsPutIntoThem() {
    let quotes = "\"\"\""
    let source = #"""
      let a = "one two" // "a comment"
      /// "another"
      let b = "x \(f("in here", (1)) + g) y"
      let c = "say \"no\""
      """#
    let long = "let d = \(quotes)\n  a \"b\" \\(\"c\") d\n  \(quotes)\nlet e = \"f\""
    #expect(Literals(source).found == ["one two", "in here", "x  y", #"say \"no\""#])
    #expect(Literals(long).found == ["c", "\n  a \"b\"  d\n  ", "f"])
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
    let quotes = "\"\"\""
    let isLong = rest.hasPrefix(quotes.dropLast())
    if isLong { rest = rest.dropFirst(2) }
    while let next = rest.popFirst() {
      if next == "\"", !isLong || rest.hasPrefix(quotes.dropLast()) {
        if isLong { rest = rest.dropFirst(2) }
        break
      }
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
