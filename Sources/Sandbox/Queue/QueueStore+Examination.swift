import GRDB
import SQLiteKit
import Model

extension QueueStore {
  /// Looks at a queue file without changing it: is it one, can this version read it, and is it whole (`PRAGMA
  /// quick_check`).
  ///
  /// Blocks its thread.
  ///
  /// - Parameter limit: how long to look at its pages.
  /// - Returns: false when it was too large to look at every page in the time there was.
  /// - Throws: ``QueueStoreError`` with what is wrong with it.
  package static func examine(path: String, within limit: Duration) throws -> Bool {
    do {
      return try Examination.open(path) { queue in
        _ = try queue.read { db in try QueueSchema.check(db, path: path) }
        switch try Examination.pages(of: queue, within: limit) {
        case .whole: return true
        case .partly: return false
        case .damaged(let problem):
          throw QueueStoreError(.corrupt, context: "the queue file \(path) is damaged (\(problem))")
        }
      }
    } catch { throw QueueStoreError(error, path: path) }
  }
}
