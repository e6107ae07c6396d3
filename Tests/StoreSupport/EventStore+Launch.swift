package import EventStore
package import Model

extension EventStore {
  /// Launches a campaign to so many made-up recipients. Each is another campaign than those before.
  ///
  /// - Parameter folder: for what is written on the way.
  /// - Throws: ``StoreError``.
  package func launch(
    _ count: Int, _ plan: CampaignPlan = .test(), folder: String, now: () -> Timestamp
  ) async throws -> CampaignID {
    let id = try await launch(plan, from: .test(count, by: plan.channel, folder: folder), again: true, now: now)
    try await acknowledge(id)
    return id
  }
}

extension AudienceStaging {
  /// Stages so many made-up recipients of a channel: user0@example.com and so on, with a name each.
  ///
  /// - Throws: ``StoreError``.
  package static func test(_ count: Int, by channel: Channel = .email, folder: String) throws -> AudienceStaging {
    let staging = try AudienceStaging(folder: folder)
    try staging.add(
      (0..<count).map { number in
        (channel == .email ? "user\(number)@example.com" : "+8210\(10_000_000 + number)", ["이름 \(number)"])
      })
    return staging
  }
}

extension CampaignPlan {
  /// A campaign to recipients that have a name.
  package static func test(
    name: String = "Test", by channel: Channel = .email, batchSize: Int = 50,
    from sender: String = "소식 <news@example.com>",
    subject: String = "안녕 {{name}}"
  ) -> CampaignPlan {
    CampaignPlan(
      name: name, channel: channel, operator: "tester", audience: "test.csv",
      template: Template(from: sender, subject: subject, text: "Hello {{name}}", html: nil), columns: ["name"],
      batchSize: batchSize)
  }
}
