import Foundation
import GRDB
import Model
import Ports

/// What the record of claims says against the store.
package enum Regression: Equatable, Sendable {
  /// The store is an earlier state of itself: so many claims are on record that it does not know.
  case wentBack(claims: Int)
  /// Claims were made, and their record is gone: the store is a copy, or its companion was removed.
  case unrecorded
}

/// A store that goes back in time, as by a backup that is put in its place.
///
/// Nobody who may have been sent to meanwhile is sent to again by a machine: they become `uncertain`, for the operator to
/// settle. Crash points: in transactions of some thousand messages, the last of which writes the number of claims; until
/// then every start finds the store behind and goes on.
extension EventStore {
  /// Compares the store with the record of its claims; `nil` when they agree.
  ///
  /// - Throws: ``StoreError``.
  package func regression() async throws -> Regression? {
    // In this order: what is on record by now, the store must know.
    let known = try witness.latest()
    let claims = try await claimCount()
    if !witness.exists { return claims > 0 ? .unrecorded : nil }
    guard let known, known.claims > claims else { return nil }
    return .wentBack(claims: Int(known.claims - claims))
  }

  /// Makes those `uncertain` who may have been sent to in the time that the store has forgotten.
  ///
  /// - Returns: the messages that became uncertain; `nil` when the store agrees with the record of its claims.
  /// - Throws: ``StoreError``.
  package func doubtWhatWasForgotten(operator: String, now: Timestamp) async throws -> Int? {
    guard let regression = try await regression() else { return nil }
    let claims = try await claimCount()
    var floor = ClaimMark(claims: claims, batch: 0, campaign: 0, message: 0)
    var batches: [Int64] = []
    switch regression {
    case .unrecorded:
      batches = try await read { db in
        try Int64.fetchAll(
          db, sql: "SELECT id FROM batch WHERE state <> ? ORDER BY id", arguments: [BatchState.done.code])
      }
    case .wentBack:
      var seen: Set<Int64> = []
      try witness.forEach(after: claims) { mark in
        seen.insert(mark.batch)
        floor.raise(to: mark)
      }
      batches = seen.sorted()
    }
    let reason =
      "this store was put back to an earlier state: whether it was sent meanwhile is not known here"
    var count = 0
    for start in stride(from: 0, to: batches.count, by: 100) {
      let part = Array(batches[start..<min(start + 100, batches.count)])
      count += try await write { db in
        let writer = try EventWriter(db)
        var doubted = 0
        for batch in part {
          // Who was refused may have been tried once more: that is another attempt, as at a claim.
          let rows = try Row.fetchAll(
            db.cachedStatement(
              sql: """
                SELECT m.id, m.attempt + (m.status = \(MessageStatus.refused.rawValue)) AS attempt FROM message m LEFT JOIN classification c ON c.id = m.classification
                WHERE m.batch = ? AND \(BatchRow.toBeSent)
                """), arguments: [batch])
          try writer.append(.uncertain, to: rows, at: now, reason: reason)
          doubted += rows.count
        }
        try writer.finish()
        // Their tickets are gone, or would find nothing: whoever waits for the batches would wait for ever.
        for batch in part { try Self.closeIfEmpty(db, batch, now: now) }
        return doubted
      }
    }
    let (total, highest) = (count, floor)
    let mark = try await write { db in
      try db.execute(
        sql: """
          UPDATE mark SET claims = max(claims, ?) + 1, batch = max(batch, ?), message = max(message, ?)
          """, arguments: [highest.claims, highest.batch, highest.message])
      try db.execute(
        sql: "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'campaign'", arguments: [highest.campaign])
      if db.changesCount == 0 {
        try db.execute(sql: "INSERT INTO sqlite_sequence VALUES ('campaign', ?)", arguments: [highest.campaign])
      }
      try History.add(
        db,
        HistoryEntry(
          at: now, operator: `operator`, action: "restore", campaign: nil,
          condition: regression == .unrecorded ? "no record of claims" : "an earlier state", count: total,
          result: "uncertain: nobody knows what was sent meanwhile"))
      return try Self.mark(db)
    }
    try witness.append(mark)
    return count
  }

  private static func closeIfEmpty(_ db: Database, _ batch: Int64, now: Timestamp) throws {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT campaign, state FROM batch WHERE id = ?1 AND state IN (0, 1) AND NOT EXISTS (
              SELECT 1 FROM message m LEFT JOIN classification c ON c.id = m.classification
              WHERE m.batch = ?1 AND (m.status = \(MessageStatus.sending.rawValue) OR \(BatchRow.toBeSent)))
            """), arguments: [batch])
    else { return }
    let campaign = CampaignID(rawValue: row["campaign"])
    try BatchRow.move(db, batch, campaign: campaign, from: BatchState(code: row["state"]), to: .done, now: now)
    try CampaignRow.settle(db, campaign)
  }

  /// Counts the claim in the transaction that makes it.
  ///
  /// - Parameter known: the record's latest, as read before the transaction.
  /// - Throws: ``StoreError`` with `wentBack` when the record knows of more claims than the store.
  func nextMark(_ db: Database, _ batch: BatchID, _ claim: Claim, after known: ClaimMark?) throws -> ClaimMark {
    guard case .send(let campaign, let messages) = claim else { return try Self.mark(db) }
    let before = try Self.mark(db)
    guard before.claims >= known?.claims ?? 0, witness.exists || before.claims == 0 else {
      throw StoreError(
        .wentBack,
        "the store \(path) is an earlier state than the one it was: nothing is sent until Sendboard is started anew and "
          + "has looked into it")
    }
    try db.cachedStatement(sql: "UPDATE mark SET claims = claims + 1").execute()
    return ClaimMark(
      claims: before.claims + 1, batch: batch.rawValue, campaign: campaign.id.rawValue,
      message: messages.map(\.message.rawValue).max() ?? 0)
  }

  /// The number of claims, and the numbers of batches and messages that must not be given again.
  static func mark(_ db: Database) throws -> ClaimMark {
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT claims, batch, message FROM mark"))
    return ClaimMark(
      claims: row?["claims"] ?? 0, batch: row?["batch"] ?? 0, campaign: 0, message: row?["message"] ?? 0)
  }

  private func claimCount() async throws -> Int64 { try await read { db in try Self.mark(db).claims } }
}

extension ClaimMark {
  /// Takes over the higher numbers.
  fileprivate mutating func raise(to other: ClaimMark) {
    claims = max(claims, other.claims)
    batch = max(batch, other.batch)
    campaign = max(campaign, other.campaign)
    message = max(message, other.message)
  }
}

/// Whether the file that was opened is still the one its path leads to.
extension EventStore {
  /// Sees that nobody has removed or replaced the file.
  ///
  /// - Throws: ``StoreError`` with `replaced`.
  package func checkIdentity() throws {
    guard let now = FileIdentity(path: path) else {
      throw StoreError(.replaced, "the store \(path) was removed while it was in use: put it back and start again")
    }
    guard now == identity else {
      throw StoreError(
        .replaced, "the store \(path) was replaced by another file while it was in use: start again to work on that one"
      )
    }
  }
}

/// Tells a file from every other.
struct FileIdentity: Equatable, Sendable {
  private let device: UInt64
  private let number: UInt64

  /// Reads it; `nil` when nothing is there.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}
