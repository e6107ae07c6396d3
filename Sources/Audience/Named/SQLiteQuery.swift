import Foundation
import GRDB
import GRDBSQLite
package import Model
import SQLiteKit

/// Reads an audience from a SQLite file of somebody else's: it is opened for reading only, values are bound, and rows are taken
/// one after the other.
package enum SQLiteQuery {
  /// Runs a query and hands over its rows, which are gone when the body returns.
  ///
  /// - Parameters:
  ///   - query: one statement, with `:name` for each value.
  ///   - limit: how long all of it may take.
  /// - Throws: ``NamedAudienceError``, ``CSVError`` when the columns have no usable names, and what the body throws.
  package static func read<Result>(
    path: String, query: String, values: [AudienceChoice.Value], limit: Duration,
    _ body: (SQLiteRows) throws -> Result
  ) throws -> Result {
    guard access(path, F_OK) == 0 else { throw NamedAudienceError.database("there is no file \(path)") }
    do {
      return try Examination.open(path) { queue in
        try Examination.read(queue, within: limit) { db in
          let statement = try single(query, db)
          // What gives no rows is not run.
          guard statement.columnCount > 0 else { throw NamedAudienceError.notAQuery }
          try bind(values, to: statement)
          return try body(SQLiteRows(statement))
        }
      }
    } catch let error as DatabaseError {
      if error.resultCode == .SQLITE_INTERRUPT { throw NamedAudienceError.tooSlow(limit) }
      throw NamedAudienceError.database("\(error.message ?? "SQLite error \(error.resultCode.rawValue)")")
    }
  }

  private static func single(_ query: String, _ db: Database) throws -> Statement {
    do { return try db.makeStatement(sql: query) } catch let error as DatabaseError
      where error.resultCode == .SQLITE_MISUSE
    {
      throw NamedAudienceError.severalStatements
    }
  }

  private static func bind(_ values: [AudienceChoice.Value], to statement: Statement) throws {
    let raw = statement.sqliteStatement
    // Each with the mark before it; `?` has no name.
    let asked = Set(
      (0..<sqlite3_bind_parameter_count(raw)).map { index in
        sqlite3_bind_parameter_name(raw, index + 1).map { String(String(cString: $0).dropFirst()) } ?? "?"
      })
    guard asked == Set(values.map(\.name)) else {
      throw NamedAudienceError.parameters(asked: asked.sorted(), described: values.map(\.name))
    }
    let bound = values.map { value -> (String, (any DatabaseValueConvertible)?) in
      switch value.value {
      case .text(let text): (value.name, text)
      case .integer(let number): (value.name, number)
      case .decimal(let number): (value.name, number)
      }
    }
    try statement.setArguments(StatementArguments(Dictionary(uniqueKeysWithValues: bound)))
  }
}

/// The rows of a query.
package struct SQLiteRows: TableRows {
  package let header: [String]
  private let cursor: RowCursor

  init(_ statement: Statement) throws {
    header = try TableHeader.checked(statement.columnNames)
    cursor = try Row.fetchCursor(statement)
  }

  package func next() throws -> [String]? {
    guard let row = try cursor.next() else { return nil }
    return header.indices.map { Self.text(row[$0] as DatabaseValue) }
  }

  /// A value as a template shows it: nothing for NULL.
  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: ""
    case .int64(let number): String(number)
    case .double(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .string(let text): text
    case .blob(let data): String(decoding: data, as: UTF8.self)
    }
  }
}
