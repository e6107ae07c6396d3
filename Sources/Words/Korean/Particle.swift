/// A particle whose form depends on how the word before it ends.
package enum Particle: CaseIterable, Sendable {
  case object, subject, topic, direction, and

  /// How the last syllable of a word is said to end.
  private enum Ending {
    case vowel, consonant
    /// ㄹ, after which 로 stays 로.
    case rieul
  }

  /// Returns the word with the particle behind it: `캠페인을`, `메시지를`, `SES로`, `“여름 세일”을`.
  package func after(_ word: String) -> String { word + form(Self.ending(of: word)) }

  private func form(_ ending: Ending?) -> String {
    switch (self, ending) {
    case (.object, .vowel): "를"
    case (.object, .consonant), (.object, .rieul): "을"
    case (.object, nil): "을(를)"
    case (.subject, .vowel): "가"
    case (.subject, .consonant), (.subject, .rieul): "이"
    case (.subject, nil): "이(가)"
    case (.topic, .vowel): "는"
    case (.topic, .consonant), (.topic, .rieul): "은"
    case (.topic, nil): "은(는)"
    case (.direction, .consonant): "으로"
    case (.direction, .vowel), (.direction, .rieul): "로"
    case (.direction, nil): "(으)로"
    case (.and, .vowel): "와"
    case (.and, .consonant), (.and, .rieul): "과"
    case (.and, nil): "와(과)"
    }
  }

  /// How a word ends; quotation marks and brackets behind it are not said. `nil` where that cannot be told.
  private static func ending(of word: String) -> Ending? {
    let said = word.unicodeScalars.reversed().drop { !isSaid($0) }
    guard let last = said.first else { return nil }
    switch last.value {
    case 0xAC00...0xD7A3: return hangul(last.value)
    case 0x30...0x39: return number(said)
    default: return latin(String(String.UnicodeScalarView(said.prefix(while: isLatin).reversed())))
    }
  }

  private static func isSaid(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && scalar.properties.isAlphabetic }

  /// The Unicode Standard, section 3.12: 28 finals a vowel, the first of them none; ㄹ is the eighth.
  private static func hangul(_ value: UInt32) -> Ending {
    switch (value - 0xAC00) % 28 {
    case 0: .vowel
    case 8: .rieul
    default: .consonant
    }
  }

  /// Digits are read one by one from the right: the last that is not 0 says it, or how many noughts stand behind it.
  private static func number(_ reversed: some Collection<Unicode.Scalar>) -> Ending {
    let digits = reversed.prefix { $0 == "," || (0x30...0x39).contains($0.value) }.filter { $0 != "," }
    let noughts = digits.prefix { $0 == "0" }.count
    // 영, 십, 백, 천, 만, 억, and 조 without a final.
    if noughts > 0 { return (12...15).contains(noughts) && noughts < digits.count ? .vowel : .consonant }
    switch digits.first {
    case "1", "7", "8": return .rieul
    case "3", "6": return .consonant
    default: return .vowel
    }
  }

  /// Capitals are read by their names (SMTP: 피), words as they are borrowed (email: 이메일, set: 셋).
  private static func latin(_ word: String) -> Ending? {
    guard let last = word.last else { return nil }
    if word.count == 1 || word == word.uppercased() {
      switch last.lowercased() {
      case "l", "r": return .rieul
      case "m", "n": return .consonant
      default: return .vowel
      }
    }
    let letters = Array(word.lowercased())
    let before = letters[letters.count - 2]
    let isAfterVowel = "aeiouy".contains(before)
    switch letters[letters.count - 1] {
    case "l": return .rieul
    case "m", "n": return .consonant
    case "g": return before == "n" ? .consonant : .vowel
    case "b", "c", "k", "p", "t": return isAfterVowel || before == "c" || before == letters.last ? .consonant : .vowel
    // What is written and not said: file, name.
    case "e" where before == "l": return .rieul
    case "e" where before == "m" || before == "n": return .consonant
    default: return .vowel
    }
  }
}
