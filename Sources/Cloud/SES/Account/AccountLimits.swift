import AWS
import Model
import Pacing

/// What keeps calls back but the rate: a stop by AWS, an outage, the daily quota. Neither waits nor reads a clock.
struct AccountLimits {
  /// What whoever wants to make a call has to do.
  enum Step: Equatable {
    /// Takes its place in the rate for so many.
    case go(Int)
    /// Asks SES for the account.
    case ask
    /// Waits for an instant, or for something to happen.
    case wait(until: ContinuousClock.Instant?)
    /// Says why nothing goes out.
    case stopped(Refusal)
  }

  /// What SES said of the account.
  var figures = AccountFigures()
  /// Whether calls fail.
  var outage = Outage()
  /// What the 24 hours have left.
  var quota = DailyQuota()
  /// What an operator is to be told of the quota; `nil` when it keeps nobody back.
  private(set) var quotaTrouble: Fault?
  /// Recipients a second; infinite for an account without a limit.
  private(set) var rate = Double.infinity

  /// Whether so many may go; with none, whether anything may.
  ///
  /// - Parameters:
  ///   - known: what the host's processes know of the quota.
  ///   - began: who is told that it is stopped is told what SES has said since then: a stop may have been lifted, and
  ///     whoever resumes a campaign then must not be told of it.
  mutating func step(
    for recipients: Int, known: PaceFile.Quota, since began: ContinuousClock.Instant, at now: ContinuousClock.Instant
  ) -> Step {
    let told: AccountFigures.Told
    switch figures.turn(at: now) {
    case .known(let value): told = value
    case .ask: return .ask
    case .wait(let until): return .wait(until: until)
    }
    if let stop = Self.stop(told.account) { return told.at >= began ? .stopped(stop) : askAgain(at: now) }
    if case .wait(let until) = outage.turn(for: recipients, at: now) { return .wait(until: until) }
    switch quota.turn(for: size(recipients), known: known, toldAt: told.at) {
    case .go(let count):
      quotaTrouble = nil
      return .go(count)
    case .othersReservedIt:
      quotaTrouble = nil
      return .wait(until: nil)
    case .usedUp:
      quotaTrouble = nil
      return told.at >= began ? .stopped(known.usedUp) : askAgain(at: now)
    case .seemsUsedUp(let next):
      if outage.underWay == 0 { quotaTrouble = known.seemsUsedUp }
      return now < next ? .wait(until: next) : askAgain(at: now)
    }
  }

  /// Takes over what SES says.
  mutating func answer(_ account: SESAccount, askedAt: ContinuousClock.Instant) {
    figures.answer(account, askedAt: askedAt)
    // No account has less than 1; a nonsensical figure must not come to eternities.
    rate = account.maxSendRate > 0 ? max(account.maxSendRate, 0.1) : .infinity
  }

  /// Holds what a permit is given for.
  mutating func permit(_ recipients: Int) {
    quota.reserve(recipients)
    outage.permit()
  }

  /// Takes back what a permit gives back.
  mutating func giveBack(_ recipients: Int, isWhole: Bool) {
    quota.release(recipients)
    if isWhole { outage.giveBack() }
  }

  /// Notes that a call is made.
  ///
  /// - Parameter reserved: the recipients of its permit; `nil` without one.
  mutating func begin(reserved: Int?) {
    if let reserved { quota.release(reserved) }
    outage.begin(isPermitted: reserved != nil)
  }

  private mutating func askAgain(at now: ContinuousClock.Instant) -> Step {
    figures.forget()
    switch figures.turn(at: now) {
    case .known, .ask: return .ask
    case .wait(let until): return .wait(until: until)
    }
  }

  /// How many go in one call: a whole part of a second's worth, or what is left of each second would be lost.
  private func size(_ most: Int) -> Int {
    guard rate.isFinite, most > 0 else { return most }
    return min(most, max(1, Int(rate / (rate / Double(most)).rounded(.up))))
  }

  private static func stop(_ account: SESAccount) -> Refusal? {
    if account.isSendingEnabled, account.enforcementStatus != "SHUTDOWN" { return nil }
    return Refusal(
      cause: .accountPaused,
      reason: OwnReason.accountStopped(account.enforcementStatus ?? "unknown").sentence)
  }
}
