package import Model
import Words

/// What is written to a file from a pane.
package enum Export: Equatable, Sendable {
  /// Messages with their audience's own columns and the reasons.
  case messages(Scope)
  /// The same of the recipients of dead letters' batches.
  case recipients(DeadLetterChoice)
  /// Who did what, as far as it has a text in it.
  case history(containing: String)
  /// One quarantined document byte for byte, several as lines of JSON.
  case documents(QuarantineChoice)
  /// Whom a launch of what was counted would leave out, keep back, or send to without a value; with why.
  case remarks(Composition)
}

/// An export to a file.
package struct ExportOrder: Equatable, Sendable {
  /// What is written.
  package var what: Export
  /// Where to, as it was typed: a path from the working folder on, or one that begins with `/` or `~`.
  package var file: String
  /// How many rows it will be, where that is known.
  package var total: Int?
  /// Whether a file that is there may be replaced.
  package var replaces = false

  /// Makes an order.
  package init(_ what: Export, to file: String, total: Int? = nil, replaces: Bool = false) {
    (self.what, self.file, self.total, self.replaces) = (what, file, total, replaces)
  }
}

/// What a pane offers to write: how it is asked for, and under what name.
struct ExportOffer: Equatable, Sendable {
  var what: Export
  var named: WorkText.Exported
  /// How many rows, where that is known.
  var total: Int?
  /// What the file is called when nobody calls it otherwise, without the time and the ending.
  var name: String
  /// Its ending.
  var ending = "csv"
}

/// How far a command is that takes long.
package struct WorkProgress: Equatable, Sendable {
  /// What is done.
  package var done: Int
  /// What there is to be done, where that is known.
  package var total: Int?
  /// Whether it waits for the operator's word.
  package var isPaused: Bool

  /// Makes a value.
  package init(done: Int, total: Int? = nil, isPaused: Bool = false) {
    (self.done, self.total, self.isPaused) = (done, total, isPaused)
  }
}

/// What an operator wants of a command under way.
package enum Steering: Equatable, Sendable {
  case stop, pause, goOn
}
