/// Holds what one column of one row shows.
///
/// Plain memory without references, so that a frame of ten thousand cells is filled, copied and compared without
/// touching the heap. A character of two columns takes a cell of width 2 and, to its right, a continuation of width 0.
package struct Cell: Hashable, Sendable {
  /// Holds the character; a space in a continuation.
  package var glyph: Glyph
  /// Says how it looks.
  package var style: Style

  /// Makes a cell.
  package init(glyph: Glyph = .space, style: Style = .plain) {
    self.glyph = glyph
    self.style = style
  }

  /// Tells whether the cell is the right half of a wide character.
  package var isContinuation: Bool { glyph.width == 0 }
}
