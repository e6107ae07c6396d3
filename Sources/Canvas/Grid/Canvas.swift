/// Holds one frame: a grid of styled cells to draw on.
///
/// Every coordinate is relative to the region being drawn, and nothing outside of it is ever changed: `draw(in:)` gives
/// a part of the grid to a pane or a widget, which sees it as a whole canvas.
package struct Canvas: Sendable {
  /// Measures the whole grid, whatever region is being drawn.
  package private(set) var gridSize: Size
  /// Holds the cells of the whole grid, row by row.
  package internal(set) var cells: [Cell]
  /// Names the cell of the whole grid where the terminal shows its cursor; nil hides it.
  package private(set) var cursor: Point?
  /// Covers the part being drawn, in coordinates of the grid; may reach beyond what is visible of it.
  private var frame: Rect
  /// Covers the part of the grid that may be changed.
  private var clip: Rect

  /// Makes a canvas filled with spaces.
  package init(size: Size, style: Style = .plain) {
    gridSize = size
    cells = Array(repeating: Cell(style: style), count: size.width * size.height)
    frame = Rect(origin: .zero, size: size)
    clip = frame
  }

  /// Measures the region being drawn.
  package var size: Size { frame.size }
  /// Covers the region being drawn, in its own coordinates.
  package var bounds: Rect { Rect(origin: .zero, size: frame.size) }

  /// Reads a cell of the region; a plain space outside.
  package subscript(point: Point) -> Cell {
    guard let index = index(point.x, point.y) else { return Cell() }
    return cells[index]
  }

  /// Empties the whole grid and gives it another size, keeping its memory where it can.
  package mutating func reset(size: Size, style: Style = .plain) {
    if size == gridSize {
      cells.withUnsafeMutableBufferPointer { $0.update(repeating: Cell(style: style)) }
    } else {
      cells = Array(repeating: Cell(style: style), count: size.width * size.height)
    }
    gridSize = size
    cursor = nil
    frame = Rect(origin: .zero, size: size)
    clip = frame
  }

  /// Shows the terminal's cursor at a cell of the region: what is being typed, also in an input method's own window,
  /// appears there. Nothing happens outside the region.
  package mutating func placeCursor(at point: Point) {
    let place = Point(x: frame.minX + point.x, y: frame.minY + point.y)
    if clip.contains(place) { cursor = place }
  }

  /// Hides the terminal's cursor.
  package mutating func hideCursor() { cursor = nil }

  /// Lets the body draw on a part of the region as if it were the whole canvas; what falls outside is left out.
  package mutating func draw(in rect: Rect, _ body: (inout Canvas) -> Void) {
    let saved = (frame, clip)
    frame = Rect(
      x: saved.0.minX + rect.minX, y: saved.0.minY + rect.minY, width: rect.width, height: rect.height)
    clip = frame.intersection(saved.1)
    body(&self)
    (frame, clip) = saved
  }

  /// Fills a part of the region with a glyph of one column.
  package mutating func fill(_ rect: Rect, with glyph: Glyph = .space, style: Style) {
    let area = visible(rect)
    guard !area.isEmpty else { return }
    for y in area.minY..<area.maxY {
      unpair(row: y, at: area.minX)
      unpair(row: y, at: area.maxX)
      let start = y * gridSize.width
      cells.withUnsafeMutableBufferPointer {
        $0[(start + area.minX)..<(start + area.maxX)].update(repeating: Cell(glyph: glyph, style: style))
      }
    }
  }

  /// Lays a style over what is drawn already, as for a selected row: its colours win, its attributes are added.
  package mutating func overlay(_ style: Style, on rect: Rect) {
    let area = visible(rect)
    guard !area.isEmpty else { return }
    for y in area.minY..<area.maxY {
      let start = y * gridSize.width
      for index in (start + area.minX)..<(start + area.maxX) {
        cells[index].style = style.over(cells[index].style)
      }
    }
  }

  /// Puts one glyph into the region; a wide one that would be cut in half becomes a space.
  package mutating func put(_ glyph: Glyph, at point: Point, style: Style) {
    let x = frame.minX + point.x
    let y = frame.minY + point.y
    guard y >= clip.minY, y < clip.maxY else { return }
    if glyph.width == 2 {
      let halves = (clip.minX..<clip.maxX)
      guard halves.contains(x), halves.contains(x + 1) else {
        if halves.contains(x) { set(Cell(style: style), x, y) }
        if halves.contains(x + 1) { set(Cell(style: style), x + 1, y) }
        return
      }
      unpair(row: y, at: x)
      unpair(row: y, at: x + 2)
      let index = y * gridSize.width + x
      cells[index] = Cell(glyph: glyph, style: style)
      cells[index + 1] = Cell(glyph: .continuation, style: style)
    } else if x >= clip.minX, x < clip.maxX {
      set(Cell(glyph: glyph, style: style), x, y)
    }
  }

  /// Puts printed ASCII into the region, byte by byte, with `…` at the end where it is longer than the limit.
  ///
  /// - Returns: the columns it took up.
  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>, at point: Point, style: Style, limit: Int) -> Int {
    let isCut = bytes.count > limit
    let kept = isCut ? limit - 1 : bytes.count
    let area = visible(Rect(x: point.x, y: point.y, width: kept, height: 1))
    if !area.isEmpty {
      unpair(row: area.minY, at: area.minX)
      unpair(row: area.minY, at: area.maxX)
      let skipped = area.minX - frame.minX - point.x
      let start = area.minY * gridSize.width + area.minX
      cells.withUnsafeMutableBufferPointer { cells in
        for index in 0..<area.width {
          let base = Unicode.Scalar(bytes[skipped + index])
          cells[start + index] = Cell(glyph: Glyph(narrow: base), style: style)
        }
      }
    }
    guard isCut else { return kept }
    put(.ellipsis, at: Point(x: point.x + kept, y: point.y), style: style)
    return limit
  }

  /// Replaces one cell by a narrow one.
  private mutating func set(_ cell: Cell, _ x: Int, _ y: Int) {
    unpair(row: y, at: x)
    unpair(row: y, at: x + 1)
    cells[y * gridSize.width + x] = cell
  }

  /// Turns a wide character that crosses the border left of a column into two spaces, because one half of it is about
  /// to be overwritten.
  private mutating func unpair(row: Int, at x: Int) {
    guard x > 0, x < gridSize.width else { return }
    let index = row * gridSize.width + x
    guard cells[index].glyph.width == 0 else { return }
    cells[index].glyph = .space
    cells[index - 1].glyph = .space
  }

  private func visible(_ rect: Rect) -> Rect {
    Rect(x: frame.minX + rect.minX, y: frame.minY + rect.minY, width: rect.width, height: rect.height)
      .intersection(clip)
  }

  private func index(_ x: Int, _ y: Int) -> Int? {
    let point = Point(x: frame.minX + x, y: frame.minY + y)
    return clip.contains(point) ? point.y * gridSize.width + point.x : nil
  }
}
