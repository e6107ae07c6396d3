import Testing

@testable import Canvas

@Suite struct CanvasGridTests {
  private func canvas(_ width: Int, _ height: Int) -> Canvas { Canvas(size: Size(width: width, height: height)) }

  @Test func aCellIsSmall() {
    #expect(MemoryLayout<Cell>.stride <= 32)
    #expect(_isPOD(Cell.self))
  }

  @Test func textIsCutAtTheEdge() {
    var canvas = canvas(6, 3)
    #expect(canvas.write("abcdefgh", at: Point(x: 1, y: 0), style: .plain) == 5)
    #expect(canvas.write("김철수", at: Point(x: 1, y: 1), style: .plain) == 5)
    #expect(canvas.write("김철", at: Point(x: 3, y: 2), style: .plain) == 3)
    #expect(canvas.text == " abcd…\n 김철…\n   김…")
  }

  @Test func overwritingHalfAWideCharacterLeavesNoHalf() {
    var canvas = canvas(6, 1)
    canvas.write("김철수", at: .zero, style: .plain)
    canvas.write("x", at: Point(x: 1, y: 0), style: .plain)
    #expect(canvas.text == " x철수")
    canvas.write("y", at: Point(x: 4, y: 0), style: .plain)
    #expect(canvas.text == " x철y")
    canvas.write("나", at: Point(x: 1, y: 0), style: .plain)
    #expect(canvas.text == " 나 y")
    canvas.fill(Rect(x: 2, y: 0, width: 1, height: 1), style: .plain)
    #expect(canvas.text == "    y")
  }

  @Test func aRegionCannotBeLeft() {
    var canvas = canvas(8, 4)
    canvas.draw(in: Rect(x: 2, y: 1, width: 4, height: 2)) { canvas in
      #expect(canvas.size == Size(width: 4, height: 2))
      canvas.fill(Rect(x: -5, y: -5, width: 50, height: 50), with: Glyph(narrow: "."), style: .plain)
      canvas.put(Glyph(narrow: "x"), at: Point(x: 4, y: 0), style: .plain)
      canvas.put(Glyph(narrow: "x"), at: Point(x: -1, y: 0), style: .plain)
      canvas.write("abc김", at: Point(x: 0, y: 1), style: .plain)
      canvas.draw(in: Rect(x: 3, y: 0, width: 9, height: 9)) { $0.write("zzz", at: .zero, style: .plain) }
      canvas.placeCursor(at: Point(x: 9, y: 0))
    }
    #expect(canvas.text == "\n  ...z\n  abc…\n")
    #expect(canvas.cursor == nil)
  }

  @Test func textOutsideIsLeftOut() {
    var canvas = canvas(4, 2)
    #expect(canvas.write("x", at: Point(x: 4, y: 0), style: .plain) == 0)
    canvas.write("x", at: Point(x: 0, y: 2), style: .plain)
    canvas.write("x", at: Point(x: 0, y: -1), style: .plain)
    canvas.write("김x", at: Point(x: -1, y: 0), style: .plain)
    #expect(canvas.text == " x\n")
  }

  @Test func boxes() {
    var canvas = canvas(5, 3)
    canvas.box(canvas.bounds, style: .plain)
    #expect(canvas.text == "┌───┐\n│   │\n└───┘")
    canvas.box(Rect(x: 0, y: 0, width: 1, height: 3), style: .plain)
    #expect(canvas.text == "┌───┐\n│   │\n└───┘")
  }

  @Test func aStyleIsLaidOverAnother() {
    var canvas = canvas(5, 1)
    canvas.write("ab", at: .zero, style: Style(foreground: .ansi(.red), attributes: .bold))
    canvas.overlay(Style(background: .indexed(4)), on: Rect(x: 1, y: 0, width: 2, height: 1))
    let red = Style(foreground: .ansi(.red), attributes: .bold)
    #expect(canvas.text == "ab")
    #expect(
      canvas.cells.map(\.style) == [
        red, Style(foreground: .ansi(.red), background: .indexed(4), attributes: .bold), Style(background: .indexed(4)),
        .plain, .plain,
      ])
  }

  @Test func rectanglesAreCutUp() {
    var rect = Rect(x: 1, y: 1, width: 10, height: 6)
    #expect(rect.takeTop(2) == Rect(x: 1, y: 1, width: 10, height: 2))
    #expect(rect.takeBottom(1) == Rect(x: 1, y: 6, width: 10, height: 1))
    #expect(rect.takeLeft(3) == Rect(x: 1, y: 3, width: 3, height: 3))
    #expect(rect.takeLeft(99) == Rect(x: 4, y: 3, width: 7, height: 3))
    #expect(rect.isEmpty)
  }
}
