import AWS
import EventStore
import Model

/// What a launch would come to.
extension EffectRunner {
  /// What SES takes for a thousand emails without attachments, in US dollars, where the configuration says nothing else:
  /// <https://aws.amazon.com/ses/pricing/>.
  private static let listPrice = 0.10

  /// Slower was nobody's pace, in recipients a second, but a handful of mails in a minute.
  private static let telling = 1.0

  /// Judges how long a campaign takes, behind whom, and what it costs.
  ///
  /// - Parameter parts: what is charged for, where that is not recipients.
  /// - Throws: `StoreError`.
  func forecast(of plan: CampaignPlan, recipients: Int, parts: Int? = nil) async throws -> Forecast {
    let ahead = try await root.store.campaigns()
      .filter { [.launching, .sending].contains($0.state) && $0.channel == plan.channel }
      .map(\.toBeSent).filter { $0 > 0 }
    let isSES = root.settings.cloud[plan.channel] == .ses
    let account = isSES ? await account() : nil
    let paces = Forecast.Paces(
      campaign: plan.rate?.perSecond, worker: root.settings.rate,
      account: isSES ? account?.maxSendRate : root.settings.simulator.rate, lately: try await fastestLately())
    let price = root.settings.costs[plan.channel] ?? (isSES ? Self.listPrice : nil)
    let left = account.flatMap { $0.max24HourSend < 0 ? nil : Int(max(0, $0.max24HourSend - $0.sentLast24Hours)) }
    return Forecast(
      campaignsAhead: ahead.count, recipientsAhead: ahead.reduce(0, +),
      time: Forecast.time(of: recipients, behind: ahead.reduce(0, +), paces),
      cost: price.map { Forecast.Price(perThousand: $0, currency: root.settings.currency).of(parts ?? recipients) },
      currency: root.settings.currency, quotaLeft: left.flatMap { $0 < recipients ? $0 : nil })
  }

  /// SES's word on the account; `nil` when it does not come soon: a forecast is not worth more waiting.
  private func account() async -> SESAccount? {
    guard let client = try? root.sesClient() else { return nil }
    return await TimeLimit.race(.seconds(3)) { try? await client.getAccount() } ?? nil
  }

  private func fastestLately() async throws -> Double? {
    for span in CourseSpan.allCases {
      let rates = try await root.course(span).points.compactMap { $0?.sent }
      if let fastest = rates.max(), fastest >= Self.telling { return fastest }
    }
    return nil
  }
}
