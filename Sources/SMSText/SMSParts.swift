package import Model

/// How a text message is cut into what phones receive and operators are charged for.
package struct SMSParts: Equatable, Sendable {
  /// How its characters are written.
  package enum Encoding: Equatable, Sendable {
    /// Seven bits a character, two times seven for those of the extension table.
    case gsm7
    /// Sixteen bits for each unit of UTF-16: one character that is not in the other alphabet makes the whole text so.
    case ucs2

    /// How many units one message holds that is alone.
    package var alone: Int { self == .gsm7 ? 160 : 70 }
    /// How many a part of several holds: the rest says how they belong together.
    package var inPart: Int { self == .gsm7 ? 153 : 67 }
    /// How many all parts together may hold with AWS.
    package var most: Int { self == .gsm7 ? 1530 : 630 }
  }

  /// How its characters are written.
  package private(set) var encoding: Encoding
  /// How many units it has.
  package private(set) var units: Int
  /// How many parts are sent; at least one, also for an empty text.
  package private(set) var count: Int
  /// The first character that makes the whole text longer; `nil` when there is none.
  package private(set) var foreign: PlacedCharacter?

  /// Whether characters that are not in the shorter alphabet make it more parts than it would be with others in their places.
  /// Only where they are few: of a Korean text nobody would write them otherwise.
  package private(set) var isCostlier = false

  /// Whether AWS takes no text as long as this.
  package var isTooLong: Bool { units > encoding.most }

  /// Cuts a text.
  package init(_ text: some StringProtocol) {
    var place = 0
    var found: PlacedCharacter?
    search: for character in text {
      place += 1
      for scalar in character.unicodeScalars where GSMAlphabet.septets(of: scalar) == nil {
        found = PlacedCharacter(place: place, character: character)
        break search
      }
    }
    let encoding: Encoding = found == nil ? .gsm7 : .ucs2
    (self.encoding, foreign) = (encoding, found)
    var (units, parts, filled) = (0, 1, 0)
    for scalar in text.unicodeScalars {
      let size = encoding == .gsm7 ? GSMAlphabet.septets(of: scalar) ?? 1 : UTF16.width(scalar)
      units += size
      // What takes two units is in one part: a part may hold one less.
      if filled + size > encoding.inPart {
        parts += 1
        filled = 0
      }
      filled += size
    }
    self.units = units
    count = units <= encoding.alone ? 1 : parts
    if encoding == .ucs2 { isCostlier = Self.isCostlier(text, parts: count) }
  }

  /// Whether few characters, a tenth at most, make more parts of it.
  private static func isCostlier(_ text: some StringProtocol, parts: Int) -> Bool {
    var (septets, foreign, all) = (0, 0, 0)
    for scalar in text.unicodeScalars {
      all += 1
      if let size = GSMAlphabet.septets(of: scalar) {
        septets += size
      } else {
        (foreign, septets) = (foreign + 1, septets + 1)
      }
    }
    guard foreign * 10 <= all else { return false }
    return (septets <= Encoding.gsm7.alone ? 1 : (septets + 152) / 153) < parts
  }
}
