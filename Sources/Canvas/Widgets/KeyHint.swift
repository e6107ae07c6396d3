/// Names a key and what it does.
package struct KeyHint: Hashable, Sendable {
  /// Names the key as it is printed on it.
  package var key: String
  /// Says what it does, in a word or two.
  package var description: String

  /// Makes a hint.
  package init(_ key: String, _ description: String) {
    self.key = key
    self.description = description
  }
}

/// Draws key hints side by side: the bottom line of the screen.
package struct KeyHints: Hashable, Sendable {
  /// Holds the hints, the most needed first.
  package var hints: [KeyHint]

  /// Makes a line of hints.
  package init(_ hints: [KeyHint]) { self.hints = hints }

  /// Draws as many hints as fit the first row of a rectangle; none is drawn in part.
  package func draw(on canvas: inout Canvas, in rect: Rect, theme: Theme) {
    guard rect.height > 0 else { return }
    var x = 0
    for hint in hints {
      let width = TextWidth.of(hint.key) + 1 + TextWidth.of(hint.description)
      guard x + width <= rect.width else { return }
      x += canvas.write(
        [Span(hint.key, theme[.key]), Span(" " + hint.description, theme[.keyHint])],
        at: Point(x: rect.minX + x, y: rect.minY))
      x += 2
    }
  }
}
