import GRDB

extension Schema {
  static func registerStoredTemplate(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("2") { db in
      try db.execute(sql: "ALTER TABLE campaign ADD COLUMN storedTemplate TEXT")
    }
  }
}
