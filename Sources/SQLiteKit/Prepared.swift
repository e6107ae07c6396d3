public import GRDB
public import GRDBSQLite

/// A cached statement bound and stepped through SQLite's C interface.
///
/// GRDB's own `execute(arguments:)` boxes every value; on the paths that run several times a message this is most of
/// the cost. Binding and reading are inlined into their callers: they are 130 calls a message of a campaign. Used there and nowhere else, on the connection's own thread, and reset after each use: a statement left open
/// would keep its transaction from ending.
/// <https://www.sqlite.org/c3ref/bind_blob.html>
public struct Prepared {
  @usableFromInline let statement: Statement
  @usableFromInline let raw: OpaquePointer

  /// Takes a statement from the connection's cache, or makes it.
  ///
  /// - Throws: `DatabaseError` when the SQL is wrong.
  public init(_ db: Database, _ sql: String) throws {
    statement = try db.cachedStatement(sql: sql)
    raw = statement.sqliteStatement
  }

  /// Gives a parameter its value; the first has the index 1.
  @inlinable
  public func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(raw, index, value) }
  /// Gives a parameter its value.
  @inlinable
  public func bind(_ index: Int32, _ value: Int) { sqlite3_bind_int64(raw, index, Int64(value)) }

  /// Gives a parameter its value, or NULL.
  @inlinable
  public func bind(_ index: Int32, _ value: Int64?) {
    if let value { bind(index, value) } else { sqlite3_bind_null(raw, index) }
  }

  /// Gives a parameter its value, or NULL.
  ///
  /// A NUL becomes U+FFFD (`String.replaceNULs`): SQLite would keep it, and GRDB would end the text there.
  @inlinable
  public func bind(_ index: Int32, _ value: String?) {
    guard var value else {
      sqlite3_bind_null(raw, index)
      return
    }
    value.replaceNULs()
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
  @usableFromInline static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Moves to the next row; resets the statement when there is none.
  ///
  /// - Throws: `DatabaseError`.
  @inlinable
  public func step() throws -> Bool {
    let code = sqlite3_step(raw)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE {
      sqlite3_reset(raw)
      return false
    }
    throw failure(code)
  }

  /// Runs a statement that changes rows, and counts these: what `RETURNING` would tell, without the table in memory
  /// that SQLite opens and fills for every run of a statement that has it (a tenth of a campaign's processor time).
  ///
  /// - Throws: `DatabaseError`.
  @inlinable
  public func change() throws -> Int32 {
    while try step() {}
    return sqlite3_changes(sqlite3_db_handle(raw))
  }

  @usableFromInline
  func failure(_ code: Int32) -> DatabaseError {
    let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(raw)))
    sqlite3_reset(raw)
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
  }

  /// Ends a query before its last row.
  @inlinable
  public func reset() { sqlite3_reset(raw) }

  /// Reads a column of the present row; the first has the index 0.
  @inlinable
  public func int(_ column: Int32) -> Int64 { sqlite3_column_int64(raw, column) }
  /// Tells whether a column is NULL.
  @inlinable
  public func isNull(_ column: Int32) -> Bool { sqlite3_column_type(raw, column) == SQLITE_NULL }
  /// Reads a column that may be NULL.
  @inlinable
  public func optionalInt(_ column: Int32) -> Int64? { isNull(column) ? nil : int(column) }
  /// Reads a column; empty when it is NULL.
  @inlinable
  public func text(_ column: Int32) -> String { optionalText(column) ?? "" }
  /// Reads a column that may be NULL.
  @inlinable
  public func optionalText(_ column: Int32) -> String? {
    withBytes(column) { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// Hands out a text's bytes, `nil` for NULL. They are gone with the next step or reset.
  ///
  /// As a BLOB: `sqlite3_column_text` would make a copy to put a zero behind it.
  /// <https://www.sqlite.org/c3ref/column_blob.html>
  @inlinable
  public func withBytes<Value>(_ column: Int32, _ body: (UnsafeRawBufferPointer?) -> Value) -> Value {
    if let start = sqlite3_column_blob(raw, column) {
      return body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(raw, column))))
    }
    // An empty text has no address either.
    return body(isNull(column) ? nil : UnsafeRawBufferPointer(start: nil, count: 0))
  }

  /// Tells whether a column has the same bytes as a text; NULL equals `nil` alone.
  public func equals(_ column: Int32, _ text: String?) -> Bool {
    withBytes(column) { bytes in
      guard let bytes, var text else { return bytes == nil && text == nil }
      return text.withUTF8 { $0.count == bytes.count && bytes.elementsEqual($0) }
    }
  }
}

/// Whole runs of a statement whose parameters are numbers; inlined, so that these need no array on the heap.
extension Prepared {
  /// Runs the statement and looks at every row it gives.
  ///
  /// - Throws: `DatabaseError`.
  @inlinable @inline(__always)
  public func run(_ values: Int64..., row: (Prepared) -> Void = { _ in }) throws {
    for (index, value) in values.enumerated() { bind(Int32(index + 1), value) }
    while try step() { row(self) }
  }

  /// Runs the statement with a text as its last parameter, which is not copied.
  ///
  /// - Throws: `DatabaseError`.
  @inlinable @inline(__always)
  public func run(_ values: Int64..., text: String) throws {
    for (index, value) in values.enumerated() { bind(Int32(index + 1), value) }
    let place = Int32(values.count + 1)
    var text = text
    try text.withUTF8 { bytes in
      // The bytes end here, and a statement in the cache must not keep their address.
      defer { sqlite3_bind_null(raw, place) }
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
  @inlinable @inline(__always)
  public func first(_ values: Int64...) throws -> Int64? {
    for (index, value) in values.enumerated() { bind(Int32(index + 1), value) }
    guard try step() else { return nil }
    defer { reset() }
    return int(0)
  }
}
