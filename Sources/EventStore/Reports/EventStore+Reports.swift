import GRDB
package import Model

/// How far the reports of providers were asked for, and about what.
///
/// Crash points: reports are stored before the place moves on; between the two they are asked for again and found to be there.
/// Whoever holds the turn and dies lets it go when its lease is over; two who ask at once do no harm but to the provider.
extension EventStore {
  /// Takes the turn of asking a provider.
  ///
  /// - Parameters:
  ///   - process: tells this process from others; who has the turn keeps it.
  ///   - lease: for how long.
  /// - Returns: up to when reports were stored, where anybody asked before; `nil` when another process has the turn.
  /// - Throws: ``StoreError``.
  package func takeReportTurn(_ source: String, process: String, now: Timestamp, lease: Duration) async throws
    -> ReportTurn?
  {
    try await write { [self] db in
      let time = leaseTime(now)
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT storedUntil, process, leaseUntil, leaseBoot FROM reportTurn WHERE source = ?"),
        arguments: [source])
      if let row, row["process"] as String? != process,
        !time.isOver(until: row["leaseUntil"] as Int64?, boot: row["leaseBoot"] as Int64?)
      {
        return nil
      }
      try db.cachedStatement(
        sql: """
          INSERT INTO reportTurn (source, process, leaseUntil, leaseBoot) VALUES (?1, ?2, ?3, ?4)
          ON CONFLICT DO UPDATE SET process = excluded.process, leaseUntil = excluded.leaseUntil,
            leaseBoot = excluded.leaseBoot
          """
      ).execute(arguments: [source, process, (time.time + lease).milliseconds, time.boot])
      return ReportTurn(storedUntil: (row?["storedUntil"] as Int64?).map(Timestamp.init(milliseconds:)))
    }
  }

  /// Remembers up to when reports were stored; never back.
  ///
  /// - Throws: ``StoreError``.
  package func noteReports(_ source: String, storedUntil: Timestamp) async throws {
    try await write { db in
      try db.cachedStatement(
        sql: "UPDATE reportTurn SET storedUntil = max(coalesce(storedUntil, 0), ?) WHERE source = ?"
      ).execute(arguments: [storedUntil.milliseconds, source])
    }
  }

  /// Lets another process have the turn.
  ///
  /// - Throws: ``StoreError``.
  package func leaveReportTurn(_ source: String, process: String) async throws {
    try await write { db in
      try db.cachedStatement(sql: "UPDATE reportTurn SET leaseUntil = 0 WHERE source = ? AND process = ?")
        .execute(arguments: [source, process])
    }
  }

  /// Since when there may be something to hear of texts that have no last word, and when the latest of them was handed over;
  /// `nil` when there is none.
  ///
  /// - Parameter since: what was handed over before is given up.
  /// - Throws: ``StoreError``.
  package func openTexts(since: Timestamp) async throws -> ClosedRange<Timestamp>? {
    try await read { db in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT min(c.createdAt) AS first, max(m.updatedAt) AS last \(Self.openTexts)"),
        arguments: [since.milliseconds])
      guard let first = row?["first"] as Int64?, let last = row?["last"] as Int64? else { return nil }
      let from = max(Timestamp(milliseconds: first), since)
      return from...max(from, Timestamp(milliseconds: last))
    }
  }

  /// The requests of which nobody has heard of some text at last, with when they were made; the latest first.
  ///
  /// - Throws: ``StoreError``.
  package func openRequests(since: Timestamp, limit: Int) async throws -> [(request: String, at: Timestamp)] {
    try await read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT substr(m.providerID, 1, instr(m.providerID, '/') - 1) AS request, max(m.updatedAt) AS at
            \(Self.openTexts) AND instr(m.providerID, '/') > 1 GROUP BY 1 ORDER BY 2 DESC LIMIT ?2
            """), arguments: [since.milliseconds, limit]
      ).map { ($0["request"], Timestamp(milliseconds: $0["at"])) }
    }
  }

  /// Texts that were handed over, or may have been, and have no last word.
  private static let openTexts = """
    FROM campaign c JOIN message m ON m.campaign = c.id
      AND m.status IN (\([MessageStatus.accepted, .delayed, .uncertain, .sending].map { String($0.rawValue) }.joined(separator: ", ")))
    WHERE c.channel = 'sms' AND m.updatedAt >= ?1
    """

  /// Which of these ids a provider gave to messages of campaigns of this store.
  ///
  /// - Throws: ``StoreError``.
  package func known(providerIDs: [String]) async throws -> Set<String> {
    try await read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM message WHERE providerKey = ? AND providerID = ? AND campaign IS NOT NULL)")
      return try Set(
        providerIDs.filter {
          try Bool.fetchOne(statement, arguments: [StableHash.hash($0), $0]) ?? false
        })
    }
  }
}

/// A provider may be asked.
package struct ReportTurn: Equatable, Sendable {
  /// Up to when reports were stored; `nil` when nobody has asked before.
  package var storedUntil: Timestamp?
}
