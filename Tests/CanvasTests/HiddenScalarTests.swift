import Canvas
import Testing

@Suite struct HiddenScalarTests {
  private func drawn(_ text: String) -> String {
    var result = ""
    for glyph in GlyphSequence(text) { glyph.write(to: &result) }
    return result
  }

  @Test(arguments: [
    ("a\u{202E}b", "a‹U+202E›b"), ("\u{2066}x\u{2069}", "‹U+2066›x‹U+2069›"), ("pay\u{200B}pal", "pay‹U+200B›pal"),
    ("\u{FEFF}kim", "‹U+FEFF›kim"), ("pay\u{200D}pal", "pay‹U+200D›pal"), ("김\u{200C}철", "김‹U+200C›철"),
    ("a\u{FE0F}b", "a‹U+FE0F›b"), ("1\u{FE0F}2", "1‹U+FE0F›2"), ("x\u{E0061}\u{E0062}", "x‹U+E0061›‹U+E0062›"),
    ("tag\u{115F}\u{115F}", "tag‹U+115F›‹U+115F›"), ("Twin\u{115F}\u{1160}", "Twin‹U+115F›‹U+1160›"),
    ("a\u{AD}b\u{34F}", "a‹U+00AD›b‹U+034F›"), ("\u{3164}", "‹U+3164›"),
    ("\u{200E}a\u{200F}\u{61C}", "‹U+200E›a‹U+200F›‹U+061C›"),
    ("e\u{301}\u{202E}", "e\u{301}‹U+202E›"), ("👍\u{200D}", "👍‹U+200D›"), ("\u{FFF9}x\u{FFFB}", "‹U+FFF9›x‹U+FFFB›"),
  ]) func whatShowsNothingIsShownAsTakenOut(text: String, shown: String) {
    #expect(HiddenScalar.visible(text) == shown)
    #expect(drawn(text) == shown)
    // What is drawn once, as a text cut to a width, may be drawn again.
    #expect(drawn(drawn(text)) == shown)
  }

  /// Families, hearts and keycaps, Persian, Hindi and Sinhala, old ideographs, the flag of Wales, accents, Hangul.
  @Test(arguments: [
    "👨‍👩‍👧 ❤️ 1\u{FE0F}\u{20E3} 🏳️‍🌈 👩🏽‍💻", "می\u{200C}خواهم", "क\u{94D}\u{200D}ष", "ශ\u{DCA}\u{200D}රී", "葛\u{E0100}",
    "🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}", "Zoe\u{308}", "\u{1112}\u{1161}\u{11AB}글",
    "김철수 kim@example.com",
  ]) func ordinaryWritingStays(text: String) {
    #expect(HiddenScalar.visible(text) == text)
    #expect(!drawn(text).contains("‹"))
  }

  @Test func controlsNeverStay() {
    #expect(
      HiddenScalar.visible("a\u{1B}[31m\u{7}b\u{9B}c\u{7F}\nd\te\r\nf\u{2028}")
        == "a‹U+001B›[31m‹U+0007›b‹U+009B›c‹U+007F› d e  f ")
    #expect(HiddenScalar.visible("a\nb\u{202E}\n", keepingBreaks: true) == "a\nb‹U+202E›\n")
  }
}
