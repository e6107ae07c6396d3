import GRDB
import Model

/// Gives what was stored before version 4 the meaning that it has since: see the issue's notes in the commit.
///
/// Complaints and bounces that name a list were never sent (`suppressed`); a plain reply code counts; automatic replies and
/// what one of several recipients did are types of their own; mail that SES received is none of ours. Every message that has
/// such an event gets its row and counters computed anew.
struct Reclassification {
  private let db: Database
  private let writer: EventWriter

  init(_ db: Database) throws {
    self.db = db
    writer = try EventWriter(db)
  }

  func run() throws {
    try db.execute(sql: "CREATE TEMP TABLE affected (message INTEGER PRIMARY KEY)")
    defer { try? db.execute(sql: "DROP TABLE affected") }  // Goes with the connection anyhow.
    try renameLists()
    try readReplyCodes()
    try nameAutomaticReplies()
    try nameShared()
    try forgetReceived()
    // Subscriptions prove an arrival, unknown types no longer a try.
    let known = EventType.storedNames.map { "'\($0)'" }.joined(separator: ", ")
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO affected
        SELECT message FROM event WHERE type = 'Subscription' OR type NOT IN (\(known))
        """)
    let cursor = try Int64.fetchCursor(db, sql: "SELECT message FROM affected ORDER BY message")
    while let id = try cursor.next() { try writer.refresh(MessageID(rawValue: id)) }
    try writer.finish()
  }

  /// Reads the servers' words once more, for version 10: reply codes are found that were not, and what has words without a
  /// code is told apart from an automatic reply. (By then those are of a type of their own: a stored bounce that looks like
  /// one has something of a DSN.) Goes through the journal once.
  func readWords() throws {
    let open = try classifications().filter { $0.1.smtpStatus == nil }
    let known = Dictionary(uniqueKeysWithValues: open)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT message, at, identity, classification, reason FROM event
        WHERE type IN ('Bounce', 'DeliveryDelay') AND classification IN (\(open.map { "\($0.0)" }.joined(separator: ", ")))
        """)
    var affected: Set<Int64> = []
    for row in rows {
      guard let old = known[row["classification"]] else { continue }
      var new = old
      new.smtpStatus = (row["reason"] as String?).flatMap { SMTPStatus.code(status: nil, diagnostic: $0) }
      if new.smtpStatus == nil, old.isAutomaticReply { new.smtpStatus = SMTPStatus.passingWithoutCode }
      guard new != old else { continue }
      try db.cachedStatement(
        sql: "UPDATE event SET classification = ? WHERE message = ? AND at = ? AND identity = ?"
      ).execute(arguments: [
        try writer.classifications.id(of: new), row["message"] as Int64, row["at"] as Int64, row["identity"] as Int64,
      ])
      affected.insert(row["message"])
    }
    for message in affected.sorted() { try writer.refresh(MessageID(rawValue: message)) }
    try writer.finish()
  }

  /// Classifications whose words say something else now, whatever the event.
  private func renameLists() throws {
    for (id, old) in try classifications() {
      let new: Classification? =
        switch old.kind {
        case .complaint: Classification.complaint(subtype: old.cause, feedbackType: old.subtype)
        case .hard, .soft, .undetermined, .content:
          Classification.bounce(type: old.cause, subtype: old.subtype, status: old.smtpStatus)
        case .rejected, .rendering, .refused, .suppressed, .delay: nil
        }
      guard let new, new.kind == .suppressed, new != old else { continue }
      try reclassify("classification = ?1", from: id, to: new)
    }
  }

  private func readReplyCodes() throws {
    for (id, old) in try classifications() where old.smtpStatus == nil {
      guard [.hard, .soft, .undetermined, .content, .delay].contains(old.kind) else { continue }
      let reasons = try String.fetchSet(
        db, sql: "SELECT DISTINCT reason FROM event WHERE classification = ? AND reason IS NOT NULL", arguments: [id])
      var byCode: [String: [String]] = [:]
      for reason in reasons {
        if let code = SMTPStatus.code(status: nil, diagnostic: reason) { byCode[code, default: []].append(reason) }
      }
      for (code, reasons) in byCode {
        var new = old
        new.smtpStatus = code
        for reason in reasons { try reclassify("classification = ?1 AND reason = ?2", from: id, to: new, reason) }
      }
    }
  }

  private func reclassify(
    _ condition: String, from id: Int64, to new: Classification, _ reason: String? = nil
  ) throws {
    let number = try writer.classifications.id(of: new)
    var arguments: StatementArguments = [id]
    if let reason { arguments += [reason] }
    try db.execute(
      sql: "INSERT OR IGNORE INTO affected SELECT message FROM event WHERE \(condition)", arguments: arguments)
    try db.execute(sql: "UPDATE event SET classification = \(number) WHERE \(condition)", arguments: arguments)
  }

  private func nameAutomaticReplies() throws {
    for (id, old) in try classifications() where old.cause == "Transient" && old.isAutomaticReply {
      let condition = """
        classification = ? AND type = 'Bounce' AND reason IS NULL AND coalesce(detail, '') NOT LIKE '%"reportingMTA"%'
        """
      try db.execute(
        sql: "INSERT OR IGNORE INTO affected SELECT message FROM event WHERE \(condition)", arguments: [id])
      try db.execute(
        sql: "UPDATE event SET type = '\(EventType.automaticReply.name)' WHERE \(condition)", arguments: [id])
    }
  }

  private func nameShared() throws {
    let shared = """
      message IN (SELECT id FROM message WHERE campaign IS NULL AND providerKey IN (
        SELECT providerKey FROM message WHERE campaign IS NULL AND providerID IS NOT NULL
        GROUP BY providerKey HAVING count(*) > 1))
      """
    for what in EventType.Shared.allCases {
      try db.execute(
        sql: "INSERT OR IGNORE INTO affected SELECT message FROM event WHERE \(shared) AND type = ?",
        arguments: [what.rawValue])
      try db.execute(
        sql: "UPDATE event SET type = ? WHERE \(shared) AND type = ?",
        arguments: [EventType.byOneOfSeveral(what).name, what.rawValue])
    }
  }

  /// Mail that came in and was taken for mail that went out.
  private func forgetReceived() throws {
    let ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM message m WHERE campaign IS NULL
          AND EXISTS (SELECT 1 FROM event e WHERE e.message = m.id AND e.type = 'Received')
          AND NOT EXISTS (SELECT 1 FROM event e WHERE e.message = m.id AND e.type <> 'Received')
        """)
    for id in ids {
      let row = try Row.fetchOne(db, sql: "SELECT status, classification FROM message WHERE id = ?", arguments: [id])
      writer.counters.add(nil, status: row?["status"] ?? 0, -1)
      writer.counters.add(nil, classification: row?["classification"], -1)
      try db.execute(sql: "DELETE FROM event WHERE message = ?", arguments: [id])
      try db.execute(sql: "DELETE FROM message WHERE id = ?", arguments: [id])
    }
  }

  private func classifications() throws -> [(Int64, Classification)] {
    try Row.fetchAll(db, sql: "SELECT * FROM classification ORDER BY id").compactMap { row in
      Classification(row: row).map { (row["id"], $0) }
    }
  }
}
