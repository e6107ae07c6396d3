/// A language there is a catalogue for.
package struct Language: Equatable, Sendable {
  /// Names it: `en` (BCP 47).
  package let code: String
  /// What its speakers call it.
  package let name: String
  /// Everything that is said in it.
  package let words: any Words

  /// Makes a language.
  package init(code: String, name: String, words: any Words) {
    self.code = code
    self.name = name
    self.words = words
  }

  package static let english = Language(code: "en", name: "English", words: English())
  package static let korean = Language(code: "ko", name: "한국어", words: Korean())

  /// Every language there is a catalogue for.
  package static let all = [english, korean]

  /// The one for who has not chosen any.
  package static let standard = Language.english

  /// The one of a code; `nil` where there is no catalogue.
  package init?(code: String) {
    guard let language = Self.all.first(where: { $0.code == code }) else { return nil }
    self = language
  }

  /// The one of a locale as POSIX names it: `ko_KR.UTF-8`, `ko`, `C`.
  package init?(locale: String) {
    self.init(code: String(locale.prefix { $0.isLetter }).lowercased())
  }

  /// The one that comes after it, and after the last the first.
  package var next: Language {
    let index = Self.all.firstIndex(of: self) ?? Self.all.count - 1
    return Self.all[(index + 1) % Self.all.count]
  }

  /// A code has one catalogue.
  package static func == (left: Language, right: Language) -> Bool { left.code == right.code }
}
