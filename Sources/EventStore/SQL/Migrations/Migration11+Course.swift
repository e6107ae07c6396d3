import GRDB

extension Schema {
  /// How rates and queues went, by the minute: a day's rows and no more, 60 kB. And when a worker left, which is asked when
  /// none is there.
  static func registerCourse(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("11 course") { db in
      try db.execute(
        sql: """
          CREATE TABLE minute (
            minute INTEGER PRIMARY KEY, sent INTEGER, delivered INTEGER, failed INTEGER, sendQueue INTEGER,
            eventQueue INTEGER
          ) STRICT;
          ALTER TABLE throughput ADD COLUMN delivered INTEGER NOT NULL DEFAULT 0;
          ALTER TABLE throughput ADD COLUMN failed INTEGER NOT NULL DEFAULT 0;
          ALTER TABLE worker ADD COLUMN leftAt INTEGER;
          """)
    }
  }
}
