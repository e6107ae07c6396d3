import GRDB
package import Model

/// What processes on this store cannot use at the moment: a dashboard tells of the worker's faults too.
extension EventStore {
  /// Puts a process's faults in place of those it reported before.
  ///
  /// - Parameter process: a name no other process has.
  /// - Throws: ``StoreError``.
  package func report(_ faults: [ComponentFault], by process: String, now: Timestamp) async throws {
    try await write { db in
      try db.execute(sql: "DELETE FROM trouble WHERE process = ?", arguments: [process])
      for fault in faults {
        try db.execute(
          sql: "INSERT INTO trouble (process, link, since, problem, seenAt) VALUES (?, ?, ?, ?, ?)",
          arguments: [
            process, fault.component, fault.since.milliseconds, fault.problem.stored,
            now.milliseconds,
          ])
      }
    }
  }

  /// Lists what other processes reported of late.
  ///
  /// - Throws: ``StoreError``.
  package func faults(seenAfter: Timestamp, notBy process: String) async throws -> [ComponentFault] {
    try await read { db in
      try Row.fetchAll(
        db, sql: "SELECT link, since, problem FROM trouble WHERE seenAt > ? AND process <> ? ORDER BY since, link",
        arguments: [seenAfter.milliseconds, process]
      ).map {
        ComponentFault(
          component: $0["link"], since: Timestamp(milliseconds: $0["since"]),
          problem: Fault(stored: $0["problem"]))
      }
    }
  }
}
