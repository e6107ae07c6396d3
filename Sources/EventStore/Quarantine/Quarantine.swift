import Foundation
import GRDB
import Model

/// Keeps input that could not be understood.
enum Quarantine {
  /// - Returns: `false` when the same bytes are kept already.
  static func add(_ db: Database, _ input: UnreadableInput, now: Timestamp) throws -> Bool {
    let key = StableHash.hash(utf8: input.body)
    let body = Data(input.body)
    let isKnown = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM quarantine WHERE bodyKey = ? AND body = ?)", arguments: [key, body])
    if isKnown == true { return false }
    try db.execute(
      sql: "INSERT INTO quarantine (at, error, body, bodyKey) VALUES (?, ?, ?, ?)",
      arguments: [now.milliseconds, IntakeProblem.stored(of: input.error), body, key])
    return true
  }
}
