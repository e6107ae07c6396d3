import GRDB

/// The tables of a store.
///
/// The journal is `campaign`, `batch`, `message` and `recipient` as planned, and `event`. The columns from `status` on
/// in `message`, the counters in `campaign`, `statusCount` and `failureCount` are read models: a replay of the
/// journal gives the same (`Replay.swift`).
enum Schema {
  /// Marks the file as ours (`PRAGMA application_id`): "SBRD".
  static let applicationID: Int64 = 0x5342_5244

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in try db.execute(sql: version1) }
    migrator.registerMigration("2") { db in
      try db.execute(sql: "ALTER TABLE campaign ADD COLUMN storedTemplate TEXT")
    }
    migrator.registerMigration("3") { db in
      try db.execute(
        sql: """
          CREATE TABLE trouble (
            process TEXT NOT NULL, link TEXT NOT NULL, since INTEGER NOT NULL, problem TEXT NOT NULL,
            seenAt INTEGER NOT NULL, PRIMARY KEY (process, link)
          ) STRICT, WITHOUT ROWID
          """)
    }
    migrator.registerMigration("4") { db in
      try db.execute(sql: version4)
      try Reclassification(db).run()
    }
    registerFigures(&migrator)
    registerProviderIndex(&migrator)
    registerDeadLetterIndexes(&migrator)
    registerImporting(&migrator)
    return migrator
  }

  /// One index finds our mail and that of others. For a day there were two, the second with the addresses: that made ingesting
  /// 13 % slower (54,000 events a second instead of 62,300).
  private static func registerProviderIndex(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("6 provider") { db in
      guard try db.indexes(on: "message").contains(where: { $0.name == "message_foreign" }) else { return }
      try db.execute(
        sql: """
          DROP INDEX message_foreign;
          DROP INDEX message_provider;
          CREATE INDEX message_provider ON message (providerKey) WHERE providerKey IS NOT NULL;
          """)
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

  private static let version1 = """
    CREATE TABLE identity (storeID TEXT NOT NULL) STRICT;

    CREATE TABLE campaign (
      id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, channel TEXT NOT NULL, state TEXT NOT NULL,
      operator TEXT NOT NULL, createdAt INTEGER NOT NULL, audience TEXT NOT NULL,
      sender TEXT NOT NULL, subject TEXT NOT NULL, text TEXT, html TEXT, columns TEXT NOT NULL,
      batchSize INTEGER NOT NULL, recipients INTEGER NOT NULL DEFAULT 0,
      pending INTEGER NOT NULL DEFAULT 0, queued INTEGER NOT NULL DEFAULT 0,
      done INTEGER NOT NULL DEFAULT 0, dead INTEGER NOT NULL DEFAULT 0,
      firstMessage INTEGER, lastMessage INTEGER, touchedAt INTEGER NOT NULL, note TEXT
    ) STRICT;
    CREATE INDEX campaign_name ON campaign (name);

    CREATE TABLE batch (
      id INTEGER PRIMARY KEY, campaign INTEGER NOT NULL, size INTEGER NOT NULL, state INTEGER NOT NULL,
      outboxUntil INTEGER NOT NULL DEFAULT 0, receiveCount INTEGER NOT NULL DEFAULT 0, error TEXT,
      updatedAt INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX batch_campaign ON batch (campaign, state);

    CREATE TABLE message (
      id INTEGER PRIMARY KEY, campaign INTEGER, batch INTEGER, address TEXT NOT NULL, subject TEXT,
      status INTEGER NOT NULL, attempt INTEGER NOT NULL, tries INTEGER NOT NULL,
      classification INTEGER, providerID TEXT, providerKey INTEGER, claimedAt INTEGER, updatedAt INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX message_status ON message (campaign, status);
    CREATE INDEX message_batch ON message (batch) WHERE batch IS NOT NULL;
    CREATE INDEX message_address ON message (address COLLATE NOCASE);
    CREATE INDEX message_provider ON message (providerKey) WHERE providerKey IS NOT NULL;
    CREATE INDEX message_failure ON message (campaign, classification) WHERE classification IS NOT NULL;

    CREATE TABLE recipient (message INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT;

    CREATE TABLE event (
      message INTEGER NOT NULL, at INTEGER NOT NULL, identity INTEGER NOT NULL, attempt INTEGER NOT NULL,
      type TEXT NOT NULL, source INTEGER NOT NULL, classification INTEGER, reason TEXT, detail TEXT,
      PRIMARY KEY (message, at, identity)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE priorAttempt (
      providerKey INTEGER NOT NULL, providerID TEXT NOT NULL, message INTEGER NOT NULL, attempt INTEGER NOT NULL,
      PRIMARY KEY (providerKey, message, attempt)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE classification (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, cause TEXT NOT NULL, subtype TEXT NOT NULL,
      smtpStatus TEXT NOT NULL, UNIQUE (kind, cause, subtype, smtpStatus)
    ) STRICT;

    CREATE TABLE statusCount (
      campaign INTEGER NOT NULL, status INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (campaign, status)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE failureCount (
      campaign INTEGER NOT NULL, classification INTEGER NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (campaign, classification)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE throughput (second INTEGER PRIMARY KEY, accepted INTEGER NOT NULL, ingested INTEGER NOT NULL) STRICT;
    CREATE TABLE ingestLag (id INTEGER PRIMARY KEY CHECK (id = 1), milliseconds INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;

    CREATE TABLE deadLetter (
      id TEXT PRIMARY KEY, campaign INTEGER, batch INTEGER, receiveCount INTEGER NOT NULL,
      enqueuedAt INTEGER NOT NULL, seenAt INTEGER NOT NULL, error TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE quarantine (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, error TEXT NOT NULL, body BLOB NOT NULL, bodyKey INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX quarantine_body ON quarantine (bodyKey);
    CREATE TABLE history (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, operator TEXT NOT NULL, action TEXT NOT NULL, campaign INTEGER,
      condition TEXT NOT NULL, count INTEGER NOT NULL, result TEXT NOT NULL
    ) STRICT;
    """
}
