import Model
import Pacing

/// Fills at a rate, up to one call's worth or a tenth of a second's, whichever is more.
struct TokenBucket {
  /// A first call may go at once.
  var balance = Double.infinity
  private var filledAt: ContinuousClock.Instant?

  /// When there is enough for so many; at once without a rate.
  mutating func turn(for count: Int, rate: Double?, at now: ContinuousClock.Instant) -> Turn<Never> {
    guard let rate else { return .go(count) }
    let needed = Double(count)
    let passed = filledAt.map { (now - $0).seconds } ?? 0
    balance = min(max(needed, rate / 10), balance + passed * rate)
    filledAt = now
    if balance >= needed { return .go(count) }
    return .wait(until: now + max(.milliseconds(1), .seconds((needed - balance) / rate)))
  }
}
