import Foundation
import GRDB
import Model

extension EventStore {
  /// What an examination found of a store that can be used.
  public enum Examination: Equatable, Sendable {
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
  public static func examine(path: String, within limit: Duration) throws -> Examination {
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
      guard try queue.isWhole(path, within: limit) else { return .partly }
      return isCurrent ? .whole : .older
    } catch { throw StoreError.translating(error, path: path) }
  }
}

extension DatabaseQueue {
  /// Checks every page; false when the time was over before.
  fileprivate func isWhole(_ path: String, within limit: Duration) throws -> Bool {
    let end = DispatchWorkItem { self.interrupt() }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit.seconds, execute: end)
    defer { end.cancel() }
    do {
      let found = try read { db in try String.fetchAll(db, sql: "PRAGMA quick_check(3)") }
      guard found == ["ok"] else {
        throw StoreError(
          .corrupt,
          "the store \(path) is damaged (\(found.joined(separator: "; ").replacing("\n", with: " "))): move it aside or "
            + "restore a copy")
      }
      return true
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT { return false }
  }
}

extension Duration {
  fileprivate var seconds: Double { self / .seconds(1) }
}
