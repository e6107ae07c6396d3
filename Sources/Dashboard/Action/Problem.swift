/// Why an effect failed, in the operator's words.
package struct Problem: Equatable, Sendable {
  /// What is wrong and where, such as `the store is locked by another program`.
  package var summary: String
  /// What to do about it; `nil` when there is nothing better than to wait.
  package var remedy: String?

  /// Makes a problem.
  package init(_ summary: String, remedy: String? = nil) {
    self.summary = summary
    self.remedy = remedy
  }

  /// Both in one line.
  var line: String { remedy.map { "\(summary) · \($0)" } ?? summary }
}

/// What a command did.
package struct CommandResult: Equatable, Sendable {
  /// Messages, letters or recipients it acted on.
  package var count: Int
  /// What else there is to say, such as `50 left alone: already accepted`.
  package var note: String?

  /// Makes an outcome.
  package init(count: Int, note: String? = nil) {
    self.count = count
    self.note = note
  }
}
