import Dispatch
package import GRDB

/// Looks at databases without changing them.
package enum Examination {
  /// What a look at a database's pages found.
  package enum Pages: Equatable, Sendable {
    /// Every page was looked at.
    case whole
    /// The time was over before.
    case partly
    /// What is wrong, in one line.
    case damaged(String)
  }

  /// Opens a database for a look, and closes it again. Waits two seconds for locks, on its thread.
  ///
  /// - Throws: what the look throws; `DatabaseError`.
  package static func open<Finding>(_ path: String, _ look: (DatabaseQueue) throws -> Finding) throws -> Finding {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    // Closing can only fail while statements run.
    defer { try? queue.close() }
    return try look(queue)
  }

  /// Checks every page (`PRAGMA quick_check`, <https://www.sqlite.org/pragma.html#pragma_quick_check>).
  ///
  /// - Parameters:
  ///   - table: is left out.
  ///   - limit: how long to look.
  /// - Throws: `DatabaseError`.
  package static func pages(
    of queue: DatabaseQueue, leavingOut table: String? = nil, within limit: Duration
  ) throws -> Pages {
    do {
      let found = try read(queue, within: limit) { db in
        guard let table else { return try String.fetchAll(db, sql: "PRAGMA quick_check(3)") }
        return try String.fetchAll(
          db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> ?", arguments: [table]
        ).flatMap { try String.fetchAll(db, sql: "PRAGMA quick_check(\($0.quotedDatabaseIdentifier))") }
      }
      let problems = found.filter { $0 != "ok" }
      return problems.isEmpty ? .whole : .damaged(problems.joined(separator: "; ").replacing("\n", with: " "))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT { return .partly }
  }

  /// Reads, for so long at most.
  ///
  /// - Throws: what the look throws; `DatabaseError` with the code `SQLITE_INTERRUPT` when the time was over before.
  package static func read<Finding>(
    _ queue: DatabaseQueue, within limit: Duration, _ look: (Database) throws -> Finding
  ) throws -> Finding {
    let end = DispatchWorkItem { queue.interrupt() }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit / .seconds(1), execute: end)
    defer { end.cancel() }
    return try queue.read(look)
  }
}
