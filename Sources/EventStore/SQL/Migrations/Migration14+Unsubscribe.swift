import GRDB

extension Schema {
  /// How a campaign's recipients leave the list by one click.
  static func registerUnsubscribe(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("14 unsubscribe") { db in
      try db.execute(sql: "ALTER TABLE campaign ADD COLUMN unsubscribe TEXT")
    }
  }
}
