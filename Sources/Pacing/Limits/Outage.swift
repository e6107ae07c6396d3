/// Feels out whether a provider that could not be used can be used again: one call at a time, and later after each that
/// failed. Each that fails is a claim and a refusal in the journal for every recipient.
package struct Outage: Sendable {
  /// How often in a row calls failed that were not at fault, and when the next one may show whether they still do.
  private var failed: (count: Int, next: ContinuousClock.Instant)?
  /// Permits that are neither used nor given back.
  private var permits = 0
  /// Calls that are made and not answered.
  package private(set) var underWay = 0

  /// Begins with everything in order.
  package init() {}

  /// Whether a call may be made.
  package mutating func turn(for recipients: Int, at now: ContinuousClock.Instant) -> Turn<Never> {
    guard let failed else { return .go(recipients) }
    if underWay > 0 || permits > 0 { return .wait(until: nil) }
    return now < failed.next ? .wait(until: failed.next) : .go(recipients)
  }

  /// Notes that a call was permitted.
  package mutating func permit() { permits += 1 }

  /// Notes that a permit came back and no call is made.
  package mutating func giveBack() { permits -= 1 }

  /// Notes that a call is made.
  ///
  /// - Parameter isPermitted: whether with a permit of its own; a part of a call that was turned away has none.
  package mutating func begin(isPermitted: Bool) {
    if isPermitted { permits -= 1 }
    underWay += 1
  }

  /// Notes that a call is over, and says nothing of the provider.
  package mutating func end() { underWay -= 1 }

  /// Notes that the provider can be used.
  package mutating func recover() { failed = nil }

  /// Notes that a call failed, not by its own fault.
  package mutating func fail(at now: ContinuousClock.Instant) {
    let count = (failed?.count ?? 0) + 1
    failed = (count, now + Backoff.longest(after: count))
  }
}
