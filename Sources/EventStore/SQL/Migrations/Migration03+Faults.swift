import GRDB

extension Schema {
  /// What a process cannot use at the moment; its columns keep their first names.
  static func registerFaults(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("3") { db in
      try db.execute(
        sql: """
          CREATE TABLE trouble (
            process TEXT NOT NULL, link TEXT NOT NULL, since INTEGER NOT NULL, problem TEXT NOT NULL,
            seenAt INTEGER NOT NULL, PRIMARY KEY (process, link)
          ) STRICT, WITHOUT ROWID
          """)
    }
  }
}
