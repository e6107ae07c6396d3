import GRDB
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
  ///
  /// <https://www.sqlite.org/rescode.html>
  init(_ error: any Error, path: String) {
    if let known = error as? QueueStoreError {
      self = known
      return
    }
    let code = (error as? DatabaseError)?.resultCode
    switch code {
    case .SQLITE_FULL, .SQLITE_IOERR:
      self.init(
        .diskFull, context: "the disk of \(path) is full or fails: free some space; nothing stored was lost",
        underlying: error)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
      self.init(
        .readOnly, context: "the queue file \(path) or its folder cannot be written; check its permissions",
        underlying: error)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self.init(.corrupt, context: "\(path) is damaged or not a queue file; move it away", underlying: error)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      let holder = LockHolder(database: path)?.description ?? "other processes: try again"
      self.init(.busy, context: "the queue file \(path) is locked by \(holder)", underlying: error)
    default:
      self.init(.unavailable, context: "the queue file \(path) cannot be used", underlying: error)
    }
  }
}
