import GRDB
package import Model
package import Ports
import SQLiteKit
import Synchronization

/// Crash points of a worker, and what is found afterwards:
/// 1. after the receive, before the claim commits: nothing changed; the batch becomes visible again and is claimed.
/// 2. after the claim, before or during the provider's call, or after it and before the outcome commits: the messages
///    are `sending` without an outcome. The next receive of the batch finds the claim's lease over and makes
///    them `uncertain`; nobody sends them again but the operator. An event with their tags settles them.
/// 3. after the outcome, before the queue message is deleted: the batch comes back, has nothing to claim, is deleted.
extension EventStore {
  /// Claims the messages of a batch that are still to be sent; the claim is on disk when this returns.
  ///
  /// - Parameters:
  ///   - limit: recipients at most, those of one provider call: whatever is claimed must be called for at once.
  ///   - lease: how long the claim is this worker's unless it is renewed; then it is taken for dead.
  /// - Throws: ``StoreError``, with `replaced` or `wentBack` when this is not the store whose claims are on record.
  package func claim(_ batch: BatchID, limit: Int, now: Timestamp, lease: Duration) async throws -> Claim {
    try checkIdentity()
    let (known, isOfCopy) = try claimFile.required(for: identity.number)
    let (claim, records, launch) = try await write { [self] db in
      let time = leaseTime(now)
      let claim = try Self.claim(
        db, batch, limit: limit, now: now, at: time, lease: Lease(until: time.time + lease, boot: time.boot))
      let (records, launch) = try nextRecords(db, batch, claim, after: known, isOfCopy: isOfCopy)
      return (claim, records, launch)
    }
    // On disk before the provider is called: see ClaimFile. Whoever opens what was put in this store's place meanwhile finds
    // the record, or this claimer finds that its store was replaced: one of the two.
    if !records.isEmpty {
      try await claimFile.append(records, launch: newly(launch), for: identity.number, store: path)
      notedLaunches.withLock { noted in if let launch { noted.insert(launch.campaign) } }
      try checkIdentity()
    }
    return claim
  }

  /// A launch, unless this process has noted it.
  private func newly(_ launch: LaunchNote?) -> LaunchNote? {
    guard let launch, launch.digest != 0 else { return nil }
    return notedLaunches.withLock { $0.contains(launch.campaign) } ? nil : launch
  }

  private static func claim(
    _ db: Database, _ batch: BatchID, limit: Int, now: Timestamp, at time: Lease.Now, lease: Lease
  ) throws -> Claim {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT campaign, state FROM batch WHERE id = ?"), arguments: [batch.rawValue]),
      let campaign = try CampaignRow.fetch(db, CampaignID(rawValue: row["campaign"])), campaign.state != .importing
    else { return .unknown }
    let state = BatchState(code: row["state"])
    if state == .done { return .nothingLeft }
    if campaign.state == .cancelled {
      try BatchRow.move(db, batch.rawValue, campaign: campaign.id, from: state, to: .done, now: now)
      return .nothingLeft
    }
    if !campaign.state.maySend {
      try BatchRow.move(db, batch.rawValue, campaign: campaign.id, from: state, to: .pending, now: now)
      // Its ticket is about to be deleted: an outbox that sent it must not believe it to be on the queue.
      try db.execute(sql: "UPDATE batch SET outboxUntil = 0 WHERE id = ?", arguments: [batch.rawValue])
      return .paused
    }
    if let window = campaign.window, !WindowRule.isOpen(window, at: now) {
      try BatchRow.move(db, batch.rawValue, campaign: campaign.id, from: state, to: .pending, now: now)
      try CampaignRow.move(db, campaign.id, .reopen)
      // As for a paused one. The outbox sends it anew when the window opens.
      try db.execute(sql: "UPDATE batch SET outboxUntil = 0 WHERE id = ?", arguments: [batch.rawValue])
      return .paused
    }
    let writer = try EventWriter(db)
    if try expireAbandoned(writer, batch, at: time, now: now) { return .inProgress }
    writer.lease = lease
    let messages = try take(writer, batch, columns: campaign.columns.count, limit: limit, now: now)
    try writer.finish()
    guard !messages.isEmpty else {
      try BatchRow.move(db, batch.rawValue, campaign: campaign.id, from: state, to: .done, now: now)
      try CampaignRow.finishIfDone(db, campaign.id)
      return .nothingLeft
    }
    if state != .queued {
      try BatchRow.move(db, batch.rawValue, campaign: campaign.id, from: state, to: .queued, now: now)
      try CampaignRow.move(db, campaign.id, .reopen)
      try CampaignRow.finishIfDone(db, campaign.id)
    }
    return .send(campaign, messages)
  }

  /// Makes the claims of dead workers `uncertain`.
  ///
  /// - Returns: `true` when a claim's lease is not over.
  static func expireAbandoned(_ writer: EventWriter, _ batch: BatchID, at time: Lease.Now, now: Timestamp) throws
    -> Bool
  {
    let sending = try Prepared(
      writer.db, "SELECT id, attempt, leaseUntil, leaseBoot FROM message WHERE batch = ? AND status = ?")
    sending.bind(1, batch.rawValue)
    sending.bind(2, MessageStatus.sending.rawValue)
    var abandoned: [Event] = []
    while try sending.step() {
      if !time.isOver(until: sending.optionalInt(2), boot: sending.optionalInt(3)) {
        sending.reset()
        return true
      }
      abandoned.append(
        .own(
          .uncertain, message: MessageID(rawValue: sending.int(0)), attempt: Int(sending.int(1)), at: now,
          reason: EventStore.abandoned))
    }
    for event in abandoned { try writer.append(event) }
    return false
  }

  private static let waitingOfBatch = """
    SELECT m.id, m.status, m.attempt, m.address, r.data FROM message m JOIN recipient r ON r.message = m.id
    LEFT JOIN classification c ON c.id = m.classification
    WHERE m.batch = ? AND \(BatchRow.toBeSent) ORDER BY m.id
    """

  private static func take(_ writer: EventWriter, _ batch: BatchID, columns: Int, limit: Int, now: Timestamp) throws
    -> [ClaimedMessage]
  {
    let waiting = try Prepared(writer.db, waitingOfBatch)
    waiting.bind(1, batch.rawValue)
    let list = SuppressionList(writer.db)
    let isFree = try list.isEmpty()
    var messages: [ClaimedMessage] = []
    var suppressed: [(message: ClaimedMessage, cause: Suppression.Cause)] = []
    while messages.count < limit, try waiting.step() {
      let isRetry = waiting.int(1) == Int64(MessageStatus.refused.rawValue)
      let message = ClaimedMessage(
        message: MessageID(rawValue: waiting.int(0)), attempt: Int(waiting.int(2)) + (isRetry ? 1 : 0),
        address: waiting.text(3), values: columns == 0 ? [] : ValueList.decode(waiting.text(4)))
      if !isFree, let cause = try list.cause(of: message.address, now: now), try !list.isExempt(message.message) {
        suppressed.append((message, cause))
      } else {
        messages.append(message)
      }
    }
    waiting.reset()
    for (message, cause) in suppressed {
      try writer.append(
        .own(
          .suppressed, message: message.message, attempt: message.attempt, at: now, classification: .ownList(cause),
          reason: OwnReason.onList(cause).sentence))
    }
    for message in messages {
      try writer.append(.own(.claimed, message: message.message, attempt: message.attempt, at: now))
    }
    return messages
  }
}

extension BatchRow {
  /// The condition on `message m` and its `classification c` under which a batch still has to send it: it waits, or it
  /// was refused for a reason that passes.
  static let toBeSent: String = {
    let passing = Refusal.Cause.allCases.filter(\.isPassing).map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return """
      (m.status = \(MessageStatus.queued.rawValue)
        OR (m.status = \(MessageStatus.refused.rawValue) AND c.cause IN (\(passing))))
      """
  }()
}
