import GRDB
import Model

/// What processes on this store cannot use at the moment: a dashboard tells of the worker's troubles too.
extension EventStore {
  /// Puts a process's troubles in place of those it reported before.
  ///
  /// - Parameter process: a name no other process has.
  /// - Throws: ``StoreError``.
  package func report(_ troubles: [Trouble], by process: String, now: Timestamp) async throws {
    try await write { db in
      try db.execute(sql: "DELETE FROM trouble WHERE process = ?", arguments: [process])
      for trouble in troubles {
        try db.execute(
          sql: "INSERT INTO trouble (process, link, since, problem, seenAt) VALUES (?, ?, ?, ?, ?)",
          arguments: [process, trouble.link, trouble.since.milliseconds, trouble.problem, now.milliseconds])
      }
    }
  }

  /// Lists what other processes reported of late.
  ///
  /// - Throws: ``StoreError``.
  package func troubles(seenAfter: Timestamp, notBy process: String) async throws -> [Trouble] {
    try await read { db in
      try Row.fetchAll(
        db, sql: "SELECT link, since, problem FROM trouble WHERE seenAt > ? AND process <> ? ORDER BY since, link",
        arguments: [seenAfter.milliseconds, process]
      ).map { Trouble(link: $0["link"], since: Timestamp(milliseconds: $0["since"]), problem: $0["problem"]) }
    }
  }
}
