import Foundation
import GRDB
import Model

extension EventStore {
  /// What an examination found of a store that can be used.
  package enum Examination: Equatable, Sendable {
    /// Nothing is in it: it becomes a store when it is first opened.
    case empty
    /// Every page was looked at.
    case whole
    /// It was too large to look at every page in the time there was.
    case partly
    /// An earlier version made it: it is brought up to date when it is next opened.
    case older
  }

  /// Looks at a store without changing it: is it one, can this version read it, and is it whole (`PRAGMA quick_check`,
  /// <https://www.sqlite.org/pragma.html#pragma_quick_check>).
  ///
  /// Blocks its thread.
  ///
  /// - Parameter limit: how long to look at its pages.
  /// - Throws: ``StoreError`` with what is wrong with it.
  package static func examine(path: String, within limit: Duration) throws -> Examination {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(2)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      // Closing can only fail while statements run.
      defer { try? queue.close() }
      let isCurrent = try queue.read { db in
        try refuseForeign(db, path: path) > 0 ? try Schema.migrator.hasCompletedMigrations(db) : nil
      }
      guard let isCurrent else { return .empty }
      // In stores of before version 4 SQLite 3.40 takes a table without row ids for damaged whose key's columns do not
      // come first.
      guard try queue.isWhole(path, leavingOut: isCurrent ? nil : "priorAttempt", within: limit) else { return .partly }
      return isCurrent ? .whole : .older
    } catch { throw StoreError.translating(error, path: path) }
  }
}

extension DatabaseQueue {
  /// Checks every page, but for one table's; false when the time was over before.
  fileprivate func isWhole(_ path: String, leavingOut table: String?, within limit: Duration) throws -> Bool {
    let end = DispatchWorkItem { self.interrupt() }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit.seconds, execute: end)
    defer { end.cancel() }
    do {
      let found = try read { db in
        guard let table else { return try String.fetchAll(db, sql: "PRAGMA quick_check(3)") }
        return try String.fetchAll(
          db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> ?", arguments: [table]
        ).flatMap { try String.fetchAll(db, sql: "PRAGMA quick_check(\($0.quotedDatabaseIdentifier))") }
      }
      guard let problem = found.first(where: { $0 != "ok" }) else { return true }
      throw StoreError(
        .corrupt,
        "the store \(path) is damaged (\(problem.replacing("\n", with: " "))): move it aside or restore a copy")
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT { return false }
  }
}

extension Duration {
  fileprivate var seconds: Double { self / .seconds(1) }
}
