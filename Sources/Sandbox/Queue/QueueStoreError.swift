package import Model
import SQLiteKit

/// Why a queue file could not be opened or set up.
package struct QueueStoreError: Error, CustomStringConvertible {
  /// The cases a caller can tell apart.
  package typealias Code = QueueFileProblem

  /// Which of the cases it is.
  package var code: Code
  /// What happened, in words for a log and a command line, with the file's path.
  package var context: String
  /// The same for a screen.
  package var fault: Fault
  /// The error below, when there is one.
  package var underlying: (any Error)?

  /// Makes an error from what happened and the error below it.
  package init(_ code: Code, context: String, underlying: (any Error)? = nil) {
    self.code = code
    self.context = context
    fault = .said(context)
    self.underlying = underlying
  }

  /// What happened, and the error below it.
  package var description: String { context + (underlying.map { " (\($0))" } ?? "") }
}

extension QueueStoreError {
  /// Names an error of SQLite in our words.
  init(_ error: any Error, path: String) {
    if let known = error as? QueueStoreError {
      self = known
      return
    }
    let fault = SQLiteFault(error, path: path)
    let (code, said): (Code, String) =
      switch fault {
      case .full: (.diskFull, "")
      case .failing(let name): (.diskFull, name)
      case .readOnly, .cannotOpen: (.readOnly, "")
      case .damaged: (.corrupt, "")
      case .locked(let holder): (.busy, holder?.brief ?? "")
      case .other(let words): (.unavailable, words)
      case nil: (.unavailable, "\(error)")
      }
    self.code = code
    self.fault = .queueFile(code, path: path, said: said)
    context = Fault.queueFile(code, path: path, said: "").sentence
    if case .locked(let holder?) = fault { context = "the queue file \(path) is locked by \(holder.description)" }
    underlying = error
  }
}
