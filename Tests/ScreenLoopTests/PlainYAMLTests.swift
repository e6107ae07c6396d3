import Testing

@testable import sendboard

@Suite struct PlainYAMLTests {
  @Test(arguments: [
    ("a: &x 1\n", 1), ("a: 1\nb: *x\n", 2), ("- &x\n", 1), ("a: [1, *x]\n", 1), ("a: {b: &x 1}\n", 1), ("&x a: 1\n", 1),
    ("a: |\n  *text\n  &text\nb: *x\n", 4), ("a: \"&x\"\nb: '*''x'\n\nc: *d\n", 4), ("a: >-\r\n  *t\r\nb: &x 1\r\n", 3),
    ("? *x\n: 1\n", 1), ("a:\n  - - *x\n", 2),
  ]) func anchorsAndAliasesAreRefusedWithTheirLine(text: String, line: Int) {
    #expect {
      try PlainYAML.compose(text)
    } throws: { error in
      guard let problem = error as? PlainYAML.Problem else { return false }
      return problem.line == line && problem.words.contains("anchors and aliases")
    }
  }

  @Test(arguments: [
    "a: b & c * d\n", "a: 'it''s *x'\n", "a: \"&x \\\" *y\"\n", "# &x *y\na: 1 # *z\n", "a: |\n  *x\n\n  &y\nb: 2\n",
    "a: x*y\nb: https://x.example/?a&b\n", "title: {fg: cyan, bold: true}\n", "a: [1, 2]\n",
  ]) func whatOnlyLooksLikeThemIsTaken(text: String) throws { #expect(try PlainYAML.compose(text) != nil) }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 30_000),
    String(repeating: "- ", count: 100_000) + "x", String(repeating: "? ", count: 100_000) + "x",
    (0..<40).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    "a: 1\nb: " + String(repeating: "[", count: 30),
  ]) func whatIsNestedTooDeepIsRefusedBeforeItIsRead(text: String) {
    #expect {
      try PlainYAML.compose(text)
    } throws: { ($0 as? PlainYAML.Problem)?.words.contains("nested deeper than 20") == true }
  }

  /// Nine lists of nine aliases each, which stand for 9^9 values in less than 600 bytes.
  @Test func aBombOfAliasesIsRefusedAtOnce() {
    let names = Array("abcdefghi")
    var text = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for (name, before) in zip(names.dropFirst(), names) {
      text += "\(name): &\(name) [\(Array(repeating: "*\(before)", count: 9).joined(separator: ", "))]\n"
    }
    #expect(text.utf8.count < 600)
    #expect(throws: PlainYAML.Problem.self) { try ConfigurationPlain.read(text) }
    #expect(throws: ThemeError.self) { try ThemeFile(path: "t.yaml").parse(text, name: "t") }
  }

  @Test func whatIsTooLongIsRefused() {
    #expect(throws: PlainYAML.Problem.self) { try PlainYAML.compose(String(repeating: "# x\n", count: 100_000)) }
  }
}

private enum ConfigurationPlain {
  /// What ``ConfigurationDocument`` says of a text, by the error below.
  static func read(_ text: String) throws {
    do { _ = try ConfigurationDocument(text, path: "c.yaml") } catch let error as CommandError {
      throw error.underlying ?? error
    }
  }
}
