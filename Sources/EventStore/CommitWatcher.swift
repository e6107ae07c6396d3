import GRDB
import Synchronization

/// Notices that anybody, this process included, committed to a store.
///
/// Reads `PRAGMA data_version` on a connection of its own, because the number means something only when compared on
/// one connection: <https://www.sqlite.org/pragma.html#pragma_data_version>. Costs microseconds.
final class CommitWatcher: Sendable {
  private let connection: DatabaseQueue
  private let path: String

  /// - Throws: ``StoreError``.
  init(_ store: EventStore) throws {
    path = store.path
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.label = "sendboard.store.watcher"
      connection = try DatabaseQueue(path: store.name, configuration: configuration)
    } catch { throw StoreError.translating(error, path: store.path) }
  }

  /// Reads a number that is another one after every commit.
  ///
  /// - Throws: ``StoreError``.
  func version() throws -> Int64 {
    do {
      // Without a transaction, which costs three statements more: nothing but the one number is read.
      return try connection.unsafeRead { db in
        try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
      }
    } catch { throw StoreError.translating(error, path: path) }
  }
}

extension EventStore {
  /// Reads a number that is another one after every commit to the store, whoever makes it. Costs microseconds: whoever
  /// would look again asks this first.
  ///
  /// - Throws: ``StoreError``.
  package func commitVersion() throws -> Int64 {
    let watcher = try commits.withLock { known in
      if let known { return known }
      let made = try CommitWatcher(self)
      known = made
      return made
    }
    return try watcher.version()
  }
}
