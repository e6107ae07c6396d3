import GRDB
import GRDBSQLite

/// A cached statement bound and stepped through SQLite's C interface.
///
/// GRDB's own `execute(arguments:)` boxes every value; on the paths that run several times a message this is most of
/// the cost. Used there and nowhere else, on the connection's own thread, and reset after each use: a statement left open
/// would keep its transaction from ending.
/// <https://www.sqlite.org/c3ref/bind_blob.html>
package struct Prepared {
  private let statement: Statement
  private var raw: OpaquePointer { statement.sqliteStatement }

  /// Takes a statement from the connection's cache, or makes it.
  ///
  /// - Throws: `DatabaseError` when the SQL is wrong.
  package init(_ db: Database, _ sql: String) throws { statement = try db.cachedStatement(sql: sql) }

  /// Gives a parameter its value; the first has the index 1.
  package func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(raw, index, value) }
  /// Gives a parameter its value.
  package func bind(_ index: Int32, _ value: Int) { sqlite3_bind_int64(raw, index, Int64(value)) }

  /// Gives a parameter its value, or NULL.
  package func bind(_ index: Int32, _ value: Int64?) {
    if let value { bind(index, value) } else { sqlite3_bind_null(raw, index) }
  }

  /// Gives a parameter its value, or NULL.
  package func bind(_ index: Int32, _ value: String?) {
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
  package func step() throws -> Bool {
    let code = sqlite3_step(raw)
    if code == SQLITE_ROW { return true }
    let message = code == SQLITE_DONE ? nil : String(cString: sqlite3_errmsg(sqlite3_db_handle(raw)))
    sqlite3_reset(raw)
    if code == SQLITE_DONE { return false }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
  }

  /// Ends a query before its last row.
  package func reset() { sqlite3_reset(raw) }

  /// Reads a column of the present row; the first has the index 0.
  package func int(_ column: Int32) -> Int64 { sqlite3_column_int64(raw, column) }
  /// Tells whether a column is NULL.
  package func isNull(_ column: Int32) -> Bool { sqlite3_column_type(raw, column) == SQLITE_NULL }
  /// Reads a column that may be NULL.
  package func optionalInt(_ column: Int32) -> Int64? { isNull(column) ? nil : int(column) }
  /// Reads a column; empty when it is NULL.
  package func text(_ column: Int32) -> String { optionalText(column) ?? "" }
  /// Reads a column that may be NULL.
  package func optionalText(_ column: Int32) -> String? {
    guard let characters = sqlite3_column_text(raw, column) else { return nil }
    let count = Int(sqlite3_column_bytes(raw, column))
    return String(decoding: UnsafeBufferPointer(start: characters, count: count), as: UTF8.self)
  }
}

/// Whole runs of a statement whose parameters are numbers.
extension Prepared {
  /// Runs the statement and looks at every row it gives.
  ///
  /// - Throws: `DatabaseError`.
  package func run(_ values: Int64..., row: (Prepared) -> Void = { _ in }) throws {
    defer { reset() }
    for (index, value) in values.enumerated() { bind(Int32(index + 1), value) }
    while try step() { row(self) }
  }

  /// Runs the statement with a text as its last parameter, which is not copied.
  ///
  /// - Throws: `DatabaseError`.
  package func run(_ values: Int64..., text: String) throws {
    for (index, value) in values.enumerated() { bind(Int32(index + 1), value) }
    let place = Int32(values.count + 1)
    var text = text
    try text.withUTF8 { bytes in
      defer {
        reset()
        // The bytes end here, and a statement in the cache must not keep their address.
        sqlite3_bind_null(raw, place)
      }
      // An empty buffer may have no address, and a null pointer would bind NULL.
      if let start = bytes.baseAddress, !bytes.isEmpty {
        start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          // A nil destructor is SQLITE_STATIC.
          _ = sqlite3_bind_text(raw, place, $0, Int32(bytes.count), nil)
        }
      } else {
        bind(place, "")
      }
      while try step() {}
    }
  }

  /// Reads the first row's first column; `nil` when there is no row.
  ///
  /// - Throws: `DatabaseError`.
  package func first(_ values: Int64...) throws -> Int64? {
    defer { reset() }
    for (index, value) in values.enumerated() { bind(Int32(index + 1), value) }
    return try step() ? int(0) : nil
  }
}
