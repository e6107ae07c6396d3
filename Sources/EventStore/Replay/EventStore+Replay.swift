import GRDB
import Model

extension EventStore {
  /// A place where a read model is not what the journal says.
  package struct Discrepancy: Equatable, Sendable, CustomStringConvertible {
    /// Says what happened and where, in one line.
    package var description: String
  }

  /// Computes every read model from the journal alone and compares.
  ///
  /// - Parameter limit: discrepancies at most.
  /// - Throws: ``StoreError``.
  package func replay(limit: Int = 20) async throws -> [Discrepancy] {
    try await read { db in
      var replay = Replay(db, limit: limit)
      try replay.messages()
      try replay.counters()
      try replay.batches()
      try replay.facts()
      return replay.found
    }
  }
}

private struct Replay {
  let db: Database
  let limit: Int
  var found: [EventStore.Discrepancy] = []
  private var statuses: [[Int64]: Int] = [:]
  private var failures: [Int64: [Classification: Int]] = [:]

  init(_ db: Database, limit: Int) {
    self.db = db
    self.limit = limit
  }

  private mutating func report(_ text: String) {
    if found.count < limit { found.append(.init(description: text)) }
  }

  mutating func messages() throws {
    var table = ClassificationTable(db)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT m.* FROM message m LEFT JOIN campaign c ON c.id = m.campaign WHERE c.state IS NOT 'importing' ORDER BY m.id
        """)
    while let row = try rows.next() {
      let id = MessageID(rawValue: row["id"])
      let campaign: Int64? = row["campaign"]
      let events = try EventRow.fetch(db, message: id, &table)
      let standing = Standing(of: events, base: campaign == nil ? .foreign : .planned)
      let stored = Standing(
        attempt: row["attempt"], tries: row["tries"], status: try row.known("status"),
        classification: try (row["classification"] as Int64?).flatMap { try table.classification($0) })
      if standing != stored { report("message \(id): the journal says \(standing), the row \(stored)") }
      statuses[[campaign ?? Counters.foreign, Int64(standing.status.rawValue)], default: 0] += 1
      if let classification = standing.classification {
        failures[campaign ?? Counters.foreign, default: [:]][classification, default: 0] += 1
      }
    }
  }

  mutating func counters() throws {
    var stored: [[Int64]: Int] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT campaign, status, n FROM statusCount WHERE n <> 0") {
      stored[[row["campaign"], row["status"]]] = row["n"]
    }
    for key in Set(stored.keys).union(statuses.keys).sorted(by: { $0.lexicographicallyPrecedes($1) })
    where stored[key] != statuses[key] {
      report(
        "campaign \(key[0]) status \(key[1]): the journal says \(statuses[key] ?? 0), the counter \(stored[key] ?? 0)")
    }
    var counted: [Int64: [Classification: Int]] = [:]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT f.campaign, f.n, c.kind, c.cause, c.subtype, c.smtpStatus FROM failureCount f
        JOIN classification c ON c.id = f.classification WHERE f.n <> 0
        """)
    for row in rows {
      guard let classification = Classification(row: row) else { continue }
      counted[row["campaign"], default: [:]][classification] = row["n"]
    }
    if counted != failures { report("failures: the journal says \(failures), the counters \(counted)") }
  }

  mutating func facts() throws {
    func read(_ sql: String) throws -> [[Int64]: Int] {
      let rows = try Row.fetchAll(db, sql: sql)
      return Dictionary(uniqueKeysWithValues: rows.map { ([$0["hour"], $0["campaign"], $0["fact"]], $0["n"]) })
    }
    let (stored, counted) = (try read("SELECT * FROM factCount WHERE n <> 0"), try read(FactCounts.recount))
    if stored != counted { report("facts: the journal says \(counted), the counters \(stored)") }
  }

  mutating func batches() throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT c.id, c.pending, c.queued, c.done, c.dead, c.recipients,
          (SELECT count(*) FROM batch WHERE campaign = c.id AND state = 0) AS p,
          (SELECT count(*) FROM batch WHERE campaign = c.id AND state = 1) AS q,
          (SELECT count(*) FROM batch WHERE campaign = c.id AND state = 2) AS d,
          (SELECT count(*) FROM batch WHERE campaign = c.id AND state = 3) AS x,
          (SELECT count(*) FROM message WHERE campaign = c.id) AS m
        FROM campaign c WHERE c.state <> 'importing'
        """)
    for row in rows {
      let counters: [Int] = [row["pending"], row["queued"], row["done"], row["dead"], row["recipients"]]
      let actual: [Int] = [row["p"], row["q"], row["d"], row["x"], row["m"]]
      if counters != actual {
        report("campaign \(row["id"] as Int64): batches and recipients \(actual), counters \(counters)")
      }
    }
  }
}
