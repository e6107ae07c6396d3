/// How often a call is tried, and how long is waited in between.
///
/// Full jitter spreads the tries of many clients better than any fixed rhythm
/// (<https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/>).
package struct RetryPolicy: Equatable, Sendable {
  /// Bounds the tries, the first one among them.
  package var tries: Int
  /// Bounds the first wait; every further one may be twice as long.
  package var base: Duration
  /// Bounds every wait.
  package var cap: Duration
  /// Bounds the tries of a call that is turned away for coming too fast, and the first wait between them.
  package var throttled: (tries: Int, base: Duration)

  /// Makes a policy.
  package init(tries: Int = 4, base: Duration = .milliseconds(100), cap: Duration = .seconds(20)) {
    self.tries = max(1, tries)
    self.base = base
    self.cap = cap
    throttled = (self.tries, base)
  }

  /// Waits as long as it takes where AWS allows one call a second, as it does for most calls of SES; without the patience
  /// for what else may fail.
  package static func patient(tries: Int = 4) -> RetryPolicy {
    var policy = RetryPolicy(tries: tries, cap: .seconds(60))
    policy.throttled = (12, .seconds(1))
    return policy
  }

  /// The same policy for what failed in this way.
  func policy(for code: AWSError.Code) -> RetryPolicy {
    code == .throttled ? RetryPolicy(tries: throttled.tries, base: throttled.base, cap: cap) : self
  }

  /// Compares the parts.
  package static func == (one: RetryPolicy, other: RetryPolicy) -> Bool {
    (one.tries, one.base, one.cap) == (other.tries, other.base, other.cap) && one.throttled == other.throttled
  }

  /// Tries once.
  package static let never = RetryPolicy(tries: 1)

  /// Says how long to wait before the next try; `nil` when there shall be none.
  ///
  /// - Parameters:
  ///   - failures: tries that have failed so far, from 1.
  ///   - random: at least 0 and less than 1.
  ///   - retryAfter: what the service asked for. Who asks for more than ``cap`` is asked again by nobody who waits here.
  func delay(failures: Int, random: Double, retryAfter: Duration?) -> Duration? {
    guard failures < tries, retryAfter.map({ $0 <= cap }) ?? true else { return nil }
    let bound = min(cap, base * (1 << min(failures - 1, 24)))
    return max(bound * min(max(random, 0), 1), retryAfter ?? .zero)
  }
}
