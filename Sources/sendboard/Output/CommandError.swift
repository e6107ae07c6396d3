/// A failure of a command: one line that says what, where, and what to do about it.
struct CommandError: Error, CustomStringConvertible {
  var description: String
  var underlying: (any Error)?

  init(_ description: String, underlying: (any Error)? = nil) {
    self.description = description
    self.underlying = underlying
  }
}
