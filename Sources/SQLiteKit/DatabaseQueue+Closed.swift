public import GRDB

extension DatabaseQueue {
  /// Reads in a transaction, and throws when the connection was closed, where `read` would end the process: it asks SQLite
  /// about a connection that is not there. A process that ends closes its files while somebody may still look.
  ///
  /// - Throws: `DatabaseError`.
  public func readUnlessClosed<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try await unsafeRead { db in try db.readingUnlessClosed(body) }
  }

  /// Reads in a transaction, and throws when the connection was closed.
  ///
  /// - Throws: `DatabaseError`.
  public func readUnlessClosed<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try unsafeRead { db in try db.readingUnlessClosed(body) }
  }
}

extension Database {
  fileprivate func readingUnlessClosed<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard sqliteConnection != nil else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the connection is closed")
    }
    try execute(sql: "BEGIN")
    do {
      let value = try body(self)
      try execute(sql: "COMMIT")
      return value
    } catch {
      if isInsideTransaction { try? execute(sql: "ROLLBACK") }
      throw error
    }
  }
}
