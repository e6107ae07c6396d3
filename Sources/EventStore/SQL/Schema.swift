import GRDB

/// The tables of a store.
///
/// The journal is `campaign`, `batch`, `message` and `recipient` as planned, and `event`. The columns from `status` on
/// in `message`, the counters in `campaign`, `statusCount` and `failureCount` are read models: a replay of the
/// journal gives the same (`Replay/EventStore+Replay.swift`). A migration is a file in `Migrations`, with the next number, and a line here.
enum Schema {
  /// Marks the file as ours (`PRAGMA application_id`): "SBRD".
  static let applicationID: Int64 = 0x5342_5244

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    registerTables(&migrator)
    registerStoredTemplate(&migrator)
    registerFaults(&migrator)
    registerDetails(&migrator)
    registerFigures(&migrator)
    registerProviderIndex(&migrator)
    registerDeadLetterIndexes(&migrator)
    registerImporting(&migrator)
    registerDomainIndex(&migrator)
    registerFactsOnce(&migrator)
    registerCourse(&migrator)
    registerSuppression(&migrator)
    registerSchedule(&migrator)
    registerUnsubscribe(&migrator)
    registerDrafts(&migrator)
    registerRate(&migrator)
    registerTexts(&migrator)
    registerBreaker(&migrator)
    return migrator
  }
}
