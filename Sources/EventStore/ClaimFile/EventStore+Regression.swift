import Foundation
import GRDB
package import Model
import Ports

/// What is known outside the store against it.
package enum Regression: Equatable, Sendable {
  /// The store is an earlier state of itself: so many claims are on record that it does not know.
  case wentBack(claims: Int)
  /// Claims were made, and their record is gone, or does not reach far enough: the store is a copy, or was put back together
  /// with its companion, or a copy of it has sent.
  case unrecorded
}

/// What the store had forgotten.
package struct Forgotten: Equatable, Sendable {
  /// What is wrong with it.
  package enum Cause: Equatable, Sendable {
    /// It is an earlier state of itself, and all that it has forgotten is on record.
    case earlier
    /// It is an earlier state of itself, and not all that it has forgotten is on record.
    case earlierUnrecorded
    /// It has no record of its claims, and nothing says that it ever knew more.
    case withoutRecord
    /// A copy of it has sent.
    case copySent
  }

  /// Why it was looked into.
  package var cause: Cause
  /// Messages that may have been sent since, and are `uncertain` now.
  package var messages = 0
  /// Campaigns that were launched and sent from since, of which nothing is left but their number.
  package var campaigns: [CampaignID] = []
  /// Whom those went to at most; `nil` where that is not known.
  package var recipients: Int?

  /// Whether nobody and nothing is concerned.
  package var isNothing: Bool { messages == 0 && campaigns.isEmpty }

  /// Makes a value from its parts.
  package init(cause: Cause, messages: Int = 0, campaigns: [CampaignID] = [], recipients: Int? = nil) {
    self.cause = cause
    self.messages = messages
    self.campaigns = campaigns
    self.recipients = recipients
  }

  /// The same for a screen.
  package var reason: OwnReason {
    campaigns.isEmpty
      ? .storeWentBack(uncertain: messages)
      : .storeForgot(uncertain: messages, campaigns: campaigns.map(\.description).joined(separator: ", "))
  }
}

/// A store that goes back in time, as by a backup that is put in its place.
///
/// Nobody who may have been sent to meanwhile is sent to again by a machine: they become `uncertain`, for the operator to
/// settle. That nothing is known of what was forgotten stays on record, for a store that goes back once more.
///
/// What counts against it:
/// 1. claims on record that it does not know, by their number;
/// 2. a message that waits for an attempt which is on record: a part of the store is of another time than the number;
/// 3. the host's last claim is not on the record: store and record were put back together, or a copy has sent;
/// 4. the record is a copy, of which nothing can prove that it is the last one; or claims are missing at its end, and the
///    host's note has not the store's last one either;
/// 5. there is no record, and something was launched.
///
/// Not found is what is put back with all that could tell: store and record written over in place while the host's note is
/// gone or stood still, or a whole machine set back.
///
/// Crash points: in transactions of some thousand messages, the last of which writes the number of claims. Until then every
/// start finds the store behind and goes on: by the record as it was, by its being missing, or by the line with the new height
/// in it, which is written before that last transaction and into a record that is made together with it.
extension EventStore {
  /// Compares the store with what is on record of its claims; `nil` when they agree.
  ///
  /// - Throws: ``StoreError``.
  package func regression() async throws -> Regression? { try await regression(atStart: true) }

  /// - Parameter atStart: whether what the record lacks at its end counts: what is under way is, after a start, the business
  ///   of the claims themselves.
  private func regression(atStart: Bool) async throws -> Regression? {
    // In this order: what is on record by now, the store must know.
    let noted = claimFile.note?.read()
    let known = try claimFile.latest()
    let record = try claimFile.open()
    let history = try record?.history()
    let (claims, hasLaunched) = try await read { db in (try Self.mark(db).claim, try Self.hasLaunched(db)) }
    guard let record, let history else {
      return claims > 0 || (known?.claim ?? 0) > 0 || hasLaunched ? .unrecorded : nil
    }
    if let noted, try claimFile.isOfCopy(noted, record: record, for: identity.number) { return .unrecorded }
    // Whatever a note says: it may have stood still while others sent after the copy was made.
    if record.isCopy, claims > 0 || hasLaunched { return .unrecorded }
    if let known, known.claim > claims {
      return ClaimRecord.areComplete(try record.records(after: claims), after: claims, through: known.claim)
        ? .wentBack(claims: Int(known.claim - claims)) : .unrecorded
    }
    if atStart, history.mark.claim < claims, !isWitnessed(claims), try await isCutShort() { return .unrecorded }
    return try await hasForgottenAttempts(history) ? .unrecorded : nil
  }

  /// Whether this host's note has the store's last claim: the record lacks it for a worker that died, and not because it is an
  /// earlier one. A note that was not kept, or is a copy, says nothing.
  private func isWitnessed(_ claims: Int64) -> Bool {
    guard let note = claimFile.note, let noted = note.read(), note.obstacle == nil else { return false }
    return noted.nonce != 0 && !noted.isCopy && noted.mark.claim >= claims
  }

  /// Whether more claims are missing at the end of the record than workers died between claiming and recording: what those
  /// claimed has no outcome.
  private func isCutShort() async throws -> Bool {
    let (claims, open) = try await read { db in
      let open = try Int64.fetchOne(
        db,
        sql: """
          SELECT count(DISTINCT m.batch || ' ' || coalesce(m.leaseUntil, 0)) FROM campaign c JOIN message m ON m.campaign = c.id
          WHERE m.status IN (\(MessageStatus.sending.rawValue), \(MessageStatus.uncertain.rawValue))
          """)
      return (try Self.mark(db).claim, open ?? 0)
    }
    // In this order: what is not on record by now was open when it was counted.
    return claims - (try claimFile.open()?.latest().claim ?? 0) > open
  }

  /// Whether anybody waits who is on record of the attempt that is to be made: a part of the store is of an earlier time than
  /// its number of claims, as where a copy was laid over it and a log of it was left lying.
  private func hasForgottenAttempts(_ history: ClaimHistory) async throws -> Bool {
    try await read { db in
      let batches = try Int64.fetchCursor(
        db, sql: "SELECT id FROM batch WHERE state <> ?", arguments: [BatchState.done.code])
      let statement = try db.cachedStatement(sql: Self.waitingAttempts)
      while let batch = try batches.next() {
        guard history.has(batch: batch) else { continue }
        let waiting = try Row.fetchCursor(statement, arguments: [batch])
        while let row = try waiting.next() {
          if history.attempt(of: row["id"]) >= row["attempt"] as Int { return true }
        }
      }
      return false
    }
  }

  /// Those whom a batch would still send to. Who was refused may have been tried once more: that is another attempt, as at a
  /// claim.
  private static let waitingAttempts = """
    SELECT m.id, m.attempt + (m.status = \(MessageStatus.refused.rawValue)) AS attempt FROM message m
    LEFT JOIN classification c ON c.id = m.classification WHERE m.batch = ? AND \(BatchRow.toBeSent)
    """

  static func hasLaunched(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM campaign WHERE state <> 'importing')") ?? false
  }

  /// Makes those `uncertain` who may have been sent to in the time that the store has forgotten. To be called before
  /// anything is launched, resent, redriven, taken in or sent.
  ///
  /// - Returns: what was forgotten; `nil` when the store agrees with the record of its claims.
  /// - Throws: ``StoreError``.
  package func markForgottenUncertain(operator: String, now: Timestamp) async throws -> Forgotten? {
    guard let regression = try await regression() else {
      try claimFile.makeEmpty()
      try await closeGap()
      try claimFile.open()?.adopt()
      return nil
    }
    var floor = try claimFile.latest() ?? HighWaterMark()
    let claims = try await read { db in try Self.mark(db).claim }
    floor.claim = max(floor.claim, claims)
    let noted = claimFile.note?.read()
    var forgotten = Forgotten(cause: try cause(of: regression, noted: noted, claims: claims))
    var launches = claimFile.note?.launches.all() ?? []
    var unnamed: Set<Int64> = []
    let records = try claimFile.open()?.records(after: claims) ?? []
    let history = try claimFile.open()?.history() ?? ClaimHistory()
    for record in records {
      floor.raise(to: record)
      let isNew = !launches.contains { $0.campaign == record.campaign && $0.digest == record.digest }
      if record.digest != 0, isNew {
        launches.append(LaunchNote(campaign: record.campaign, digest: record.digest))
      }
      if record.first == 0 { unnamed.insert(record.batch) }
    }
    let claimed = ClaimRecord.messages(of: records)
    for start in stride(from: 0, to: claimed.count, by: 100) {
      let part = claimed[start..<min(start + 100, claimed.count)]
      forgotten.messages += try await write { db in try Self.markUncertain(db, part, by: history, now: now) }
    }
    if regression == .unrecorded {
      unnamed.formUnion(
        try await read { db in
          try Int64.fetchAll(db, sql: "SELECT id FROM batch WHERE state <> ?", arguments: [BatchState.done.code])
        })
    }
    forgotten.messages += try await markBatchesUncertain(unnamed.sorted(), by: history, now: now)
    try await closeEmpty(unnamed.union(try await batches(of: claimed)).sorted(), now: now)
    floor.claim += 1
    let mark = floor
    var lines = [ClaimRecord(mark, isFloor: regression == .unrecorded, nonce: .random(in: 1...UInt32.max))]
    // What the host noted last is looked into herewith, whoever took it.
    if regression == .unrecorded, let noted, noted.nonce != 0 {
      lines.insert(ClaimRecord(noted.mark, isFloor: true, nonce: noted.nonce), at: 0)
    }
    try await claimFile.write(lines)
    let total = forgotten
    let launched = launches
    let lost = try await write { db in
      try db.execute(
        sql: """
          UPDATE mark SET claims = max(claims, ?), batch = max(batch, ?), message = max(message, ?)
          """, arguments: [mark.claim, mark.batch, mark.message])
      try db.execute(
        sql: "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'campaign'", arguments: [mark.campaign])
      if db.changesCount == 0 {
        try db.execute(sql: "INSERT INTO sqlite_sequence VALUES ('campaign', ?)", arguments: [mark.campaign])
      }
      try History.add(
        db,
        HistoryEntry(
          at: now, operator: `operator`, action: .restore, campaign: nil,
          condition: (regression == .unrecorded ? OwnRecord.noRecordOfClaims : .earlierState).sentence,
          count: total.messages, result: OwnRecord.uncertainMeanwhile.sentence))
      // After the numbers: those of the forgotten are not given again either.
      return try Self.rememberLaunches(db, launched, operator: `operator`, now: now)
    }
    try claimFile.open()?.adopt()
    forgotten.campaigns = lost.map { $0.id }
    let counts = lost.compactMap { $0.recipients }
    forgotten.recipients = counts.count == lost.count && !lost.isEmpty ? counts.reduce(0, +) : nil
    return forgotten
  }

  /// Writes down that the record lacks the last claims, whose workers died before they were on it: an earlier store must not
  /// be believed to know them, and nobody has to explain them once more when they are settled.
  private func closeGap() async throws {
    let claims = try await read { db in try Self.mark(db).claim }
    // Another process may be about to append: that takes microseconds.
    for _ in 0..<5 {
      guard try claimFile.open()?.latest().claim ?? claims < claims else { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    // Under the name that the host noted for it, if it did: that was this store's claim.
    let noted = claimFile.note?.read().flatMap { $0.mark.claim == claims && $0.nonce != 0 ? $0.nonce : nil }
    try await claimFile.write([
      ClaimRecord(HighWaterMark(claim: claims), isFloor: true, nonce: noted ?? .random(in: 1...UInt32.max))
    ])
  }

  private func cause(of regression: Regression, noted: HostNote.Content?, claims: Int64) throws -> Forgotten.Cause {
    guard regression == .unrecorded else { return .earlier }
    let record = try claimFile.open()
    if let noted, noted.copy != 0, noted.copy != identity.number, let record,
      try claimFile.isOfCopy(noted, record: record, for: identity.number), noted.mark.claim <= claims
    {
      return .copySent
    }
    return record == nil && (noted?.mark.claim ?? 0) <= claims ? .withoutRecord : .earlierUnrecorded
  }

  private static let reason = OwnReason.storePutBack.sentence

  /// Doubts the attempt that was made: that of whoever waited or was under way, else one more.
  ///
  /// Who had been refused was tried once more by the batch. Who had an outcome was claimed again because somebody wanted that:
  /// the operator's word is among what was forgotten, and without it what is known of the earlier copy would answer for the
  /// later one, and stop whatever the operator says of that.
  private static func markUncertain(
    _ db: Database, _ messages: ArraySlice<ClosedRange<Int64>>, by history: ClaimHistory, now: Timestamp
  ) throws -> Int {
    let writer = try EventWriter(db)
    var count = 0
    for range in messages {
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT id, attempt, providerID, status FROM message WHERE id BETWEEN ? AND ? AND campaign IS NOT NULL
            """), arguments: [range.lowerBound, range.upperBound])
      for row in rows {
        let attempt: Int =
          switch try row.known("status") as MessageStatus {
          case .queued, .sending, .uncertain: row["attempt"]
          case .refused, .cancelled: row["attempt"] + 1
          case .accepted, .delayed, .delivered, .opened, .clicked, .softBounced, .renderFailed, .rejected, .suppressed,
            .hardBounced, .complained:
            try writer.openAttempt(of: row, .resent, at: now, source: .sendboard, reason: reason)
          }
        let id: Int64 = row["id"]
        try writer.append(
          .own(
            .uncertain, message: MessageID(rawValue: id), attempt: max(attempt, history.attempt(of: id)), at: now,
            reason: reason))
      }
      count += rows.count
    }
    try writer.finish()
    return count
  }

  /// The batches that the messages on record are in here: a resend had put them into others.
  private func batches(of messages: [ClosedRange<Int64>]) async throws -> Set<Int64> {
    try await read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT DISTINCT batch FROM message WHERE id BETWEEN ? AND ? AND batch IS NOT NULL")
      return try messages.reduce(into: []) { found, range in
        found.formUnion(try Int64.fetchAll(statement, arguments: [range.lowerBound, range.upperBound]))
      }
    }
  }

  /// Doubts everybody whom a batch would still send to.
  private func markBatchesUncertain(_ batches: [Int64], by history: ClaimHistory, now: Timestamp) async throws -> Int {
    var count = 0
    for start in stride(from: 0, to: batches.count, by: 100) {
      let part = batches[start..<min(start + 100, batches.count)]
      count += try await write { db in
        let writer = try EventWriter(db)
        var doubted = 0
        for batch in part {
          let rows = try Row.fetchAll(db.cachedStatement(sql: Self.waitingAttempts), arguments: [batch])
          for row in rows {
            let id: Int64 = row["id"]
            try writer.append(
              .own(
                .uncertain, message: MessageID(rawValue: id), attempt: max(row["attempt"], history.attempt(of: id)),
                at: now, reason: Self.reason))
          }
          doubted += rows.count
        }
        try writer.finish()
        return doubted
      }
    }
    return count
  }

  /// Their tickets are gone, or would find nothing: whoever waits for the batches would wait for ever.
  private func closeEmpty(_ batches: [Int64], now: Timestamp) async throws {
    for start in stride(from: 0, to: batches.count, by: 100) {
      let part = batches[start..<min(start + 100, batches.count)]
      try await write { db in for batch in part { try Self.closeIfEmpty(db, batch, now: now) } }
    }
  }

  private static func closeIfEmpty(_ db: Database, _ batch: Int64, now: Timestamp) throws {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT campaign, state FROM batch WHERE id = ?1 AND state <> 2 AND NOT EXISTS (
              SELECT 1 FROM message m LEFT JOIN classification c ON c.id = m.classification
              WHERE m.batch = ?1 AND (m.status = \(MessageStatus.sending.rawValue) OR \(BatchRow.toBeSent)))
            """), arguments: [batch])
    else { return }
    let campaign = CampaignID(rawValue: row["campaign"])
    try BatchRow.move(db, batch, campaign: campaign, from: BatchState(code: row["state"]), to: .done, now: now)
    try CampaignRow.finishIfDone(db, campaign)
  }

  /// Puts a campaign without recipients in the place of each that was forgotten, so that its launch is not repeated as if it
  /// had never been, and an operator sees that something is missing.
  ///
  /// - Returns: those, with whom they went to at most where that is known.
  private static func rememberLaunches(
    _ db: Database, _ launches: [LaunchNote], operator: String, now: Timestamp
  ) throws -> [(id: CampaignID, recipients: Int?)] {
    var lost: [(id: CampaignID, recipients: Int?)] = []
    for launch in launches.sorted(by: { $0.campaign < $1.campaign }) where launch.digest != 0 {
      let row = try Row.fetchOne(
        db, sql: "SELECT digest FROM campaign WHERE id = ?", arguments: [launch.campaign])
      if let row, row["digest"] as Int64? == launch.digest { continue }
      // Its number is another's here, which was launched from a copy, or was being stored: what it was must be known all the
      // same.
      if row != nil, try Twin.find(db, launch.digest) != nil { continue }
      try db.execute(
        sql: """
          INSERT INTO campaign (id, name, channel, state, operator, createdAt, audience, sender, subject, columns,
            batchSize, touchedAt, digest, note)
          VALUES (?, ?, ?, ?, ?, ?, '', '', '', '', 50, 0, ?, ?)
          """,
        arguments: [
          row == nil ? launch.campaign : nil,
          launch.name.isEmpty ? "(campaign \(launch.campaign), forgotten)" : "(\(launch.name), forgotten)",
          Channel.email.rawValue, CampaignState.finished.rawValue, `operator`,
          launch.at > 0 ? launch.at : now.milliseconds, launch.digest, OwnReason.forgottenCampaign.stored,
        ])
      lost.append(
        (CampaignID(rawValue: db.lastInsertedRowID), launch.recipients > 0 ? Int(launch.recipients) : nil))
    }
    return lost
  }

  /// Counts the claim in the transaction that makes it.
  ///
  /// - Parameters:
  ///   - known: what is on record outside, as read before the transaction.
  ///   - isOfCopy: whether another file took the last of it.
  /// - Returns: what is to be on record of it, and what it was claimed of.
  /// - Throws: ``StoreError`` with `wentBack` when there is more of it than the store knows.
  func nextRecords(
    _ db: Database, _ batch: BatchID, _ claim: Claim, after known: HighWaterMark, isOfCopy: Bool
  ) throws -> ([ClaimRecord], LaunchNote?) {
    guard case .send(let campaign, let messages) = claim else { return ([], nil) }
    let before = try Self.mark(db).claim
    guard before >= known.claim else { throw isOfCopy ? StoreError(.wentBack, .copyAtWork(path)) : wentBack }
    if claimFile.has(messages) { throw wentBack }
    try db.cachedStatement(sql: "UPDATE mark SET claims = claims + 1").execute()
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT digest, recipients FROM campaign WHERE id = ?"),
      arguments: [campaign.id.rawValue])
    let launch = LaunchNote(
      campaign: campaign.id.rawValue, digest: row?["digest"] ?? 0, recipients: row?["recipients"] ?? 0,
      at: campaign.createdAt.milliseconds, name: campaign.name)
    let records = ClaimRecord.records(
      claim: before + 1, batch: batch.rawValue, campaign: campaign.id.rawValue, digest: launch.digest,
      messages: messages.map { ($0.message.rawValue, $0.attempt) })
    return (records, launch)
  }

  /// Makes sure that no number is given a second time.
  ///
  /// - Throws: ``StoreError`` with `wentBack`.
  func requireNoRegression() async throws {
    if try await regression(atStart: false) != nil { throw wentBack }
  }

  private var wentBack: StoreError {
    StoreError(
      .wentBack,
      "the store \(path) is an earlier state than the one it was: nothing is sent until Sendboard is started anew and "
        + "has looked into it", detail: .file(path, said: ""))
  }

  /// The number of claims, and the numbers of batches and messages that must not be given again.
  static func mark(_ db: Database) throws -> HighWaterMark {
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT claims, batch, message FROM mark"))
    return HighWaterMark(claim: row?["claims"] ?? 0, batch: row?["batch"] ?? 0, message: row?["message"] ?? 0)
  }
}

/// Whether the file that was opened is still the one its path leads to.
extension EventStore {
  /// Sees that nobody has removed or replaced the file.
  ///
  /// - Throws: ``StoreError`` with `replaced`.
  package func checkIdentity() throws {
    guard let now = FileIdentity(path: path) else {
      throw StoreError(
        .replaced, "the store \(path) was removed while it was in use: put it back and start again",
        detail: .file(path, said: ""))
    }
    guard now == identity else {
      throw StoreError(
        .replaced,
        "the store \(path) was replaced by another file while it was in use: start again to work on that one",
        detail: .file(path, said: ""))
    }
  }
}

/// Tells a file from every other.
struct FileIdentity: Equatable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  /// The same as one number, not 0.
  var number: Int64 { Checksum.of([Int64(bitPattern: device), Int64(bitPattern: inode)], 0) | 1 }

  /// Reads it; `nil` when nothing is there.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Reads that of an open one.
  init?(file: CInt) {
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}
