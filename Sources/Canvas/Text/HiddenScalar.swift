/// Tells characters that show nothing and yet change how others are shown or read: what turns the direction of writing
/// (Unicode's UAX #9), white space of no width, fillers, tags.
///
/// In a name or an address they are there to deceive, or by accident, and either way an operator wants to see them; so a
/// mark with their number stands in their place. Where they are part of ordinary writing they stay: the joiners of emoji
/// and of Arabic's and India's letters, and selectors behind what they select. Marks of direction do not, because the
/// terminal's columns do not follow them anyway.
package enum HiddenScalar {
  /// Returns whether a scalar is to be shown as a mark where it stands.
  ///
  /// - Parameters:
  ///   - previous: The scalar before it that is shown, if any.
  ///   - next: The scalar after it, if any.
  package static func isHidden(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool {
    guard mayBeHidden(scalar) else { return false }
    let value = scalar.value
    if value >= 0xFFF9, value <= 0xFFFB { return true }
    guard scalar.properties.isDefaultIgnorableCodePoint else { return false }
    guard let previous else { return !(value == 0x115F && next.map(isVowel) == true) }
    switch value {
    case 0x200C: return !joins(previous)
    case 0x200D: return !joins(previous) && !(isEmoji(previous) && next.map(isEmoji) == true)
    case 0xFE0E, 0xFE0F: return !previous.properties.isEmoji || (previous.isASCII && next?.value != 0x20E3)
    case 0xFE00...0xFE0D: return previous.value < 0x300
    case 0xE0100...0xE01EF: return !previous.properties.isIdeographic
    case 0x180B...0x180D, 0x180F: return !(0x1800...0x18AF).contains(previous.value)
    case 0x17B4, 0x17B5: return !(0x1780...0x17FF).contains(previous.value)
    case 0xE0020...0xE007F: return previous.value != 0x1F3F4 && !(0xE0020...0xE007E).contains(previous.value)
    case 0x115F: return next.map(isVowel) != true
    case 0x1160: return !isLeadingConsonant(previous)
    default: return true
    }
  }

  /// Returns whether a scalar shows nothing by itself, wherever it stands: also the joiners that are part of ordinary writing.
  package static func showsNothing(_ scalar: Unicode.Scalar) -> Bool {
    mayBeHidden(scalar) && ((0xFFF9...0xFFFB).contains(scalar.value) || scalar.properties.isDefaultIgnorableCodePoint)
  }

  /// Returns false for letters of Latin's first page, signs, lines, kana, ideographs and syllables: for nearly everything,
  /// without a look at its neighbours or into Unicode's tables.
  static func mayBeHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0xAD, 0x2010...0x2027, 0x2070..<0x3164, 0x3400..<0xFE00: false
    default: true
    }
  }

  /// Returns what stands in a scalar's place, such as `‹U+202E›`.
  package static func mark(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
  }

  /// Returns a text as it may be given to a terminal outside of a canvas: hidden characters and controls as marks, breaks
  /// of lines and other white space as a blank.
  ///
  /// - Parameter keepingBreaks: Leaves LF as it is.
  package static func visible(_ text: String, keepingBreaks: Bool = false) -> String {
    // Most texts are as they should be.
    if text.isPrintedASCII { return text }
    var result = ""
    let scalars = Array(text.unicodeScalars)
    var previous: Unicode.Scalar?
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      var shown: Unicode.Scalar? = scalar
      switch scalar.value {
      case 0x0A where keepingBreaks: result += "\n"
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: result += " "
      case 0...0x1F, 0x7F...0x9F: (result, shown) = (result + mark(scalar), nil)
      case _ where isHidden(scalar, after: previous, before: next): (result, shown) = (result + mark(scalar), nil)
      default: result.unicodeScalars.append(scalar)
      }
      previous = shown
    }
    return result
  }

  /// Letters of scripts in which the joiners decide on a letter's form.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0620...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0x1B00...0x1BFF, 0xA840...0xABFF, 0xFB50...0xFDFF,
      0xFE70...0xFEFC, 0x11000...0x11FFF:
      true
    default: false
    }
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || (scalar.value > 0xFF && scalar.properties.isEmoji)
  }

  // The fillers stand for a letter that is not there, beside one that is: two of them write nothing.
  private static func isLeadingConsonant(_ scalar: Unicode.Scalar) -> Bool { (0x1100...0x115E).contains(scalar.value) }
  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool { (0x1161...0x11A7).contains(scalar.value) }
}
