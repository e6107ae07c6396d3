import GRDB
import Model
import SQLiteKit

/// Counts, day by day, the facts that AWS judges a sender by.
///
/// A fact counts once for each attempt, on the day that it first happened, however many events tell of it: SES tells of a
/// bounce by event publishing and by feedback notifications, and a server may answer twice. So the counts are those of the
/// set of events in whatever order they come, and an old archive counts in its own days. Days beyond a century are one day:
/// there are never more rows.
struct DayCounts {
  /// What is counted. The raw value is stored.
  enum Fact: Int64, CaseIterable {
    case accepted = 0, send, delivery
    /// A bounce of any kind; one that counts against the sender; a complaint.
    case bounce, hardBounce, complaint
    /// Was accepted, and held back by a list of the account's: it counts in no rate.
    case neverSent
  }

  /// What one event tells.
  struct Facts: OptionSet {
    var rawValue: Int
    init(rawValue: Int) { self.rawValue = rawValue }
    private init(_ fact: Fact) { rawValue = 1 << Int(fact.rawValue) }

    func contains(_ fact: Fact) -> Bool { contains(Facts(fact)) }

    /// What an event of a type and a classification tells.
    init(_ type: EventType, _ classification: Classification?) {
      switch type {
      case .accepted: self = Facts(.accepted)
      case .send: self = Facts(.send)
      case .delivery: self = Facts(.delivery)
      case .bounce, .complaint:
        self = []
        guard let classification else { break }
        if classification.wasNeverSent {
          self = Facts(.neverSent)
        } else if type == .bounce {
          self = Facts(.bounce)
          if classification.countsAsBounce { insert(Facts(.hardBounce)) }
        } else if classification.countsAsComplaint {
          self = Facts(.complaint)
        }
      case .queued, .claimed, .refused, .uncertain, .assumedSent, .assumptionWithdrawn, .settledToResend, .resent,
        .cancelled, .suppressed, .reject, .renderingFailure, .deliveryDelay, .open, .click, .subscription,
        .automaticReply,
        .byOneOfSeveral, .other:
        self = []
      }
    }
  }

  private struct Key: Hashable {
    var day: Int64
    var fact: Fact
  }

  private var counts: [Key: Int] = [:]
  /// The day of the last event, and what was counted for it: events come in the order of their days, mostly.
  private var current: Int64 = 0
  private var today = [Int](repeating: 0, count: Fact.allCases.count)

  /// 2020-01-01 and 2100-01-01, in days since the epoch.
  private static let first: Int64 = 18_262
  private static let last: Int64 = 47_482
  private static let dayLength: Int64 = 86_400_000

  static func day(_ at: Timestamp) -> Int64 { day(milliseconds: at.milliseconds) }
  static func day(milliseconds: Int64) -> Int64 { min(max(milliseconds / dayLength, first), last) }

  /// Counts a fact on a day, or takes it back.
  mutating func add(_ fact: Fact, day: Int64, _ n: Int = 1) {
    if day != current { turn(to: day) }
    today[Int(fact.rawValue)] += n
  }

  private mutating func turn(to day: Int64) {
    for fact in Fact.allCases where today[Int(fact.rawValue)] != 0 {
      counts[Key(day: current, fact: fact), default: 0] += today[Int(fact.rawValue)]
      today[Int(fact.rawValue)] = 0
    }
    current = day
  }

  mutating func flush(_ db: Database) throws {
    turn(to: current)
    guard !counts.isEmpty else { return }
    let statement = try Prepared(
      db, "INSERT INTO dayCount (day, fact, n) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n")
    for (key, n) in counts where n != 0 {
      statement.bind(1, key.day)
      statement.bind(2, key.fact.rawValue)
      statement.bind(3, n)
      try statement.run()
    }
    counts.removeAll(keepingCapacity: true)
  }

  /// Counts all that the journal has of a message, or takes it back: its events are about to be another's.
  mutating func addAll(of message: MessageID, _ n: Int, _ db: Database) throws {
    for row in try Row.fetchAll(db, sql: Self.recount(of: "e.message = \(message.rawValue)")) {
      guard let fact = Fact(rawValue: row["fact"]) else { continue }
      add(fact, day: row["day"], n * (row["n"] as Int))
    }
  }

  /// Computes the counts from the journal alone, as rows `day`, `fact`, `n`.
  static let recount = recount(of: "1")

  private static func recount(of condition: String) -> String {
    let facts: [(Fact, String)] = [
      (.accepted, "e.type = 'accepted'"), (.send, "e.type = 'Send'"), (.delivery, "e.type = 'Delivery'"),
      (.bounce, "e.type = 'Bounce' AND (c.kind <> 'suppressed' OR c.subtype = 'Suppressed')"),
      (.hardBounce, "e.type = 'Bounce' AND (c.kind = 'hard' OR (c.kind = 'suppressed' AND c.subtype = 'Suppressed'))"),
      (.complaint, "e.type = 'Complaint' AND c.kind = 'complaint'"),
      (.neverSent, "e.type IN ('Bounce', 'Complaint') AND c.kind = 'suppressed' AND c.subtype <> 'Suppressed'"),
    ]
    let columns = facts.map { "min(CASE WHEN \($0.1) THEN e.at END) AS f\($0.0.rawValue)" }.joined(separator: ", ")
    let rows = facts.map { fact in
      """
      SELECT min(max(f\(fact.0.rawValue) / \(dayLength), \(first)), \(last)) AS day, \(fact.0.rawValue) AS fact,
        count(*) AS n FROM told WHERE f\(fact.0.rawValue) IS NOT NULL GROUP BY 1
      """
    }
    return """
      WITH told AS (
        SELECT \(columns) FROM event e
        JOIN message m ON m.id = e.message LEFT JOIN classification c ON c.id = e.classification
        WHERE e.type IN ('accepted', 'Send', 'Delivery', 'Bounce', 'Complaint')
          AND NOT (\(Mailbox.isSimulator("m.address"))) AND \(condition) GROUP BY e.message, e.attempt)
      \(rows.joined(separator: " UNION ALL "))
      """
  }

  /// What AWS judges by in the days from one on.
  ///
  /// Not every kind of event need be published to us. Where more arrived or came back than is known to have been sent,
  /// what arrived and came back was sent.
  static func reputation(_ db: Database, since day: Int64, to last: Int64) throws -> Reputation {
    let rows = try Row.fetchAll(
      db, sql: "SELECT fact, sum(n) AS n FROM dayCount WHERE day BETWEEN ? AND ? GROUP BY fact", arguments: [day, last])
    let counts = Dictionary(uniqueKeysWithValues: rows.map { ($0["fact"] as Int64, $0["n"] as Int) })
    func count(_ fact: Fact) -> Int { counts[fact.rawValue] ?? 0 }
    let handedOver = max(count(.accepted), count(.send)) - count(.neverSent)
    return Reputation(
      sent: handedOver >= max(count(.delivery), count(.bounce)) ? handedOver : count(.delivery) + count(.bounce),
      bounced: count(.hardBounce), complained: count(.complaint))
  }
}

/// The addresses of SES's mailbox simulator, which count for nothing.
enum Mailbox {
  /// The condition on a column.
  static func isSimulator(_ column: String) -> String { "\(column) LIKE '%@simulator.amazonses.com'" }

  /// The same of an address's bytes: as `LIKE` does, letters of ASCII are taken as one whatever their case.
  static func isSimulator(_ address: UnsafeRawBufferPointer?) -> Bool {
    guard let address else { return false }
    let suffix = simulator.utf8
    return address.count >= suffix.count
      && zip(address.suffix(suffix.count), suffix).allSatisfy { byte, wanted in
        byte == wanted || (byte | 0x20 == wanted && UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte)
      }
  }

  private static let simulator = "@simulator.amazonses.com"
}
