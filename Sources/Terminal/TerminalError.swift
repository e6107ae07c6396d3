/// Says why the screen could not be opened.
package struct TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Names the reason.
  package enum Code: String, Hashable, Sendable {
    /// Input or output is a file or a pipe.
    case notATerminal
    /// `TERM` names nothing that the terminal database knows, or there is no database.
    case unknownTerminal
    /// The terminal cannot move its cursor.
    case incapableTerminal
    /// There is no UTF-8 locale.
    case noUTF8
    /// The system refused something else.
    case system
  }

  /// Names the reason.
  package let code: Code
  /// Says what exactly was found.
  package let context: String
  /// Holds `errno` where the system gave one.
  package let underlying: Int32?

  /// Makes an error.
  package init(code: Code, context: String, underlying: Int32? = nil) {
    self.code = code
    self.context = context
    self.underlying = underlying
  }

  /// Says what is wrong and what to do about it, in one line.
  package var description: String {
    switch code {
    case .notATerminal:
      "\(context) is not a terminal: run the dashboard in one"
    case .unknownTerminal:
      "the terminal type \(context) is unknown: set TERM, as in TERM=xterm-256color, or install ncurses-term"
    case .incapableTerminal:
      "the terminal type \(context) cannot move its cursor: set TERM, as in TERM=xterm-256color"
    case .noUTF8:
      "no UTF-8 locale is installed (\(context)): install C.UTF-8"
    case .system:
      "the terminal could not be set up: \(context)\(underlying.map { " (errno \($0))" } ?? "")"
    }
  }
}
