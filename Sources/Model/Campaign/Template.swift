/// What a campaign says: SES renders it for email, Sendboard renders it for SMS.
///
/// Placeholders are Mustache variables (`{{name}}`). SES knows blocks (`{{#if …}}`, in the manner of Handlebars) only in
/// templates that it keeps, and SMS those of Mustache:
/// <https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-api.html>,
/// <https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-advanced.html>.
package struct Template: Equatable, Sendable {
  /// A part of what is said.
  package enum Part: String, CaseIterable, Sendable {
    case subject, text
    case html = "HTML"
  }

  /// The sender: an email address (with or without a display name), or an SMS sender id.
  package var from: String
  /// The subject; empty for SMS.
  package var subject: String
  /// The plain text body.
  package var text: String?
  /// The HTML body; `nil` for SMS.
  package var html: String?
  /// Names the template the provider keeps and renders; subject, text and HTML are then what it held when the campaign
  /// was composed. `nil` when the campaign brings its own.
  package var storedName: String?
  /// How a recipient leaves the list by one click; `nil` for SMS, and where nothing is offered.
  package var unsubscribe: Unsubscribe?

  /// Makes a value from its parts.
  package init(
    from: String, subject: String, text: String?, html: String?, storedName: String? = nil,
    unsubscribe: Unsubscribe? = nil
  ) {
    self.from = from
    self.subject = subject
    self.text = text
    self.html = html
    self.storedName = storedName
    self.unsubscribe = unsubscribe
  }

  /// The variables the template asks for, in order of first use, without sections, partials and comments.
  package var variables: [String] {
    var seen: Set<String> = []
    return (parts.map(\.text) + [unsubscribe?.text ?? ""]).flatMap(TemplatePiece.cut).compactMap { piece in
      guard let tag = piece.tag, tag.kind == .variable, seen.insert(tag.name).inserted else { return nil }
      return tag.name
    }
  }

  /// The first tag that is more than a variable or a comment, with the part it is in and its line there.
  package var firstBlock: (part: Part, line: Int, tag: String)? {
    for (name, part) in parts {
      for case .tag(let tag) in TemplatePiece.cut(part) {
        switch tag.kind {
        case .section, .inverted, .end, .other: return (name, tag.line, String(tag.source))
        case .variable, .comment, .item, .unclosed: break
        }
      }
    }
    return nil
  }

  private var parts: [(name: Part, text: String)] {
    [(.subject, subject), (.text, text ?? ""), (.html, html ?? "")]
  }
}
