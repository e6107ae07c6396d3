import Foundation
package import Model

/// A text as Korean carriers count it: bytes of EUC-KR, strictly KS X 1001 with its 2,350 syllables. Nothing else is passed on
/// whole: brokers refuse it, or phones show a question mark.
package struct KoreanText: Equatable, Sendable {
  /// What it goes out as, by its bytes.
  package enum Kind: Equatable, Sendable {
    /// 90 bytes at most.
    case sms
    /// 2,000 bytes at most, with a subject of 40.
    case lms

    /// The bytes it may have.
    package var most: Int { self == .sms ? 90 : 2000 }
  }

  /// The bytes that the subject of an LMS may have.
  package static let subjectLimit = 40

  /// How many bytes it has; those of characters that do not fit count as two each.
  package private(set) var bytes: Int
  /// The first characters that do not fit; ``mostUnfit`` at most.
  package private(set) var unfit: [PlacedCharacter]

  /// So many that do not fit are listed.
  package static let mostUnfit = 10

  /// What it can go out as; `nil` when it is too long, or holds what does not fit.
  package var kind: Kind? {
    guard unfit.isEmpty else { return nil }
    return bytes <= Kind.sms.most ? .sms : bytes <= Kind.lms.most ? .lms : nil
  }

  private static let encoding = String.Encoding(rawValue: 0x8000_0940)

  /// What came into the standard in 1998 and 2002, and Foundation has not.
  private static let late: Set<Character> = ["\u{20AC}", "\u{AE}", "\u{327E}"]

  /// The text in composed syllables, which is how carriers have them: files of some systems have them in letters.
  package static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isLetterOfSyllables) else { return text }
    // Syllables alone: the standard has letters and ideographs of its own that Unicode takes for others' doubles.
    return String(
      String.UnicodeScalarView(
        text.flatMap { character -> [Unicode.Scalar] in
          let isSyllable = character.unicodeScalars.allSatisfy(isLetterOfSyllables)
          return Array(
            (isSyllable ? String(character).precomposedStringWithCanonicalMapping : String(character)).unicodeScalars)
        }))
  }

  private static func isLetterOfSyllables(_ scalar: Unicode.Scalar) -> Bool { (0x1100...0x11FF).contains(scalar.value) }

  /// Counts a text, in composed syllables.
  package init(_ text: String) {
    let text = Self.composed(text)
    if let count = Self.count(text) {
      (bytes, unfit) = (count, [])
      return
    }
    (bytes, unfit) = (0, [])
    for (index, character) in text.enumerated() {
      if let count = Self.late.contains(character) ? 2 : Self.count(String(character)) {
        bytes += count
        continue
      }
      bytes += 2
      if unfit.count < Self.mostUnfit { unfit.append(PlacedCharacter(place: index + 1, character: character)) }
    }
  }

  /// What Foundation writes or leaves out, and no carrier has: the private use area, what is invisible, and controls but for the
  /// ends of lines.
  private static func isOutside(_ scalar: Unicode.Scalar) -> Bool {
    // The soft hyphen and the filler are in the standard.
    (0xE000...0xF8FF).contains(scalar.value)
      || (scalar.properties.isDefaultIgnorableCodePoint && ![0xAD, 0x3164].contains(scalar.value))
      || (scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar)) || (0x7F...0x9F).contains(scalar.value)
  }

  /// Counts the bytes of a text of which all fits; `nil` for another.
  private static func count(_ text: String) -> Int? {
    if text.unicodeScalars.contains(where: isOutside) { return nil }
    return text.data(using: encoding)?.count
  }
}
