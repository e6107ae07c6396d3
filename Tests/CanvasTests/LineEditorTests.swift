import Testing

@testable import Canvas

@Suite struct LineEditorTests {
  private func editor(_ text: String, _ keys: Key...) -> LineEditor {
    var editor = LineEditor(text)
    for key in keys { _ = editor.handle(key) }
    return editor
  }

  @Test func typingAndMoving() {
    let typed = editor("", .character("a"), .character("김"), .left, .character("b"), .end, .character("c"))
    #expect(typed.text == "ab김c")
    #expect(editor("abc", .home, .delete, .right, .backspace).text == "c")
    #expect(editor("abc", .control("a"), .control("d")).text == "bc")
    #expect(editor("one two  ", .control("w")).text == "one ")
    #expect(editor("one two", .control("b"), .control("k")).text == "one tw")
    #expect(editor("one two", .control("b"), .control("u")).text == "o")
    #expect(editor("", .backspace, .left, .delete, .control("w")).text == "")
  }

  @Test func outcomes() {
    var line = LineEditor("a")
    #expect(line.handle(.character("b")) == .changed)
    #expect(line.handle(.left) == .handled)
    #expect(line.handle(.enter) == .ignored)
    #expect(line.handle(.escape) == .ignored)
    #expect(line.handle(.up) == .ignored)
  }

  @Test func aPasteBecomesOneLine() {
    #expect(editor("x", .paste("a\r\nb\n")).text == "xa b")
  }

  @Test func decomposedHangulIsOneCharacter() {
    let typed = editor("", .character("\u{1112}"), .character("\u{1161}"), .character("\u{11AB}"))
    #expect(typed.cursor == 1)
    #expect(editor("", .paste("\u{1112}\u{1161}\u{11AB}x"), .backspace, .backspace).isEmpty)
  }

  @Test func theCursorIsAlwaysSeen() {
    var canvas = Canvas(size: Size(width: 6, height: 1))
    editor("김철수박").draw(on: &canvas, in: canvas.bounds, isFocused: true, theme: .standard)
    // Eight columns and the cursor's own: the first two characters make way, and the mark covers half of the third.
    #expect(canvas.text == "‹ 박" && canvas.cursor == Point(x: 4, y: 0))
    canvas.reset(size: canvas.gridSize)
    editor("abc", .left).draw(on: &canvas, in: canvas.bounds, isFocused: true, theme: .standard)
    #expect(canvas.text == "abc" && canvas.cursor == Point(x: 2, y: 0))
  }
}
