import ArgumentParser
package import Words

extension Language: ExpressibleByArgument {
  package init?(argument: String) { self.init(code: argument) }

  package static var allValueStrings: [String] { all.map(\.code) }

  /// The language of the operator's locale; the standard one where there is no catalogue for it.
  ///
  /// The first of these variables that is not empty says it: POSIX.1-2017, section 8.2.
  static func ofLocale(_ environment: [String: String]) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale.flatMap(Language.init(locale:)) ?? .standard
  }
}
