/// Draws a box with a title in its upper line, and a note at the right of it.
package struct Panel: Hashable, Sendable {
  /// Names what is inside.
  package var title: String
  /// Stands at the right of the upper line, as a count; left out for want of room.
  package var note: String
  /// Tells whether the keys go here: the line is thick then, so that it is seen without colours too.
  package var isFocused: Bool

  /// Makes a box.
  package init(_ title: String, note: String = "", isFocused: Bool = false) {
    self.title = title
    self.note = note
    self.isFocused = isFocused
  }

  /// Draws the box and returns what is inside of it.
  @discardableResult
  package func draw(on canvas: inout Canvas, in rect: Rect, theme: Theme) -> Rect {
    let border = theme[isFocused ? .borderFocused : .border]
    canvas.box(rect, lines: isFocused ? .thick : .rounded, style: border)
    canvas.draw(in: Rect(x: rect.minX + 2, y: rect.minY, width: rect.width - 4, height: 1)) { canvas in
      guard !title.isEmpty else { return }
      let used = canvas.write(" \(title) ", at: .zero, style: theme[.title])
      let width = TextWidth.of(note) + 2
      if !note.isEmpty, used + 1 + width <= canvas.size.width {
        canvas.write(" \(note) ", at: Point(x: canvas.size.width - width, y: 0), style: theme[.muted])
      }
    }
    return rect.inset(x: 1, y: 1)
  }
}
