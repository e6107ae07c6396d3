import Model
import Pacing

/// Holds campaigns to rates of their own, without keeping lanes from other campaigns.
///
/// A slow campaign has no more lanes than its rate needs. Its other batches are put back, to come one after the other, as
/// far as a queue can delay them.
struct CampaignPaces {
  /// A campaign and how fast it goes at most.
  struct Limit: Hashable, Sendable {
    var campaign: CampaignID
    var rate: SendRate
  }

  private struct Pace {
    var rate: OperatorRate
    /// Batches of it that lanes have in hand.
    var lanes = 0
    /// When the next batch that is put back may come.
    var nextAt: ContinuousClock.Instant?
  }

  private var paces: [CampaignID: Pace] = [:]

  /// Takes a batch in hand.
  ///
  /// - Parameters:
  ///   - size: recipients that a batch has.
  ///   - callLimit: recipients of one call at most; a call takes a second at most, or the rate is not kept up.
  ///   - patience: how long a batch in hand may wait for its turn.
  ///   - longest: for how long the queue can keep a batch back.
  ///   - isKept: whether one more is taken: put back as a new one, a batch that failed before would be tried for ever.
  /// - Returns: for how long it is to be put back instead, when enough of the campaign are in hand, or its turn is far away.
  mutating func enter(
    _ limit: Limit, size: Int, callLimit: Int, patience: Duration, longest: Duration, isKept: Bool = false,
    at now: ContinuousClock.Instant
  ) -> Duration? {
    var pace = paces[limit.campaign] ?? Pace(rate: OperatorRate(limit: limit.rate.perSecond))
    defer { paces[limit.campaign] = pace }
    let needed = max(1, Int((limit.rate.perSecond / Double(max(1, callLimit))).rounded(.up))) + (isKept ? 1 : 0)
    var turn = now
    if case .wait(let until?) = pace.rate.turn(for: pace.rate.callSize(upTo: callLimit), at: now) { turn = until }
    guard pace.lanes >= needed || (turn - now > patience && !isKept) else {
      pace.lanes += 1
      return nil
    }
    let at = min(max(pace.nextAt ?? now, turn) + limit.rate.span(of: size), now + longest)
    pace.nextAt = at
    return max(.seconds(1), at - now)
  }

  /// Lets a batch go.
  mutating func leave(_ campaign: CampaignID) { paces[campaign]?.lanes -= 1 }

  /// How many recipients the next call may have.
  func callSize(_ limit: Limit, upTo most: Int) -> Int {
    OperatorRate(limit: limit.rate.perSecond).callSize(upTo: most)
  }

  /// Whether a call with so many may go.
  mutating func turn(_ limit: Limit, for size: Int, at now: ContinuousClock.Instant) -> Turn<Never> {
    paces[limit.campaign, default: Pace(rate: OperatorRate(limit: limit.rate.perSecond))].rate.turn(for: size, at: now)
  }

  /// Takes a call that was let go.
  mutating func take(_ campaign: CampaignID, _ size: Int) { paces[campaign]?.rate.take(size) }

  /// Takes back what was not handed over.
  mutating func giveBack(_ campaign: CampaignID, _ size: Int) { paces[campaign]?.rate.giveBack(size) }
}
