extension Canvas {
  /// Returns the whole grid as text, a line a row, without the spaces at the ends of lines.
  package var text: String {
    (0..<gridSize.height).map { row in
      var line = ""
      for cell in cells[(row * gridSize.width)..<((row + 1) * gridSize.width)] { cell.glyph.write(to: &line) }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
