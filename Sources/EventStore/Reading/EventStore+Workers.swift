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
          ON CONFLICT DO UPDATE SET seenAt = excluded.seenAt, leftAt = NULL
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
  package func forgetWorker(_ process: String, now: Timestamp) async throws {
    try await write { db in
      // The last that left is remembered, those before it are not.
      try db.execute(sql: "DELETE FROM worker WHERE leftAt IS NOT NULL")
      try db.execute(
        sql: "UPDATE worker SET leftAt = ? WHERE process = ?", arguments: [now.milliseconds, process])
    }
  }

  /// Finds the process that was heard of last, whether it signed off or not; when it was, it is said to have been seen.
  ///
  /// - Throws: ``StoreError``.
  package func lastWorker() async throws -> WorkerPresence? {
    try await read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM worker ORDER BY coalesce(leftAt, seenAt) DESC LIMIT 1").map(Self.worker)
    }
  }

  private static func worker(_ row: Row) -> WorkerPresence {
    WorkerPresence(
      process: row["process"], host: row["host"], pid: row["pid"], provider: row["provider"],
      since: Timestamp(milliseconds: row["since"]),
      seenAt: Timestamp(milliseconds: row["leftAt"] ?? row["seenAt"]))
  }

  /// Lists the processes that were heard of since a time, the longest at it first.
  ///
  /// - Throws: ``StoreError``.
  package func workers(seenAfter: Timestamp) async throws -> [WorkerPresence] {
    try await read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM worker WHERE leftAt IS NULL AND seenAt > ? ORDER BY since, process",
        arguments: [seenAfter.milliseconds]
      ).map(Self.worker)
    }
  }
}
