import GRDB

extension Schema {
  /// What is being composed, and what was typed last where it is asked for again. Neither is derived from the journal.
  static func registerDrafts(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("15 drafts") { db in
      try db.execute(
        sql: """
          CREATE TABLE draft (
            id TEXT PRIMARY KEY, entries TEXT NOT NULL, operator TEXT NOT NULL, changedAt INTEGER NOT NULL
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE typedLast (entry TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
          """)
    }
  }
}
