import Model
import SMSText
import Testing

/// Texts as files of other systems have them.
@Suite struct KoreanFormsTests {
  /// macOS writes syllables in letters; carriers have them whole.
  @Test func syllablesAreComposed() {
    let letters = "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"
    #expect(Array(KoreanText.composed(letters).unicodeScalars) == Array("한글".unicodeScalars))
    let text = KoreanText(letters)
    #expect(text.bytes == 4 && text.unfit.isEmpty && text.kind == .sms)
  }

  /// What cannot be seen, and controls, no carrier has.
  @Test(arguments: ["\u{200B}", "\u{7}", "\u{FEFF}", "\u{202E}", "\u{1B}", "\u{85}"])
  func whatIsInvisibleDoesNotFit(character: String) {
    let text = KoreanText("가" + character + "나")
    #expect(!text.unfit.isEmpty && text.kind == nil)
  }

  /// Ideographs that the standard has twice stay as they are.
  @Test func nothingElseIsComposed() {
    let text = "\u{F90A} A\u{30A} \u{212B}"
    #expect(Array(KoreanText.composed(text).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func linesMayEnd() {
    #expect(KoreanText("가\n나").bytes == 5 && KoreanText("a\r\nb").unfit.isEmpty)
  }
}
