import Words

/// A failure of a command: one line that says what, where, and what to do about it.
struct CommandError: Error, CustomStringConvertible {
  var description: String
  var underlying: (any Error)?
  /// The same for a screen, which words it in its reader's language; `nil` for what only a command line says.
  var text: ProblemText?

  init(_ description: String, underlying: (any Error)? = nil, text: ProblemText? = nil) {
    self.description = description
    self.underlying = underlying
    self.text = text
  }

  /// - Parameter ending: what only the command line adds: flags, and what became of the command.
  init(_ text: ProblemText, ending: String = "", underlying: (any Error)? = nil) {
    self.init(Language.english.words.problem(text) + ending, underlying: underlying, text: text)
  }
}
