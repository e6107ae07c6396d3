import Canvas
internal import CNcurses

/// Brings curses' picture of the screen to what a canvas holds, touching only the cells that differ.
struct Painter {
  /// What is shown, in memory of its own: a copy of the canvas would make the next frame copy all of its cells.
  private var shown: [Cell] = []
  private var shownSize: Size?
  private var shownCursor: Point?
  private let mapping: ColorMapping
  /// Remembers pairs by style; not used when the terminal has so few that curses takes them away again.
  private var pairs: [Style: Ink] = [:]
  private var last: (style: Style, ink: Ink)?
  private var text: [wchar_t] = []

  private struct Ink {
    var attributes: attr_t
    var pair: Int32
  }

  init(colors: Int) {
    mapping = ColorMapping(count: colors)
  }

  /// Forgets what is shown, so that everything is painted next time.
  mutating func invalidate() { shownSize = nil }

  /// Paints and tells whether anything differed.
  mutating func paint(_ canvas: Canvas, window: Size) -> Bool {
    let size = canvas.gridSize
    let width = min(size.width, window.width)
    guard shownSize == size else {
      for y in 0..<min(size.height, window.height) {
        for x in 0..<width {
          let cell = canvas.cells[y * size.width + x]
          if !cell.isContinuation { put(cell, x, y, isLast: x + 1 >= width) }
        }
      }
      (shown, shownSize, shownCursor) = (canvas.cells, size, canvas.cursor)
      return true
    }
    var changed = shownCursor != canvas.cursor
    shownCursor = canvas.cursor
    var known: [Cell] = []
    swap(&known, &shown)
    defer { swap(&known, &shown) }
    canvas.cells.withUnsafeBufferPointer { cells in
      known.withUnsafeMutableBufferPointer { known in
        for y in 0..<size.height {
          let start = y * size.width
          guard let new = cells.baseAddress.map({ $0 + start }), let old = known.baseAddress.map({ $0 + start }) else {
            return
          }
          // Bytes first, of a row and of a cell: most are the same. Those between fields may differ, which only costs a
          // closer look.
          if memcmp(new, old, size.width * MemoryLayout<Cell>.stride) == 0 { continue }
          if y < window.height {
            for x in 0..<width
            where memcmp(new + x, old + x, MemoryLayout<Cell>.size) != 0 && new[x] != old[x] && !new[x].isContinuation {
              put(new[x], x, y, isLast: x + 1 >= width)
              changed = true
            }
          }
          old.update(from: new, count: size.width)
        }
      }
    }
    return changed
  }

  private mutating func put(_ cell: Cell, _ x: Int, _ y: Int, isLast: Bool) {
    let ink = self.ink(cell.style)
    let glyph = cell.glyph
    let base = glyph.base.value
    let width = base < 0x300 ? 1 : Int(sb_cell_width(base))
    text.removeAll(keepingCapacity: true)
    if width == Int(glyph.width) && !(width == 2 && isLast) {
      text.append(wchar_t(bitPattern: base))
      if glyph.hasMarks {
        glyph.forEachMark { if sb_cell_width($0.value) == 0 { text.append(wchar_t(bitPattern: $0.value)) } }
      }
    } else {
      // The C library does not know the character, or thinks otherwise of its width: whatever the terminal does with
      // it, what stands right of it must stay in its column.
      text.append(wchar_t(bitPattern: width == 1 ? base : Glyph.replacement.base.value))
    }
    text.append(0)
    sb_put(Int32(y), Int32(x), text, ink.attributes, ink.pair)
    if glyph.width == 2, width != 2, !isLast {
      sb_put(Int32(y), Int32(x + 1), [0x20, 0], ink.attributes, ink.pair)
    }
  }

  private mutating func ink(_ style: Style) -> Ink {
    if let last, last.style == style { return last.ink }
    let ink = pairs[style] ?? makeInk(style)
    if sb_pair_count() > 1024 { pairs[style] = ink }
    last = (style, ink)
    return ink
  }

  private func makeInk(_ style: Style) -> Ink {
    let foreground = mapping.number(style.foreground)
    let background = mapping.number(style.background)
    var attributes: attr_t = 0
    if style.attributes.contains(.bold) || foreground.isBold { attributes |= sb_attribute_bold() }
    if style.attributes.contains(.dim) { attributes |= sb_attribute_dim() }
    if style.attributes.contains(.italic) { attributes |= sb_attribute_italic() }
    if style.attributes.contains(.underline) { attributes |= sb_attribute_underline() }
    if style.attributes.contains(.reverse) { attributes |= sb_attribute_reverse() }
    if foreground.number < 0 && background.number < 0 { return Ink(attributes: attributes, pair: 0) }
    let pair = alloc_pair(foreground.number, background.number)
    return Ink(attributes: attributes, pair: max(0, pair))
  }
}
