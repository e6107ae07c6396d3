import Model

/// Counts recipients against a rate, as SES does: a bucket of one second's worth that fills up steadily.
struct RateGate: Sendable {
  private let rate: Double
  private var tokens: Double
  private let capacity: Double
  private var last: Timestamp?

  /// Makes a full bucket.
  ///
  /// - Parameter callLimit: a call of this size must be able to pass even at a lower rate.
  init(rate: Double, callLimit: Int) {
    self.rate = rate
    capacity = max(rate, Double(callLimit))
    tokens = capacity
  }

  /// Lets recipients pass, or none of them.
  mutating func admits(_ count: Int, at now: Timestamp) -> Bool {
    if let last { tokens = min(capacity, tokens + max(0, (now - last).seconds) * rate) }
    last = now
    if tokens < Double(count) { return false }
    tokens -= Double(count)
    return true
  }
}
