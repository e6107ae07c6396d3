import GRDB
package import Model

/// The store's own list of addresses that nothing is sent to. Looked at where messages are claimed, so that whoever is put on
/// it after the launch is not sent to either.
///
/// Crash points: an entry is one row of one transaction, with its line in the history. Who is claimed before it is there is
/// sent to; who is claimed after it is not.
extension EventStore {
  /// A page of the list.
  package struct SuppressionPage: Equatable, Sendable {
    /// The latest first.
    package var entries: [Suppression]
    /// How many are on the list.
    package var total: Int
  }

  /// Reads a page of the list, the latest first.
  ///
  /// - Parameters:
  ///   - text: a part of the address; empty for all.
  ///   - offset: entries that are left out before it.
  /// - Throws: ``StoreError``.
  package func suppressions(
    containing text: String = "", limit: Int, offset: Int = 0, now: Timestamp
  ) async throws -> SuppressionPage {
    try await read { db in
      // Whose time is over is sent to again.
      let filter = "(?1 = '' OR instr(mailbox, ?1) > 0) AND (until IS NULL OR until > ?2)"
      let text = text.lowercased()
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT * FROM suppression WHERE \(filter) ORDER BY since DESC, mailbox LIMIT ?3 OFFSET ?4",
        arguments: [text, now.milliseconds, limit, offset])
      let total = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM suppression WHERE \(filter)", arguments: [text, now.milliseconds])
      return SuppressionPage(entries: try rows.map(Suppression.init(row:)), total: total ?? 0)
    }
  }

  /// Says why nothing is sent to an address; `nil` when it is not on the list, or not any more.
  ///
  /// - Throws: ``StoreError``.
  package func suppression(of address: String, now: Timestamp) async throws -> Suppression? {
    try await read { db in try SuppressionList.entry(db, address, now: now) }
  }

  /// Puts addresses on the list, in one piece; of those that are on it already, what is graver stays and what lasts longer.
  ///
  /// - Parameter condition: whom it is about, for the record; `nil` to name the first of them.
  /// - Returns: how many were not on it.
  /// - Throws: ``StoreError``.
  package func suppress(
    _ entries: [Suppression], condition: String? = nil, operator: String, now: Timestamp
  ) async throws -> Int {
    try await write { db in
      let list = SuppressionList(db)
      var new = 0
      for entry in entries {
        if try list.add(entry, now: now) { new += 1 }
      }
      try History.add(
        db,
        HistoryEntry(
          at: now, operator: `operator`, action: .suppress, campaign: nil,
          condition: condition ?? Self.named(entries.map(\.address)), count: entries.count,
          result: OwnRecord.suppressed(new: new).sentence))
      return new
    }
  }

  /// The first addresses, for the record.
  private static func named(_ addresses: [String]) -> String {
    addresses.prefix(3).joined(separator: ", ") + (addresses.count > 3 ? " …" : "")
  }

  /// Puts many people on the list, some at a time: one of them who is on it stays there as before.
  ///
  /// Crash points: that somebody asked for it is on record before the first piece, with whom it was about; each piece is a
  /// transaction of its own. Whoever repeats it puts the rest there.
  ///
  /// - Parameter condition: whom it is about, for the record.
  /// - Returns: how many were not on it.
  /// - Throws: ``StoreError``.
  package func suppress(
    _ people: AudienceStaging, condition: String, operator: String, now: Timestamp
  ) async throws -> Int {
    let listed = try await suppressed(in: people, listing: 0, now: now).count
    let new = people.recipients - listed
    try await write { db in
      try History.add(
        db,
        HistoryEntry(
          at: now, operator: `operator`, action: .suppress, campaign: nil, condition: condition,
          count: people.recipients, result: OwnRecord.suppressed(new: new).sentence))
    }
    try await people.addresses(inPartsOf: 2000) { part in
      try await write { db in
        let list = SuppressionList(db)
        for address in part {
          try list.add(
            Suppression(address: address, cause: .manual, since: now, by: `operator`), now: now)
        }
      }
    }
    return new
  }

  /// Takes addresses off the list, in one piece.
  ///
  /// - Returns: how many were on it.
  /// - Throws: ``StoreError``.
  package func unsuppress(_ addresses: [String], operator: String, now: Timestamp) async throws -> Int {
    try await write { db in
      var count = 0
      let statement = try db.cachedStatement(sql: "DELETE FROM suppression WHERE mailbox = ?")
      for address in addresses {
        try statement.execute(arguments: [address.mailboxKey])
        count += db.changesCount
      }
      try History.add(
        db,
        HistoryEntry(
          at: now, operator: `operator`, action: .unsuppress, campaign: nil,
          condition: Self.named(addresses), count: count,
          result: OwnRecord.unsuppressed.sentence))
      return count
    }
  }

  /// Counts those of a staged audience that are on the list, and lists some.
  ///
  /// - Throws: ``StoreError``.
  package func suppressed(
    in staging: AudienceStaging, listing limit: Int, now: Timestamp
  ) async throws -> (count: Int, listed: [String]) {
    let isEmpty = try await read { db in try SuppressionList(db).isEmpty() }
    guard !isEmpty else { return (0, []) }
    var (count, listed) = (0, [String]())
    try await staging.addresses(inPartsOf: 5000) { part in
      let found = try await read { db in
        let list = SuppressionList(db)
        return try part.filter { try list.cause(of: $0, now: now) != nil }
      }
      count += found.count
      listed += found.prefix(limit - listed.count)
    }
    return (count, listed)
  }
}
