/// Composes Hangul from its letters by arithmetic.
///
/// The Unicode Standard, section 3.12, "Conjoining Jamo Behavior".
enum HangulSyllable {
  private static let first: UInt32 = 0xAC00
  private static let finals: UInt32 = 28

  /// Returns the syllable of a first letter and a vowel, or of an open syllable and a final; nil for anything else.
  static func composing(_ base: Unicode.Scalar, with next: Unicode.Scalar) -> Unicode.Scalar? {
    let (left, right) = (base.value, next.value)
    switch right {
    case 0x1161...0x1175 where left >= 0x1100 && left <= 0x1112:
      return Unicode.Scalar(first + ((left - 0x1100) * 21 + (right - 0x1161)) * finals)
    case 0x11A8...0x11C2 where left >= first && left <= 0xD7A3 && (left - first) % finals == 0:
      return Unicode.Scalar(left + (right - 0x11A7))
    default:
      return nil
    }
  }
}
