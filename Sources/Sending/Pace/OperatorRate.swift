import Pacing

/// Spaces calls so that recipients a second stay within the operator's limit, whatever channel they go by.
struct OperatorRate {
  /// Recipients a second; `nil` for no limit.
  let limit: Double?
  private var bucket = TokenBucket()

  init(limit: Double?) { self.limit = limit }

  /// How many recipients a call may have: no more than a second's worth, or the call itself would break the rate.
  func callSize(upTo most: Int) -> Int { limit.map { min(most, max(1, Int($0))) } ?? most }

  /// Whether a call with so many may go.
  mutating func turn(for count: Int, at now: ContinuousClock.Instant) -> Turn<Never> {
    bucket.turn(for: count, rate: limit, at: now)
  }

  /// Takes what was let go.
  mutating func take(_ count: Int) { if limit != nil { bucket.balance -= Double(count) } }

  /// Takes back what was not handed over.
  mutating func giveBack(_ count: Int) { bucket.balance += Double(count) }
}
