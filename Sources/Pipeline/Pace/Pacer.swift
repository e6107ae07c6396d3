import Model

/// Spaces provider calls so that recipients a second stay within a rate: a token bucket of one call, or of a tenth of a
/// second where that is more.
///
/// The rate is the operator's limit, or what was learned from the provider's throttling when that is less: it falls to
/// a fifth less than what went through, then by a fifth for each second in which calls are still turned away, and grows by a twentieth a
/// second while they are taken (additive growth would take minutes from 1 to 1,000 a second).
///
/// A call reserves its recipients before anything is received or claimed, and gives back what it did not use: so
/// throttling alone never uses up a batch's receives, and lanes that wake together do not all go at once.
public actor Pacer {
  private let limit: Double?
  private var learned: Double?
  private var balance: Double
  private var filledAt: ContinuousClock.Instant
  private var slowedAt: ContinuousClock.Instant?
  private var grownAt: ContinuousClock.Instant
  private var taken = Window()
  private let clock = ContinuousClock()
  /// Slower than this nothing is learned: one call of one recipient in two seconds.
  private static let slowest = 0.5
  /// Where learning begins when nothing has gone through yet.
  private static let start = 50.0

  /// - Parameter rate: recipients a second; `nil` for no limit.
  public init(rate: Double?) {
    limit = rate
    let now = clock.now
    filledAt = now
    grownAt = now
    // A first call may go at once.
    balance = .infinity
  }

  /// Recipients a second at this moment; `nil` for any number.
  public var rate: Double? {
    guard let learned else { return limit }
    return limit.map { min($0, learned) } ?? learned
  }

  /// How many recipients the next call may have: no more than a second's worth, or the call itself would break the rate.
  public func callSize(upTo most: Int) -> Int {
    guard let rate else { return most }
    return min(most, max(1, Int(rate)))
  }

  /// Waits until so many recipients may go, and takes them from the bucket.
  ///
  /// - Throws: `CancellationError`; nothing is taken then.
  public func reserve(_ recipients: Int) async throws {
    let wanted = Double(recipients)
    while let rate {
      fill(rate, call: wanted)
      if balance >= wanted { break }
      try await Task.sleep(for: .seconds(max(0.001, (wanted - balance) / rate)), clock: clock)
    }
    if rate != nil { balance -= wanted }
  }

  /// Gives back recipients that were reserved and not handed over.
  public func giveBack(_ recipients: Int) { balance += Double(recipients) }

  /// Learns from an answer. A few recipients throttled among many are the provider's mood; a fifth of a call is a limit.
  public func learn(accepted: Int, throttled: Int) {
    let now = clock.now
    taken.add(accepted, at: now)
    if throttled * 5 >= accepted + throttled, throttled > 0 {
      // Lanes are turned away together, for the same reason: once a second is enough.
      if let slowedAt, now - slowedAt < .seconds(1) { return }
      if learned == nil { balance = 0 }
      let tooFast = min(learned ?? max(taken.rate(at: now), Self.start), limit ?? .infinity)
      learned = max(Self.slowest, tooFast * 0.8)
      slowedAt = now
      grownAt = now
    } else if let rate = learned, accepted > 0 {
      let span = min(1, (now - grownAt).seconds)
      learned = rate * (1 + 0.05 * span)
      grownAt = now
    }
  }

  private func fill(_ rate: Double, call: Double) {
    let now = clock.now
    balance = min(max(call, rate / 10), balance + (now - filledAt).seconds * rate)
    filledAt = now
  }
}

/// What went through lately.
private struct Window {
  private var startedAt: ContinuousClock.Instant?
  private var count = 0
  private var last = 0.0

  mutating func add(_ count: Int, at now: ContinuousClock.Instant) {
    let started = startedAt ?? now
    if now - started >= .seconds(1) {
      last = Double(self.count) / (now - started).seconds
      self.count = 0
      startedAt = now
    } else {
      startedAt = started
    }
    self.count += count
  }

  /// A second: the last whole span, or this one when more went through already.
  func rate(at now: ContinuousClock.Instant) -> Double {
    guard let startedAt else { return last }
    return max(last, Double(count) / max(1, (now - startedAt).seconds))
  }
}
