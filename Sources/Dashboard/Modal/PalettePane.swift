import Canvas
import Words

/// Draws the palette in the middle of the screen: what is typed, and what fits.
enum PalettePane {
  static func draw(_ palette: Palette, _ state: State, _ canvas: inout Canvas, in rect: Rect, _ theme: Theme) {
    let entries = state.entries(palette)
    let box = box(in: rect)
    canvas.fill(box, style: theme[.dialog])
    let rows = rows(in: rect)
    let index = palette.index(in: entries)
    let top = top(index, rows)
    let more = state.words.term(.more(above: top > 0, below: top + rows < entries.count))
    let inside = Panel(
      state.words.meaning(.palette), note: MoreMark.join(Figures.count(entries.count), more), isFocused: true
    ).draw(on: &canvas, in: box, theme: theme)
    canvas.draw(in: inside) { canvas in
      palette.editor.draw(
        on: &canvas, in: Rect(x: 1, y: 0, width: canvas.size.width - 2, height: 1), isFocused: true, theme: theme)
      guard !entries.isEmpty else {
        canvas.write(state.words.notice(.nothingFits), at: Point(x: 1, y: 1), style: theme[.muted])
        return
      }
      let keys = min(9, canvas.size.width / 4)
      for (row, entry) in entries.dropFirst(top).prefix(rows).enumerated() {
        draw(entry, &canvas, row: row + 1, keys: keys, theme)
        if top + row == index {
          canvas.overlay(theme[.selection], on: Rect(x: 0, y: row + 1, width: canvas.size.width, height: 1))
        }
      }
    }
  }

  private static func draw(
    _ entry: Palette.Entry, _ canvas: inout Canvas, row: Int, keys: Int, _ theme: Theme
  ) {
    let right = canvas.size.width - 1
    let place = TextWidth.of(entry.place)
    let start = keys + 2
    // Where it belongs is told if there is room for all of what it is.
    let hasPlace = place > 0 && start + TextWidth.of(entry.words) + 2 + place <= right
    canvas.write(entry.key, in: 1..<(keys + 1), row: row, style: theme[.key])
    canvas.write(
      entry.words, at: Point(x: start, y: row), style: theme[.dialog],
      maxWidth: (hasPlace ? right - place - 2 : right) - start)
    if hasPlace { canvas.write(entry.place, at: Point(x: right - place, y: row), style: theme[.muted]) }
  }

  /// Rows of the list.
  static func rows(in rect: Rect) -> Int { max(1, box(in: rect).height - 3) }

  /// The entry at a point.
  static func row(at point: Point, _ palette: Palette, _ state: State, in rect: Rect) -> Int? {
    let box = box(in: rect)
    let rows = rows(in: rect)
    let line = point.y - box.minY - 2
    guard box.inset(x: 1, y: 1).contains(point), (0..<rows).contains(line) else { return nil }
    let entries = state.entries(palette)
    let row = top(palette.index(in: entries), rows) + line
    return row < entries.count ? row : nil
  }

  private static func box(in rect: Rect) -> Rect { rect.centered(Size(width: min(76, rect.width), height: 22)) }

  /// The first row that is seen.
  private static func top(_ index: Int?, _ rows: Int) -> Int { max(0, (index ?? 0) - rows + 1) }
}
