import Foundation
import GRDB
import Model

/// Finds the message an event speaks of, and makes one for mail that another program sent.
struct MessageFinder {
  private let writer: EventWriter
  private let byID, ours, theirs, prior, create: Prepared
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
    ours = try Prepared(
      writer.db, "SELECT id, attempt, providerID FROM message WHERE providerKey = ? AND campaign IS NOT NULL")
    theirs = try Prepared(
      writer.db,
      """
      SELECT id, address, subject, providerID FROM message
      WHERE campaign IS NULL AND providerKey = ? AND address = ? COLLATE NOCASE
      """)
    prior = try Prepared(
      writer.db, "SELECT message, attempt FROM priorAttempt WHERE providerKey = ? AND providerID = ? LIMIT 1")
    create = try Prepared(
      writer.db,
      """
      INSERT INTO message (address, subject, status, attempt, tries, providerID, providerKey, updatedAt)
      VALUES (?, ?, ?, 1, 1, ?, ?, ?) RETURNING id
      """)
  }

  /// Finds or makes the message; `nil` when none fits and none may be made of the event.
  mutating func find(_ event: IncomingEvent) throws -> Found? {
    if let tag = event.tag, let found = try find(tag, event) { return found }
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
  private mutating func find(_ tag: IncomingEvent.Tag, _ event: IncomingEvent) throws -> Found? {
    byID.bind(1, tag.message.rawValue)
    guard try byID.step() else { return nil }
    let (attempt, campaign) = (Int(byID.int(0)), byID.int(1))
    let (address, providerID) = (byID.text(2), byID.optionalText(3))
    byID.reset()
    guard campaign == tag.campaign.rawValue else { return nil }
    let isProven = providerID != nil && providerID == event.providerID
    guard try isProven || fits(tag, event, address: address, campaign: campaign) else { return nil }
    if tag.attempt <= attempt { return (tag.message, max(tag.attempt, 1)) }
    // The attempt that counts may be an earlier one than the last. Attempts are on disk before their mail leaves: a
    // higher number than any of ours is no number of ours.
    return (tag.message, min(tag.attempt, try writer.highestAttempt(of: tag.message) ?? attempt))
  }

  private mutating func fits(
    _ tag: IncomingEvent.Tag, _ event: IncomingEvent, address: String, campaign: Int64
  ) throws -> Bool {
    guard event.address.isEmpty || Self.isSame(address, event.address) else {
      return try isPrior(event, of: tag.message)
    }
    if planned[campaign] == nil {
      planned[campaign] = try Int64.fetchOne(
        writer.db.cachedStatement(sql: "SELECT createdAt FROM campaign WHERE id = ?"), arguments: [campaign])
    }
    if tag.mailAt.milliseconds >= (planned[campaign] ?? .max) - Self.skew { return true }
    return try isPrior(event, of: tag.message)
  }

  private func isPrior(_ event: IncomingEvent, of message: MessageID) throws -> Bool {
    guard let providerID = event.providerID else { return false }
    return try findPrior(providerID, key: StableHash.hash(providerID))?.message == message
  }

  /// Compares addresses; SES writes domains in ASCII, whatever they were given as.
  private static func isSame(_ ours: String, _ theirs: String) -> Bool {
    if ours.isSameAddress(as: theirs) { return true }
    guard !ours.utf8.allSatisfy({ $0 < 0x80 }), let at = ours.lastIndex(of: "@") else { return false }
    var components = URLComponents()
    components.scheme = "https"
    components.host = String(ours[ours.index(after: at)...])
    guard let domain = components.encodedHost else { return false }
    return (ours[...at] + domain).isSameAddress(as: theirs)
  }

  private func findByProvider(_ event: IncomingEvent, key: Int64) throws -> Found? {
    ours.bind(1, key)
    while try ours.step() {
      guard ours.optionalText(2) == event.providerID else { continue }
      // Mail of ours has one recipient a provider id.
      defer { ours.reset() }
      return (MessageID(rawValue: ours.int(0)), Int(ours.int(1)))
    }
    // Foreign mail has one message for each of its recipients.
    theirs.bind(1, key)
    theirs.bind(2, event.address)
    while try theirs.step() {
      guard theirs.optionalText(3) == event.providerID else { continue }
      let found = MessageID(rawValue: theirs.int(0))
      let (address, subject) = (theirs.text(1), theirs.optionalText(2))
      theirs.reset()
      try complete(found, address, subject, with: event)
      return (found, 1)
    }
    return try event.providerID.flatMap { try findPrior($0, key: key) }
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

  private func make(_ event: IncomingEvent, key: Int64) throws -> MessageID {
    let base = Standing.foreign.status.rawValue
    create.bind(1, event.address)
    create.bind(2, event.subject)
    create.bind(3, base)
    create.bind(4, event.providerID)
    create.bind(5, key)
    create.bind(6, event.at.milliseconds)
    guard try create.step() else { throw StoreError(.failed, "a message could not be made") }
    let id = MessageID(rawValue: create.int(0))
    create.reset()
    writer.counters.add(nil, status: base, 1)
    return id
  }
}
