import GRDB

extension Schema {
  /// What figures and the operator's actions are found by.
  static func registerFigures(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("5 assumptions") { db in
      try db.execute(sql: "CREATE INDEX event_assumed ON event (message) WHERE type = 'assumedSent'")
    }
    migrator.registerMigration("5 figures") { db in
      try db.execute(
        sql: """
          CREATE INDEX batch_retried ON batch (campaign) WHERE error IS NOT NULL AND state < 2;
          CREATE INDEX message_simulator ON message (campaign) WHERE \(Mailbox.isSimulator("address"));
          CREATE TABLE worker (
            process TEXT PRIMARY KEY, host TEXT NOT NULL, pid INTEGER NOT NULL, provider TEXT NOT NULL,
            since INTEGER NOT NULL, seenAt INTEGER NOT NULL
          ) STRICT, WITHOUT ROWID;
          """)
    }
  }
}
