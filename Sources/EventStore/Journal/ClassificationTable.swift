import GRDB
import Model

/// Keeps each distinct classification once; rows refer to it by number.
struct ClassificationTable {
  private let db: Database
  private var byID: [Int64: Classification] = [:]

  init(_ db: Database) { self.db = db }

  /// Finds or makes the number of a classification.
  mutating func id(of classification: Classification) throws -> Int64 {
    let arguments: StatementArguments = [
      classification.kind.rawValue, classification.cause, classification.subtype, classification.smtpStatus ?? "",
    ]
    let find = "SELECT id FROM classification WHERE kind = ? AND cause = ? AND subtype = ? AND smtpStatus = ?"
    if let id = try Int64.fetchOne(db.cachedStatement(sql: find), arguments: arguments) { return id }
    try db.execute(
      sql: "INSERT INTO classification (kind, cause, subtype, smtpStatus) VALUES (?, ?, ?, ?)", arguments: arguments)
    return db.lastInsertedRowID
  }

  /// Reads the classification with a number.
  mutating func classification(_ id: Int64) throws -> Classification? {
    if let known = byID[id] { return known }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT kind, cause, subtype, smtpStatus FROM classification WHERE id = ?"),
      arguments: [id])
    let classification = row.flatMap(Classification.init(row:))
    byID[id] = classification
    return classification
  }
}

extension Classification {
  /// Reads the columns `kind`, `cause`, `subtype`, `smtpStatus`; `nil` when they are null or the kind is unknown.
  init?(row: Row) {
    guard let kind = (row["kind"] as String?).flatMap(FailureKind.init(rawValue:)) else { return nil }
    let status: String = row["smtpStatus"]
    self.init(kind: kind, cause: row["cause"], subtype: row["subtype"], smtpStatus: status.isEmpty ? nil : status)
  }

  /// The same where they are four columns in this order, from one on.
  init?(_ row: Row, from first: Int) {
    guard let kind = (row[first] as String?).flatMap(FailureKind.init(rawValue:)) else { return nil }
    let status: String = row[first + 3]
    self.init(kind: kind, cause: row[first + 1], subtype: row[first + 2], smtpStatus: status.isEmpty ? nil : status)
  }
}
