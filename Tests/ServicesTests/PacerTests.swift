import Model
import Pacing
import Ports
import Testing
import TestSupport

@testable import Sending

@Suite struct PacerTests {
  @Test func noMoreThanTheRateGoInAnySecond() async throws {
    let time = Timekeeper(HastyClock())
    let pacer = Pacer(rate: 400, time: time)
    let began = time.now
    var times: [Duration] = []
    while time.now - began < .milliseconds(1600) {
      try await pacer.permit(.email, upTo: 50).use()
      times.append(time.now - began)
    }
    for start in times {
      // A call that stands on the edge belongs to the next second.
      let within = times.count { $0 >= start && $0 < start + .milliseconds(990) }
      #expect(within * 50 <= 400 + 50, "from \(start)")
    }
    #expect(times.count > 1)
  }

  /// AWS allows most of its calls once a second, whatever is in them.
  @Test func aLimitOnCallsLeavesThemFull() async throws {
    let pacer = Pacer(rate: nil)
    #expect(await pacer.rate(.email, callLimit: 50) == nil)
    // Five lanes at once: the first is taken.
    await pacer.learn(.email, accepted: 50, throttled: 0)
    for _ in 0..<4 { await pacer.learn(.email, accepted: 0, throttled: 50) }
    // One call a second went, less a fifth; the other lanes were turned away in the same moment.
    #expect(await pacer.rate(.email, callLimit: 50) == 40)
    #expect(await pacer.callSize(.email, upTo: 50) == 50)
    #expect(await pacer.isThrottled(.email))
  }

  @Test func recipientsThatAreTurnedAwayOfACallThatIsTakenLimitRecipients() async {
    let pacer = Pacer(rate: nil)
    await pacer.learn(.email, accepted: 30, throttled: 20)
    // Thirty went in the second, less a fifth: a call may not have more.
    #expect(await pacer.rate(.email, callLimit: 50) == 24)
    #expect(await pacer.callSize(.email, upTo: 50) == 24)
  }

  @Test func fewThrottledAmongManyMeanNothing() async {
    let pacer = Pacer(rate: nil)
    await pacer.learn(.email, accepted: 45, throttled: 5)
    #expect(await pacer.rate(.email, callLimit: 50) == nil)
    #expect(await !pacer.isThrottled(.email))
  }

  @Test func itNeverStopsAltogetherAndNeverExceedsTheOperatorsLimit() async throws {
    let pacer = Pacer(rate: 2)
    await pacer.learn(.email, accepted: 0, throttled: 2)
    #expect(await pacer.rate(.email, callLimit: 50) == 1.6)
    #expect(await pacer.callSize(.email, upTo: 50) == 2)
    let fast = Pacer(rate: 10)
    await fast.learn(.email, accepted: 1000, throttled: 0)
    await fast.learn(.email, accepted: 0, throttled: 10)
    #expect(await fast.rate(.email, callLimit: 50) == 8)
  }

  @Test func aCallThatIsGivenBackWholeMayGoAtOnce() async throws {
    let time = Timekeeper(HastyClock())
    let pacer = Pacer(rate: nil, time: time)
    await pacer.learn(.email, accepted: 0, throttled: 50)
    try await pacer.permit(.email, upTo: 50).giveBack()
    let began = time.now
    try await pacer.permit(.email, upTo: 50).use()
    #expect(time.now == began)
    try await pacer.permit(.email, upTo: 50).use()
    #expect(time.now > began, "the next one waits")
  }
}

/// What is learned, second by second.
@Suite struct LearnedRateTests {
  /// Ten seconds in which everything is turned away, and then a limit that is never reached.
  @Test func aFaultThatPassesIsOverWithinSeconds() {
    var rate = LearnedRate(slowest: 0.5)
    var now = ContinuousClock.now
    rate.grow(20, at: now)
    for _ in 0..<10 {
      _ = rate.slow(from: 20, at: now)
      now += .seconds(1)
    }
    // 16, 12.8, 10.24, 8.19, 6.55, 5.24, 4.19, 3.36, 2.68, 2.15
    #expect(abs((rate.value ?? 0) - 2.147) < 0.01)
    var seconds = 0
    while (rate.value ?? .infinity) < 18 {
      rate.grow(rate.value ?? 0, at: now)
      now += .seconds(1)
      seconds += 1
    }
    // Twice as fast each second: 4.3, 8.6, 17.2, 18; the first finds no time gone by.
    #expect(seconds <= 5)
  }

  @Test func aLimitIsApproachedGentlyWhereItWasMet() {
    var rate = LearnedRate(slowest: 0.5)
    var now = ContinuousClock.now
    rate.grow(20, at: now)
    _ = rate.slow(from: 20, at: now)
    var met = 0
    var went = 0.0
    // A server that takes twenty a second.
    for _ in 0..<120 {
      now += .seconds(1)
      let tried = rate.value ?? 0
      went += min(tried, 20)
      rate.grow(min(tried, 20), at: now)
      if tried > 20 {
        met += 1
        _ = rate.slow(from: 20, at: now)
      }
    }
    #expect(went / 120 > 17.5)
    #expect(met < 30)
  }

  @Test func theSlowestIsTold() {
    var rate = LearnedRate(slowest: 0.5)
    var now = ContinuousClock.now
    var told: [Bool] = []
    for _ in 0..<6 {
      told.append(rate.slow(from: 1, at: now))
      now += .seconds(1)
    }
    // 0.8, 0.64, 0.512, 0.5, and then it can go no slower.
    #expect(rate.value == 0.5)
    #expect(told == [false, false, false, false, true, true])
  }
}

/// The limits themselves, at invented times; and what drives them, by a clock that stands still.
@Suite struct PaceLimitTests {
  private let start = ContinuousClock.now

  @Test(arguments: [(400.0, 50), (12, 12), (1, 1), (0.5, 1)])
  func theOperatorsRateIsKeptInAnySecondAndUsed(rate: Double, size: Int) {
    var limit = OperatorRate(limit: rate)
    var gone: [Duration] = []
    let span = Duration.seconds(30)
    var now = Duration.zero
    while now < span {
      while case .go = limit.turn(for: size, at: start + now) {
        limit.take(size)
        gone.append(now)
      }
      now += .milliseconds(7)
    }
    for first in gone {
      let within = gone.count { $0 >= first && $0 < first + .seconds(1) } * size
      #expect(Double(within) <= max(rate, Double(size)) + Double(size), "from \(first)")
    }
    #expect(Double(gone.count * size) >= rate * 29)
  }

  @Test func theInstantThatIsToldIsLongEnoughAndNoLonger() {
    var limit = OperatorRate(limit: 100)
    #expect(limit.turn(for: 50, at: start) == .go(50))
    limit.take(50)
    guard case .wait(let until?) = limit.turn(for: 50, at: start) else {
      Issue.record("it did not wait")
      return
    }
    #expect(abs((until - start).seconds - 0.5) < 0.001)
    #expect(limit.turn(for: 50, at: until - .milliseconds(2)) != .go(50))
    #expect(limit.turn(for: 50, at: until + .microseconds(1)) == .go(50))
  }

  @Test func whatIsGivenBackMayGoAtOnce() {
    var limit = OperatorRate(limit: 100)
    _ = limit.turn(for: 50, at: start)
    limit.take(50)
    limit.giveBack(50)
    #expect(limit.turn(for: 50, at: start) == .go(50))
    var pace = ProviderPace()
    pace.learn(accepted: 0, throttled: 50, within: OperatorRate(limit: nil), at: start)
    guard case .wait(let until?) = pace.turn(for: 50, at: start) else {
      Issue.record("it did not wait")
      return
    }
    #expect(pace.turn(for: 50, at: until + .milliseconds(1)) == .go(50))
    pace.take(50)
    // A part leaves the call made, the whole does not.
    pace.giveBack(20, isWhole: false)
    #expect(pace.turn(for: 50, at: until + .milliseconds(1)) != .go(50))
    pace.giveBack(30, isWhole: true)
    #expect(pace.turn(for: 50, at: until + .milliseconds(1)) == .go(50))
  }

  @Test func theOperatorsRateIsOneForAllChannelsAndWhatIsLearnedIsEachOnes() async throws {
    let clock = ManualClock()
    let time = Timekeeper(clock)
    let pacer = Pacer(rate: 50, time: time)
    let first = try await pacer.permit(.email, upTo: 50)
    let began = time.now
    let second = Task { try await pacer.permit(.sms, upTo: 50).use() }
    try await clock.untilAsleep()
    clock.advance(by: .milliseconds(990))
    #expect(clock.sleepers == 1)
    clock.advance(by: .milliseconds(20))
    _ = try await second.value
    #expect(time.now - began > .seconds(1))
    first.use()
    await pacer.learn(.sms, accepted: 0, throttled: 50)
    #expect(await pacer.isThrottled(.sms))
    #expect(await !pacer.isThrottled(.email))
    #expect(await pacer.rate(.email, callLimit: 50) == 50)
  }

  @Test func whoWaitsIsWokenByWhatComesBack() async throws {
    let clock = ManualClock()
    let pacer = Pacer(rate: 50, time: Timekeeper(clock))
    let first = try await pacer.permit(.email, upTo: 50)
    let second = Task { try await pacer.permit(.email, upTo: 50).use() }
    try await clock.untilAsleep()
    first.giveBack()
    // No time passes.
    _ = try await second.value
  }

  @Test func whoIsCancelledTakesNothing() async throws {
    let clock = ManualClock()
    let pacer = Pacer(rate: 50, time: Timekeeper(clock))
    try await pacer.permit(.email, upTo: 50).use()
    for _ in 0..<20 {
      let waiting = Task { try await pacer.permit(.email, upTo: 50).use() }
      try await clock.untilAsleep()
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
    }
    clock.advance(by: .milliseconds(1001))
    try await pacer.permit(.email, upTo: 50).use()
  }
}
