import Model
import Words

/// What the shell is asked to do.
package enum Effect: Equatable, Sendable {
  /// Reads what is shown. Answered with `.answered` or `.loadFailed`.
  case load(Load)
  /// Counts what a question is about. Answered with what it names, or with `.countFailed`.
  case count(Count)
  /// Changes something. Answered with `.done` or `.failed`.
  case command(Command)
  /// Reads something only to copy it. Answered with `.gathered` or `.gatherFailed`.
  case gather(Gathering)
  /// Hands a text to the terminal's clipboard (OSC 52), which never says whether it took it. Not answered.
  case copy(String)
  /// Asks for a graceful end: what is in flight finishes or is given back. Asked once, and not answered.
  case quit
}
