import GRDB

extension Schema {
  static func registerDetails(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("4") { db in
      try db.execute(sql: version4)
      try Reclassification(db).run()
    }
  }

  private static let version4 = """
    CREATE TABLE detail (key INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;

    -- The columns of the key come first: SQLite 3.40's quick_check takes a table without row ids for damaged otherwise.
    ALTER TABLE priorAttempt RENAME TO oldPriorAttempt;
    CREATE TABLE priorAttempt (
      providerKey INTEGER NOT NULL, message INTEGER NOT NULL, attempt INTEGER NOT NULL, providerID TEXT NOT NULL,
      PRIMARY KEY (providerKey, message, attempt)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO priorAttempt SELECT providerKey, message, attempt, providerID FROM oldPriorAttempt;
    DROP TABLE oldPriorAttempt;

    CREATE TABLE mark (
      id INTEGER PRIMARY KEY CHECK (id = 1), claims INTEGER NOT NULL, batch INTEGER NOT NULL, message INTEGER NOT NULL
    ) STRICT;
    INSERT INTO mark VALUES (1, 0, 0, 0);

    ALTER TABLE campaign ADD COLUMN digest INTEGER;
    ALTER TABLE campaign ADD COLUMN isAcknowledged INTEGER NOT NULL DEFAULT 1;
    -- Not written any more: of which campaign it is a copy stands in the history.
    ALTER TABLE campaign ADD COLUMN copyOf INTEGER;
    CREATE INDEX campaign_digest ON campaign (digest) WHERE digest IS NOT NULL;

    ALTER TABLE message RENAME COLUMN claimedAt TO leaseUntil;
    ALTER TABLE message ADD COLUMN leaseBoot INTEGER;
    """
}
