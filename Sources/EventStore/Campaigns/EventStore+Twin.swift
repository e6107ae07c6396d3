import GRDB
package import Model

extension Twin {
  static func find(_ db: Database, _ digest: Int64) throws -> Twin? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT id, name, createdAt, isAcknowledged, state FROM campaign WHERE digest = ? AND state <> 'importing'
        ORDER BY id DESC LIMIT 1
        """, arguments: [digest]
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
      ] + (template.unsubscribe.map { [$0.text] } ?? [])
    // The length before each, so that what stands in one cannot stand in the next.
    return StableHash.hash(parts.map { "\($0.utf8.count) \($0)" }.joined())
  }
}
