import GRDB
import Model
import SQLiteKit

/// The list within a transaction.
struct SuppressionList {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Why nothing is sent to an address now; `nil` when it is not on the list.
  func cause(of address: String, now: Timestamp) throws -> Suppression.Cause? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT cause FROM suppression WHERE mailbox = ? AND (until IS NULL OR until > ?)"),
      arguments: [address.mailboxKey, now.milliseconds])
    return try row?.known("cause")
  }

  /// What is said of an address now; `nil` when it is not on the list.
  static func entry(_ db: Database, _ address: String, now: Timestamp) throws -> Suppression? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM suppression WHERE mailbox = ? AND (until IS NULL OR until > ?)"),
      arguments: [address.mailboxKey, now.milliseconds]
    ).map(Suppression.init(row:))
  }

  /// Whether nobody is on it: then no address has to be looked up.
  func isEmpty() throws -> Bool {
    try Bool.fetchOne(db.cachedStatement(sql: "SELECT NOT EXISTS (SELECT 1 FROM suppression)")) ?? true
  }

  /// Whether an operator wants this one message to be sent all the same.
  func isExempt(_ message: MessageID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM suppressionExemption WHERE message = ?)"),
      arguments: [message.rawValue]) ?? false
  }

  /// Has one message be sent whatever the list says; who wanted it stands in the history.
  func exempt(_ message: MessageID) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO suppressionExemption (message) VALUES (?)")
      .execute(arguments: [message.rawValue])
  }

  /// Puts an address on the list; of what is said of it there already, what is graver stays and what lasts longer.
  ///
  /// - Returns: whether it was not on it.
  @discardableResult
  func add(_ new: Suppression, now: Timestamp) throws -> Bool {
    let old = try Self.entry(db, new.address, now: now)
    let entry = old?.joined(by: new) ?? new
    guard entry != old else { return false }
    try db.cachedStatement(
      sql: """
        INSERT INTO suppression (mailbox, address, cause, since, until, operator, note) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (mailbox) DO UPDATE SET address = excluded.address, cause = excluded.cause, since = excluded.since,
          until = excluded.until, operator = excluded.operator, note = excluded.note
        """
    ).execute(arguments: [
      entry.id, entry.address, entry.cause.rawValue, entry.since.milliseconds, entry.until?.milliseconds, entry.by,
      entry.note,
    ])
    return old == nil
  }
}

extension Suppression {
  init(row: Row) throws {
    self.init(
      address: row["address"], cause: try row.known("cause"), since: Timestamp(milliseconds: row["since"]),
      until: (row["until"] as Int64?).map(Timestamp.init(milliseconds:)), by: row["operator"], note: row["note"])
  }
}
