import Model

/// Spaces provider calls so that recipients a second stay within the operator's limit, and both recipients and calls a
/// second within what the provider was found to take.
///
/// A call that is turned away whole says that calls come too fast, whatever is in them: AWS limits most of its calls to one
/// a second. They are spaced then and stay full, for 50 recipients cost as much as one. Only when the slowest calls are
/// turned away still have they too many recipients, and get half as many. Recipients that are turned away of a call that
/// was taken say that recipients come too fast.
///
/// A call reserves its recipients before anything is claimed, and gives back what it did not use: so throttling alone
/// never uses up a batch's receives, and lanes that wake together do not all go at once.
package actor Pacer {
  private let limit: Double?
  private var recipients = LearnedRate(slowest: 0.5)
  private var calls = LearnedRate(slowest: 0.5)
  private var size = CallSize()
  private var recipientBucket, callBucket: TokenBucket
  private let clock = ContinuousClock()
  /// Where learning begins when nothing has gone through yet: a full call a second.
  private static let start = 1.0

  /// - Parameter rate: recipients a second; `nil` for no limit.
  package init(rate: Double?) {
    limit = rate
    recipientBucket = TokenBucket(at: clock.now)
    callBucket = TokenBucket(at: clock.now)
  }

  /// Recipients a second at this moment in calls of so many; `nil` for any number.
  package func rate(callLimit: Int) -> Double? {
    let rates = [
      limit, recipients.value, calls.value.map { $0 * Double(callSize(upTo: callLimit)) },
    ].compactMap(\.self)
    return rates.min()
  }

  /// Whether the provider turned something away lately for going too fast.
  package var isHeldBack: Bool { recipients.isHeldBack(at: clock.now) || calls.isHeldBack(at: clock.now) }

  /// How many recipients the next call may have: no more than a second's worth, or the call itself would break the rate.
  package func callSize(upTo most: Int) -> Int {
    let bound = min(most, size.bound ?? most)
    guard let rate = recipientRate else { return bound }
    return min(bound, max(1, Int(rate)))
  }

  /// Waits until a call with so many recipients may go, and takes it from what there is.
  ///
  /// - Throws: `CancellationError`; nothing is taken then.
  package func reserve(_ count: Int) async throws {
    while true {
      let wait = max(
        recipientBucket.wait(for: Double(count), rate: recipientRate, at: clock.now),
        callBucket.wait(for: 1, rate: calls.value, at: clock.now))
      if wait <= .zero { break }
      try await Task.sleep(for: max(wait, .milliseconds(1)), clock: clock)
    }
    if recipientRate != nil { recipientBucket.balance -= Double(count) }
    if calls.value != nil { callBucket.balance -= 1 }
  }

  /// Gives back recipients that were reserved and not handed over.
  ///
  /// - Parameter isWhole: whether no call is made at all.
  package func giveBack(_ count: Int, isWhole: Bool) {
    recipientBucket.balance += Double(count)
    if isWhole { callBucket.balance += 1 }
  }

  /// Learns from an answer. A few recipients throttled among many are the provider's mood; a fifth of a call is a limit.
  package func learn(accepted: Int, throttled: Int) {
    let now = clock.now
    if accepted > 0 {
      calls.grow(1, at: now)
      size.grow()
    }
    if throttled == 0 || throttled * 5 < accepted + throttled {
      if accepted > 0 { recipients.grow(Double(accepted), at: now) }
    } else if accepted > 0 {
      if recipients.value == nil { recipientBucket.balance = 0 }
      _ = recipients.slow(from: min(max(recipients.went(at: now), Double(accepted)), limit ?? .infinity), at: now)
    } else {
      if calls.value == nil { callBucket.balance = 0 }
      // What the operator allows is the fastest that it can have been.
      let fastest = limit.map { max(0.5, $0 / Double(min(throttled, callSize(upTo: throttled)))) } ?? .infinity
      let isSlowest = calls.slow(from: min(max(calls.went(at: now), Self.start), fastest), at: now)
      if isSlowest { size.shrink(from: throttled) }
    }
  }

  private var recipientRate: Double? {
    guard let learned = recipients.value else { return limit }
    return limit.map { min($0, learned) } ?? learned
  }
}

/// How many recipients a call may have, where calls of any pace were turned away for their size.
private struct CallSize {
  private(set) var bound: Int?
  /// What was too many.
  private var tooMany: Int?

  mutating func shrink(from size: Int) {
    tooMany = size
    bound = max(1, size / 2)
  }

  /// Twice as many, or one more where that was too many.
  mutating func grow() {
    guard let bound, let tooMany else { return }
    self.bound = bound * 2 < tooMany ? bound * 2 : bound + 1
    if bound >= tooMany * 2 { self.bound = nil }
  }
}

/// Fills at a rate, up to one call's worth or a tenth of a second's, whichever is more.
private struct TokenBucket {
  /// A first call may go at once.
  var balance = Double.infinity
  private var filledAt: ContinuousClock.Instant

  init(at now: ContinuousClock.Instant) { filledAt = now }

  mutating func wait(for count: Double, rate: Double?, at now: ContinuousClock.Instant) -> Duration {
    guard let rate else { return .zero }
    balance = min(max(count, rate / 10), balance + (now - filledAt).seconds * rate)
    filledAt = now
    return balance >= count ? .zero : .seconds((count - balance) / rate)
  }
}
