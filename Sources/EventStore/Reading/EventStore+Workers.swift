import GRDB
package import Model

/// Who sends from this store: a campaign that stands still for want of a worker is told apart from one that waits.
extension EventStore {
  /// Says that a process sends, and is alive at that time.
  ///
  /// - Throws: ``StoreError``.
  package func report(_ worker: WorkerPresence) async throws {
    try await write { db in
      try db.execute(
        sql: """
          INSERT INTO worker (process, host, pid, provider, since, seenAt) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET seenAt = excluded.seenAt
          """,
        arguments: [
          worker.process, worker.host, worker.pid, worker.provider, worker.since.milliseconds,
          worker.seenAt.milliseconds,
        ])
      // What was killed could not sign off.
      let day: Int64 = 86_400_000
      try db.execute(sql: "DELETE FROM worker WHERE seenAt < ?", arguments: [worker.seenAt.milliseconds - day])
    }
  }

  /// Says that a process has stopped sending.
  ///
  /// - Throws: ``StoreError``.
  package func forgetWorker(_ process: String) async throws {
    try await write { db in try db.execute(sql: "DELETE FROM worker WHERE process = ?", arguments: [process]) }
  }

  /// Lists the processes that were heard of since a time, the longest at it first.
  ///
  /// - Throws: ``StoreError``.
  package func workers(seenAfter: Timestamp) async throws -> [WorkerPresence] {
    try await read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM worker WHERE seenAt > ? ORDER BY since, process", arguments: [seenAfter.milliseconds]
      ).map {
        WorkerPresence(
          process: $0["process"], host: $0["host"], pid: $0["pid"], provider: $0["provider"],
          since: Timestamp(milliseconds: $0["since"]), seenAt: Timestamp(milliseconds: $0["seenAt"]))
      }
    }
  }
}
