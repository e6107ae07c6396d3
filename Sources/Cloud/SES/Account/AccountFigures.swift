import AWS

/// What SES said of the account lately, and when it is to be asked again.
struct AccountFigures {
  /// What SES said.
  struct Told {
    var account: SESAccount
    /// When it was asked.
    var at: ContinuousClock.Instant
  }

  /// What whoever wants to know has to do.
  enum Turn {
    case known(Told)
    /// Ask SES now; ``begin()`` says that it is being done.
    case ask
    /// Wait: for an instant, or for SES's answer.
    case wait(until: ContinuousClock.Instant?)
  }

  /// The latest answer, however old.
  private(set) var told: Told?
  private var isAsking = false
  private var failures = 0
  private var askAgain: ContinuousClock.Instant?
  /// Limits change when AWS raises them; a stop by AWS shows in the answers at once.
  private static let lifetime = Duration.seconds(60)

  /// What SES says, as long as it is fresh.
  mutating func turn(at now: ContinuousClock.Instant) -> Turn {
    if let told, now - told.at < Self.lifetime { return .known(told) }
    if isAsking { return .wait(until: nil) }
    if let askAgain, now < askAgain { return .wait(until: askAgain) }
    return .ask
  }

  /// Notes that SES is being asked.
  mutating func begin() { isAsking = true }

  /// Takes over an answer.
  mutating func answer(_ account: SESAccount, askedAt: ContinuousClock.Instant) {
    told = Told(account: account, at: askedAt)
    isAsking = false
    failures = 0
    askAgain = nil
  }

  /// Notes that SES could not be asked: it is asked again later after each failure in a row.
  mutating func fail(at now: ContinuousClock.Instant) {
    told = nil
    isAsking = false
    failures += 1
    askAgain = now + .seconds(min(30, 1 << min(failures, 5)))
  }

  /// Notes that nobody waits for the answer any more.
  mutating func cancel() {
    told = nil
    isAsking = false
  }

  /// Has SES asked anew.
  mutating func forget() { told = nil }
}
