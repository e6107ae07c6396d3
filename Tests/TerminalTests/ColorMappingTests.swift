import Canvas
import Testing

@testable import Terminal

@Suite struct ColorMappingTests {
  @Test func namedColoursKeepTheirNumbers() {
    let many = ColorMapping(count: 256)
    #expect(many.number(.ansi(.red)) == (1, false))
    #expect(many.number(.ansi(.brightRed)) == (9, false))
    #expect(many.number(.indexed(200)) == (200, false))
    #expect(many.number(.default) == (-1, false))
  }

  @Test func eightColoursShowBrightnessAsBold() {
    let few = ColorMapping(count: 8)
    #expect(few.number(.ansi(.brightRed)) == (1, true))
    #expect(few.number(.rgb(0, 200, 0)) == (2, false))
    #expect(few.number(.rgb(255, 0, 0)) == (1, true))
  }

  @Test func valuesAreShownByTheNearestOfThePalette() {
    let many = ColorMapping(count: 256)
    // The corners of the cube, and 8 + 10·n for greys: xterm's 256colres.h.
    #expect(many.number(.rgb(0, 0, 0)) == (16, false))
    #expect(many.number(.rgb(255, 255, 255)) == (231, false))
    #expect(many.number(.rgb(95, 135, 175)) == (67, false))
    #expect(many.number(.rgb(128, 128, 128)) == (244, false))
    #expect(many.number(.rgb(255, 0, 0)) == (196, false))
  }

  @Test func aDirectTerminalTakesTheValue() {
    let direct = ColorMapping(count: 1 << 24)
    #expect(direct.number(.rgb(1, 2, 3)) == (0x010203, false))
    #expect(direct.number(.ansi(.red)) == (1, false))
  }

  @Test func withoutColoursThereIsNone() {
    #expect(ColorMapping(count: 0).number(.ansi(.red)) == (-1, false))
  }
}
