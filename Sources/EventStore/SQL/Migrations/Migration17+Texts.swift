import GRDB

extension Schema {
  /// How far providers' reports were asked for, and at what time of the day a campaign may go out.
  static func registerTexts(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("17 texts") { db in
      try db.execute(
        sql: """
          CREATE TABLE reportTurn (
            source TEXT PRIMARY KEY, storedUntil INTEGER, process TEXT NOT NULL, leaseUntil INTEGER NOT NULL,
            leaseBoot INTEGER NOT NULL
          ) STRICT;
          ALTER TABLE campaign ADD COLUMN window TEXT;
          """)
    }
  }
}
