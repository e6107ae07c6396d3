import GRDB
package import Model

extension Twin {
  static func find(_ db: Database, _ digest: Int64) throws -> Twin? { try find(db, "digest = ?", [digest]) }

  static func find(_ db: Database, _ condition: String, _ arguments: StatementArguments) throws -> Twin? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT id, name, createdAt, isAcknowledged, state FROM campaign WHERE \(condition) AND state <> 'importing'
        ORDER BY id DESC LIMIT 1
        """, arguments: arguments
    ).map {
      Twin(
        id: CampaignID(rawValue: $0["id"]), name: $0["name"], createdAt: Timestamp(milliseconds: $0["createdAt"]),
        isAcknowledged: $0["isAcknowledged"], state: try $0.known("state"))
    }
  }
}

/// Crash points of who launches: after the last transaction and before ``acknowledge(_:)``, the campaign goes out and nobody
/// was told. Who repeats the launch gets the same campaign, whose batches that are not on the queue yet go there; if it has
/// been cancelled or has finished meanwhile, nothing would go out, and the repetition is refused. After it, and before the
/// words are read: a repetition is refused, and names the campaign.
extension EventStore {
  /// Finds the latest launch of the same.
  ///
  /// - Throws: ``StoreError``.
  package func twin(of plan: CampaignPlan, audience digest: Int64) async throws -> Twin? {
    try await read { db in try Twin.find(db, plan.digest(audience: digest)) }
  }

  /// So long the same content to the same people is worth a word.
  private static let likenessSpan = Duration.seconds(86_400)

  /// Finds the latest launch of the same content to the same people within the last day: under whatever name and from whatever
  /// sender, in whatever order they came.
  ///
  /// - Parameter people: who they are, as ``AudienceStaging/people`` tells them from others.
  /// - Throws: ``StoreError``.
  package func like(of plan: CampaignPlan, people: Int64, now: Timestamp) async throws -> Twin? {
    let since = now + (.zero - Self.likenessSpan)
    return try await read { db in
      try Twin.find(
        db, "likeness = ? AND createdAt >= ?", [plan.likeness(people: people), since.milliseconds])
    }
  }

  /// Notes that whoever launched a campaign is being told so.
  ///
  /// - Throws: ``StoreError``.
  package func acknowledge(_ id: CampaignID) async throws {
    try await write { db in
      try db.execute(sql: "UPDATE campaign SET isAcknowledged = 1 WHERE id = ?", arguments: [id.rawValue])
    }
  }

  func continued(_ twin: Twin) throws -> CampaignID {
    if twin.isContinued { return twin.id }
    throw StoreError(
      .notAllowed, .launchedAlready(twin.id, name: twin.name, at: twin.createdAt, isCancelled: twin.isCancelled))
  }
}

extension CampaignPlan {
  /// Tells this campaign from any other, by its name, what it says and whom it goes to.
  func digest(audience: Int64) -> Int64 {
    let parts =
      [
        name, channel.rawValue, template.from, template.subject, template.text ?? "", template.html ?? "",
        template.storedName ?? "", String(audience),
        // Those of before had none, and stay what they were.
      ] + (template.unsubscribe.map { [$0.text] } ?? []) + (rate.map { ["rate \($0.perSecond)"] } ?? [])
    return Self.hash(parts)
  }

  /// Tells what it says and whom it goes to from anything else, whatever it is called.
  func likeness(people: Int64) -> Int64 {
    Self.hash([
      channel.rawValue, template.subject, template.text ?? "", template.html ?? "", template.storedName ?? "",
      String(people),
    ])
  }

  /// The length before each, so that what stands in one cannot stand in the next.
  private static func hash(_ parts: [String]) -> Int64 {
    StableHash.hash(parts.map { "\($0.utf8.count) \($0)" }.joined())
  }
}
