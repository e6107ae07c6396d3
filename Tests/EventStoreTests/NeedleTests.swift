import Testing

@testable import EventStore

/// What is typed is found however its letters are written.
@Suite struct NeedleTests {
  private static let composed = "\u{D55C}\u{AE00}"
  private static let decomposed = "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"

  @Test(arguments: [
    ("kim", "KIM@Example.com"), ("Example.COM", "kim@example.com"), (composed, "서울 \(decomposed) 회"),
    (decomposed, "서울 \(composed) 회"), ("ärger", "Viel Ärger"), ("ÉLAN", "un élan"), ("élan", "Élan"),
    ("a\u{301}b", "\u{E1}B"), ("über", "ÜBER"),
  ]) func isFound(text: String, in value: String) {
    var needle = Needle(text)
    let found = needle.isIn(value)
    #expect(found)
  }

  @Test(arguments: [("kim", "ki m"), ("한글", "한 글"), ("ä", "a"), ("longer than it", "longer")])
  func isNotFound(text: String, in value: String) {
    var needle = Needle(text)
    let found = needle.isIn(value)
    #expect(!found)
  }
}
