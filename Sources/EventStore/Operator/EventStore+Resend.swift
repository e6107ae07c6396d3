import GRDB
import Model

/// What a resend did, or would do.
public struct ResendReport: Equatable, Sendable {
  /// Names the campaign.
  public var campaign: CampaignID
  /// Messages that get a new attempt.
  public var resent: Int
  /// Failed messages that do not, by the reason why.
  public var skipped: [String: Int]

  /// Makes a value from its parts.
  public init(campaign: CampaignID, resent: Int = 0, skipped: [String: Int] = [:]) {
    self.campaign = campaign
    self.resent = resent
    self.skipped = skipped
  }
}

extension EventStore {
  /// Gives a campaign's failed messages that may be resent a new attempt in new batches.
  ///
  /// In transactions of at most 2,000 messages, each with its batches whole: what a crash leaves undone, the same
  /// command does next time, and nothing is done twice, for a message with a new attempt is no longer failed.
  ///
  /// - Parameters:
  ///   - statuses: only these; empty for all failures.
  ///   - kinds: only these; empty for all.
  ///   - limit: messages at most: the number the operator confirmed.
  ///   - mayResend: whether a classification may be resent.
  ///   - isRehearsal: count and change nothing.
  /// - Throws: ``StoreError`` with `notFound` or `notAllowed`.
  public func resend(
    _ id: CampaignID, statuses: Set<MessageStatus> = [], kinds: Set<FailureKind> = [], limit: Int = .max,
    isRehearsal: Bool, operator: String, now: Timestamp, mayResend: (Classification) -> Bool
  ) throws -> ResendReport {
    guard let campaign = try read({ db in try CampaignRow.fetch(db, id) }) else {
      throw StoreError(.notFound, "there is no campaign \(id): list them with 'sendboard campaigns'")
    }
    if campaign.state == .cancelled {
      throw StoreError(.notAllowed, "campaign \(id) (\(campaign.name)) was cancelled: nothing of it is sent again")
    }
    var report = ResendReport(campaign: id)
    for (number, classification, count) in try classifications(of: id) {
      guard kinds.isEmpty || kinds.contains(classification.kind) else { continue }
      guard statuses.isEmpty || statuses.contains(classification.kind.status) else { continue }
      guard classification.kind != .delay else { continue }
      guard mayResend(classification) else {
        report.skipped[Self.why(classification), default: 0] += count
        continue
      }
      try resend(
        number, triedByBatch: classification.isTriedByBatch, of: campaign, &report, limit: limit,
        isRehearsal: isRehearsal, now: now)
    }
    let doubtful = try count(id, .uncertain)
    if doubtful > 0, statuses.isEmpty || statuses.contains(.uncertain), kinds.isEmpty {
      report.skipped["uncertain: settle these first", default: 0] += doubtful
    }
    if !isRehearsal {
      let condition =
        (statuses.map(\.name).sorted() + kinds.map(\.rawValue).sorted()).joined(separator: ",")
      let entry = HistoryEntry(
        at: now, operator: `operator`, action: "resend", campaign: id,
        condition: condition.isEmpty ? "all that may be resent" : condition, count: report.resent,
        result: "skipped \(report.skipped.values.reduce(0, +))")
      try write { db in try History.add(db, entry) }
    }
    return report
  }

  private static func why(_ classification: Classification) -> String {
    let status = classification.smtpStatus.map { " \($0)" } ?? ""
    return "\(classification.kind.rawValue)\(status): may not be resent"
  }

  private func count(_ id: CampaignID, _ status: MessageStatus) throws -> Int {
    try read { db in
      try Int.fetchOne(
        db, sql: "SELECT n FROM statusCount WHERE campaign = ? AND status = ?",
        arguments: [id.rawValue, status.rawValue])
        ?? 0
    }
  }

  private func classifications(of id: CampaignID) throws -> [(Int64, Classification, Int)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT c.id, c.kind, c.cause, c.subtype, c.smtpStatus, f.n FROM failureCount f
          JOIN classification c ON c.id = f.classification WHERE f.campaign = ? AND f.n > 0 ORDER BY c.id
          """, arguments: [id.rawValue]
      ).compactMap { row in Classification(row: row).map { (row["id"], $0, row["n"]) } }
    }
  }

  /// Goes through the messages of one classification in id order.
  private func resend(
    _ classification: Int64, triedByBatch: Bool, of campaign: Campaign, _ report: inout ResendReport, limit: Int,
    isRehearsal: Bool,
    now: Timestamp
  ) throws {
    var last: Int64 = 0
    while report.resent < limit {
      let room = limit - report.resent
      let find = { (db: Database) in
        try Row.fetchAll(
          db,
          sql: """
            SELECT m.id, m.attempt, m.providerID, b.state FROM message m INDEXED BY message_failure
            LEFT JOIN batch b ON b.id = m.batch
            WHERE m.campaign = ? AND m.classification = ? AND m.id > ? ORDER BY m.id LIMIT 2000
            """, arguments: [campaign.id.rawValue, classification, last])
      }
      var retried = 0
      var resent = 0
      let visit = { (db: Database, act: Bool) in
        let rows = try find(db)
        // A batch tries refused messages again by itself: a second batch with one would be a second copy.
        let idle = triedByBatch ? rows.filter { row in ![0, 1].contains(row["state"] as Int? ?? 2) } : rows
        let free = Array(idle.prefix(room))
        retried = rows.count - idle.count
        resent = free.count
        if act { try Self.open(db, free, .resent, campaign: campaign, now: now) }
        last = rows.last.map { $0["id"] } ?? last
        return rows.count
      }
      let seen = try isRehearsal ? read { try visit($0, false) } : write { try visit($0, true) }
      report.resent += resent
      if retried > 0 { report.skipped["still being tried", default: 0] += retried }
      if seen < 2000 { return }
    }
  }

  /// Opens the next attempt of messages, in new batches.
  static func open(_ db: Database, _ rows: [Row], _ type: EventType, campaign: Campaign, now: Timestamp) throws {
    guard !rows.isEmpty else { return }
    let writer = try EventWriter(db)
    for row in rows {
      let message = MessageID(rawValue: row["id"])
      if let providerID = row["providerID"] as String? {
        try db.execute(
          sql: "INSERT OR IGNORE INTO priorAttempt VALUES (?, ?, ?, ?)",
          arguments: [StableHash.hash(providerID), providerID, message.rawValue, row["attempt"] as Int])
      }
      // The attempt that counts may be an earlier one than the last, which did not go out.
      let highest = try Int.fetchOne(
        db, sql: "SELECT max(attempt + (type IN (?, ?))) FROM event WHERE message = ?",
        arguments: [EventType.resent.name, EventType.settledToResend.name, message.rawValue])
      try writer.append(
        .own(type, message: message, attempt: highest ?? row["attempt"], at: now, source: .operator))
      try db.execute(
        sql: "UPDATE message SET providerID = NULL, providerKey = NULL WHERE id = ?", arguments: [message.rawValue])
    }
    try writer.finish()
    let ids = rows.map { MessageID(rawValue: $0["id"]) }
    for start in stride(from: 0, to: ids.count, by: campaign.batchSize) {
      _ = try BatchRow.make(
        db, campaign: campaign.id, messages: Array(ids[start..<min(start + campaign.batchSize, ids.count)]), now: now)
    }
    try CampaignRow.move(db, campaign.id, .reopen)
  }
}

extension Classification {
  /// Whether a batch sends such messages again by itself, as long as it is at work.
  fileprivate var isTriedByBatch: Bool {
    kind == .refused && Refusal.Cause(rawValue: cause)?.isPassing == true
  }
}
