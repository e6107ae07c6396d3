import GRDB
package import Model

/// Reading the dead letters: pages and counts, however many there are.
extension EventStore {
  /// Lists dead letters, oldest first; those of one second, which look equally old, by campaign and batch.
  ///
  /// - Parameters:
  ///   - letter: those that come after it; `nil` for the first ones.
  ///   - withRecovered: whether those are among them whose batch is on its way again, or done.
  ///   - limit: letters at most.
  /// - Throws: ``StoreError``.
  package func deadLetters(after letter: DeadLetter? = nil, withRecovered: Bool = true, limit: Int) async throws
    -> [DeadLetter]
  {
    let wanted = withRecovered ? "" : " AND NOT \(Self.isRecovered)"
    return try await read { db in
      let rows = try Self.places(after: letter).reduce(into: [Row]()) { rows, place in
        guard rows.count < limit else { return }
        // A statement for each: SQLite 3.40 finds no range of an index over expressions for a comparison of rows.
        rows += try Row.fetchAll(
          db.cachedStatement(
            sql: "\(Self.letters) WHERE \(place.condition)\(wanted) ORDER BY \(place.order) LIMIT ?"),
          arguments: place.arguments + [limit - rows.count])
      }
      return try rows.map(Self.letter)
    }
  }

  /// Finds dead letters by their ids; those that are not there are left out.
  ///
  /// - Throws: ``StoreError``.
  package func deadLetters(_ ids: [String]) async throws -> [DeadLetter] {
    try await read { db in
      let statement = try db.cachedStatement(sql: "\(Self.letters) WHERE d.id = ?")
      return try ids.compactMap { try Row.fetchOne(statement, arguments: [$0]).map(Self.letter) }
    }
  }

  /// How many dead letters there are, and whom they are about.
  package struct DeadLetterTotals: Equatable, Sendable {
    /// Counts them.
    package var letters = 0
    /// Counts those of them whose batch is on its way again, or done.
    package var recovered = 0
    /// Counts those that somebody has to do something about.
    package var open: Int { letters - recovered }
    /// Counts the recipients that a redrive of all would send to. Two letters may be of one batch.
    package var recipients = 0
    /// The campaign that all of them are of; `nil` when there are several, or none.
    package var campaign: CampaignID?
  }

  /// Counts all dead letters.
  ///
  /// - Throws: ``StoreError``.
  package func deadLetterTotals() async throws -> DeadLetterTotals {
    try await read { db in
      let campaigns = try Int64.fetchAll(
        db, sql: "SELECT DISTINCT campaign FROM deadLetter WHERE campaign IS NOT NULL LIMIT 2")
      return DeadLetterTotals(
        letters: try Int.fetchOne(db, sql: "SELECT count(*) FROM deadLetter") ?? 0,
        recovered: try Int.fetchOne(db, sql: "SELECT count(*) FROM deadLetter d WHERE \(Self.isRecovered)") ?? 0,
        recipients: try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM (
              SELECT DISTINCT batch FROM deadLetter d WHERE batch IS NOT NULL AND NOT \(Self.isRecovered)) d
            CROSS JOIN message m INDEXED BY message_batch ON m.batch = d.batch
            LEFT JOIN classification c ON c.id = m.classification WHERE m.batch IS NOT NULL AND \(BatchRow.toBeSent)
            """) ?? 0,
        campaign: campaigns.count == 1 ? campaigns.first.map(CampaignID.init(rawValue:)) : nil)
    }
  }

  /// Whether a letter of `deadLetter d` is only what a redrive left behind, or a resend of all that was in it.
  static let isRecovered = """
    (EXISTS (SELECT 1 FROM batch b WHERE b.id = d.batch AND b.state <> \(BatchState.dead.code))
      OR (EXISTS (SELECT 1 FROM batch b WHERE b.id = d.batch)
        AND NOT EXISTS (SELECT 1 FROM message m LEFT JOIN classification c ON c.id = m.classification
          WHERE m.batch = d.batch AND (\(BatchRow.toBeSent)
            OR m.status IN (\(MessageStatus.sending.rawValue), \(MessageStatus.uncertain.rawValue))))))
    """

  private static let letters = """
    SELECT d.*, \(isRecovered) AS isRecovered, (SELECT count(*) FROM message m LEFT JOIN classification c ON c.id = m.classification
      WHERE m.batch = d.batch AND \(BatchRow.toBeSent)) AS recipients FROM deadLetter d
    """

  private static func letter(_ row: Row) throws -> DeadLetter {
    DeadLetter(
      id: row["id"], campaign: (row["campaign"] as Int64?).map(CampaignID.init(rawValue:)),
      batch: (row["batch"] as Int64?).map(BatchID.init(rawValue:)), receiveCount: row["receiveCount"],
      enqueuedAt: Timestamp(milliseconds: row["enqueuedAt"]), error: OwnReason.sentence(of: row["error"]),
      recipients: row["recipients"], isRecovered: row["isRecovered"])
  }

  /// What letters are in order of; an index has the same words.
  static let age = ["enqueuedAt / 1000", "coalesce(campaign, -1)", "coalesce(batch, -1)", "id"]

  /// Where the letters after one are, nearest first: of its second, campaign and batch; of its second and campaign; …
  static func places(
    after letter: DeadLetter?
  ) -> [(condition: String, order: String, arguments: StatementArguments)] {
    guard let letter else { return [("1", age.joined(separator: ", "), [])] }
    let values: [(any DatabaseValueConvertible)?] = [
      letter.enqueuedAt.milliseconds / 1000, letter.campaign?.rawValue ?? -1, letter.batch?.rawValue ?? -1, letter.id,
    ]
    return age.indices.reversed().map { index in
      let same = age[..<index].map { "\($0) = ?" } + ["\(age[index]) > ?"]
      // What is the same is left out of the order: SQLite would sort for it.
      return (
        same.joined(separator: " AND "), age[index...].joined(separator: ", "), StatementArguments(values[...index])
      )
    }
  }
}
