import Canvas
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  private func units(_ text: String) -> [KeyDecoder.Unit] { text.unicodeScalars.map { .scalar($0) } }

  @Test func anUnknownSequenceTypesNothing() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(units("\u{1B}[27;5;113~q")) == [.character("q")])
    #expect(decoder.decode(units("\u{1B}Ozx")) == [.character("x")])
  }

  @Test func escapeAloneAndBeforeACharacter() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(units("\u{1B}")) == [.escape])
    // Alt and a letter: never an Escape and then a command.
    #expect(decoder.decode(units("\u{1B}q")) == [.alt("q")])
    #expect(decoder.decode(units("\u{1B}[")) == [.alt("[")])
    #expect(decoder.decode(units("\u{1B}한y")) == [.alt("한"), .character("y")])
    #expect(decoder.decode(units("\u{1B}\r")) == [.escape, .enter])
    #expect(decoder.decode(units("\u{1B}\u{1B}")) == [.escape, .escape])
  }

  @Test func aPasteMayComeInPieces() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([.code(KeyDecoder.Code.pasteStart)] + units("ab\r")) == [])
    #expect(decoder.isPasting)
    #expect(
      decoder.decode(units("c\u{1B}") + [.code(KeyDecoder.Code.pasteEnd)] + units("q"))
        == [.paste("ab\nc\u{1B}"), .character("q")])
  }

  @Test func aPasteWhoseEndIsLostIsNotLost() {
    var decoder = KeyDecoder()
    _ = decoder.decode([.code(KeyDecoder.Code.pasteStart)] + units("ab"))
    #expect(decoder.abandonPaste() == [.paste("ab")])
    #expect(decoder.decode(units("q")) == [.character("q")])
  }

  @Test func controlsAreNamedByTheirLetters() {
    var decoder = KeyDecoder()
    #expect(
      decoder.decode(units("\u{00}\u{01}\u{1A}\u{1C}\r\n\t\u{7F}"))
        == [.control("@"), .control("a"), .control("z"), .control("\\"), .enter, .enter, .tab, .backspace])
  }
}
