/// A language there is a catalogue for.
package struct Language: Equatable, Sendable {
  /// Names it: `en` (BCP 47).
  package let code: String
  /// Everything that is said in it.
  package let words: any Words

  /// Makes a language.
  package init(code: String, words: any Words) {
    self.code = code
    self.words = words
  }

  package static let english = Language(code: "en", words: English())

  /// Every language there is a catalogue for.
  package static let all = [english]

  /// The one for who has not chosen any.
  package static let standard = Language.english

  /// A code has one catalogue.
  package static func == (left: Language, right: Language) -> Bool { left.code == right.code }
}
