/// Splits text into glyphs: what a terminal shows in one or two columns each.
///
/// Works on scalars, not on `Character`s, because a frame holds thousands of them and the standard library's breaking is
/// ten times slower. It departs from Unicode's clusters only where terminals cannot follow them:
/// - Hangul in decomposed form is composed, so that no terminal can see two characters in one syllable;
/// - a joined emoji, or one with a skin tone, is shown as its first part; a flag as its two letters;
/// - control characters become their pictures, white space a space, and what shows nothing but changes its neighbours a
///   mark (``HiddenScalar``): an address must not be able to rearrange the screen, nor look like another.
package struct GlyphSequence: Sequence, IteratorProtocol {
  /// What comes after `peek`.
  private var rest: String.UnicodeScalarView.Iterator
  /// The scalar that is to be looked at; nil at the end.
  private var peek: Unicode.Scalar?
  /// The scalar before it; nil after a mark.
  private var previous: Unicode.Scalar?
  /// What is still to come of a mark, the last first.
  private var mark: [Glyph] = []

  /// Prepares to split a text.
  package init(_ text: some StringProtocol) {
    rest = String(Substring(text)).unicodeScalars.makeIterator()
    peek = rest.next()
  }

  /// Returns the next glyph, or nil at the end.
  package mutating func next() -> Glyph? {
    if let glyph = mark.popLast() { return glyph }
    while let scalar = peek {
      let before = previous
      skip(scalar)
      let value = scalar.value
      if value < 0x80 || (value >= 0xAC00 && value <= 0xD7A3) {
        var glyph =
          value < 0x80 ? Self.ascii(value, scalar) : Glyph(base: scalar, width: 2)
        // Nothing below U+0300 joins to what precedes it.
        if let following = peek, following.value >= 0x300 { extend(&glyph) }
        if value == 0x0D, peek == "\n" { skip("\n") }
        return glyph
      }
      if HiddenScalar.isHidden(scalar, after: before, before: peek) {
        previous = nil
        mark = HiddenScalar.mark(scalar).unicodeScalars.reversed().map(Glyph.init(narrow:))
        return mark.popLast()
      }
      guard var glyph = Self.glyph(for: scalar) else { continue }
      extend(&glyph)
      return glyph
    }
    return nil
  }

  private var peekBeyond: Unicode.Scalar? {
    var rest = rest
    return rest.next()
  }

  /// Goes past the scalar that the caller has looked at.
  private mutating func skip(_ scalar: Unicode.Scalar) {
    previous = scalar
    peek = rest.next()
  }

  /// Takes everything that belongs to the glyph just begun.
  private mutating func extend(_ glyph: inout Glyph) {
    while let following = peek {
      let value = following.value
      if value < 0x300 { return }
      if HiddenScalar.mayBeHidden(following),
        HiddenScalar.isHidden(following, after: previous, before: peekBeyond)
      {
        return
      }
      if let syllable = HangulSyllable.composing(glyph.base, with: following), !glyph.hasMarks {
        glyph = Glyph(base: syllable, width: 2)
      } else if value == 0xFE0F {
        if glyph.base.properties.isEmoji, glyph.width == 1 { glyph = glyph.with(width: 2) }
      } else if value == 0x200D {
        skip(following)
        // The joined part is dropped together with its own modifiers, which the next rounds take.
        if let joined = peek, joined.properties.isEmoji, glyph.base.properties.isEmoji { skip(joined) }
        continue
      } else if value >= 0x1F3FB && value <= 0x1F3FF {
        guard glyph.base.properties.isEmojiModifierBase else { return }
      } else if TextWidth.of(following) != 0 {
        return
      } else if !Self.isInvisible(following) {
        glyph = glyph.adding(mark: following)
      }
      skip(following)
    }
  }

  private static func ascii(_ value: UInt32, _ scalar: Unicode.Scalar) -> Glyph {
    if value >= 0x20 && value < 0x7F { return Glyph(base: scalar, width: 1) }
    if value >= 0x09 && value <= 0x0D { return .space }
    return Glyph(base: Unicode.Scalar(value == 0x7F ? 0x2421 : 0x2400 + value) ?? " ", width: 1)
  }

  private static func glyph(for scalar: Unicode.Scalar) -> Glyph? {
    switch scalar.value {
    case 0x80...0x9F: return .replacement
    case 0xA0, 0x2028, 0x2029: return .space
    case 0x1F1E6...0x1F1FF:
      return Glyph(base: Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41) ?? "?", width: 1)
    default: break
    }
    let width = TextWidth.of(scalar)
    guard width > 0 else { return nil }
    switch scalar.value {
    // Punctuation, lines and signs that every screen is full of, all of them assigned.
    case 0xA1..<0x300, 0x2010...0x2027, 0x2190...0x23FF, 0x2500...0x27BF:
      return Glyph(base: scalar, width: UInt8(width))
    default: break
    }
    switch scalar.properties.generalCategory {
    case .unassigned, .surrogate: return Glyph(base: Glyph.replacement.base, width: 1)
    default: return Glyph(base: scalar, width: UInt8(width))
    }
  }

  /// Tells whether a scalar of no width shows nothing at all, but may change how its neighbours are shown.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .format: true
    default: scalar.properties.isVariationSelector
    }
  }
}
