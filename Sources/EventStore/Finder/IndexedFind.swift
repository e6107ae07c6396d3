import GRDB
import Model

/// The first step of a search: what indexes answer, at once over however many messages.
struct IndexedFind {
  /// Messages that one kind of match gives at most.
  static let limit = 500
  /// Domains that a beginning is completed to at most, and the newest messages of each that are looked at.
  private static let domains = 50

  let db: Database
  let text: String
  private var found: [(id: Int64, match: FindMatch)] = []
  /// Whether some kind of match gave as many as it may: then reading rows finds the others.
  private var isCut = false

  init(_ db: Database, _ text: String) {
    self.db = db
    self.text = text
  }

  mutating func part() throws -> FindPart {
    try findNumber()
    try findProviderID()
    if text.hasPrefix("@") {
      try findDomains(String(text.dropFirst()))
    } else {
      try findBeginning()
    }
    let matches = Dictionary(found.map { ($0.id, $0.match) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<Int64> = []
    let ids = found.map(\.id).filter { seen.insert($0).inserted }
    let messages = try MessagePager.rows(db, ids: ids)
    return FindPart(
      request: FindRequest(text), campaigns: try campaigns(),
      messages: messages.map { FoundMessage($0, matches[$0.id.rawValue] ?? .address) },
      next: try start(skipsAddresses: text.hasPrefix("@") && !isCut))
  }

  /// Where the first step that reads rows begins.
  ///
  /// - Parameter skipsAddresses: whether an index has answered for the addresses already.
  private func start(skipsAddresses: Bool) throws -> FindPosition? {
    // Counters, no rows: good enough to say how far a search has come.
    let messages = try Int.fetchOne(db, sql: "SELECT coalesce(sum(n), 0) FROM statusCount") ?? 0
    // A campaign's message has values and another program's a subject, so that each is read once for these.
    return FindPosition(
      addresses: skipsAddresses ? nil : .start, contents: .start, read: 0,
      total: skipsAddresses ? messages : messages * 2)
  }

  private mutating func add(_ ids: [Int64], _ match: FindMatch) {
    if ids.count >= Self.limit { isCut = true }
    found += ids.map { ($0, match) }
  }

  /// Our own number, with or without the sign before it.
  private mutating func findNumber() throws {
    guard let id = Int64(text.hasPrefix("#") ? String(text.dropFirst()) : text) else { return }
    add(
      try Int64.fetchAll(
        db,
        sql: "SELECT id FROM message WHERE id = ?", arguments: [id]), .id)
  }

  private mutating func findProviderID() throws {
    let key = StableHash.hash(text)
    add(
      try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM message WHERE providerKey = ?1 AND providerID = ?2
          UNION SELECT message FROM priorAttempt WHERE providerKey = ?1 AND providerID = ?2
          ORDER BY 1 DESC LIMIT ?3
          """, arguments: [key, text, Self.limit]), .providerID)
  }

  /// Addresses that begin with the text: the newest of them when they are few, else those first in the alphabet.
  private mutating func findBeginning() throws {
    add(
      try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM message INDEXED BY message_address
          WHERE address >= ?1 COLLATE NOCASE AND address < ?2 COLLATE NOCASE
          ORDER BY address COLLATE NOCASE, id LIMIT ?3
          """, arguments: [text, MessagePager.end(of: text), Self.limit]
      ).sorted(by: >), .address)
  }

  /// The newest messages to each of the domains that begin so. From one domain to the next the index is entered anew:
  /// a domain may have millions of messages.
  private mutating func findDomains(_ beginning: String) throws {
    let domain = Schema.domain
    let next = try db.cachedStatement(
      sql: """
        SELECT \(domain) FROM message INDEXED BY message_domain
        WHERE \(Schema.hasDomain) AND \(domain) >= ?1 COLLATE NOCASE AND \(domain) < ?2 COLLATE NOCASE
        ORDER BY \(domain) COLLATE NOCASE LIMIT 1
        """)
    let newest = try db.cachedStatement(
      sql: """
        SELECT id FROM message INDEXED BY message_domain
        WHERE \(Schema.hasDomain) AND \(domain) = ?1 COLLATE NOCASE ORDER BY id DESC LIMIT ?2
        """)
    var from = beginning
    var ids: [Int64] = []
    for number in 0... {
      // There may be more of them, which is the same as more messages.
      if number == Self.domains { isCut = true }
      guard number < Self.domains,
        let name = try String.fetchOne(next, arguments: [from, MessagePager.end(of: beginning)])
      else { break }
      ids += try Int64.fetchAll(newest, arguments: [name, Self.limit])
      // The first text behind this one: nothing lies between.
      from = name + "\u{1}"
    }
    add(Array(ids.sorted(by: >).prefix(Self.limit)), .domain)
  }

  /// Campaigns are thousands at most.
  private func campaigns() throws -> [FoundCampaign] {
    var needle = Needle(text)
    return try Row.fetchAll(
      db, sql: "SELECT id, name, subject FROM campaign WHERE state <> 'importing' ORDER BY id DESC"
    ).compactMap { row in
      let campaign = FoundCampaign(
        id: CampaignID(rawValue: row["id"]), name: row["name"], subject: row["subject"])
      return needle.isIn(campaign.name) || needle.isIn(campaign.subject) ? campaign : nil
    }.prefix(50).map { $0 }
  }
}
