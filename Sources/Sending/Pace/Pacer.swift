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
  private let time: Timekeeper
  private nonisolated let returns = Returns<(channel: Channel, recipients: Int, isWhole: Bool)>()

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
  package func callSize(_ channel: Channel, upTo most: Int) -> Int {
    min(limit.callSize(upTo: most), pace(channel).callSize(upTo: most))
  }

  /// Waits until a call may go, and takes it from what there is.
  ///
  /// - Parameter most: recipients at most.
  /// - Throws: `CancellationError`; nothing is taken then.
  package func permit(_ channel: Channel, upTo most: Int) async throws -> Permit {
    while true {
      let rings = returns.bell.rings
      let size = callSize(channel, upTo: most)
      switch turn(channel, for: size) {
      case .go: return take(channel, size)
      case .wait(let until): try await returns.bell.wait(since: rings, until: until, by: time)
      }
    }
  }

  /// Takes a call from what there is; `nil` when that has to be waited for.
  func permitNow(_ channel: Channel, upTo most: Int) -> Permit? {
    let size = callSize(channel, upTo: most)
    if case .go = turn(channel, for: size) { return take(channel, size) }
    return nil
  }

  private func turn(_ channel: Channel, for size: Int) -> Turn<Never> {
    takeBack()
    let now = time.now
    return limit.turn(for: size, at: now).and(paces[channel, default: .init()].turn(for: size, at: now))
  }

  private func take(_ channel: Channel, _ size: Int) -> Permit {
    limit.take(size)
    paces[channel, default: .init()].take(size)
    return Permit(recipients: size, stakes: [Stake(channel: channel, returns: returns)])
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
    for (channel, recipients, isWhole) in returns.takeAll() {
      limit.giveBack(recipients)
      paces[channel, default: .init()].giveBack(recipients, isWhole: isWhole)
    }
  }

  private struct Stake: PermitStake {
    let channel: Channel
    let returns: Returns<(channel: Channel, recipients: Int, isWhole: Bool)>

    func giveBack(_ recipients: Int, isWhole: Bool) { returns.put((channel, recipients, isWhole)) }
  }
}
