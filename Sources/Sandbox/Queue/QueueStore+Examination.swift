import Dispatch
import GRDB

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
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(2)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      // Closing can only fail while statements run.
      defer { try? queue.close() }
      _ = try queue.read { db in try QueueSchema.check(db, path: path) }
      let end = DispatchWorkItem { queue.interrupt() }
      DispatchQueue.global().asyncAfter(deadline: .now() + limit / .seconds(1), execute: end)
      defer { end.cancel() }
      let found: [String]
      do {
        found = try queue.read { db in try String.fetchAll(db, sql: "PRAGMA quick_check(3)") }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT { return false }
      guard found == ["ok"] else {
        throw QueueStoreError(
          .corrupt,
          context: "the queue file \(path) is damaged (\(found.joined(separator: "; ").replacing("\n", with: " ")))")
      }
      return true
    } catch { throw QueueStoreError(error, path: path) }
  }
}
