package import Model
package import Pacing
package import Ports

/// Drives a worker's own limits: the operator's, which all channels share, and what each channel's provider was found to
/// take.
///
/// A call takes its recipients before anything is claimed, and its permit gives back what it does not use: so throttling
/// alone never uses up a batch's receives, and lanes that wake together do not all go at once.
package actor Pacer {
  private var limit: OperatorRate
  private var paces: [Channel: ProviderPace] = [:]
  private var campaigns = CampaignPaces()
  private let time: Timekeeper
  private nonisolated let returns = Returns<Return>()

  /// - Parameter rate: recipients a second; `nil` for no limit.
  package init(rate: Double?, time: Timekeeper = Timekeeper()) {
    limit = OperatorRate(limit: rate)
    self.time = time
  }

  /// Recipients a second at this moment in calls of so many; `nil` for any number.
  package func rate(_ channel: Channel, callLimit: Int) -> Double? {
    let learned = pace(channel).rate(callSize: callSize(channel, upTo: callLimit))
    return [limit.limit, learned].compactMap(\.self).min()
  }

  /// Whether the provider turned something away lately for going too fast.
  package func isThrottled(_ channel: Channel) -> Bool { pace(channel).isThrottled(at: time.now) }

  /// How many recipients the next call may have: no more than a second's worth, or the call itself would break the rate.
  package func callSize(_ channel: Channel, upTo most: Int) -> Int { callSize(channel, nil, upTo: most) }

  private func callSize(_ channel: Channel, _ own: CampaignPaces.Limit?, upTo most: Int) -> Int {
    let size = min(limit.callSize(upTo: most), pace(channel).callSize(upTo: most))
    return own.map { campaigns.callSize($0, upTo: size) } ?? size
  }

  /// Takes a batch of a campaign with a rate of its own in hand.
  ///
  /// - Returns: for how long it is to be put back instead; `nil` when it was taken, and must be let go with ``leave(_:)``.
  func enter(
    _ own: CampaignPaces.Limit, size: Int, callLimit: Int, patience: Duration, longest: Duration, isKept: Bool
  ) -> Duration? {
    takeBack()
    return campaigns.enter(
      own, size: size, callLimit: callLimit, patience: patience, longest: longest, isKept: isKept, at: time.now)
  }

  /// Lets a batch go that ``enter(_:size:callLimit:patience:longest:isKept:)`` took.
  func leave(_ campaign: CampaignID) { campaigns.leave(campaign) }

  /// How long a campaign's own rate keeps its next call waiting.
  func wait(_ own: CampaignPaces.Limit, _ channel: Channel, upTo most: Int) -> Duration {
    takeBack()
    let now = time.now
    guard case .wait(let until?) = campaigns.turn(own, for: callSize(channel, own, upTo: most), at: now) else {
      return .zero
    }
    return until - now
  }

  /// Waits until a call may go, and takes it from what there is.
  ///
  /// - Parameter most: recipients at most.
  /// - Throws: `CancellationError`; nothing is taken then.
  package func permit(_ channel: Channel, upTo most: Int) async throws -> Permit {
    try await permit(channel, nil, upTo: most)
  }

  func permit(_ channel: Channel, _ own: CampaignPaces.Limit?, upTo most: Int) async throws -> Permit {
    while true {
      let rings = returns.bell.rings
      let size = callSize(channel, own, upTo: most)
      switch turn(channel, own, for: size) {
      case .go: return take(channel, own, size)
      case .wait(let until): try await returns.bell.wait(since: rings, until: until, by: time)
      }
    }
  }

  /// Takes a call from what there is; `nil` when that has to be waited for.
  func permitNow(_ channel: Channel, _ own: CampaignPaces.Limit? = nil, upTo most: Int) -> Permit? {
    let size = callSize(channel, own, upTo: most)
    if case .go = turn(channel, own, for: size) { return take(channel, own, size) }
    return nil
  }

  private func turn(_ channel: Channel, _ own: CampaignPaces.Limit?, for size: Int) -> Turn<Never> {
    takeBack()
    let now = time.now
    let all = limit.turn(for: size, at: now).and(paces[channel, default: .init()].turn(for: size, at: now))
    return own.map { all.and(campaigns.turn($0, for: size, at: now)) } ?? all
  }

  private func take(_ channel: Channel, _ own: CampaignPaces.Limit?, _ size: Int) -> Permit {
    limit.take(size)
    paces[channel, default: .init()].take(size)
    if let own { campaigns.take(own.campaign, size) }
    return Permit(recipients: size, stakes: [Stake(channel: channel, campaign: own?.campaign, returns: returns)])
  }

  /// Learns from an answer.
  ///
  /// - Returns: whether the provider turned something away lately for going too fast.
  @discardableResult
  package func learn(_ channel: Channel, accepted: Int, throttled: Int) -> Bool {
    takeBack()
    paces[channel, default: .init()].learn(accepted: accepted, throttled: throttled, within: limit, at: time.now)
    return isThrottled(channel)
  }

  private func pace(_ channel: Channel) -> ProviderPace { paces[channel] ?? ProviderPace() }

  private func takeBack() {
    for back in returns.takeAll() {
      limit.giveBack(back.recipients)
      paces[back.channel, default: .init()].giveBack(back.recipients, isWhole: back.isWhole)
      if let campaign = back.campaign { campaigns.giveBack(campaign, back.recipients) }
    }
  }

  /// What comes back of a permit.
  private struct Return {
    var channel: Channel
    /// The campaign with a rate of its own that it was for.
    var campaign: CampaignID?
    var recipients: Int
    var isWhole: Bool
  }

  private struct Stake: PermitStake {
    let channel: Channel
    let campaign: CampaignID?
    let returns: Returns<Return>

    func giveBack(_ recipients: Int, isWhole: Bool) {
      returns.put(Return(channel: channel, campaign: campaign, recipients: recipients, isWhole: isWhole))
    }
  }
}
