import GRDB
import Model

/// The record of who did what, when, to which condition, to how many, with what result.
enum History {
  static func add(_ db: Database, _ entry: HistoryEntry) throws {
    try db.execute(
      sql: """
        INSERT INTO history (at, operator, action, campaign, condition, count, result) VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        entry.at.milliseconds, entry.operator, entry.action, entry.campaign?.rawValue,
        OwnRecord.stored(of: entry.condition), entry.count, OwnRecord.stored(of: entry.result),
      ])
  }
}
