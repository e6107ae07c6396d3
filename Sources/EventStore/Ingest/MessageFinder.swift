import GRDB
import Model

/// Finds the message an event speaks of, and makes one for mail that another program sent.
struct MessageFinder {
  private let writer: EventWriter
  private let byID, byProvider, prior, create: Prepared

  init(_ writer: EventWriter) throws {
    self.writer = writer
    byID = try Prepared(writer.db, "SELECT attempt FROM message WHERE id = ? AND campaign IS NOT NULL")
    byProvider = try Prepared(
      writer.db, "SELECT id, attempt, campaign, address, providerID, subject FROM message WHERE providerKey = ?")
    prior = try Prepared(
      writer.db, "SELECT message, attempt FROM priorAttempt WHERE providerKey = ? AND providerID = ? LIMIT 1")
    create = try Prepared(
      writer.db,
      """
      INSERT INTO message (address, subject, status, attempt, tries, providerID, providerKey, updatedAt)
      VALUES (?, ?, ?, 1, 1, ?, ?, ?) RETURNING id
      """)
  }

  mutating func find(_ event: IncomingEvent) throws -> (message: MessageID, attempt: Int) {
    if let tag = event.tag {
      byID.bind(1, tag.message.rawValue)
      if try byID.step() {
        let current = Int(byID.int(0))
        byID.reset()
        // Attempts are on disk before their mail leaves: a higher number than ours is no number of ours.
        return (tag.message, min(max(tag.attempt, 1), current))
      }
    }
    let key = event.providerID.map(StableHash.hash) ?? event.identity
    if let found = try findByProvider(event, key: key) { return found }
    return (try make(event, key: key), 1)
  }

  private func findByProvider(_ event: IncomingEvent, key: Int64) throws -> (message: MessageID, attempt: Int)? {
    byProvider.bind(1, key)
    while try byProvider.step() {
      guard byProvider.optionalText(4) == event.providerID else { continue }
      // Mail of ours has one recipient a provider id; foreign mail has one message for each of its recipients.
      let isOurs = !byProvider.isNull(2)
      if isOurs || byProvider.text(3).lowercased() == event.address.lowercased() {
        let found = (MessageID(rawValue: byProvider.int(0)), Int(byProvider.int(1)))
        let (address, subject) = (byProvider.text(3), byProvider.optionalText(5))
        byProvider.reset()
        if !isOurs { try complete(found.0, address, subject, with: event) }
        return found
      }
    }
    guard let providerID = event.providerID else { return nil }
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
