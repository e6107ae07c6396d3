package import Model

/// A body that may be written in the form itself.
package enum ComposeBody: String, Equatable, Sendable {
  case text, html
}

/// The rest of a path that was typed.
package struct PathCompletion: Equatable, Sendable {
  /// What was typed.
  package var typed: String
  /// The same as far as all that fits goes on alike; a folder ends with a slash.
  package var text: String
  /// The first of what fits, when it is more than one.
  package var choices: [String]

  /// Makes a value.
  package init(typed: String, text: String, choices: [String] = []) {
    (self.typed, self.text, self.choices) = (typed, text, choices)
  }
}

extension Draft {
  /// What was written for a body.
  package func text(of body: ComposeBody) -> String { entries[body.rawValue] ?? "" }

  /// The draft with another text for a body.
  package func with(_ text: String, as body: ComposeBody, at moment: Timestamp) -> Draft {
    var draft = self
    draft.entries[body.rawValue] = text
    draft.changedAt = moment
    return draft
  }
}
