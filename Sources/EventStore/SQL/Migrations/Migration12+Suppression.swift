import GRDB

extension Schema {
  /// The addresses that nothing is sent to, and the messages that are sent all the same by an operator's explicit word.
  static func registerSuppression(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("12 suppression") { db in
      try db.execute(
        sql: """
          CREATE TABLE suppression (
            mailbox TEXT PRIMARY KEY, address TEXT NOT NULL, cause TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER,
            operator TEXT NOT NULL, note TEXT NOT NULL
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX suppression_since ON suppression (since);
          CREATE TABLE suppressionExemption (message INTEGER PRIMARY KEY) STRICT;
          """)
    }
  }
}
