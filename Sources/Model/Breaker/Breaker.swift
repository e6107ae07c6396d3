/// Stops what ruins a sender's reputation: a pure rule over how many messages' fates are known, and what they were.
///
/// It looks at what is decided and not at what was sent, which runs ahead and makes every rate look good. What it says follows
/// from the counts alone: in whatever order events come, and however often, it comes to the same.
package struct Breaker: Equatable, Sendable {
  /// What it says of a count.
  package enum Verdict: Equatable, Sendable {
    case fine
    case warn
    case stop
  }

  /// The limits; a measure without one is not looked at.
  package var limits: [BreakerMeasure: BreakerLimit]

  /// Makes a breaker of limits.
  package init(_ limits: [BreakerMeasure: BreakerLimit]) { self.limits = limits }

  /// Every measure with its standard limit.
  package static let standard = Breaker(
    Dictionary(uniqueKeysWithValues: BreakerMeasure.allCases.map { ($0, .standard($0)) }))
  /// One that says nothing.
  package static let off = Breaker([:])

  /// By how much a rate must have grown since an operator said that it goes on.
  private static let growth = 1.5

  /// Says what follows from a count.
  ///
  /// - Parameter resumedAt: the rate at which an operator has let it go on; `nil` when none had to.
  package func verdict(_ measure: BreakerMeasure, _ share: Share, resumedAt: Double? = nil) -> Verdict {
    guard let limit = limits[measure], share.count >= limit.least, share.total >= limit.leastDecided else {
      return .fine
    }
    if share.leastRate > limit.stop, resumedAt.map({ share.rate >= $0 * Self.growth }) ?? true { return .stop }
    return limit.warn.map { share.rate >= $0 } == true ? .warn : .fine
  }
}
