import Words

extension State {
  /// Says everything in the next language from now on, also what is on the screen already.
  mutating func turnLanguage() {
    guard !isAsked else {
      say(.languageStays)
      return
    }
    language = language.next
    if case .compose(var form) = modal {
      form.turn(to: language)
      modal = .compose(form)
    }
    say(.language(key: key(.language), next: language.next.name))
  }

  /// Whether a question is open: it is answered in the words in which it was put.
  private var isAsked: Bool {
    switch modal {
    case .confirm, .choose, .pick: return true
    case .compose(let form):
      if case .review(_, .some, _) = form.stage { return true }
      return false
    case .counting, .lookingUp, .prompt, .help, .palette, .work, .link, .leftAlone, nil: return false
    }
  }
}
