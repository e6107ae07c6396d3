import GRDB

extension Schema {
  /// When a campaign is to begin.
  static func registerSchedule(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("13 schedule") { db in
      try db.execute(
        sql: """
          ALTER TABLE campaign ADD COLUMN dueAt INTEGER;
          CREATE INDEX campaign_due ON campaign (dueAt) WHERE state = 'scheduled';
          """)
    }
  }
}
