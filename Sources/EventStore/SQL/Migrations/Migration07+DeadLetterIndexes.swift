import GRDB

extension Schema {
  /// Pages of dead letters, and the letters of a batch or of a time, are found without reading all of them.
  static func registerDeadLetterIndexes(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("7 dead letters") { db in
      try db.execute(
        sql: """
          CREATE INDEX deadLetter_age ON deadLetter (\(EventStore.age.joined(separator: ", ")));
          CREATE INDEX deadLetter_batch ON deadLetter (batch, campaign);
          CREATE INDEX deadLetter_seen ON deadLetter (seenAt);
          """)
    }
  }
}
