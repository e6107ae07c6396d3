/// Counts the columns that text takes up on a terminal.
///
/// The terminal, ncurses and this type must come to the same count, or everything right of the character is out of
/// step. Terminals disagree about joined emoji, so `GlyphSequence` turns those into what all of them agree on, and for
/// single scalars the tables say what `wcwidth` says; where the running C library is older, `Terminal` puts a
/// replacement of the same width in place.
package enum TextWidth {
  /// Returns the columns of one scalar: 0, 1 or 2. Controls count 1, for the picture that stands for them.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if value >= 0xAC00, value <= 0xD7A3 { return 2 }
    if value < 0x1100 { return contains(value, zeroWidth) ? 0 : 1 }
    if contains(value, wide) { return 2 }
    if contains(value, zeroWidth) { return 0 }
    // Emoji younger than the tables; the letters of flags are emoji only in pairs.
    return value >= 0x1F200 && scalar.properties.isEmojiPresentation ? 2 : 1
  }

  /// Returns the columns of one user-perceived character.
  package static func of(_ character: Character) -> Int {
    of(String(character))
  }

  /// Returns the columns of a text.
  package static func of(_ text: some StringProtocol) -> Int {
    if let columns = text.withPrintedASCII({ $0.count }) { return columns }
    var columns = 0
    for glyph in GlyphSequence(text) { columns += Int(glyph.width) }
    return columns
  }

  private static func contains(_ value: UInt32, _ ranges: [UInt32]) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > ranges[2 * middle + 1] { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count / 2 && value >= ranges[2 * low]
  }
}
