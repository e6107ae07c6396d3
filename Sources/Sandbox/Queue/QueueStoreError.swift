import SQLiteKit

/// Why a queue file could not be opened or set up.
package struct QueueStoreError: Error, CustomStringConvertible {
  /// The cases a caller can tell apart.
  package enum Code: String, Sendable {
    /// A newer Sendboard wrote the file.
    case newerVersion
    /// The file is not a queue store, or is damaged.
    case corrupt
    /// The file or its folder cannot be written.
    case readOnly
    /// The disk is full.
    case diskFull
    /// Other processes kept the file locked for too long.
    case busy
    /// Any other failure of the file.
    case unavailable
  }

  /// Which of the cases it is.
  package var code: Code
  /// What happened, in words, with the file's path.
  package var context: String
  /// The error below, when there is one.
  package var underlying: (any Error)?

  /// Makes an error from what happened and the error below it.
  package init(_ code: Code, context: String, underlying: (any Error)? = nil) {
    self.code = code
    self.context = context
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
    let (code, words): (Code, String) =
      switch SQLiteFault(error, path: path) {
      case .full, .failing:
        (.diskFull, "the disk of \(path) is full or fails: free some space; nothing stored was lost")
      case .readOnly, .cannotOpen:
        (.readOnly, "the queue file \(path) or its folder cannot be written; check its permissions")
      case .damaged: (.corrupt, "\(path) is damaged or not a queue file; move it away")
      case .locked(let holder):
        (.busy, "the queue file \(path) is locked by " + (holder ?? "other processes: try again"))
      case .other, nil: (.unavailable, "the queue file \(path) cannot be used")
      }
    self.init(code, context: words, underlying: error)
  }
}
