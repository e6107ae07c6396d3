import GRDB
import Model

/// One resend, or its rehearsal, from message to message.
struct Resending: Sendable {
  let store: EventStore
  let scope: Scope
  let limit: Int
  let isDryRun: Bool
  let now: Timestamp
  let mayResend: @Sendable (Classification) -> Bool
  private(set) var report = ResendReport()
  /// What is left alone, one by one; `nil` when nobody asks.
  private(set) var leftAlone: [LeftAlone]?
  private var campaigns: [Int64: Campaign] = [:]
  /// The last message of a classification that was looked at, and how many were at once.
  private var last: Int64 = 0
  private var seen = 0

  private static let pieceSize = 2000

  init(
    store: EventStore, scope: Scope, limit: Int, isDryRun: Bool, now: Timestamp,
    mayResend: @escaping @Sendable (Classification) -> Bool
  ) {
    self.store = store
    self.scope = scope
    self.limit = limit
    self.isDryRun = isDryRun
    self.now = now
    self.mayResend = mayResend
  }

  /// Goes through all that the scope is about.
  mutating func run() async throws {
    if !scope.messages.isEmpty {
      try await takeNamed()
    } else if scope.batch != nil || scope.addressPrefix?.isEmpty == false || scope.slice != nil {
      try await takeFiltered(scope.addressPrefix)
    } else {
      try await takeFailures()
    }
  }

  /// Whether a failure is sent again: the one place that says what an operator's word on a policy, or on one who is on
  /// the own list, adds.
  private func takes(_ failure: Classification) -> Bool {
    mayResend(failure) || (scope.includesPolicy && failure.isReceiversPolicy)
      || (scope.despiteList != nil && failure.isOwnList)
  }

  /// Has what is left alone listed: messages that are looked at one by one by themselves, the others by what they failed of.
  mutating func list() { leftAlone = [] }

  private mutating func skip(_ why: SkipReason, _ count: Int, _ classification: Classification? = nil) {
    report.skip(why, count)
    leftAlone?.append(LeftAlone(why: why, count: count, classification: classification))
  }

  private mutating func skip(_ why: SkipReason, _ row: Row) {
    report.skip(why)
    guard let listed = leftAlone?.count, listed < Self.listLimit else { return }
    leftAlone?.append(LeftAlone(why: why, message: MessageID(rawValue: row["id"]), address: row["address"]))
  }

  /// Messages that are listed one by one at most.
  static let listLimit = 500

  // MARK: - Named one by one

  /// Goes through the messages that are named; each of them is taken, or counted with the reason why not.
  mutating func takeNamed() async throws {
    let ids = Set(scope.messages).sorted().map(\.rawValue)
    for start in stride(from: 0, to: ids.count, by: Self.pieceSize) {
      let piece = ids[start..<min(start + Self.pieceSize, ids.count)]
      try await visit { resending, db in try resending.choose(Array(piece), db) }
    }
  }

  /// Looks at messages one by one, and counts those that are left alone.
  private mutating func choose(_ ids: [Int64], _ db: Database) throws -> [Row] {
    try ids.compactMap { id in
      guard let row = try Row.fetchOne(db.cachedStatement(sql: Self.named), arguments: [id]) else {
        throw StoreError(.notFound, .noMessage(MessageID(rawValue: id)), remedy: .listMessages)
      }
      guard let why = try whyNot(row, db) else { return row }
      skip(why, row)
      return nil
    }
  }

  private static let named = """
    SELECT m.id, m.attempt, m.providerID, m.address, m.campaign, m.status, b.state, c.kind, c.cause, c.subtype,
      c.smtpStatus
    FROM message m LEFT JOIN batch b ON b.id = m.batch LEFT JOIN classification c ON c.id = m.classification
    WHERE m.id = ?
    """

  /// Why a named message is left alone; `nil` when it is taken.
  private mutating func whyNot(_ row: Row, _ db: Database) throws -> SkipReason? {
    guard let id = row["campaign"] as Int64? else { return .anotherProgram }
    if let wanted = scope.campaign, wanted.rawValue != id { return .otherCampaign }
    guard let campaign = try campaign(id, db), campaign.state != .cancelled else { return .cancelledCampaign }
    let status: MessageStatus = try row.known("status")
    if status == .uncertain { return .uncertain }
    guard let failure = Classification(row: row), failure.kind != .delay else {
      return .notFailed(status)
    }
    guard scope.takes(failure) else { return .otherCondition }
    guard takes(failure) else { return failure.whyNotResent }
    return failure.isTriedByBatch && Self.isAtWork(row) ? Self.whoTries(campaign) : nil
  }

  // MARK: - Those that a filter shows

  /// Goes through the failures to addresses that begin so, of one batch, or of one part of them: counters know nothing of
  /// them, and so each is looked at.
  mutating func takeFiltered(_ prefix: String?) async throws {
    var failures: [Classification] = []
    for (_, _, failure, _) in try await self.failures()
    where scope.takes(failure) && failure.kind != .delay && !failures.contains(failure) {
      failures.append(failure)
    }
    for failure in failures {
      try await walk(MessageQuery(classification: failure, addressPrefix: prefix, slice: scope.slice)) {
        resending, ids, db in
        try resending.choose(ids, db)
      }
    }
    guard takesDoubts else { return }
    try await walk(MessageQuery(status: .uncertain, addressPrefix: prefix)) { resending, ids, _ in
      resending.skip(.uncertain, ids.count)
      return []
    }
  }

  /// Goes through the messages of a query, in this campaign or in all.
  private mutating func walk(
    _ query: MessageQuery, _ choose: @escaping @Sendable (inout Resending, [Int64], Database) throws -> [Row]
  ) async throws {
    var query = query
    (query.campaign, query.batch, query.limit) = (scope.campaign, scope.batch, Self.pieceSize)
    last = 0
    seen = Self.pieceSize
    while report.resent < limit, seen == Self.pieceSize {
      try await visit { [query] resending, db in
        let ids = try MessagePager(db, query).ids(after: resending.last)
        resending.seen = ids.count
        resending.last = ids.last ?? resending.last
        return ids.isEmpty ? [] : try choose(&resending, ids, db)
      }
    }
  }

  // MARK: - All failures of a kind

  /// Goes through the failures of a campaign, or of all, by classification.
  mutating func takeFailures() async throws {
    for (campaign, number, failure, count) in try await failures() where scope.takes(failure) && failure.kind != .delay
    {
      guard let campaign = try await known(campaign) else {
        skip(.anotherProgram, count, failure)
        continue
      }
      if campaign.state == .cancelled {
        skip(.cancelledCampaign, count, failure)
      } else if !takes(failure) {
        skip(failure.whyNotResent, count, failure)
      } else {
        try await take(failure, number, of: campaign)
      }
    }
    guard takesDoubts else { return }
    let doubtful = try await store.read { [scope] db in
      try Int.fetchOne(
        db, sql: "SELECT sum(n) FROM statusCount WHERE status = ?1 AND (?2 IS NULL OR campaign = ?2)",
        arguments: [MessageStatus.uncertain.rawValue, scope.campaign?.rawValue]) ?? 0
    }
    if doubtful > 0 { skip(.uncertain, doubtful) }
  }

  /// Whether uncertain messages are meant as well, and have to be told of.
  private var takesDoubts: Bool {
    scope.kinds.isEmpty && scope.classification == nil && scope.slice == nil && !scope.isAssumed
      && (scope.statuses.isEmpty || scope.statuses.contains(.uncertain))
  }

  private func failures() async throws -> [(campaign: Int64?, number: Int64, Classification, count: Int)] {
    try await store.read { [scope] db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT f.campaign, c.id, c.kind, c.cause, c.subtype, c.smtpStatus, f.n FROM failureCount f
          JOIN classification c ON c.id = f.classification
          WHERE (?1 IS NULL OR f.campaign = ?1) AND f.n > 0 ORDER BY f.campaign, c.id
          """, arguments: [scope.campaign?.rawValue]
      ).compactMap { row in
        let campaign: Int64 = row["campaign"]
        return Classification(row: row).map { (campaign == Counters.foreign ? nil : campaign, row["id"], $0, row["n"]) }
      }
    }
  }

  /// Goes through the messages of one classification in id order.
  private mutating func take(_ failure: Classification, _ classification: Int64, of campaign: Campaign) async throws {
    last = 0
    seen = Self.pieceSize
    while report.resent < limit, seen == Self.pieceSize {
      try await visit { resending, db in
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT m.id, m.attempt, m.providerID, m.address, m.campaign, b.state
            FROM message m INDEXED BY message_failure LEFT JOIN batch b ON b.id = m.batch
            WHERE m.campaign = ? AND m.classification = ? AND m.id > ? ORDER BY m.id LIMIT ?
            """, arguments: [campaign.id.rawValue, classification, resending.last, Self.pieceSize])
        resending.seen = rows.count
        resending.last = rows.last.map { $0["id"] } ?? resending.last
        // A batch tries refused messages again by itself: a second batch with one would be a second copy.
        let idle = failure.isTriedByBatch ? rows.filter { !Self.isAtWork($0) } : rows
        if idle.count < rows.count { resending.skip(Self.whoTries(campaign), rows.count - idle.count, failure) }
        return idle
      }
    }
  }

  // MARK: - What both share

  /// Takes the rows that a look chooses, in one transaction with the look.
  private mutating func visit(_ choose: @escaping @Sendable (inout Resending, Database) throws -> [Row]) async throws {
    let body = { @Sendable [self] (db: Database) in
      // From the start again, should the transaction be run twice.
      var next = self
      let rows = try choose(&next, db).prefix(next.limit - next.report.resent)
      for (id, rows) in Dictionary(grouping: rows, by: { $0["campaign"] as Int64 }).sorted(by: { $0.key < $1.key }) {
        guard let campaign = try next.campaign(id, db) else { continue }
        next.report.campaigns.insert(campaign.id)
        guard !next.isDryRun else { continue }
        try EventStore.open(db, rows, .resent, campaign: campaign, now: next.now)
        if let message = scope.despiteList, rows.contains(where: { $0["id"] == message.rawValue }) {
          try SuppressionList(db).exempt(message)
        }
      }
      next.report.resent += rows.count
      let room = ScopeCount.sampleSize - next.report.sample.count
      next.report.sample += rows.prefix(max(0, room)).map { $0["address"] }
      return next
    }
    self = isDryRun ? try await store.read(body) : try await store.write(body)
  }

  /// Reads a campaign, once.
  private mutating func known(_ id: Int64?) async throws -> Campaign? {
    guard let id else { return nil }
    if campaigns[id] == nil {
      campaigns[id] = try await store.read { db in try CampaignRow.fetch(db, CampaignID(rawValue: id)) }
    }
    return campaigns[id]
  }

  private mutating func campaign(_ id: Int64, _ db: Database) throws -> Campaign? {
    if let known = campaigns[id] { return known }
    let campaign = try CampaignRow.fetch(db, CampaignID(rawValue: id))
    campaigns[id] = campaign
    return campaign
  }

  private static func whoTries(_ campaign: Campaign) -> SkipReason {
    campaign.state == .paused ? .whenResumed : .beingTried
  }

  private static func isAtWork(_ row: Row) -> Bool { [0, 1].contains(row["state"] as Int? ?? 2) }
}

extension Classification {
  /// Whether a batch sends such messages again by itself, as long as it is at work.
  var isTriedByBatch: Bool { kind == .refused && Refusal.Cause(rawValue: cause)?.isPassing == true }

  /// Why it is not resent: of a refusal the cause says it, since others of its kind are.
  var whyNotResent: SkipReason {
    if isOwnList { return .onOwnList }
    if isReceiversPolicy { return .receiversPolicy(smtpStatus ?? "") }
    return .notResendable(kind, kind == .refused ? .cause(cause) : smtpStatus.map { .code($0) })
  }
}
