package import Words

/// Why an effect failed.
package struct Problem: Equatable, Sendable {
  /// What is wrong and what to do about it.
  package var text: ProblemText
  /// What was told of it where it happened, in its own words: a path, who holds a lock, an answer of AWS's.
  package var detail: String?

  /// Makes a problem.
  package init(_ text: ProblemText, detail: String? = nil) {
    self.text = text
    self.detail = detail
  }

  /// Both in one line.
  func line(_ words: any Words) -> String {
    [words.problem(text), detail].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

/// What a command did.
package struct CommandResult: Equatable, Sendable {
  /// Messages, letters or recipients it acted on.
  package var count: Int
  /// What else there is to say.
  package var note: CommandNote?

  /// Makes an outcome.
  package init(count: Int, note: CommandNote? = nil) {
    self.count = count
    self.note = note
  }
}
