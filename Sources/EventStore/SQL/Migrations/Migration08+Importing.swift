import GRDB

extension Schema {
  /// A campaign that is being copied in was called a draft, the name of what an operator has not launched.
  static func registerImporting(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("8 importing") { db in
      try db.execute(sql: "UPDATE campaign SET state = 'importing' WHERE state = 'draft'")
    }
  }
}
