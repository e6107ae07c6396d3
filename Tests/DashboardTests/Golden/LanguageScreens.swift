import Dashboard
import Testing
import Words

/// Every screen in Korean, by its name.
enum KoreanScreens {
  static let all = [
    campaigns, messages, failures, records, forms, questions, help, putRight, watch, mail, keys, compose,
  ].reduce(
    into: [:]) {
      all, part in
      all.merge(part) { old, _ in old }
    }
}

/// Screens in English that have no suite of their own, by their names.
enum EnglishScreens {
  static let all = [putRight, watch, mail, compose].reduce(into: dialogs) { all, part in
    all.merge(part) { old, _ in old }
  }
}

/// The screens in each language, as they ought to be.
@Suite struct LanguageScreens {
  @Test(arguments: Screens.all.map(\.0)) func inKorean(name: String) throws {
    let golden = try #require(KoreanScreens.all[name], "nobody has looked at this screen in Korean")
    Desk.$language.withValue(.korean) { expect(Screens.make(name), looksLike: golden) }
  }

  @Test(arguments: EnglishScreens.all.keys.sorted()) func inEnglish(name: String) throws {
    expect(Screens.make(name), looksLike: try #require(EnglishScreens.all[name]))
  }

  @Test func noScreenIsKeptThatNobodyDraws() {
    #expect(Set(KoreanScreens.all.keys) == Set(Screens.all.map(\.0)))
  }
}
