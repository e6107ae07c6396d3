import GRDB
import Model

extension EventStore {
  /// What became of one claimed message.
  public struct Outcome: Equatable, Sendable {
    /// The provider's word, or that there is none.
    public enum Word: Equatable, Sendable {
      case accepted(providerID: String)
      case refused(Refusal)
      case unknown(reason: String)
    }

    /// Names the message.
    public var message: MessageID
    /// Counts the attempt, from 1.
    public var attempt: Int
    /// Says what became of it.
    public var word: Word

    /// Makes a value from its parts.
    public init(message: MessageID, attempt: Int, word: Word) {
      self.message = message
      self.attempt = attempt
      self.word = word
    }
  }

  /// Writes the outcomes of one provider call; they are on disk when this returns.
  ///
  /// - Returns: the messages of the batch that still have to be sent. When there are none, the batch is `done` and the
  ///   queue message may be deleted.
  /// - Throws: ``StoreError``.
  public func record(_ outcomes: [Outcome], batch: BatchID, receiveCount: Int, now: Timestamp) async throws -> Int {
    try await write { db in
      let writer = try EventWriter(db)
      var accepted = 0
      var failure: String?
      for outcome in outcomes {
        switch outcome.word {
        case .accepted(let providerID):
          accepted += 1
          try writer.append(
            .own(.accepted, message: outcome.message, attempt: outcome.attempt, at: now), providerID: providerID)
        case .refused(let refusal):
          if refusal.cause.isPassing { failure = "\(refusal.cause.rawValue): \(refusal.reason)" }
          try writer.append(
            .own(
              .refused, message: outcome.message, attempt: outcome.attempt, at: now,
              classification: refusal.classification, reason: refusal.reason))
        case .unknown(let reason):
          try writer.append(
            .own(.uncertain, message: outcome.message, attempt: outcome.attempt, at: now, reason: reason))
        }
      }
      try writer.finish()
      try Throughput.add(db, now: now, accepted: accepted, ingested: 0)
      return try Self.close(db, batch, receiveCount: receiveCount, failure: failure, now: now)
    }
  }

  private static func close(
    _ db: Database, _ batch: BatchID, receiveCount: Int, failure: String?, now: Timestamp
  ) throws -> Int {
    if let failure {
      try db.execute(
        sql: "UPDATE batch SET error = ?, receiveCount = ? WHERE id = ?",
        arguments: [failure, receiveCount, batch.rawValue])
    }
    let count = try Prepared(
      db,
      """
      SELECT count(*) FROM message m LEFT JOIN classification c ON c.id = m.classification
      WHERE m.batch = ? AND (m.status = \(MessageStatus.sending.rawValue) OR \(BatchRow.toBeSent))
      """)
    count.bind(1, batch.rawValue)
    _ = try count.step()
    let left = Int(count.int(0))
    count.reset()
    guard left == 0,
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT campaign, state FROM batch WHERE id = ?"), arguments: [batch.rawValue])
    else { return left }
    let campaign = CampaignID(rawValue: row["campaign"])
    try BatchRow.move(db, batch.rawValue, campaign: campaign, from: BatchState(code: row["state"]), to: .done, now: now)
    try CampaignRow.settle(db, campaign)
    return 0
  }
}
