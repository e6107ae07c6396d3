package import Model
import Words

/// What the shell is asked to do.
package enum Effect: Equatable, Sendable {
  /// Reads what is shown. Answered with `.answered` or `.loadFailed`.
  case load(Load)
  /// Counts what a question is about. Answered with what it names, or with `.countFailed`.
  case count(Count)
  /// Changes something. Answered with `.done` or `.failed`.
  case command(Command)
  /// Lets the operator edit a quarantined document in their own editor, which has the terminal meanwhile. Answered with `.edited`.
  case edit(Int64, String)
  /// Lets the operator write a body of a draft in their own editor, which has the terminal meanwhile; what is saved there is kept
  /// in the draft at once. Answered with `.written`.
  case write(ComposeBody, Draft)
  /// Looks for the rest of a path. Answered with `.completed`.
  case complete(String)
  /// Keeps something that happened here for whoever looks later. Not answered.
  case record(LogRecord.Level, Occurrence)
  /// Tells a command under way what to do; what comes of it comes as its progress, or as its end.
  case steer(Command, Steering)
  /// Reads something only to copy it. Answered with `.gathered` or `.gatherFailed`.
  case gather(Gathering)
  /// Hands a text to the terminal's clipboard (OSC 52), which never says whether it took it. Not answered.
  case copy(String)
  /// Writes down what is being composed, instead of what was kept of it. Answered when it fails, with `.draftNotKept`.
  case keep(Draft)
  /// Gives a draft up. Answered as `keep` is.
  case drop(Draft.ID)
  /// Remembers what was typed, by the names of the fields, for when it is asked for again. Not answered.
  case remember([String: String])
  /// Nobody waits any more for the recipients that are being counted. Not answered.
  case stopCounting
  /// Asks for a graceful end: what is in flight finishes or is given back. Asked once, and not answered.
  case quit
}
