import GRDB
import Model

/// Counts what passes in each second, for the rates on the screen of every process.
enum Throughput {
  static func add(_ db: Database, now: Timestamp, accepted: Int, ingested: Int) throws {
    let second = now.milliseconds / 1000
    try db.cachedStatement(
      sql: """
        INSERT INTO throughput (second, accepted, ingested) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET accepted = accepted + excluded.accepted, ingested = ingested + excluded.ingested
        """
    ).execute(arguments: [second, accepted, ingested])
    try db.cachedStatement(sql: "DELETE FROM throughput WHERE second < ?").execute(arguments: [second - 600])
  }
}
