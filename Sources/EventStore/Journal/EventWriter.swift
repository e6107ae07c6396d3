import GRDB
import Model
import SQLiteKit

/// Appends events to the journal within one transaction and keeps the read models in step.
///
/// Everything that changes a message's status goes through ``append(_:providerID:)``. Call ``finish()`` last.
final class EventWriter {
  /// A message's row, as far as its standing needs it.
  struct Subject {
    var campaign: Int64?
    var standing: Standing
    var classificationID: Int64?
    var updatedAt: Int64
    var hasProviderID: Bool
    var isSimulator, isText: Bool
    var base: Standing { campaign == nil ? .foreign : .planned }
  }

  let db: Database
  var counters = Counters()
  var facts = FactCounts()
  var classifications: ClassificationTable
  /// Messages that have come to have arrived, and to have failed, by what was appended.
  private(set) var arrived = 0, failed = 0
  /// What puts an address on the suppression list.
  var rules = SuppressionRules.none
  /// Until when what is claimed here is the claimer's.
  var lease: Lease?
  private let insert, select, unmatched, update: Prepared
  /// What other events of a type an attempt has.
  let told: Prepared
  /// The reason written last, and as what: those of a batch are alike.
  private var lastReason = (sentence: "", stored: "")

  init(_ db: Database) throws {
    self.db = db
    classifications = ClassificationTable(db)
    insert = try Prepared(
      db,
      """
      INSERT OR IGNORE INTO event (message, at, identity, attempt, type, source, classification, reason, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    select = try Prepared(
      db,
      """
      SELECT campaign, status, attempt, tries, classification, updatedAt, providerKey, address FROM message WHERE id = ?
      """)
    // The plus keeps the parameter from deciding whether `event_assumed` serves: SQLite would prepare the statement anew for
    // each value (https://www.sqlite.org/c3ref/prepare.html), which was a fifth of a campaign.
    told = try Prepared(
      db,
      """
      SELECT at, classification FROM event
      WHERE message = ?1 AND attempt = ?2 AND +type = ?3 AND NOT (at = ?4 AND identity = ?5) ORDER BY at, identity
      """)
    unmatched = try Prepared(
      db,
      """
      SELECT id, status, classification FROM message WHERE campaign IS NULL AND providerKey = ? AND providerID = ?
      """)
    update = try Prepared(
      db,
      """
      UPDATE message SET status = ?2, attempt = ?3, tries = ?4, classification = ?5, updatedAt = ?6,
        leaseUntil = coalesce(?9, leaseUntil), leaseBoot = coalesce(?10, leaseBoot),
        providerID = coalesce(?7, providerID), providerKey = coalesce(?8, providerKey)
      WHERE id = ?1
      """)
  }

  /// Appends one event and brings its message up to date.
  ///
  /// - Parameter providerID: the provider's name for the attempt, when the event gives it.
  /// - Returns: `false` when the journal has this event already.
  @discardableResult
  func append(_ event: Event, providerID: String? = nil) throws -> Bool {
    let classificationID = try event.classification.map { try classifications.id(of: $0) }
    insert.bind(1, event.message.rawValue)
    insert.bind(2, event.at.milliseconds)
    insert.bind(3, event.identity)
    insert.bind(4, event.attempt)
    insert.bind(5, event.type.name)
    insert.bind(6, event.source.code)
    insert.bind(7, classificationID)
    insert.bind(8, event.source == .provider ? event.reason : event.reason.map(stored))
    insert.bind(9, event.detail)
    guard try insert.change() > 0 else { return false }
    guard var subject = try subject(event.message) else { return true }
    let before = subject
    if !subject.isSimulator { try count(event, subject) }
    let isMatched = try providerID.map { try matchEarlier($0, into: event, subject) } ?? false
    if isMatched || !subject.standing.absorb(event) {
      subject.standing = Standing(of: try events(of: event.message), base: subject.base)
    }
    if subject.standing.classification != before.standing.classification {
      subject.classificationID = try subject.standing.classification.map { try classifications.id(of: $0) }
    }
    subject.updatedAt = max(before.updatedAt, event.at.milliseconds, isMatched ? try newest(event.message) : 0)
    let isLatest = event.attempt == subject.standing.attempt
    if let providerID, !isLatest, subject.campaign != nil {
      try keep(providerID, of: event.message, attempt: event.attempt)
    }
    try write(
      event.message, subject, from: before, lease: event.type == .claimed ? lease : nil,
      providerID: isLatest ? providerID : nil)
    return true
  }

  private func stored(_ reason: String) -> String {
    if reason != lastReason.sentence { lastReason = (reason, OwnReason.stored(of: reason)) }
    return lastReason.stored
  }

  /// Remembers which attempt a provider's name is of, when that is no longer the one that counts.
  func keep(_ providerID: String, of message: MessageID, attempt: Int) throws {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO priorAttempt (providerKey, providerID, message, attempt) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [StableHash.hash(providerID), providerID, message.rawValue, attempt])
  }

  /// Counts the attempts of a message that were opened: the one that counts may be an earlier one.
  func highestAttempt(of message: MessageID) throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT max(attempt + (type IN (?, ?))) FROM event WHERE message = ?"),
      arguments: [EventType.resent.name, EventType.settledToResend.name, message.rawValue])
  }

  /// Computes a message's row anew from its events: for events that mean something else since a new version.
  func refresh(_ message: MessageID) throws {
    guard var subject = try subject(message) else { return }
    let before = subject
    subject.standing = Standing(of: try events(of: message), base: subject.base)
    subject.classificationID = try subject.standing.classification.map { try classifications.id(of: $0) }
    try write(message, subject, from: before, lease: nil, providerID: nil)
  }

  /// Writes the gathered counters.
  func finish() throws {
    try counters.flush(db)
    try facts.flush(db)
  }

  /// Reads all events of a message, oldest first.
  func events(of message: MessageID) throws -> [Event] {
    try EventRow.fetch(db, message: message, &classifications)
  }

  /// Takes over what came about our mail before its provider id was known: events without our tags were then kept as
  /// another program's mail.
  ///
  /// - Returns: `true` when there was something.
  private func matchEarlier(_ providerID: String, into event: Event, _ subject: Subject) throws -> Bool {
    guard subject.campaign != nil, !subject.hasProviderID else { return false }
    unmatched.bind(1, StableHash.hash(providerID))
    unmatched.bind(2, providerID)
    var found: [(id: Int64, status: Int, classification: Int64?)] = []
    while try unmatched.step() {
      found.append((unmatched.int(0), Int(unmatched.int(1)), unmatched.optionalInt(2)))
    }
    guard !found.isEmpty else { return false }
    // Both may tell of the same: what they tell together is counted anew.
    for id in [event.message] + found.map({ MessageID(rawValue: $0.id) }) { try facts.addAll(of: id, -1, db) }
    for other in found {
      try db.execute(
        sql: "UPDATE OR IGNORE event SET message = ?, attempt = ? WHERE message = ?",
        arguments: [event.message.rawValue, event.attempt, other.id])
      try db.execute(sql: "DELETE FROM event WHERE message = ?", arguments: [other.id])
      try db.execute(sql: "DELETE FROM message WHERE id = ?", arguments: [other.id])
      counters.add(nil, status: other.status, -1)
      counters.add(nil, classification: other.classification, -1)
    }
    try facts.addAll(of: event.message, 1, db)
    return true
  }

  /// By a rule; what is graver of what is there stays.
  private func suppress(_ message: MessageID, _ cause: Suppression.Cause, at: Timestamp) throws {
    let address = try String.fetchOne(
      db.cachedStatement(sql: "SELECT address FROM message WHERE id = ?"), arguments: [message.rawValue])
    guard let address else { return }
    try SuppressionList(db).add(Suppression(address: address, cause: cause, since: at), now: at)
  }

  private func newest(_ message: MessageID) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT max(at) FROM event WHERE message = ?", arguments: [message.rawValue]) ?? 0
  }

  private func subject(_ message: MessageID) throws -> Subject? {
    select.bind(1, message.rawValue)
    guard try select.step() else { return nil }
    defer { select.reset() }
    let classificationID = select.optionalInt(4)
    return try Subject(
      campaign: select.optionalInt(0),
      standing: Standing(
        attempt: Int(select.int(2)), tries: Int(select.int(3)),
        status: StoredValue.read(Int(select.int(1))),
        classification: try classificationID.flatMap { try classifications.classification($0) }),
      classificationID: classificationID, updatedAt: select.int(5), hasProviderID: !select.isNull(6),
      isSimulator: select.withBytes(7, Mailbox.isSimulator), isText: select.withBytes(7, FactCounts.isText))
  }

  private func write(
    _ message: MessageID, _ subject: Subject, from before: Subject, lease: Lease?, providerID: String?
  ) throws {
    update.bind(1, message.rawValue)
    update.bind(2, subject.standing.status.rawValue)
    update.bind(3, subject.standing.attempt)
    update.bind(4, subject.standing.tries)
    update.bind(5, subject.classificationID)
    update.bind(6, subject.updatedAt)
    update.bind(7, providerID)
    update.bind(8, providerID.map(StableHash.hash))
    update.bind(9, lease?.until.milliseconds)
    update.bind(10, lease?.boot)
    try update.run()
    if subject.standing.status != before.standing.status {
      counters.add(subject.campaign, status: before.standing.status.rawValue, -1)
      counters.add(subject.campaign, status: subject.standing.status.rawValue, 1)
      if !before.standing.hasArrived, subject.standing.hasArrived { arrived += 1 }
      if !before.standing.hasFailed, subject.standing.hasFailed { failed += 1 }
      if let cause = rules.cause(of: subject.standing.status), !subject.isSimulator {
        try suppress(message, cause, at: Timestamp(milliseconds: subject.updatedAt))
      }
    }
    if subject.classificationID != before.classificationID {
      counters.add(subject.campaign, classification: before.classificationID, -1)
      counters.add(subject.campaign, classification: subject.classificationID, 1)
    }
  }
}

extension Event.Source {
  /// The number in the journal.
  var code: Int {
    switch self {
    case .provider: 0
    case .sendboard: 1
    case .operator: 2
    }
  }

  init(code: Int64) { self = code == 0 ? .provider : code == 1 ? .sendboard : .operator }
}

extension Standing {
  /// Whether the message is known to have arrived, whatever became of it since.
  fileprivate var hasArrived: Bool { status.hasArrived }
  /// Whether it failed, and its batch is not about to try it again.
  fileprivate var hasFailed: Bool { status.isFailure && classification?.isTriedByBatch != true }
}
