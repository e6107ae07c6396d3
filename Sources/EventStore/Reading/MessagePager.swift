import GRDB
import Model

/// Finds the ids of one page by the index that fits its filters, then reads those rows.
struct MessagePager {
  let db: Database
  let query: MessageQuery

  init(_ db: Database, _ query: MessageQuery) {
    self.db = db
    self.query = query
  }

  func page() throws -> MessagePage {
    if let order = query.order { return try ordered(order) }
    let wanted = query.limit + 1
    var ids: [Int64]
    var isForward = true
    switch query.anchor {
    case .first: ids = try walk(from: 0, forward: true, limit: wanted)
    case .from(let id): ids = try walk(from: id.rawValue, forward: true, limit: wanted)
    case .after(let id): ids = try walk(from: id.rawValue + 1, forward: true, limit: wanted)
    case .last:
      isForward = false
      ids = try walk(from: .max, forward: false, limit: wanted)
    case .before(let id):
      isForward = false
      ids = try walk(from: id.rawValue - 1, forward: false, limit: wanted)
    case .around(let id):
      let before = try walk(from: id.rawValue - 1, forward: false, limit: query.limit / 2)
      ids = try walk(from: before.last ?? id.rawValue, forward: true, limit: wanted)
    }
    let hasMore = ids.count > query.limit
    if hasMore { ids.removeLast() }
    if !isForward { ids.reverse() }
    let beyond: Bool
    switch query.anchor {
    case .first, .last: beyond = false
    case .from, .after, .before, .around:
      let edge = isForward ? (ids.first ?? 1) - 1 : (ids.last ?? .max - 1) + 1
      beyond = ids.isEmpty ? false : try !walk(from: edge, forward: !isForward, limit: 1).isEmpty
    }
    return MessagePage(
      query: query, rows: try Self.rows(db, ids: ids, rendersSubjects: query.rendersSubjects),
      hasEarlier: isForward ? beyond : hasMore,
      hasLater: isForward ? hasMore : beyond)
  }

  /// The page of a list that is put in order as a whole; without rows when that is too long.
  private func ordered(_ order: RowOrder<MessageQuery.Column>) throws -> MessagePage {
    let ids = try walk(from: 0, forward: true, limit: MessageQuery.mostOrdered + 1)
    guard ids.count <= MessageQuery.mostOrdered else {
      return MessagePage(query: query, rows: [], hasEarlier: false, hasLater: true)
    }
    let page = try OrderedPage(of: ids, at: query.anchor, limit: query.limit) { ids in
      try Int64.fetchAll(db.cachedStatement(sql: Self.orderSQL(order)), arguments: [ids.asOneArgument])
    }
    return MessagePage(
      query: query,
      rows: try Self.rows(db, ids: page.ids, rendersSubjects: query.rendersSubjects && order.column != .subject),
      hasEarlier: page.place.earlier > 0,
      hasLater: page.place.later > 0, place: page.place)
  }

  static func orderSQL(_ order: RowOrder<MessageQuery.Column>) -> String {
    let value =
      switch order.column {
      case .campaign: "k.name COLLATE NOCASE"
      case .address: "m.address COLLATE NOCASE"
      case .subject: "coalesce(m.subject, k.subject, '') COLLATE NOCASE"
      case .status: "m.status"
      case .tries: "m.tries"
      case .updated: "m.updatedAt"
      case .classification: "c.kind || ' ' || coalesce(c.smtpStatus, '') || ' ' || c.cause || ' ' || c.subtype"
      }
    return """
      SELECT m.id FROM json_each(?) wanted CROSS JOIN message m ON m.id = wanted.value
      LEFT JOIN campaign k ON k.id = m.campaign LEFT JOIN classification c ON c.id = m.classification
      \(order.sql(value, id: "m.id"))
      """
  }

  /// Finds the ids of the rows that come after one, without reading the rows.
  func ids(after last: Int64) throws -> [Int64] { try walk(from: last + 1, forward: true, limit: query.limit) }

  /// Finds matching ids from one on, in order of ids, upwards or downwards.
  private func walk(from start: Int64, forward: Bool, limit: Int) throws -> [Int64] {
    if query.isAssumed { return try assumed(start, forward, limit) }
    // Failures are fewer than the messages of a domain, or of a day.
    if query.slice != nil { return try merge(try groups(), start, forward, limit) }
    if let batch = query.batch { return try walk(batch, start, forward, limit) }
    if let prefix = query.addressPrefix, !prefix.isEmpty, try isRare(prefix) {
      return try search(prefix, start, forward, limit)
    }
    if query.kind != nil || query.classification != nil { return try merge(try groups(), start, forward, limit) }
    if let status = query.status {
      let groups = try campaignsWith(status).map {
        Group(campaign: $0, column: "status", value: Int64(status.rawValue))
      }
      return try merge(groups, start, forward, limit)
    }
    return try scan(start, forward, limit)
  }

  // MARK: - A batch: some hundred messages, each looked at

  private func walk(_ batch: BatchID, _ start: Int64, _ forward: Bool, _ limit: Int) throws -> [Int64] {
    let prefix = query.addressPrefix.flatMap { $0.isEmpty ? nil : $0 }
    let filters: StatementArguments = [
      query.campaign?.rawValue, query.kind?.rawValue, prefix, prefix.map(Self.end(of:)),
    ]
    return try Int64.fetchAll(
      db.cachedStatement(sql: Self.ofBatch(forward: forward, status: query.status)),
      arguments: [batch.rawValue, start, limit] + filters + classificationArguments)
  }

  static func ofBatch(forward: Bool, status: MessageStatus?) -> String {
    """
    SELECT m.id FROM message m INDEXED BY message_batch LEFT JOIN classification c ON c.id = m.classification
    WHERE m.batch = ?1 AND m.batch IS NOT NULL AND m.id \(forward ? ">=" : "<=") ?2
      AND (?4 IS NULL OR m.campaign = ?4) AND (?5 IS NULL OR c.kind = ?5)
      AND (?6 IS NULL OR (m.address >= ?6 COLLATE NOCASE AND m.address < ?7 COLLATE NOCASE))
      AND (?8 IS NULL OR (c.kind, c.cause, c.subtype, c.smtpStatus) = (?8, ?9, ?10, ?11))
      AND \(status.map { "m.status = \($0.rawValue)" } ?? "1")
    ORDER BY m.id \(forward ? "ASC" : "DESC") LIMIT ?3
    """
  }

  // MARK: - A status, a kind or a classification: merge index ranges

  /// One range of an index in which rows lie in id order.
  private struct Group {
    var campaign: Int64?
    var column: String
    var value: Int64
  }

  private func campaignsWith(_ status: MessageStatus) throws -> [Int64?] {
    if let campaign = query.campaign { return [campaign.rawValue] }
    return try Int64.fetchAll(
      db, sql: "SELECT campaign FROM statusCount WHERE status = ? AND n > 0", arguments: [status.rawValue]
    ).map { $0 == Counters.foreign ? nil : $0 }
  }

  private func groups() throws -> [Group] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT f.campaign, f.classification FROM failureCount f JOIN classification c ON c.id = f.classification
        WHERE f.n > 0 AND (?1 IS NULL OR f.campaign = ?1) AND (?2 IS NULL OR c.kind = ?2)
          AND (?3 IS NULL OR (c.kind, c.cause, c.subtype, c.smtpStatus) = (?3, ?4, ?5, ?6))
        """, arguments: [query.campaign?.rawValue, query.kind?.rawValue] + classificationArguments
    ).map { row in
      let campaign: Int64 = row["campaign"]
      return Group(
        campaign: campaign == Counters.foreign ? nil : campaign, column: "classification", value: row["classification"])
    }
  }

  private func merge(_ groups: [Group], _ start: Int64, _ forward: Bool, _ limit: Int) throws -> [Int64] {
    var ids: [Int64] = []
    for group in groups {
      ids += try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM message WHERE campaign IS ?1 AND \(group.column) = ?2 AND id \(forward ? ">=" : "<=") ?3
            AND \(filters) ORDER BY id \(forward ? "ASC" : "DESC") LIMIT ?4
          """, arguments: [group.campaign, group.value, start, limit] + filterArguments)
    }
    return Array((forward ? ids.sorted() : ids.sorted(by: >)).prefix(limit))
  }

  // MARK: - The operator's word: few, with an index of their own

  private func assumed(_ start: Int64, _ forward: Bool, _ limit: Int) throws -> [Int64] {
    let bounds = try bounds(start, forward)
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT m.id FROM event e INDEXED BY event_assumed JOIN message m ON m.id = e.message
        WHERE e.type = 'assumedSent' AND (?1 IS NULL OR m.campaign = ?1) AND m.id BETWEEN ?2 AND ?3
          AND \(Assumption.holds) AND \(filters)
        ORDER BY m.id \(forward ? "ASC" : "DESC") LIMIT ?4
        """,
      arguments: [query.campaign?.rawValue, bounds.lowest, bounds.highest, limit] + filterArguments)
  }

  // MARK: - No index: walk the ids

  private func scan(_ start: Int64, _ forward: Bool, _ limit: Int) throws -> [Int64] {
    let bounds = try bounds(start, forward)
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM message WHERE (?1 IS NULL OR campaign = +?1) AND id BETWEEN ?2 AND ?3 AND \(filters)
        ORDER BY id \(forward ? "ASC" : "DESC") LIMIT ?4
        """,
      arguments: [query.campaign?.rawValue, bounds.lowest, bounds.highest, limit] + filterArguments)
  }

  /// The ids from one on that can belong to the page.
  func bounds(_ start: Int64, _ forward: Bool) throws -> (lowest: Int64, highest: Int64) {
    var bounds: (lowest: Int64, highest: Int64) = (0, .max)
    if let campaign = query.campaign {
      let row = try Row.fetchOne(
        db, sql: "SELECT firstMessage, lastMessage FROM campaign WHERE id = ?", arguments: [campaign.rawValue])
      bounds = (row?["firstMessage"] ?? 0, row?["lastMessage"] ?? 0)
    }
    return forward ? (max(start, bounds.lowest), bounds.highest) : (bounds.lowest, min(start, bounds.highest))
  }

  /// The filters that no index range has settled.
  private var filters: String {
    var parts = ["1"]
    if query.addressPrefix?.isEmpty == false {
      parts.append("address >= ?5 COLLATE NOCASE AND address < ?6 COLLATE NOCASE")
    }
    if let status = query.status { parts.append("status = \(status.rawValue)") }
    if let batch = query.batch { parts.append("batch = \(batch.rawValue)") }
    switch query.slice?.domain {
    case "": parts.append("NOT \(Schema.hasDomain)")
    case .some: parts.append("\(Schema.hasDomain) AND \(Schema.domain) = ?7 COLLATE NOCASE")
    case nil: break
    }
    if let span = query.slice?.span {
      parts.append("updatedAt >= \(span.lowerBound.milliseconds) AND updatedAt < \(span.upperBound.milliseconds)")
    }
    return parts.joined(separator: " AND ")
  }

  /// A classification as its table has it, or nulls.
  var classificationArguments: StatementArguments {
    let wanted = query.classification
    return [wanted?.kind.rawValue, wanted?.cause, wanted?.subtype, wanted.map { $0.smtpStatus ?? "" }]
  }

  private var filterArguments: StatementArguments {
    let prefix = query.addressPrefix.flatMap { $0.isEmpty ? nil : $0 }
    let domain = query.slice?.domain.flatMap { $0.isEmpty ? nil : $0 }
    if let domain { return [prefix, prefix.map(Self.end), domain] }
    return prefix.map { [$0, Self.end(of: $0)] } ?? []
  }

  // MARK: - Rows

  /// Reads the given messages, in the given order.
  ///
  /// - Parameter rendersSubjects: Whether each subject is as its recipient reads it, and not as the campaign has it.
  static func rows(_ db: Database, ids: [Int64], rendersSubjects: Bool = true) throws -> [MessageSummary] {
    let values = rendersSubjects ? subjectValues : "NULL"
    // Read by position, and without a copy of each row: a screen waits for some hundred of them.
    return try Array(
      Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT m.id, m.campaign, m.address, coalesce(m.subject, k.subject, ''), m.status, m.providerID, m.tries,
              m.updatedAt, c.kind, c.cause, c.subtype, c.smtpStatus,
              CASE WHEN m.status IN (\(explained)) THEN (
                SELECT e.reason FROM event e WHERE e.message = m.id AND e.attempt = m.attempt
                  AND (e.classification IS m.classification) AND e.reason IS NOT NULL
                ORDER BY e.at DESC, e.identity DESC LIMIT 1) END, \(Assumption.holds),
              m.status = \(MessageStatus.refused.rawValue) AND \(BatchRow.toBeSent)
                AND coalesce((SELECT b.state < 2 FROM batch b WHERE b.id = m.batch), 0),
              \(values), k.columns
            FROM json_each(?) wanted CROSS JOIN message m ON m.id = wanted.value LEFT JOIN campaign k ON k.id = m.campaign
            LEFT JOIN classification c ON c.id = m.classification ORDER BY wanted.key
            """), arguments: [ids.asOneArgument]
      ).map { row in
        try MessageSummary(
          id: MessageID(rawValue: row[0]), campaign: (row[1] as Int64?).map(CampaignID.init(rawValue:)),
          address: row[2], subject: subject(row), status: row.known(4), providerID: row[5], attempts: row[6],
          updatedAt: Timestamp(milliseconds: row[7]), classification: Classification(row, from: 8),
          reason: (row[12] as String?).map(OwnReason.sentence), isAssumed: row[13], isRetried: row[14])
      })
  }

  /// What the subject is filled with; nothing where it is the same for all.
  private static let subjectValues = """
    CASE WHEN m.subject IS NULL AND instr(k.subject, '{{')
      THEN (SELECT r.data FROM recipient r WHERE r.message = m.id) END
    """

  /// The subject as its recipient reads it; that of another program's mail is known by its events alone.
  private static func subject(_ row: Row) -> String {
    let (subject, values): (String, String?) = (row[3], row[15])
    guard let values else { return subject }
    let columns: String = row[16]
    let named = Channel.email.values(
      ValueList.decode(values), of: columns.isEmpty ? [] : ValueList.decode(columns), address: row[2])
    return Preview.subject(subject, values: named)
  }

  /// The statuses a list explains with words.
  private static let explained = MessageStatus.allCases.filter {
    $0.isFailure || [.uncertain, .delayed, .cancelled].contains($0)
  }
  .map { String($0.rawValue) }.joined(separator: ", ")
}
