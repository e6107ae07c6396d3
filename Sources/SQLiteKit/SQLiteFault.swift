import GRDB

/// What went wrong with a database file, by SQLite's result codes (<https://www.sqlite.org/rescode.html>); each store has its
/// own words for it.
package enum SQLiteFault: Equatable, Sendable {
  /// The disk is full.
  case full
  /// The disk does not do what it is told; with SQLite's name for it.
  case failing(String)
  /// The file may be read but not written.
  case readOnly
  /// The file cannot be opened, or not with these rights.
  case cannotOpen
  /// It is damaged, or no database.
  case damaged
  /// Another process kept it locked for too long; with who that is, where the kernel tells.
  case locked(LockHolder?)
  /// Any other failure, in SQLite's words.
  case other(String)

  /// Reads an error of the database; `nil` when it is not one.
  ///
  /// - Parameter path: the file.
  package init?(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else { return nil }
    switch error.resultCode {
    case .SQLITE_FULL: self = .full
    case .SQLITE_IOERR: self = .failing("\(error.extendedResultCode)")
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(LockHolder.holding(database: path))
    default: self = .other(error.message ?? error.resultCode.description)
    }
  }
}
