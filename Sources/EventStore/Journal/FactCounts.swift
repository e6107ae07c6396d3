import GRDB
import Model
import SQLiteKit

/// Counts, hour by hour and campaign by campaign, the facts that a sender is judged by: by AWS for mail, and by the breaker.
///
/// A fact counts once for each attempt, in the hour that it first happened, however many events tell of it: SES tells of a
/// bounce by event publishing and by feedback notifications, and a server may answer twice. So the counts are those of the
/// set of events in whatever order they come, and an old archive counts in its own hours. Hours beyond a century are one hour:
/// there are never more rows.
struct FactCounts {
  /// What is counted. The raw value is stored.
  enum Fact: Int64, CaseIterable {
    // Of mail.
    case accepted = 0, send, delivery
    /// A bounce of any kind; one that counts against the sender; a complaint.
    case bounce, hardBounce, complaint
    /// Was accepted, and held back by a list of the account's: it counts in no rate.
    case neverSent
    /// Has arrived, or bounced so that it counts.
    case decided
    // Of texts: has arrived, or failed as one of the next two; to a number that there is not; taken for unwanted.
    case textDecided, invalidNumber, carrierBlock
  }

  /// What one event tells.
  struct Facts: OptionSet {
    var rawValue: Int
    init(rawValue: Int) { self.rawValue = rawValue }
    private init(_ fact: Fact) { rawValue = 1 << Int(fact.rawValue) }

    func contains(_ fact: Fact) -> Bool { contains(Facts(fact)) }

    /// What an event of a type and a classification tells.
    init(_ type: EventType, _ classification: Classification?, isText: Bool) {
      self = isText ? Self.ofText(type, classification) : Self.ofMail(type, classification)
    }

    private static func ofMail(_ type: EventType, _ classification: Classification?) -> Facts {
      switch type {
      case .accepted: return Facts(.accepted)
      case .send: return Facts(.send)
      case .delivery: return [Facts(.delivery), Facts(.decided)]
      case .bounce, .complaint:
        guard let classification else { return [] }
        if classification.wasNeverSent { return Facts(.neverSent) }
        if type == .complaint { return classification.countsAsComplaint ? Facts(.complaint) : [] }
        return classification.countsAsBounce
          ? [Facts(.bounce), Facts(.hardBounce), Facts(.decided)] : Facts(.bounce)
      case .queued, .claimed, .refused, .uncertain, .assumedSent, .assumptionWithdrawn, .settledToResend, .resent,
        .cancelled, .suppressed, .reject, .renderingFailure, .deliveryDelay, .open, .click, .subscription,
        .automaticReply,
        .byOneOfSeveral, .other:
        return []
      }
    }

    private static func ofText(_ type: EventType, _ classification: Classification?) -> Facts {
      if type == .delivery { return Facts(.textDecided) }
      guard type == .bounce, let failure = classification?.textFailure else { return [] }
      switch failure.measure {
      case .invalidNumbers: return [Facts(.textDecided), Facts(.invalidNumber)]
      case .carrierBlocks: return [Facts(.textDecided), Facts(.carrierBlock)]
      case .bounces, .complaints, nil: return []
      }
    }
  }

  private struct Key: Hashable {
    var hour: Int64
    var campaign: Int64
    var fact: Fact
  }

  private var counts: [Key: Int] = [:]
  /// Where the last event counted, and what was counted there: events come in the order of their hours, mostly.
  private var current: (hour: Int64, campaign: Int64) = (0, 0)
  private var latest = [Int](repeating: 0, count: Fact.allCases.count)
  /// The campaigns of which something was counted that a breaker looks at.
  private(set) var judged: Set<Int64> = []

  /// 2020-01-01 and 2100-01-01, in hours since the epoch.
  private static let first: Int64 = 18_262 * 24
  private static let last: Int64 = 47_482 * 24
  private static let hourLength: Int64 = 3_600_000

  static func hour(_ at: Timestamp) -> Int64 { hour(milliseconds: at.milliseconds) }
  static func hour(milliseconds: Int64) -> Int64 { min(max(milliseconds / hourLength, first), last) }

  /// Counts a fact in an hour, or takes it back.
  mutating func add(_ fact: Fact, hour: Int64, campaign: Int64?, _ n: Int = 1) {
    let campaign = campaign ?? Counters.foreign
    if (hour, campaign) != current { turn(to: (hour, campaign)) }
    latest[Int(fact.rawValue)] += n
    switch fact {
    case .hardBounce, .complaint, .invalidNumber, .carrierBlock: judged.insert(campaign)
    case .accepted, .send, .delivery, .bounce, .neverSent, .decided, .textDecided: break
    }
  }

  private mutating func turn(to place: (hour: Int64, campaign: Int64)) {
    for fact in Fact.allCases where latest[Int(fact.rawValue)] != 0 {
      counts[Key(hour: current.hour, campaign: current.campaign, fact: fact), default: 0] += latest[Int(fact.rawValue)]
      latest[Int(fact.rawValue)] = 0
    }
    current = place
  }

  mutating func flush(_ db: Database) throws {
    turn(to: current)
    guard !counts.isEmpty else { return }
    let statement = try Prepared(
      db,
      """
      INSERT INTO factCount (hour, campaign, fact, n) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET n = n + excluded.n
      """)
    for (key, n) in counts where n != 0 {
      statement.bind(1, key.hour)
      statement.bind(2, key.campaign)
      statement.bind(3, key.fact.rawValue)
      statement.bind(4, n)
      try statement.run()
    }
    counts.removeAll(keepingCapacity: true)
  }

  /// Counts all that the journal has of a message, or takes it back: its events are about to be another's.
  mutating func addAll(of message: MessageID, _ n: Int, _ db: Database) throws {
    for row in try Row.fetchAll(db, sql: Self.recount(of: "e.message = \(message.rawValue)")) {
      guard let fact = Fact(rawValue: row["fact"]) else { continue }
      add(fact, hour: row["hour"], campaign: row["campaign"], n * (row["n"] as Int))
    }
  }

  /// Computes the counts from the journal alone, as rows `hour`, `campaign`, `fact`, `n`.
  static let recount = recount(of: "1")

  private static func recount(of condition: String) -> String {
    let isHard = "(c.kind = 'hard' OR (c.kind = 'suppressed' AND c.subtype = 'Suppressed'))"
    let mail: [(Fact, String)] = [
      (.accepted, "e.type = 'accepted'"), (.send, "e.type = 'Send'"), (.delivery, "e.type = 'Delivery'"),
      (.bounce, "e.type = 'Bounce' AND (c.kind <> 'suppressed' OR c.subtype = 'Suppressed')"),
      (.hardBounce, "e.type = 'Bounce' AND \(isHard)"), (.complaint, "e.type = 'Complaint' AND c.kind = 'complaint'"),
      (.neverSent, "e.type IN ('Bounce', 'Complaint') AND c.kind = 'suppressed' AND c.subtype <> 'Suppressed'"),
      (.decided, "e.type = 'Delivery' OR (e.type = 'Bounce' AND \(isHard))"),
    ]
    func failures(_ measure: BreakerMeasure?) -> String {
      let names = TextFailure.allCases.filter { measure == nil ? $0.measure != nil : $0.measure == measure }
      return "(e.type = 'Bounce' AND c.cause = '\(Classification.textCause)' AND c.subtype IN "
        + "(\(names.map { "'\($0.rawValue)'" }.joined(separator: ", "))))"
    }
    let texts: [(Fact, String)] = [
      (.textDecided, "e.type = 'Delivery' OR \(failures(nil))"), (.invalidNumber, failures(.invalidNumbers)),
      (.carrierBlock, failures(.carrierBlocks)),
    ]
    let isText = Self.isText("m.address")
    let facts = mail.map { ($0.0, "NOT \(isText) AND (\($0.1))") } + texts.map { ($0.0, "\(isText) AND (\($0.1))") }
    let columns = facts.map { "min(CASE WHEN \($0.1) THEN e.at END) AS f\($0.0.rawValue)" }.joined(separator: ", ")
    let rows = facts.map { fact in
      """
      SELECT min(max(f\(fact.0.rawValue) / \(hourLength), \(first)), \(last)) AS hour, campaign,
        \(fact.0.rawValue) AS fact, count(*) AS n
      FROM told WHERE f\(fact.0.rawValue) IS NOT NULL GROUP BY 1, 2
      """
    }
    return """
      WITH told AS (
        SELECT coalesce(m.campaign, \(Counters.foreign)) AS campaign, \(columns) FROM event e
        JOIN message m ON m.id = e.message LEFT JOIN classification c ON c.id = e.classification
        WHERE e.type IN ('accepted', 'Send', 'Delivery', 'Bounce', 'Complaint')
          AND NOT (\(Mailbox.isSimulator("m.address"))) AND \(condition) GROUP BY e.message, e.attempt)
      \(rows.joined(separator: " UNION ALL "))
      """
  }

  /// The condition on a column of addresses that it is a telephone number.
  private static func isText(_ column: String) -> String { "(instr(\(column), '@') = 0 AND \(column) <> '')" }

  /// The same of an address's bytes.
  static func isText(_ address: UnsafeRawBufferPointer?) -> Bool {
    address.map { !$0.isEmpty && !$0.contains(UInt8(ascii: "@")) } ?? false
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
