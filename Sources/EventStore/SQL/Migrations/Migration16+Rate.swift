import GRDB

extension Schema {
  /// How fast a campaign goes at most, whether it advertises, and what tells its content and people from others.
  static func registerRate(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("16 rate") { db in
      try db.execute(
        sql: """
          ALTER TABLE campaign ADD COLUMN rate REAL;
          ALTER TABLE campaign ADD COLUMN isAdvertising INTEGER NOT NULL DEFAULT 0;
          ALTER TABLE campaign ADD COLUMN likeness INTEGER;
          """)
    }
  }
}
