import Canvas
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  private let start = ContinuousClock.now

  private func units(_ text: String) -> [KeyDecoder.Unit] { text.unicodeScalars.map { .scalar($0) } }

  @Test func anUnknownSequenceTypesNothing() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(units("\u{1B}[27;5;113~q"), at: start) == [.character("q")])
    #expect(decoder.decode(units("\u{1B}Ozx"), at: start) == [.character("x")])
  }

  @Test func escapeAloneAndBeforeACharacter() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(units("\u{1B}"), at: start) == [.escape])
    // Alt and a letter: never an Escape and then a command.
    #expect(decoder.decode(units("\u{1B}q"), at: start) == [.alt("q")])
    #expect(decoder.decode(units("\u{1B}["), at: start) == [.alt("[")])
    #expect(decoder.decode(units("\u{1B}한y"), at: start) == [.alt("한"), .character("y")])
    #expect(decoder.decode(units("\u{1B}\r"), at: start) == [.escape, .enter])
    #expect(decoder.decode(units("\u{1B}\u{1B}"), at: start) == [.escape, .escape])
  }

  /// The line may hold the rest of a sequence up for longer than an Escape is waited for.
  @Test func whatComesLateBehindAnEscapeIsNoCommand() {
    for late in [1, 6, 20, 49] {
      for (rest, keys) in [
        ("[A", []), ("[1;5C", []), ("Oz", []), ("q", []), ("qj", [Key.character("j")]), ("[Aj", [.character("j")]),
      ] {
        var decoder = KeyDecoder()
        #expect(decoder.decode(units("x\u{1B}"), at: start) == [.character("x"), .escape])
        #expect(decoder.decode(units(rest), at: start + .milliseconds(late)) == keys, "\(rest)")
        #expect(decoder.decode(units("k"), at: start + .milliseconds(late)) == [.character("k")], "\(rest)")
      }
    }
    // A whole sequence is typed by nobody, however late it is; a letter is.
    for (rest, keys) in [("[A", []), ("OB", []), ("q", [Key.character("q")]), ("Ok", [])] {
      var decoder = KeyDecoder()
      #expect(decoder.decode(units("\u{1B}"), at: start) == [.escape])
      #expect(decoder.decode(units(rest), at: start + .milliseconds(399)) == keys, "\(rest)")
      #expect(decoder.decode(units("[A"), at: start + .milliseconds(400)) == [.character("["), .character("A")])
    }
    var decoder = KeyDecoder()
    // A second Escape, and what somebody types.
    #expect(decoder.decode(units("\u{1B}"), at: start) == [.escape])
    #expect(decoder.decode(units("\u{1B}"), at: start + .milliseconds(5)) == [.escape])
    #expect(decoder.decode(units("q"), at: start + .milliseconds(56)) == [.character("q")])
    // A key in between.
    #expect(decoder.decode(units("\u{1B}"), at: start) == [.escape])
    #expect(decoder.decode([.code(KeyDecoder.Code.focusLost)], at: start + .milliseconds(1)) == [.focusLost])
    #expect(decoder.decode(units("q"), at: start + .milliseconds(2)) == [.character("q")])
  }

  /// Byte by byte, as over a line that holds each of them up.
  @Test func theRestOfAnEscapeMayComeInPieces() {
    for rest in [["[", "A"], ["O", "B"], ["[", "1", ";5", "C"], ["[200", "~"], ["[", "1;5Cj"]] {
      var decoder = KeyDecoder()
      var now = start
      #expect(decoder.decode(units("\u{1B}"), at: now) == [.escape])
      for piece in rest {
        now += .milliseconds(20)
        let keys = decoder.decode(units(piece), at: now)
        #expect(keys == (piece.hasSuffix("j") ? [.character("j")] : []), "\(rest) \(piece)")
      }
      #expect(decoder.decode(units("k["), at: now) == [.character("k"), .character("[")], "\(rest)")
    }
  }

  @Test func aPasteMayComeInPieces() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([.code(KeyDecoder.Code.pasteStart)] + units("ab\r"), at: start) == [])
    #expect(decoder.isPasting)
    #expect(
      decoder.decode(units("c\u{1B}") + [.code(KeyDecoder.Code.pasteEnd)] + units("q"), at: start)
        == [.paste("ab\nc\u{1B}"), .character("q")])
  }

  @Test func aPasteWhoseEndIsLostIsNotLost() {
    var decoder = KeyDecoder()
    _ = decoder.decode([.code(KeyDecoder.Code.pasteStart)] + units("ab"), at: start)
    #expect(decoder.abandonPaste() == [.paste("ab")])
    #expect(decoder.decode(units("q"), at: start) == [.character("q")])
  }

  @Test func controlsAreNamedByTheirLetters() {
    var decoder = KeyDecoder()
    #expect(
      decoder.decode(units("\u{00}\u{01}\u{1A}\u{1C}\r\n\t\u{7F}"), at: start)
        == [.control("@"), .control("a"), .control("z"), .control("\\"), .enter, .enter, .tab, .backspace])
  }
}
