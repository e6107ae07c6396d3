/// Draws a box in the middle that lists keys and what they do.
package struct HelpBox: Hashable, Sendable {
  /// Holds hints under a heading.
  package struct Section: Hashable, Sendable {
    /// Names what the keys are about.
    package var title: String
    /// Holds the hints.
    package var hints: [KeyHint]

    /// Makes a section.
    package init(_ title: String, _ hints: [KeyHint]) {
      self.title = title
      self.hints = hints
    }
  }

  /// Names the box.
  package var title: String
  /// Holds the sections, from top to bottom.
  package var sections: [Section]
  /// Counts the lines that are scrolled past.
  package var scroll: Int

  /// Makes a box.
  package init(title: String, sections: [Section], scroll: Int = 0) {
    self.title = title
    self.sections = sections
    self.scroll = scroll
  }

  /// Scrolls by so many lines, not beyond what there is on a screen of such a width.
  package mutating func scroll(by lines: Int, width: Int) {
    let all = sections.reduce(-1) { $0 + $1.hints.reduce(2) { $0 + texts($1, width: width).count } }
    scroll = min(max(0, scroll + lines), max(0, all - 1))
  }

  /// Columns of the box that are not for what keys do: lines, margins, and the keys.
  private var margin: Int { (sections.flatMap(\.hints).map { TextWidth.of($0.key) }.max() ?? 0) + 8 }

  /// What a key does, in as many lines as that needs beside the keys.
  private func texts(_ hint: KeyHint, width: Int) -> [String] {
    TextWidth.wrap(hint.description, to: max(8, width - margin))
  }

  /// Draws the box over what is there.
  ///
  /// - Parameter more: says on which side there is more, above and below.
  package func draw(on canvas: inout Canvas, in rect: Rect, more: (Bool, Bool) -> String, theme: Theme) {
    let hints = sections.flatMap(\.hints)
    let keys = hints.map { TextWidth.of($0.key) }.max() ?? 0
    let texts = hints.map { TextWidth.of($0.description) }.max() ?? 0
    var lines: [[Span]] = []
    for section in sections {
      if !lines.isEmpty { lines.append([]) }
      lines.append([Span(section.title, theme[.title])])
      for hint in section.hints {
        for (row, text) in self.texts(hint, width: rect.width).enumerated() {
          lines.append([
            Span("  " + TextWidth.fit(row == 0 ? hint.key : "", to: keys), theme[.key]),
            Span("  " + text, theme[.dialog]),
          ])
        }
      }
    }
    let box = rect.centered(Size(width: keys + texts + 8, height: lines.count + 2))
    canvas.fill(box, style: theme[.dialog])
    let visible = max(0, box.height - 2)
    let first = min(scroll, max(0, lines.count - visible))
    let note = more(first > 0, first + visible < lines.count)
    let inside = Panel(title, note: note, isFocused: true).draw(on: &canvas, in: box, theme: theme)
    canvas.draw(in: inside) { canvas in
      for (row, line) in lines.dropFirst(first).prefix(visible).enumerated() {
        canvas.write(line, at: Point(x: 1, y: row), maxWidth: canvas.size.width - 2)
      }
    }
  }
}
