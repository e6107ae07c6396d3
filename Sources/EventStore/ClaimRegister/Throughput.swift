import GRDB
import Model

/// Counts what passes in each second, for the rates on the screen of every process.
struct Throughput {
  /// Messages the provider took; events that were stored; messages that arrived, and that failed, by what was stored.
  var accepted = 0, ingested = 0, delivered = 0, failed = 0

  /// Seconds that are kept.
  static let secondsKept: Int64 = 600

  func add(to db: Database, now: Timestamp) throws {
    let second = now.milliseconds / 1000
    try db.cachedStatement(
      sql: """
        INSERT INTO throughput (second, accepted, ingested, delivered, failed) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET accepted = accepted + excluded.accepted, ingested = ingested + excluded.ingested,
          delivered = delivered + excluded.delivered, failed = failed + excluded.failed
        """
    ).execute(arguments: [second, accepted, ingested, delivered, failed])
    try db.cachedStatement(sql: "DELETE FROM throughput WHERE second < ?")
      .execute(arguments: [second - Self.secondsKept])
  }
}
