import GRDB
import Model

/// Finds the numbers of one page of a campaign's batches, then reads those rows.
///
/// Each state is a range of `batch_campaign` in which the batches lie in the order of their numbers; a page merges the
/// beginnings of these ranges. Who is with a worker is known from the messages that are claimed, which are few.
struct BatchPager {
  let db: Database
  let query: BatchQuery
  private let wanted: Set<BatchStanding>
  /// The batches that a worker has, in order.
  private let sending: [Int64]

  init(_ db: Database, _ query: BatchQuery) throws {
    self.db = db
    self.query = query
    wanted = Set(query.standings.isEmpty ? BatchStanding.allCases : query.standings)
    sending = try Int64.fetchAll(
      db.cachedStatement(sql: Self.sendingSQL),
      arguments: [query.campaign.rawValue, MessageStatus.sending.rawValue, BatchState.queued.code])
  }

  static let sendingSQL = """
    SELECT DISTINCT b.id FROM message m INDEXED BY message_status JOIN batch b ON b.id = m.batch
    WHERE m.campaign = ? AND m.status = ? AND b.state = ? ORDER BY b.id
    """

  func page() throws -> BatchPage {
    if let order = query.order { return try ordered(order) }
    let ids: [Int64] =
      switch query.anchor {
      case .first: try walk(from: 0, forward: true)
      case .from(let id): try walk(from: id.rawValue, forward: true)
      case .after(let id): try walk(from: id.rawValue + 1, forward: true)
      case .last: try walk(from: .max, forward: false).reversed()
      case .before(let id): try walk(from: id.rawValue - 1, forward: false).reversed()
      case .around(let id):
        try walk(
          from: try walk(from: id.rawValue - 1, forward: false, limit: query.limit / 2).last ?? id.rawValue,
          forward: true)
      }
    let earlier =
      switch query.anchor {
      case .first: 0
      case .from(let id): try count(before: ids.first ?? id.rawValue)
      case .after(let id): try count(before: ids.first ?? id.rawValue + 1)
      case .last, .before, .around: try ids.first.map { try count(before: $0) } ?? 0
      }
    return BatchPage(query: query, rows: try rows(ids), earlier: earlier, total: try total())
  }

  /// The page of a list that is put in order as a whole: a campaign's batches are at most some ten thousand.
  private func ordered(_ order: RowOrder<BatchQuery.Column>) throws -> BatchPage {
    let ids = try walk(from: 0, forward: true, limit: .max / 2)
    let sending = sending.asOneArgument
    let page = try OrderedPage(of: ids, at: query.anchor, limit: query.limit) { ids in
      try Int64.fetchAll(db.cachedStatement(sql: Self.orderSQL(order)), arguments: [ids.asOneArgument, sending])
    }
    return BatchPage(query: query, rows: try rows(page.ids), earlier: page.place.earlier, total: ids.count)
  }

  /// By the same values as ``rows(_:)`` shows.
  static func orderSQL(_ order: RowOrder<BatchQuery.Column>) -> String {
    let isSending = "(b.id IN (SELECT value FROM json_each(?2)))"
    let isDead = "b.state = \(BatchState.dead.code)"
    let letter = "FROM deadLetter l WHERE l.batch = b.id AND l.campaign = b.campaign"
    let value =
      switch order.column {
      // Between those that wait and those that are done.
      case .standing: "(b.state * 2 + \(isSending))"
      case .recipients: "b.size"
      case .receives:
        "(CASE WHEN b.receiveCount > 0 THEN b.receiveCount WHEN \(isDead) THEN (SELECT max(l.receiveCount) \(letter)) END)"
      case .since:
        """
        coalesce((CASE WHEN \(isSending) THEN (SELECT min(m.updatedAt) FROM message m WHERE m.batch = b.id
          AND m.status = \(MessageStatus.sending.rawValue)) END), b.updatedAt)
        """
      case .error: "coalesce(b.error, CASE WHEN \(isDead) THEN (SELECT l.error \(letter)) END) COLLATE NOCASE"
      }
    return """
      SELECT b.id FROM json_each(?1) wanted CROSS JOIN batch b ON b.id = wanted.value WHERE ?2 = ?2
      \(order.sql(value, id: "b.id"))
      """
  }

  // MARK: - Which

  /// The states of the table that are looked through, each a range of the index.
  private var states: [BatchState] {
    BatchState.allCases.filter { state in
      switch state {
      case .pending: wanted.contains(.pending)
      case .queued: wanted.contains(.queued)
      case .done: wanted.contains(.done)
      case .dead: wanted.contains(.dead)
      }
    }
  }

  /// True when those that a worker has are not what is looked for, and are to be taken out of the queued.
  private var leavesSendingOut: Bool { wanted.contains(.queued) && !wanted.contains(.sending) }
  /// True when they are looked for without the other queued ones.
  private var addsSending: Bool { wanted.contains(.sending) && !wanted.contains(.queued) }

  static func rangeSQL(forward: Bool) -> String {
    """
    SELECT id FROM batch INDEXED BY batch_campaign WHERE campaign = ? AND state = ? AND id \(forward ? ">=" : "<=") ?
    ORDER BY id \(forward ? "ASC" : "DESC") LIMIT ?
    """
  }

  private func walk(from start: Int64, forward: Bool, limit: Int? = nil) throws -> [Int64] {
    let limit = limit ?? query.limit
    var ids: [Int64] = []
    for state in states {
      let isMixed = state == .queued && leavesSendingOut
      let found = try Int64.fetchAll(
        db.cachedStatement(sql: Self.rangeSQL(forward: forward)),
        arguments: [
          query.campaign.rawValue, state.code, start, limit + (isMixed ? sending.count : 0),
        ])
      let taken = isMixed ? Set(sending) : []
      ids += found.filter { !taken.contains($0) }
    }
    if addsSending { ids += sending.filter { forward ? $0 >= start : $0 <= start } }
    return Array((forward ? ids.sorted() : ids.sorted(by: >)).prefix(limit))
  }

  static let countSQL = """
    SELECT count(*) FROM batch INDEXED BY batch_campaign WHERE campaign = ? AND state = ? AND id < ?
    """

  private func count(before id: Int64) throws -> Int {
    var count = 0
    for state in states {
      count +=
        try Int.fetchOne(
          db.cachedStatement(sql: Self.countSQL), arguments: [query.campaign.rawValue, state.code, id]) ?? 0
    }
    let sent = sending.prefix { $0 < id }.count
    return count + (addsSending ? sent : leavesSendingOut ? -sent : 0)
  }

  /// From the campaign's counters.
  private func total() throws -> Int {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT pending, queued, done, dead FROM campaign WHERE id = ?"),
        arguments: [query.campaign.rawValue])
    else { return 0 }
    let counted = states.reduce(0) { $0 + (row[$1.column] as Int) }
    return max(0, counted + (addsSending ? sending.count : leavesSendingOut ? -sending.count : 0))
  }

  // MARK: - Rows

  private func rows(_ ids: [Int64]) throws -> [BatchSummary] {
    let sending = Set(sending)
    let statement = try db.cachedStatement(
      sql: """
        SELECT b.id, b.size, b.state, b.receiveCount, b.error, b.updatedAt,
          (SELECT max(l.receiveCount) FROM deadLetter l WHERE l.batch = b.id AND l.campaign = b.campaign) AS letterCount,
          (SELECT l.error FROM deadLetter l WHERE l.batch = b.id AND l.campaign = b.campaign) AS letterError
        FROM batch b WHERE b.id = ?
        """)
    return try ids.compactMap { id in
      guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
      let isSending = sending.contains(id)
      let counted: Int = row["receiveCount"]
      let isDead = BatchState(code: row["state"]) == .dead
      return BatchSummary(
        id: BatchID(rawValue: id), campaign: query.campaign,
        standing: isSending ? .sending : BatchStanding(BatchState(code: row["state"])), recipients: row["size"],
        receives: counted > 0 ? counted : isDead ? row["letterCount"] : nil,
        since: try (isSending ? claimedAt(id) : nil) ?? Timestamp(milliseconds: row["updatedAt"]),
        error: row["error"] ?? (isDead ? row["letterError"] : nil))
    }
  }

  /// When the oldest of a batch's open claims was made: what claims a message is the last that happened to it.
  private func claimedAt(_ id: Int64) throws -> Timestamp? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT min(updatedAt) FROM message WHERE batch = ? AND status = ?"),
      arguments: [id, MessageStatus.sending.rawValue]
    ).map(Timestamp.init(milliseconds:))
  }
}

extension BatchStanding {
  /// Where a batch stands that no worker has.
  fileprivate init(_ state: BatchState) {
    switch state {
    case .pending: self = .pending
    case .queued: self = .queued
    case .done: self = .done
    case .dead: self = .dead
    }
  }
}
