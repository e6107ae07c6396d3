/// What was tried of one call so far, and what follows from it.
struct CallHistory {
  enum Remedy: Equatable {
    case giveUp
    case again
    case wait(Duration)
  }

  let isRepeatable: Bool
  let waitsWhenThrottled: Bool
  /// Set by the last try when the source of the credentials was told that they are not valid.
  var hasNewCredentials = false
  /// Set by the last try when the server's clock was adopted.
  var hasNewTime = false

  private var failures = 0
  private var mayBeDone = false
  private var mendedCredentials = false
  private var mendedTime = false

  init(_ call: ServiceCall) {
    isRepeatable = call.isRepeatable
    waitsWhenThrottled = call.waitsWhenThrottled
  }

  /// Counts a failure. What an earlier try may have done is still unknown after one that did nothing for certain.
  mutating func note(_ error: AWSError) -> AWSError {
    failures += 1
    mayBeDone = mayBeDone || error.isOutcomeUnknown
    var error = error
    error.isOutcomeUnknown = mayBeDone
    if failures > 1 { error.message += " (tried \(failures) times)" }
    return error
  }

  /// Says what to do after a failure.
  mutating func remedy(_ error: AWSError, _ policy: RetryPolicy, random: Double) -> Remedy {
    defer { (hasNewCredentials, hasNewTime) = (false, false) }
    guard isRepeatable || !error.isOutcomeUnknown else { return .giveUp }
    // These two help at once or not at all, and do not count as tries that the service must be spared.
    if hasNewCredentials, !mendedCredentials {
      mendedCredentials = true
      return .again
    }
    if hasNewTime, !mendedTime {
      mendedTime = true
      return .again
    }
    guard error.isRetryable, waitsWhenThrottled || error.code != .throttled else { return .giveUp }
    return policy.policy(for: error.code).delay(failures: failures, random: random, retryAfter: error.retryAfter)
      .map { .wait($0) } ?? .giveUp
  }
}
