import GRDB
import SQLiteKit
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
      let lock = try StoreLock.share(path, makes: false)
      defer { lock?.release() }
      return try SQLiteKit.Examination.open(path) { queue in
        let isCurrent = try queue.read { db in
          try refuseForeign(db, path: path) > 0 ? try Schema.migrator.hasCompletedMigrations(db) : nil
        }
        guard let isCurrent else { return .empty }
        // In stores of before version 4 SQLite 3.40 takes a table without row ids for damaged whose key's columns do not
        // come first.
        switch try SQLiteKit.Examination.pages(of: queue, leavingOut: isCurrent ? nil : "priorAttempt", within: limit) {
        case .whole: return isCurrent ? .whole : .older
        case .partly: return .partly
        case .damaged(let problem):
          throw StoreError(
            .corrupt, "the store \(path) is damaged (\(problem)): move it aside or restore a copy")
        }
      }
    } catch { throw StoreError.translating(error, path: path) }
  }
}
