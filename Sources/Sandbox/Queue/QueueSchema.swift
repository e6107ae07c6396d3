import GRDB
import Model

/// The layout of a queue file.
///
/// Each queue has three tables of its own, so that sends append to a table's end and bodies are written once:
///
/// - `message_N`: the bodies, by ascending id. Never updated.
/// - `received_N`: messages received at least once and not deleted: hidden until `visible_at`.
/// - `delayed_N`: messages sent with a delay and never received.
///
/// Times at which messages show are on the host's clock, and of the host's start that `host` names: with the next one, all
/// hidden messages show, for whoever had them is no more.
///
/// What was never received and not delayed is exactly `message_N` from the queue's `cursor` on: the first receive moves
/// the cursor past a message, so no index holds the three million that wait.
enum QueueSchema {
  /// The version this code writes and reads, in `PRAGMA user_version`.
  static let version = 2
  /// Marks the file as a queue store, in `PRAGMA application_id` ("SBQU").
  static let applicationID = 0x5342_5155

  /// Sets the file up, or checks that it is ours and not newer.
  static func prepare(_ db: Database, path: String, boot: Int64) throws {
    try db.inTransaction(.immediate) {
      let version = try check(db, path: path)
      if version == 0 {
        try db.execute(
          sql: """
            CREATE TABLE queue (
              id INTEGER PRIMARY KEY,
              name TEXT NOT NULL UNIQUE,
              next_id INTEGER NOT NULL,
              cursor INTEGER NOT NULL,
              total INTEGER NOT NULL
            ) STRICT;
            """)
      }
      if version < 2 { try db.execute(sql: "CREATE TABLE host (boot INTEGER NOT NULL) STRICT") }
      if try Int64.fetchOne(db, sql: "SELECT boot FROM host") != boot { try begin(boot, db) }
      if version != Self.version {
        try db.execute(
          sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(Self.version);")
      }
      return .commit
    }
  }

  /// Refuses a database of another program or of a newer version.
  ///
  /// - Returns: its version; 0 when it is new.
  @discardableResult
  static func check(_ db: Database, path: String) throws -> Int {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    guard isEmpty || application == applicationID else {
      throw QueueStoreError(.corrupt, context: "\(path) is a database, but not a queue file")
    }
    guard version <= Self.version else {
      throw QueueStoreError(
        .newerVersion,
        context: "\(path) was written by a newer Sendboard (version \(version), this one knows \(Self.version))")
    }
    return version
  }

  /// Shows everything that is hidden: its time is that of an earlier start of the host.
  private static func begin(_ boot: Int64, _ db: Database) throws {
    for number in try Int64.fetchAll(db, sql: "SELECT id FROM queue") {
      try db.execute(
        sql: "UPDATE received_\(number) SET visible_at = 0; UPDATE delayed_\(number) SET due_at = 0;")
    }
    try db.execute(sql: "DELETE FROM host; INSERT INTO host VALUES (\(boot));")
  }

  /// Finds a queue's number, making the queue when it is new.
  static func queueNumber(_ name: String, _ db: Database) throws -> Int64 {
    let find = "SELECT id FROM queue WHERE name = ?"
    if let number = try Int64.fetchOne(db, sql: find, arguments: [name]) { return number }
    var found: Int64 = 0
    try db.inTransaction(.immediate) {
      // Another process may have made it since the look above.
      if let number = try Int64.fetchOne(db, sql: find, arguments: [name]) {
        found = number
        return .commit
      }
      try db.execute(
        sql: "INSERT INTO queue (name, next_id, cursor, total) VALUES (?, 1, 1, 0)", arguments: [name])
      found = db.lastInsertedRowID
      try db.execute(
        sql: """
          CREATE TABLE message_\(found) (
            id INTEGER PRIMARY KEY,
            sent_at INTEGER NOT NULL,
            arrived_at INTEGER NOT NULL,
            delayed INTEGER NOT NULL,
            body TEXT NOT NULL
          ) STRICT;
          CREATE TABLE received_\(found) (
            id INTEGER PRIMARY KEY,
            visible_at INTEGER NOT NULL,
            receives INTEGER NOT NULL
          ) STRICT;
          CREATE INDEX received_\(found)_due ON received_\(found) (visible_at);
          CREATE TABLE delayed_\(found) (
            due_at INTEGER NOT NULL,
            id INTEGER NOT NULL,
            PRIMARY KEY (due_at, id)
          ) STRICT, WITHOUT ROWID;
          """)
      return .commit
    }
    return found
  }
}
