import GRDB
import Model

extension FactCounts {
  /// What AWS judges an account by since a moment: mail, whoever sent it.
  ///
  /// Not every kind of event need be published to us. Where more arrived or came back than is known to have been sent,
  /// what arrived and came back was sent.
  static func reputation(_ db: Database, since: Timestamp, to now: Timestamp) throws -> Reputation {
    let counts = try sums(
      db, "hour > ? AND hour <= ?", [hour(since), hour(now)])
    func count(_ fact: Fact) -> Int { counts[fact] ?? 0 }
    let handedOver = max(count(.accepted), count(.send)) - count(.neverSent)
    return Reputation(
      sent: handedOver >= max(count(.delivery), count(.bounce)) ? handedOver : count(.delivery) + count(.bounce),
      bounced: count(.hardBounce), complained: count(.complaint))
  }

  /// What a breaker looks at: of a campaign, ever.
  static func share(_ db: Database, _ measure: BreakerMeasure, of campaign: Int64) throws -> Share {
    try share(measure, sums(db, "campaign = ?", [campaign]))
  }

  /// What a breaker looks at: of the account, since a moment.
  static func share(_ db: Database, _ measure: BreakerMeasure, since: Timestamp, to now: Timestamp) throws -> Share {
    try share(measure, sums(db, "hour > ? AND hour <= ?", [hour(since), hour(now)]))
  }

  private static func share(_ measure: BreakerMeasure, _ counts: [Fact: Int]) -> Share {
    switch measure {
    case .bounces: Share(counts[.hardBounce] ?? 0, of: counts[.decided] ?? 0)
    case .complaints: Share(counts[.complaint] ?? 0, of: counts[.decided] ?? 0)
    case .invalidNumbers: Share(counts[.invalidNumber] ?? 0, of: counts[.textDecided] ?? 0)
    case .carrierBlocks: Share(counts[.carrierBlock] ?? 0, of: counts[.textDecided] ?? 0)
    }
  }

  private static func sums(_ db: Database, _ condition: String, _ arguments: StatementArguments) throws -> [Fact: Int] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT fact, sum(n) AS n FROM factCount WHERE \(condition) GROUP BY fact"),
      arguments: arguments)
    return rows.reduce(into: [:]) { sums, row in
      if let fact = Fact(rawValue: row["fact"]) { sums[fact] = row["n"] }
    }
  }
}
