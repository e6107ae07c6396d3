/// What Korean law asks of advertising by mail and text message: that it says so at its very beginning, and that a text
/// message names a free telephone number to refuse more of it (정보통신망법 제50조 제4항, 시행령 제61조·별표 6:
/// <https://www.law.go.kr/법령/정보통신망이용촉진및정보보호등에관한법률/제50조>).
package enum Advertising {
  /// Stands at the beginning, exactly so: variants such as `[광고]` count as evasion.
  package static let mark = "(광고)"

  /// Whether a campaign advertises, and to whom.
  package enum Choice: String, CaseIterable, Sendable {
    case no = ""
    case yes
    /// To people who have agreed to get it by night too.
    case byNight
  }

  /// What is missing.
  package enum Problem: Error, Equatable, Sendable {
    /// A template that the provider keeps does not begin with the mark: nothing can be put before it here.
    case unmarkedStoredSubject
    /// A text message names no free number to refuse more.
    case noFreeRefusal
  }

  /// Puts the mark at the beginning of the subject of an email, or of the text of a text message, where it is not there
  /// already.
  ///
  /// - Throws: ``Problem`` when something is missing that nobody but its author can add.
  package static func marked(_ template: Template, _ channel: Channel) throws(Problem) -> Template {
    var template = template
    switch channel {
    case .email:
      if template.storedName != nil, !template.subject.hasPrefix(mark) { throw .unmarkedStoredSubject }
      template.subject = marked(template.subject)
    case .sms:
      guard namesFreeRefusal(template.text ?? "") else { throw .noFreeRefusal }
      template.text = template.text.map(marked)
    }
    return template
  }

  private static func marked(_ text: String) -> String {
    text.hasPrefix(mark) ? text : "\(mark) \(text)"
  }

  /// Whether a text has `무료수신거부` or `무료거부` with a number of 080 behind it.
  static func namesFreeRefusal(_ text: String) -> Bool {
    let plain = text.filter { !$0.isWhitespace }
    for word in ["무료수신거부", "무료거부"] {
      var rest = plain[...]
      while let found = rest.firstRange(of: word) {
        rest = rest[found.upperBound...]
        let digits = rest.drop { ":：)".contains($0) }.prefix { $0.isNumber || $0 == "-" }.filter(\.isNumber)
        if digits.hasPrefix("080"), (10...11).contains(digits.count) { return true }
      }
    }
    return false
  }
}
