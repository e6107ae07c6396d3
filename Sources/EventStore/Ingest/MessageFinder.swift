import GRDB
import Model
import Ports
import SQLiteKit

/// Finds the message an event speaks of, and makes one for mail that another program sent.
struct MessageFinder {
  private let writer: EventWriter
  private let byID, byProvider, prior, create: Prepared
  /// The foreign mails to many that this transaction has come across, by the hash of their provider id.
  private var crowds: [Int64: Crowd] = [:]
  /// When each campaign was planned.
  private var planned: [Int64: Int64] = [:]
  /// How far SES's clock and this host's may be apart: requests of hosts that are further off are turned away
  /// (<https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html>: 5 minutes).
  private static let skew: Int64 = 15 * 60_000

  /// A message and the attempt of it.
  typealias Found = (message: MessageID, attempt: Int)

  init(_ writer: EventWriter) throws {
    self.writer = writer
    byID = try Prepared(
      writer.db, "SELECT attempt, campaign, address, providerID FROM message WHERE id = ? AND campaign IS NOT NULL")
    byProvider = try Prepared(
      writer.db, "SELECT id, attempt, campaign, address, providerID, subject FROM message WHERE providerKey = ?")
    prior = try Prepared(
      writer.db, "SELECT message, attempt FROM priorAttempt WHERE providerKey = ? AND providerID = ? LIMIT 1")
    create = try Prepared(
      writer.db,
      """
      INSERT INTO message (address, subject, status, attempt, tries, providerID, providerKey, updatedAt)
      VALUES (?, ?, ?, 1, 1, ?, ?, ?)
      """)
  }

  /// Finds or makes the message; `nil` when none fits and none may be made of the event.
  mutating func find(_ event: IncomingEvent) throws -> Found? {
    if let tags = event.tags, let found = try find(tags, event) {
      // Its message takes over what is known of foreign mail with this provider id.
      if !crowds.isEmpty, let providerID = event.providerID { crowds[StableHash.hash(providerID)] = nil }
      return found
    }
    let key = event.providerID.map(StableHash.hash) ?? event.identity
    if let found = try findByProvider(event, key: key) { return found }
    // A type nobody here knows does not prove that anything was sent.
    if case .other = event.type { return nil }
    return event.address.isEmpty ? nil : (try make(event, key: key), 1)
  }

  /// Why nothing was found and nothing was made.
  static func nobody(_ event: IncomingEvent) -> String {
    if event.address.isEmpty {
      return "it names no recipient, and its tags no message of this store that it fits"
    }
    return
      "an event of a type that is not known here (\(event.type.name.prefix(60))), about mail that is not known either"
  }

  /// Takes a tag at its word when all else agrees with it: numbers alone are given twice when a store goes back in time.
  private mutating func find(_ tags: MessageTags, _ event: IncomingEvent) throws -> Found? {
    byID.bind(1, tags.message.rawValue)
    guard try byID.step() else { return nil }
    let (attempt, campaign) = (Int(byID.int(0)), byID.int(1))
    let isProven = event.providerID != nil && byID.equals(3, event.providerID)
    let address = isProven ? "" : byID.text(2)
    byID.reset()
    guard campaign == tags.campaign.rawValue else { return nil }
    guard try isProven || fits(tags, event, address: address, campaign: campaign) else { return nil }
    if tags.attempt <= attempt { return (tags.message, max(tags.attempt, 1)) }
    // The attempt that counts may be an earlier one than the last. Attempts are on disk before their mail leaves: a
    // higher number than any of ours is no number of ours.
    return (tags.message, min(tags.attempt, try writer.highestAttempt(of: tags.message) ?? attempt))
  }

  private mutating func fits(
    _ tags: MessageTags, _ event: IncomingEvent, address: String, campaign: Int64
  ) throws -> Bool {
    guard event.address.isEmpty || address.isSameAddress(as: event.address) else {
      return try isPrior(event, of: tags.message)
    }
    if planned[campaign] == nil {
      planned[campaign] = try Int64.fetchOne(
        writer.db.cachedStatement(sql: "SELECT createdAt FROM campaign WHERE id = ?"), arguments: [campaign])
    }
    if event.mailAt.milliseconds >= (planned[campaign] ?? .max) - Self.skew { return true }
    return try isPrior(event, of: tags.message)
  }

  private func isPrior(_ event: IncomingEvent, of message: MessageID) throws -> Bool {
    guard let providerID = event.providerID else { return false }
    return try findPrior(providerID, key: StableHash.hash(providerID))?.message == message
  }

  /// Looks among what bears a provider's id: our one message, or those of foreign mail, one for each recipient.
  private mutating func findByProvider(_ event: IncomingEvent, key: Int64) throws -> Found? {
    if let crowd = crowds[key], crowd.providerID == event.providerID { return try find(event, in: crowd) }
    var passed = 0
    byProvider.bind(1, key)
    while try byProvider.step() {
      guard byProvider.equals(4, event.providerID) else { continue }
      let id = MessageID(rawValue: byProvider.int(0))
      guard byProvider.isNull(2) else {
        defer { byProvider.reset() }
        return (id, Int(byProvider.int(1)))
      }
      let address = byProvider.text(3)
      if address.isSameAddress(as: event.address) {
        let subject = byProvider.optionalText(5)
        byProvider.reset()
        try complete(id, address, subject, with: event)
        return (id, 1)
      }
      passed += 1
      if passed == Crowd.few {
        byProvider.reset()
        let crowd = try crowd(event.providerID, key: key)
        crowds[key] = crowd
        return try find(event, in: crowd)
      }
    }
    return try event.providerID.flatMap { try findPrior($0, key: key) }
  }

  private func find(_ event: IncomingEvent, in crowd: Crowd) throws -> Found? {
    if let ours = crowd.ours { return ours }
    guard let found = crowd[event.address] else { return nil }
    try complete(found.id, found.address, found.subject, with: event)
    return (found.id, 1)
  }

  private func crowd(_ providerID: String?, key: Int64) throws -> Crowd {
    var crowd = Crowd(providerID: providerID)
    byProvider.bind(1, key)
    while try byProvider.step() {
      guard byProvider.equals(4, providerID) else { continue }
      let id = MessageID(rawValue: byProvider.int(0))
      if byProvider.isNull(2) {
        crowd[byProvider.text(3)] = (id, byProvider.text(3), byProvider.optionalText(5))
      } else {
        crowd.ours = (id, Int(byProvider.int(1)))
      }
    }
    return crowd
  }

  private func findPrior(_ providerID: String, key: Int64) throws -> Found? {
    prior.bind(1, key)
    prior.bind(2, providerID)
    guard try prior.step() else { return nil }
    defer { prior.reset() }
    return (MessageID(rawValue: prior.int(0)), Int(prior.int(1)))
  }

  /// Of what foreign mail's events tell of its subject and of how its address is written, keeps the same whatever comes
  /// first; small letters rather than capitals.
  private func complete(_ message: MessageID, _ address: String, _ subject: String?, with event: IncomingEvent) throws {
    let better = (address: max(address, event.address), subject: subject ?? event.subject)
    guard better.address != address || better.subject != subject else { return }
    try writer.db.execute(
      sql: "UPDATE message SET address = ?, subject = ? WHERE id = ?",
      arguments: [better.address, better.subject, message.rawValue])
  }

  private mutating func make(_ event: IncomingEvent, key: Int64) throws -> MessageID {
    let base = Standing.foreign.status.rawValue
    create.bind(1, event.address)
    create.bind(2, event.subject)
    create.bind(3, base)
    create.bind(4, event.providerID)
    create.bind(5, key)
    create.bind(6, event.at.milliseconds)
    try create.run()
    let id = MessageID(rawValue: writer.db.lastInsertedRowID)
    writer.counters.add(nil, status: base, 1)
    if crowds[key]?.providerID == event.providerID {
      crowds[key]?[event.address] = (id, event.address, event.subject)
    }
    return id
  }
}

/// The messages of one foreign mail to very many, by address: else n events of n recipients cost n². SES's mails have 50
/// recipients at most; a document may claim any number.
private struct Crowd {
  typealias Member = (id: MessageID, address: String, subject: String?)

  let providerID: String?
  /// Our own message of that id, if there is one.
  var ours: MessageFinder.Found?
  private var members: [String: Member] = [:]
  /// So many are looked through one by one.
  static let few = 64

  init(providerID: String?) { self.providerID = providerID }

  subscript(address: String) -> Member? {
    get { members[address.mailboxKey] }
    set { members[address.mailboxKey] = newValue }
  }
}
