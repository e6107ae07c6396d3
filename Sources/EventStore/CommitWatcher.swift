import GRDB

/// Notices that anybody, this process included, committed to a store.
///
/// Reads `PRAGMA data_version` on a connection of its own, because the number means something only when compared on
/// one connection: <https://www.sqlite.org/pragma.html#pragma_data_version>. Costs microseconds.
package final class CommitWatcher: Sendable {
  private let connection: DatabaseQueue
  private let path: String

  /// - Throws: ``StoreError``.
  package init(_ store: EventStore) throws {
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
  package func version() throws -> Int64 {
    do {
      // Without a transaction, which costs three statements more: nothing but the one number is read.
      return try connection.unsafeRead { db in
        try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
      }
    } catch { throw StoreError.translating(error, path: path) }
  }
}
