import GRDB
import Model

/// Figures of campaigns that are found rather than counted: each is about few rows, by an index of its own.
struct CampaignFigures {
  /// Messages that were refused and are about to be tried again.
  let retrying: [Int64: Int]
  /// Messages that count as accepted on the operator's word alone.
  let assumed: [Int64: Int]
  private(set) var reputation: [Int64: Reputation] = [:]
  /// Messages to the mailbox simulator.
  private(set) var simulated: [Int64: Int] = [:]
  /// Messages that were kept back, for their address is on the own suppression list.
  private(set) var keptBack: [Int64: Int] = [:]

  init(_ db: Database, _ id: CampaignID?, _ counts: [Int64: [MessageStatus: Int]]) throws {
    retrying = try Self.retrying(db, id)
    assumed = try Assumption.counts(db)
    try judge(db, id, counts)
  }

  /// Counts what was refused and is about to be tried again, by campaign.
  ///
  /// - Parameter id: the campaign; `nil` for all.
  static func retrying(_ db: Database, _ id: CampaignID?) throws -> [Int64: Int] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT b.campaign, count(*) AS n FROM batch b INDEXED BY batch_retried
        JOIN message m INDEXED BY message_batch ON m.batch = b.id JOIN classification c ON c.id = m.classification
        WHERE b.error IS NOT NULL AND b.state < 2 AND m.batch IS NOT NULL AND (?1 IS NULL OR b.campaign = ?1)
          AND m.status = \(MessageStatus.refused.rawValue) AND \(BatchRow.toBeSent) GROUP BY b.campaign
        """, arguments: [id?.rawValue])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["campaign"], $0["n"]) })
  }

  private mutating func judge(_ db: Database, _ id: CampaignID?, _ counts: [Int64: [MessageStatus: Int]]) throws {
    var found: [Int64: Reputation] = [:]
    for (campaign, counts) in counts {
      found[campaign] = Reputation(sent: counts.reduce(0) { $0 + ($1.key.provesAcceptance ? $1.value : 0) })
    }
    // Every row begins with a campaign, a classification and a count.
    func count(_ row: Row, _ sign: Int, isSent: Bool) {
      let n = sign * (row[5] as Int)
      let failure = Classification(row, from: 1)
      var reputation = found[row[0]] ?? Reputation()
      if isSent { reputation.sent += n }
      if failure?.wasNeverSent == true { reputation.sent -= n }
      if failure?.countsAsBounce == true { reputation.bounced += n }
      if failure?.countsAsComplaint == true { reputation.complained += n }
      found[row[0]] = reputation
    }
    let failures = try Row.fetchCursor(
      db,
      sql: """
        SELECT f.campaign, c.kind, c.cause, c.subtype, c.smtpStatus, f.n FROM failureCount f
        JOIN classification c ON c.id = f.classification WHERE f.n > 0 AND (?1 IS NULL OR f.campaign = ?1)
        """, arguments: [id?.rawValue])
    while let row = try failures.next() {
      count(row, 1, isSent: false)
      if Classification(row, from: 1)?.isOwnList == true { keptBack[row[0], default: 0] += row[5] as Int }
    }
    // What went to the mailbox simulator is taken out again.
    let simulated = try Row.fetchCursor(
      db,
      sql: """
        SELECT m.campaign, c.kind, c.cause, c.subtype, c.smtpStatus, count(*) AS n, m.status
        FROM message m INDEXED BY message_simulator LEFT JOIN classification c ON c.id = m.classification
        WHERE \(Mailbox.isSimulator("m.address")) AND m.campaign IS NOT NULL AND (?1 IS NULL OR m.campaign = ?1)
        GROUP BY m.campaign, m.status, m.classification
        """, arguments: [id?.rawValue])
    while let row = try simulated.next() {
      count(row, -1, isSent: MessageStatus(rawValue: row[6])?.provesAcceptance == true)
      self.simulated[row[0], default: 0] += row[5] as Int
    }
    reputation = found
  }
}
