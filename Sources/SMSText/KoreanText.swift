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

  /// Counts a text.
  package init(_ text: String) {
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

  /// Counts the bytes of a text of which all fits; `nil` for another.
  private static func count(_ text: String) -> Int? {
    // Foundation writes the private use area into rows of the table that are no standard.
    if text.unicodeScalars.contains(where: { (0xE000...0xF8FF).contains($0.value) }) { return nil }
    return text.data(using: encoding)?.count
  }
}
