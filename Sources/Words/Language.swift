/// The languages there is a catalogue for.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"

  /// The one for who has not chosen any.
  package static let standard = Language.english

  /// Everything that is said in it.
  package var words: any Words {
    switch self {
    case .english: English()
    }
  }
}
