import GRDB

extension Schema {
  /// What a sender is judged by, hour by hour and campaign by campaign; and at which rates an operator has let something go on.
  static func registerBreaker(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("18 breaker") { db in
      try db.execute(
        sql: """
          DROP TABLE IF EXISTS dayCount;
          CREATE TABLE factCount (
            hour INTEGER NOT NULL, campaign INTEGER NOT NULL, fact INTEGER NOT NULL, n INTEGER NOT NULL,
            PRIMARY KEY (hour, campaign, fact)
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX factCount_campaign ON factCount (campaign, fact, n);
          INSERT INTO factCount (hour, campaign, fact, n) \(FactCounts.recount);
          CREATE TABLE breakerHold (
            campaign INTEGER NOT NULL, measure TEXT NOT NULL, rate REAL, PRIMARY KEY (campaign, measure)
          ) STRICT, WITHOUT ROWID;
          """)
    }
  }
}
