import Pacing

/// Spaces the calls of one channel so that both recipients and calls a second stay within what its provider was found to
/// take.
///
/// A call that is turned away whole says that calls come too fast, whatever is in them: AWS limits most of its calls to one
/// a second. They are spaced then and stay full, for 50 recipients cost as much as one. Only when the slowest calls are
/// turned away still have they too many recipients, and get half as many. Recipients that are turned away of a call that
/// was taken say that recipients come too fast.
struct ProviderPace {
  private var recipients = LearnedRate(slowest: 0.5)
  private var calls = LearnedRate(slowest: 0.5)
  private var size = CallSize()
  private var recipientBucket = TokenBucket()
  private var callBucket = TokenBucket()
  /// Where learning begins when nothing has gone through yet: a full call a second.
  private static let start = 1.0

  /// Recipients a second in calls of so many; `nil` for any number.
  func rate(callSize: Int) -> Double? {
    [recipients.value, calls.value.map { $0 * Double(callSize) }].compactMap(\.self).min()
  }

  /// Whether the provider turned something away lately for going too fast.
  func isThrottled(at now: ContinuousClock.Instant) -> Bool {
    recipients.isThrottled(at: now) || calls.isThrottled(at: now)
  }

  /// How many recipients the next call may have: no more than a second's worth, or the call itself would break the rate.
  func callSize(upTo most: Int) -> Int {
    let bound = min(most, size.bound ?? most)
    return recipients.value.map { min(bound, max(1, Int($0))) } ?? bound
  }

  /// Whether a call with so many may go.
  mutating func turn(for count: Int, at now: ContinuousClock.Instant) -> Turn<Never> {
    let one = callBucket.turn(for: 1, rate: calls.value, at: now)
    let all = recipientBucket.turn(for: count, rate: recipients.value, at: now)
    if case .go = one { return all }
    return one.and(all)
  }

  /// Takes a call that was let go.
  mutating func take(_ count: Int) {
    if recipients.value != nil { recipientBucket.balance -= Double(count) }
    if calls.value != nil { callBucket.balance -= 1 }
  }

  /// Takes back what was not handed over.
  ///
  /// - Parameter isWhole: whether no call is made at all.
  mutating func giveBack(_ count: Int, isWhole: Bool) {
    recipientBucket.balance += Double(count)
    if isWhole { callBucket.balance += 1 }
  }

  /// Learns from an answer. A few recipients throttled among many are the provider's mood; a fifth of a call is a limit.
  ///
  /// - Parameter limit: the operator's, which is the fastest that it can have been.
  mutating func learn(accepted: Int, throttled: Int, within limit: OperatorRate, at now: ContinuousClock.Instant) {
    if accepted > 0 {
      calls.grow(1, at: now)
      size.grow()
    }
    if throttled == 0 || throttled * 5 < accepted + throttled {
      if accepted > 0 { recipients.grow(Double(accepted), at: now) }
    } else if accepted > 0 {
      if recipients.value == nil { recipientBucket.balance = 0 }
      let went = max(recipients.went(at: now), Double(accepted))
      _ = recipients.slow(from: min(went, limit.limit ?? .infinity), at: now)
    } else {
      if calls.value == nil { callBucket.balance = 0 }
      let full = min(callSize(upTo: throttled), limit.callSize(upTo: throttled))
      let fastest = limit.limit.map { max(0.5, $0 / Double(min(throttled, full))) } ?? .infinity
      let isSlowest = calls.slow(from: min(max(calls.went(at: now), Self.start), fastest), at: now)
      if isSlowest { size.shrink(from: throttled) }
    }
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
