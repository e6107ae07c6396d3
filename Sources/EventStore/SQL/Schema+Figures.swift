import GRDB

/// What figures and the operator's actions are found by.
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

  /// A campaign that is being copied in was called a draft, the name of what an operator has not launched.
  static func registerImporting(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("8 importing") { db in
      try db.execute(sql: "UPDATE campaign SET state = 'importing' WHERE state = 'draft'")
    }
  }

  static func registerFigures(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("5 assumptions") { db in
      try db.execute(sql: "CREATE INDEX event_assumed ON event (message) WHERE type = 'assumedSent'")
    }
    migrator.registerMigration("5 figures") { db in
      try db.execute(
        sql: """
          CREATE INDEX batch_retried ON batch (campaign) WHERE error IS NOT NULL AND state < 2;
          CREATE INDEX message_simulator ON message (campaign) WHERE \(Mailbox.isSimulator("address"));
          CREATE TABLE dayCount (
            day INTEGER NOT NULL, fact INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (day, fact)
          ) STRICT, WITHOUT ROWID;
          INSERT INTO dayCount \(DayCounts.recount);
          CREATE TABLE worker (
            process TEXT PRIMARY KEY, host TEXT NOT NULL, pid INTEGER NOT NULL, provider TEXT NOT NULL,
            since INTEGER NOT NULL, seenAt INTEGER NOT NULL
          ) STRICT, WITHOUT ROWID;
          """)
    }
  }
}
