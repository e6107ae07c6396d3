import GRDB
import Model

/// Finds the ids of one page by the index that fits its filters, then reads those rows.
struct MessagePager {
  private let db: Database
  private let query: MessageQuery
  /// Above this many matches a prefix is taken for common, and ids are walked instead.
  private static let rarePrefix = 20_000

  init(_ db: Database, _ query: MessageQuery) {
    self.db = db
    self.query = query
  }

  func page() throws -> MessagePage {
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
    }
    let hasMore = ids.count > query.limit
    if hasMore { ids.removeLast() }
    if !isForward { ids.reverse() }
    let beyond: Bool
    switch query.anchor {
    case .first, .last: beyond = false
    default:
      let edge = isForward ? (ids.first ?? 1) - 1 : (ids.last ?? .max - 1) + 1
      beyond = ids.isEmpty ? false : try !walk(from: edge, forward: !isForward, limit: 1).isEmpty
    }
    return MessagePage(
      query: query, rows: try Self.rows(db, ids: ids), hasEarlier: isForward ? beyond : hasMore,
      hasLater: isForward ? hasMore : beyond)
  }

  /// Finds matching ids from one on, in order of ids, upwards or downwards.
  private func walk(from start: Int64, forward: Bool, limit: Int) throws -> [Int64] {
    if let prefix = query.addressPrefix, !prefix.isEmpty, let ids = try rare(prefix) {
      let side = ids.filter { forward ? $0 >= start : $0 <= start }
      return Array((forward ? side : side.reversed()).prefix(limit))
    }
    if let kind = query.kind { return try merge(try groups(kind), start, forward, limit) }
    if let status = query.status {
      let groups = try campaignsWith(status).map {
        Group(campaign: $0, column: "status", value: Int64(status.rawValue))
      }
      return try merge(groups, start, forward, limit)
    }
    return try scan(start, forward, limit)
  }

  // MARK: - A rare address prefix

  /// All matching ids in order, when the prefix matches few enough addresses to look at each.
  private func rare(_ prefix: String) throws -> [Int64]? {
    let upper = prefix + "\u{10FFFF}"
    let count =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (SELECT 1 FROM message INDEXED BY message_address
            WHERE address >= ?1 COLLATE NOCASE AND address < ?2 COLLATE NOCASE LIMIT ?3)
          """, arguments: [prefix, upper, Self.rarePrefix + 1]) ?? 0
    guard count <= Self.rarePrefix else { return nil }
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT m.id FROM message m INDEXED BY message_address
        LEFT JOIN classification c ON c.id = m.classification
        WHERE m.address >= :prefix COLLATE NOCASE AND m.address < :upper COLLATE NOCASE
          AND (:campaign IS NULL OR m.campaign = :campaign) AND (:status IS NULL OR m.status = :status)
          AND (:kind IS NULL OR c.kind = :kind)
        ORDER BY m.id
        """,
      arguments: [
        "prefix": prefix, "upper": upper, "campaign": query.campaign?.rawValue, "status": query.status?.rawValue,
        "kind": query.kind?.rawValue,
      ])
  }

  // MARK: - A status or a kind: merge index ranges

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

  private func groups(_ kind: FailureKind) throws -> [Group] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT f.campaign, f.classification FROM failureCount f JOIN classification c ON c.id = f.classification
        WHERE c.kind = ?1 AND f.n > 0 AND (?2 IS NULL OR f.campaign = ?2)
        """, arguments: [kind.rawValue, query.campaign?.rawValue]
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

  // MARK: - No index: walk the ids

  private func scan(_ start: Int64, _ forward: Bool, _ limit: Int) throws -> [Int64] {
    var bounds: (Int64, Int64) = (0, .max)
    if let campaign = query.campaign {
      let row = try Row.fetchOne(
        db, sql: "SELECT firstMessage, lastMessage FROM campaign WHERE id = ?", arguments: [campaign.rawValue])
      bounds = (row?["firstMessage"] ?? 0, row?["lastMessage"] ?? 0)
    }
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM message WHERE (?1 IS NULL OR campaign = +?1) AND id BETWEEN ?2 AND ?3 AND \(filters)
        ORDER BY id \(forward ? "ASC" : "DESC") LIMIT ?4
        """,
      arguments: [
        query.campaign?.rawValue, forward ? max(start, bounds.0) : bounds.0,
        forward ? bounds.1 : min(start, bounds.1), limit,
      ] + filterArguments)
  }

  /// The filters that no index range has settled.
  private var filters: String {
    var parts = ["1"]
    if query.addressPrefix?.isEmpty == false {
      parts.append("address >= ?5 COLLATE NOCASE AND address < ?6 COLLATE NOCASE")
    }
    if let status = query.status { parts.append("status = \(status.rawValue)") }
    return parts.joined(separator: " AND ")
  }

  private var filterArguments: StatementArguments {
    guard let prefix = query.addressPrefix, !prefix.isEmpty else { return [] }
    return [prefix, prefix + "\u{10FFFF}"]
  }

  // MARK: - Rows

  /// Reads the given messages, in the given order.
  static func rows(_ db: Database, ids: [Int64]) throws -> [MessageSummary] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT m.id, m.campaign, m.address, coalesce(m.subject, k.subject, '') AS subject, m.status, m.providerID,
          m.tries, m.updatedAt, c.kind, c.cause, c.subtype, c.smtpStatus,
          CASE WHEN m.status IN (\(explained)) THEN (
            SELECT e.reason FROM event e WHERE e.message = m.id AND e.attempt = m.attempt
              AND (e.classification IS m.classification) AND e.reason IS NOT NULL
            ORDER BY e.at DESC, e.identity DESC LIMIT 1) END AS reason
        FROM message m LEFT JOIN campaign k ON k.id = m.campaign
        LEFT JOIN classification c ON c.id = m.classification WHERE m.id = ?
        """)
    return try ids.compactMap { id in
      try Row.fetchOne(statement, arguments: [id]).map { row in
        MessageSummary(
          id: MessageID(rawValue: row["id"]), campaign: (row["campaign"] as Int64?).map(CampaignID.init(rawValue:)),
          address: row["address"], subject: row["subject"],
          status: MessageStatus(rawValue: row["status"]) ?? .queued, providerID: row["providerID"],
          attempts: row["tries"], updatedAt: Timestamp(milliseconds: row["updatedAt"]),
          classification: Classification(row: row), reason: row["reason"])
      }
    }
  }

  /// The statuses a list explains with words.
  private static let explained = MessageStatus.allCases.filter { $0.isFailure || $0 == .delayed || $0 == .cancelled }
    .map { String($0.rawValue) }.joined(separator: ", ")
}
