/// What a ``PaceFile`` holds: words of the machine's own order, since it never leaves it.
struct PaceFileContent {
  var pace: PaceRecord
  var quota: QuotaRecord

  /// Tells it from what else may be in a file.
  private static let mark: UInt64 = 0x7365_6e64_7061_6332
  /// Of ``words``.
  static let size = 1 + PaceRecord.size + QuotaRecord.size

  init(at now: Duration) {
    pace = PaceRecord(at: now)
    quota = QuotaRecord(at: now)
  }

  /// Reads ``words``; `nil` when they are something else.
  init?(words: [UInt64]) {
    guard words.first == Self.mark, let pace = PaceRecord(words: words.dropFirst().prefix(PaceRecord.size)),
      let quota = QuotaRecord(words: words.dropFirst(1 + PaceRecord.size))
    else { return nil }
    self.pace = pace
    self.quota = quota
  }

  var words: [UInt64] { [Self.mark] + pace.words + quota.words }

  /// Adds what a process counted while it could not have the file: what is there now, and was not when it had it last.
  mutating func add(_ newer: PaceFileContent, since older: PaceFileContent) {
    pace.add(newer.pace, since: older.pace)
    quota.add(newer.quota, since: older.quota)
  }

  mutating func move(to now: Duration) {
    pace.move(to: now)
    quota.move(to: now)
  }
}
