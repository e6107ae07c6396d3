import GRDB
import GRDBSQLite

/// A cached statement bound through SQLite's own interface: GRDB's arguments box every value, which the hot paths of a
/// queue feel.
///
/// Used on the connection's own dispatch queue only, and reset after each use: a statement left open would keep its
/// transaction from ending. <https://www.sqlite.org/c3ref/bind_blob.html>
struct BoundStatement {
  private let statement: Statement
  private let pointer: OpaquePointer

  init(_ sql: String, _ db: Database) throws {
    statement = try db.cachedStatement(sql: sql)
    pointer = statement.sqliteStatement
  }

  /// Runs the statement for every row it gives.
  func run(_ values: Int64..., row: (borrowing Columns) -> Void = { _ in }) throws {
    defer { sqlite3_reset(pointer) }
    for (index, value) in values.enumerated() { sqlite3_bind_int64(pointer, CInt(index + 1), value) }
    try step(row)
  }

  /// Runs the statement with a text as its last parameter.
  func run(_ values: Int64..., text: String) throws {
    for (index, value) in values.enumerated() { sqlite3_bind_int64(pointer, CInt(index + 1), value) }
    var text = text
    try text.withUTF8 { bytes in
      defer { sqlite3_reset(pointer) }
      // Not copied (a nil destructor is SQLITE_STATIC): the bytes outlive the step.
      try bytes.withMemoryRebound(to: CChar.self) { characters in
        let code = sqlite3_bind_text(
          pointer, CInt(values.count + 1), characters.baseAddress, CInt(characters.count), nil)
        guard code == SQLITE_OK else { throw error(code) }
      }
      try step { _ in }
    }
  }

  /// Reads the first row's first column.
  func first(_ values: Int64...) throws -> Int64? {
    defer { sqlite3_reset(pointer) }
    for (index, value) in values.enumerated() { sqlite3_bind_int64(pointer, CInt(index + 1), value) }
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return sqlite3_column_int64(pointer, 0)
    case SQLITE_DONE: return nil
    case let code: throw error(code)
    }
  }

  private func step(_ row: (borrowing Columns) -> Void) throws {
    while true {
      switch sqlite3_step(pointer) {
      case SQLITE_ROW: row(Columns(pointer: pointer))
      case SQLITE_DONE: return
      case let code: throw error(code)
      }
    }
  }

  private func error(_ code: CInt) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: sqlite3_errmsg(sqlite3_db_handle(pointer)).map { String(cString: $0) })
  }

  /// The row a statement stands at.
  struct Columns: ~Copyable {
    fileprivate let pointer: OpaquePointer

    func integer(_ index: CInt) -> Int64 { sqlite3_column_int64(pointer, index) }

    func text(_ index: CInt) -> String {
      guard let characters = sqlite3_column_text(pointer, index) else { return "" }
      let count = Int(sqlite3_column_bytes(pointer, index))
      return String(decoding: UnsafeBufferPointer(start: characters, count: count), as: UTF8.self)
    }
  }
}
