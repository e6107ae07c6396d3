import Model
import Pipeline
import Testing

@Suite struct PacerTests {
  @Test func noMoreThanTheRateGoInAnySecond() async throws {
    let pacer = Pacer(rate: 400)
    let began = ContinuousClock.now
    var times: [Duration] = []
    while ContinuousClock.now - began < .milliseconds(1600) {
      try await pacer.reserve(50)
      times.append(ContinuousClock.now - began)
    }
    for start in times {
      // A call that stands on the edge belongs to the next second.
      let within = times.count { $0 >= start && $0 < start + .milliseconds(990) }
      #expect(within * 50 <= 400 + 50, "from \(start)")
    }
    #expect(times.count > 1)
  }

  @Test func throttlingSlowsDownAndSuccessSpeedsUp() async throws {
    let pacer = Pacer(rate: nil)
    #expect(await pacer.rate == nil)
    #expect(await pacer.callSize(upTo: 50) == 50)
    await pacer.learn(accepted: 100, throttled: 0)
    #expect(await pacer.rate == nil)
    await pacer.learn(accepted: 0, throttled: 50)
    // What went through in the second, less a fifth.
    #expect(await pacer.rate == 80)
    // The other lanes were turned away in the same moment.
    await pacer.learn(accepted: 0, throttled: 50)
    #expect(await pacer.rate == 80)
    try await Task.sleep(for: .milliseconds(200))
    await pacer.learn(accepted: 50, throttled: 0)
    let grown = try #require(await pacer.rate)
    #expect(grown > 80 && grown <= 84)
  }

  @Test func fewThrottledAmongManyMeanNothing() async {
    let pacer = Pacer(rate: nil)
    await pacer.learn(accepted: 45, throttled: 5)
    #expect(await pacer.rate == nil)
  }

  @Test func itNeverStopsAltogetherAndNeverExceedsTheOperatorsLimit() async throws {
    let pacer = Pacer(rate: 2)
    await pacer.learn(accepted: 0, throttled: 2)
    #expect(await pacer.rate == 1.6)
    #expect(await pacer.callSize(upTo: 50) == 1)
    let fast = Pacer(rate: 10)
    await fast.learn(accepted: 1000, throttled: 0)
    await fast.learn(accepted: 0, throttled: 50)
    #expect(await fast.rate == 8)
  }
}
