/// What was done with dead letters before something went wrong.
package struct LetterRun: Hashable, Sendable {
  /// What was to be done with them.
  package enum Deed: CaseIterable, Sendable {
    case redrive, discard
  }

  /// What was to be done.
  package var deed: Deed
  /// Letters it was done with.
  package var done: Int
  /// Those of them that could not be deleted and may be listed still.
  package var remnants: Int
  /// Letters it was not done with.
  package var refused: Int

  /// Makes a value from its parts.
  package init(_ deed: Deed, done: Int, remnants: Int = 0, refused: Int = 0) {
    self.deed = deed
    self.done = done
    self.remnants = remnants
    self.refused = refused
  }

  /// What the log and the command line say.
  package var sentence: String {
    let deed =
      switch self.deed {
      case .redrive: "redriven"
      case .discard: "discarded"
      }
    var words = ["\(done) dead \(done == 1 ? "letter was" : "letters were") \(deed)"]
    if remnants > 0 { words.append("\(remnants) of them could not be deleted and may be listed still") }
    if refused > 0 { words.append("\(refused) more could not be") }
    return words.joined(separator: "; ")
  }
}
