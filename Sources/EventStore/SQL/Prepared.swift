import GRDB
import GRDBSQLite

/// A cached statement bound and stepped through SQLite's C interface.
///
/// GRDB's own `execute(arguments:)` boxes every value; on the paths that run several times a message this is most of
/// the cost. Used there and nowhere else.
/// <https://www.sqlite.org/c3ref/bind_blob.html>
struct Prepared {
  private let statement: Statement
  private var raw: OpaquePointer { statement.sqliteStatement }

  /// - Throws: `DatabaseError` when the SQL is wrong.
  init(_ db: Database, _ sql: String) throws { statement = try db.cachedStatement(sql: sql) }

  func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(raw, index, value) }
  func bind(_ index: Int32, _ value: Int) { sqlite3_bind_int64(raw, index, Int64(value)) }

  func bind(_ index: Int32, _ value: Int64?) {
    if let value { bind(index, value) } else { sqlite3_bind_null(raw, index) }
  }

  func bind(_ index: Int32, _ value: String?) {
    guard var value else {
      sqlite3_bind_null(raw, index)
      return
    }
    value.withUTF8 { bytes in
      // An empty buffer may have no address, and a null pointer would bind NULL.
      guard let start = bytes.baseAddress, !bytes.isEmpty else {
        sqlite3_bind_text(raw, index, "", 0, Self.copied)
        return
      }
      start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        _ = sqlite3_bind_text(raw, index, $0, Int32(bytes.count), Self.copied)
      }
    }
  }

  /// Tells SQLite to copy the text (`SQLITE_TRANSIENT`).
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Moves to the next row; resets the statement when there is none.
  ///
  /// - Throws: `DatabaseError`.
  func step() throws -> Bool {
    let code = sqlite3_step(raw)
    if code == SQLITE_ROW { return true }
    let message = code == SQLITE_DONE ? nil : String(cString: sqlite3_errmsg(sqlite3_db_handle(raw)))
    sqlite3_reset(raw)
    if code == SQLITE_DONE { return false }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
  }

  /// Runs a statement that returns no rows.
  func run() throws { while try step() {} }

  /// Ends a query before its last row.
  func reset() { sqlite3_reset(raw) }

  func int(_ column: Int32) -> Int64 { sqlite3_column_int64(raw, column) }
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(raw, column) == SQLITE_NULL }
  func optionalInt(_ column: Int32) -> Int64? { isNull(column) ? nil : int(column) }
  func text(_ column: Int32) -> String { optionalText(column) ?? "" }
  func optionalText(_ column: Int32) -> String? { sqlite3_column_text(raw, column).map { String(cString: $0) } }
}
