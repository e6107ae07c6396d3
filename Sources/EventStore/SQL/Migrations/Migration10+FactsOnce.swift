import GRDB

extension Schema {
  /// What is told of an attempt twice counts once; what a server said without a code is a bounce, and no automatic reply.
  static func registerFactsOnce(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("10 facts once") { db in
      try Reclassification(db).readWords()
    }
  }
}
