import GRDB
import Model
import SQLiteKit

/// Gathers the changes of one transaction to the counters, and writes them once at its end.
struct Counters {
  private struct Key: Hashable {
    var campaign: Int64
    var number: Int64
  }

  private var statuses: [Key: Int] = [:]
  private var failures: [Key: Int] = [:]

  /// The campaign number under which foreign messages are counted.
  static let foreign: Int64 = 0

  mutating func add(_ campaign: Int64?, status: Int, _ n: Int) {
    statuses[Key(campaign: campaign ?? Self.foreign, number: Int64(status)), default: 0] += n
  }

  mutating func add(_ campaign: Int64?, classification: Int64?, _ n: Int) {
    guard let classification else { return }
    failures[Key(campaign: campaign ?? Self.foreign, number: classification), default: 0] += n
  }

  mutating func flush(_ db: Database) throws {
    try flush(db, "statusCount", "status", statuses)
    try flush(db, "failureCount", "classification", failures)
    statuses.removeAll(keepingCapacity: true)
    failures.removeAll(keepingCapacity: true)
  }

  private func flush(_ db: Database, _ table: String, _ column: String, _ changes: [Key: Int]) throws {
    let statement = try Prepared(
      db,
      """
      INSERT INTO \(table) (campaign, \(column), n) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET n = n + excluded.n
      """)
    for (key, n) in changes where n != 0 {
      statement.bind(1, key.campaign)
      statement.bind(2, key.number)
      statement.bind(3, n)
      try statement.run()
    }
  }
}
