import Dashboard
import Canvas
import Testing

/// Compares a screen with what it ought to be, and sees that every row takes up exactly the width of the screen.
func expect(
  _ desk: Desk, looksLike golden: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let canvas = desk.canvas()
  let size = desk.state.size
  for row in 0..<size.height {
    var line = ""
    for column in 0..<size.width { canvas[Point(x: column, y: row)].glyph.write(to: &line) }
    #expect(TextWidth.of(line) == size.width, "row \(row)", sourceLocation: sourceLocation)
  }
  let shown = canvas.text.split(separator: "\n", omittingEmptySubsequences: false)
  let wanted = golden.split(separator: "\n", omittingEmptySubsequences: false)
  #expect(shown.count == size.height, sourceLocation: sourceLocation)
  for (row, pair) in zip(shown, wanted).enumerated() where pair.0 != pair.1 {
    Issue.record("row \(row)\n  is     \(pair.0)\n  not    \(pair.1)", sourceLocation: sourceLocation)
  }
  #expect(shown.count == wanted.count, sourceLocation: sourceLocation)
}
