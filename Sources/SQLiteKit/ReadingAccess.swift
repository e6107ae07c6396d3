import Foundation
import GRDB

/// How a WAL database is opened by somebody who writes nothing, where perhaps nothing may be written.
///
/// SQLite reads such a database together with its `-shm` file, which it makes where it is missing; where that cannot be, only
/// a database that is taken for immutable opens (<https://www.sqlite.org/wal.html#read_only_databases>). An immutable one is
/// read without locks and without its log: while somebody writes it, that would show nonsense. So it is the last resort, for
/// a database with no log beside it: whoever had it open has left it in order.
package struct ReadingAccess: Sendable {
  /// What to open: the path, or a URI that says more. SQLite reads URIs where it was built so, as Debian's and Apple's are.
  package let name: String
  /// Whether it is shown as it was left, and nothing that is written meanwhile, by whomever, is seen.
  package let isFrozen: Bool

  /// Why a database cannot be read where it is.
  package enum Obstacle: Error {
    /// Its log has what it does not, and cannot be read without the file that may not be made.
    case unfoldedLog
  }

  /// Finds a way to read a database.
  ///
  /// Blocks its thread.
  ///
  /// - Throws: ``Obstacle``; `DatabaseError`.
  package init(to path: String) throws {
    do {
      try Self.look(path)
      (name, isFrozen) = (path, false)
    } catch let error as DatabaseError where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
      guard access(path, R_OK) == 0 else { throw error }
      var log = stat()
      // One that may not be read says nothing of what is in it.
      if stat(path + "-wal", &log) == 0, log.st_size > 0 { throw Obstacle.unfoldedLog }
      let name = "file:\(Self.escaped(path))?immutable=1"
      try Self.look(name)
      (self.name, isFrozen) = (name, true)
    }
  }

  private static func look(_ name: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    let queue = try DatabaseQueue(path: name, configuration: configuration)
    // Closing can only fail while statements run.
    defer { try? queue.close() }
    _ = try queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") }
  }

  /// The absolute path with what means something in a URI written as numbers (<https://www.sqlite.org/uri.html>).
  private static func escaped(_ path: String) -> String {
    let whole = URL(fileURLWithPath: path).standardizedFileURL.path
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    return whole.utf8.reduce(into: "") { text, byte in
      if plain.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
  }
}
