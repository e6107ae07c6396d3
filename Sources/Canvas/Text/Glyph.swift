/// Holds one user-perceived character in the form in which a terminal can show it in one or two columns.
///
/// Room for a base and three marks, because ncurses itself holds no more than a base and four (`CCHARW_MAX`), and a
/// fixed size keeps it free of references.
package struct Glyph: Hashable, Sendable {
  /// Holds the scalar that takes up the columns.
  package let base: Unicode.Scalar
  /// Counts columns: 1, 2, or 0 for the right half of a wide character.
  package let width: UInt8
  /// Packs up to three marks, 21 bits each, the first in the lowest bits; 0 is none.
  private let packedMarks: UInt64

  init(base: Unicode.Scalar, width: UInt8, packedMarks: UInt64 = 0) {
    self.base = base
    self.width = width
    self.packedMarks = packedMarks
  }

  /// Makes the glyph of a scalar that stands alone and takes up one column.
  package init(narrow base: Unicode.Scalar) {
    self.init(base: base, width: 1)
  }

  /// Shows nothing in one column.
  package static let space = Glyph(base: " ", width: 1)
  /// Marks the right half of a wide character.
  package static let continuation = Glyph(base: " ", width: 0)
  /// Ends a text that was cut.
  package static let ellipsis = Glyph(base: "…", width: 1)
  /// Stands for what cannot be shown.
  package static let replacement = Glyph(base: "\u{FFFD}", width: 1)

  /// Tells whether marks follow the base.
  package var hasMarks: Bool { packedMarks != 0 }

  /// Calls the body with each mark that follows the base.
  package func forEachMark(_ body: (Unicode.Scalar) -> Void) {
    var rest = packedMarks
    while rest != 0 {
      if let mark = Unicode.Scalar(UInt32(rest & 0x1F_FFFF)) { body(mark) }
      rest >>= 21
    }
  }

  /// Returns the glyph with one more mark; a fourth is left out.
  func adding(mark: Unicode.Scalar) -> Glyph {
    var shift: UInt64 = 0
    while shift < 63, (packedMarks >> shift) & 0x1F_FFFF != 0 { shift += 21 }
    guard shift < 63 else { return self }
    return Glyph(
      base: base, width: width, packedMarks: packedMarks | (UInt64(mark.value) << shift))
  }

  /// Returns the glyph with another base or width and the same marks.
  func with(base: Unicode.Scalar? = nil, width: UInt8? = nil) -> Glyph {
    Glyph(base: base ?? self.base, width: width ?? self.width, packedMarks: packedMarks)
  }

  /// Appends the text that the terminal is given for the glyph; nothing for a continuation.
  package func write(to text: inout String) {
    guard width > 0 else { return }
    text.unicodeScalars.append(base)
    forEachMark { text.unicodeScalars.append($0) }
    // An emoji that is narrow without its variation selector: the second column is blank.
    if width == 2, TextWidth.of(base) == 1 { text.append(" ") }
  }
}
