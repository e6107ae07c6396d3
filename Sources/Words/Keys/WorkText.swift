/// Work that takes long, and what is written to files: how it is asked for, how far it is, and what came of it.
package enum WorkText: Equatable, Sendable {
  /// Asks where to: `export 2 messages to: `.
  case exportTo(Exported)
  case noExport, fileNeeded
  case replace(String), replaceMeans, replaceVerb
  /// The box of what is under way.
  case title
  /// How far it is; of how much where that is known.
  case done(Int, of: Int?)
  case paused, stop, pause, goOn, close, nothingUnderWay, cannotBeStopped
  /// What the keys of the box are.
  case keys(canPause: Bool)
  // Editing a document.
  case cannotBeEdited, lettersAreNotEdited, editorFailed, textKept(String), notChanged, stillNotUnderstood(String)
  case storeEdited(String), storedAs(Int), storeVerb
  /// What it is called with how far it is, in one line.
  case underWay(String, Int, of: Int?)

  /// What a file is to hold.
  package enum Exported: Equatable, Sendable {
    /// So many messages; `nil` for all that a filter shows, which nobody has counted.
    case messages(Int?)
    /// The recipients of so many dead letters.
    case recipients(letters: Int)
    /// So many entries of the operators' record.
    case entries(Int)
    case documents(Int)
    /// Whom a launch would leave out, keep back, or send to without a value.
    case remarks
  }
}
