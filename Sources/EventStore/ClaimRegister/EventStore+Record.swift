import GRDB
package import Model
package import Ports
import SQLiteKit

extension EventStore {
  /// Writes the results of one provider call; they are on disk when this returns.
  ///
  /// - Returns: the messages of the batch that still have to be sent. When there are none, the batch is `done` and the
  ///   queue message may be deleted.
  /// - Throws: ``StoreError``.
  package func record(_ results: [AttemptResult], batch: BatchID, receiveCount: Int, now: Timestamp) async throws -> Int
  {
    try await write { db in
      let writer = try EventWriter(db)
      var accepted = 0
      var failure: String?
      for attempt in results {
        switch attempt.result {
        case .accepted(let providerID):
          accepted += 1
          try writer.append(
            .own(.accepted, message: attempt.message, attempt: attempt.attempt, at: now), providerID: providerID)
        case .refused(let refusal):
          if refusal.cause.isPassing { failure = OwnReason.batchFailed(refusal.cause, refusal.reason).stored }
          try writer.append(
            .own(
              .refused, message: attempt.message, attempt: attempt.attempt, at: now,
              classification: refusal.classification, reason: refusal.reason))
        case .unknown(let reason):
          try writer.append(
            .own(.uncertain, message: attempt.message, attempt: attempt.attempt, at: now, reason: reason))
        }
      }
      try writer.finish()
      try Throughput(accepted: accepted, delivered: writer.arrived, failed: writer.failed).add(to: db, now: now)
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
    try BatchRow.move(
      db, batch.rawValue, campaign: campaign, from: BatchState(code: row["state"]), to: .done, now: now,
      receives: receiveCount)
    try CampaignRow.finishIfDone(db, campaign)
    return 0
  }
}
