import GRDB
import Model

extension EventStore {
  /// The operator's word on an uncertain message.
  public enum Verdict: String, Sendable {
    /// Send it again, at the risk of a second copy.
    case resend
    /// Take it as sent.
    case assumeSent
  }

  /// Settles uncertain messages, all or none.
  ///
  /// - Returns: the number of messages settled.
  /// - Throws: ``StoreError``: `notFound`, or `notAllowed` when one of them is not uncertain.
  public func settle(_ messages: [MessageID], _ verdict: Verdict, operator: String, now: Timestamp) throws -> Int {
    try write { db in
      var byCampaign: [Int64: [Row]] = [:]
      for message in Set(messages).sorted() {
        guard
          let row = try Row.fetchOne(
            db, sql: "SELECT id, attempt, providerID, campaign, status FROM message WHERE id = ?",
            arguments: [message.rawValue])
        else { throw StoreError(.notFound, "there is no message \(message)") }
        let status = MessageStatus(rawValue: row["status"]) ?? .queued
        guard status == .uncertain, let campaign = row["campaign"] as Int64? else {
          throw StoreError(.notAllowed, "message \(message) is \(status.name), not uncertain: nothing was settled")
        }
        byCampaign[campaign, default: []].append(row)
      }
      for (id, rows) in byCampaign.sorted(by: { $0.key < $1.key }) {
        guard let campaign = try CampaignRow.fetch(db, CampaignID(rawValue: id)) else { continue }
        if verdict == .resend {
          if campaign.state == .cancelled {
            throw StoreError(.notAllowed, "campaign \(id) was cancelled: nothing of it is sent again")
          }
          try Self.open(db, rows, .settledToResend, campaign: campaign, now: now)
        } else {
          let writer = try EventWriter(db)
          try writer.append(
            .assumedSent, to: rows, at: now, source: .operator, reason: "\(`operator`) takes it as sent")
          try writer.finish()
        }
        try History.add(
          db,
          HistoryEntry(
            at: now, operator: `operator`, action: "settle", campaign: campaign.id, condition: verdict.rawValue,
            count: rows.count, result: "settled"))
      }
      return byCampaign.values.reduce(0) { $0 + $1.count }
    }
  }

  /// Adds to the record of who did what.
  ///
  /// - Throws: ``StoreError``.
  public func addHistory(_ entry: HistoryEntry) throws { try write { db in try History.add(db, entry) } }
}
