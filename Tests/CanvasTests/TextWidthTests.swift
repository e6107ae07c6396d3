import Testing

@testable import Canvas

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("plain", 5), ("", 0), ("김철수", 6), ("\u{1100}\u{1175}\u{11B7}", 2), ("가\u{11AB}", 2), ("Zoe\u{308}", 3),
    ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("❤️", 2), ("❤", 1), ("🇰🇷", 2),
    ("a\u{200B}b", 10), ("\u{301}", 0), ("a\tb", 3), ("a\u{1B}[m", 4), ("a\r\nb", 3), ("…", 1), ("\u{AD}", 8),
    ("\u{202E}abc", 11), ("ㅎ", 2), ("\u{1FAE8}", 2),
  ])
  func widths(text: String, columns: Int) {
    #expect(TextWidth.of(text) == columns)
    #expect(text.reduce(0) { $0 + TextWidth.of($1) } == columns, "the sum over characters")
  }

  @Test(arguments: [
    ("plain", 5, "plain"), ("plain", 4, "pla…"), ("plain", 1, "…"), ("plain", 0, ""), ("김철수", 6, "김철수"),
    ("김철수", 5, "김철…"), ("김철수", 4, "김…"), ("김철수", 2, "…"), ("a김", 2, "a…"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func truncationNeverHalvesACharacter(text: String, columns: Int, result: String) {
    #expect(TextWidth.truncate(text, to: columns) == result)
  }

  @Test func padding() {
    #expect(TextWidth.fit("김", to: 5) == "김   ")
    #expect(TextWidth.fit("김", to: 5, .right) == "   김")
    #expect(TextWidth.fit("김", to: 5, .center) == " 김  ")
    // Two columns for the character and one for the ellipsis do not fit two: one stays empty.
    #expect(TextWidth.fit("김철", to: 2) == "… ")
  }

  @Test func wrapping() {
    #expect(TextWidth.wrap("the quick brown fox", to: 10) == ["the quick", "brown fox"])
    #expect(TextWidth.wrap("받는사람이름", to: 5) == ["받는", "사람", "이름"])
    #expect(TextWidth.wrap("a\n\nb", to: 5) == ["a", "", "b"])
  }

  @Test func whatSteersTheTerminalIsShownAsPictures() {
    var text = ""
    for glyph in GlyphSequence("a\u{1B}[31m\u{7}\u{9B}\u{202E}") { glyph.write(to: &text) }
    #expect(text == "a␛[31m␇\u{FFFD}‹U+202E›")
  }

  @Test func decomposedHangulIsComposed() {
    let decomposed = "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"
    #expect(GlyphSequence(decomposed).map(\.base) == ["한", "글"])
    #expect(!GlyphSequence(decomposed).contains { $0.hasMarks })
  }
}
