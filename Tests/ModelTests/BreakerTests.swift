import Model
import TestSupport
import Testing

@Suite struct BreakerTests {
  private let breaker = Breaker.standard

  /// The fewest that stop, by how many are decided: computed with Python's decimal module, z = 2.326.
  @Test(arguments: [(100, 11), (200, 18), (500, 37), (1000, 67), (2000, 123), (5000, 286)])
  func bouncesStop(decided: Int, fewest: Int) {
    #expect(breaker.verdict(.bounces, Share(fewest, of: decided)) == .stop)
    #expect(breaker.verdict(.bounces, Share(fewest - 1, of: decided)) == .warn)
  }

  @Test(arguments: [(1000, 4), (2000, 6), (5000, 11), (10_000, 18)])
  func complaintsStop(decided: Int, fewest: Int) {
    #expect(breaker.verdict(.complaints, Share(fewest, of: decided)) == .stop)
    #expect(breaker.verdict(.complaints, Share(fewest - 1, of: decided)) == .fine)
  }

  /// 0.05635918045… for 11 of 100, by Python's decimal module.
  @Test func theLowerEndIsWilsons() {
    #expect(abs(Share(11, of: 100).leastRate - 0.05635918045) < 0.000000001)
    #expect(Share(0, of: 100).leastRate == 0 && Share(0, of: 0).leastRate == 0)
    #expect(Share(5, of: 5).leastRate < 1)
  }

  @Test func fewSayNothing() {
    #expect(breaker.verdict(.bounces, Share(99, of: 99)) == .fine, "fewer than 100 decided")
    #expect(breaker.verdict(.bounces, Share(9, of: 100)) == .fine, "fewer than ten")
    #expect(breaker.verdict(.bounces, Share(10, of: 500)) == .warn)
    #expect(breaker.verdict(.bounces, Share(10, of: 501)) == .fine, "under two in a hundred")
    #expect(breaker.verdict(.complaints, Share(3, of: 3)) == .fine)
    #expect(Breaker.off.verdict(.bounces, Share(1000, of: 1000)) == .fine)
  }

  /// 80 of 1,000 when it was resumed: 119 of 1,000 are not half as many again, 120 are.
  @Test func whatAnOperatorResumedHoldsUntilItHasGrownByHalf() {
    #expect(breaker.verdict(.bounces, Share(80, of: 1000)) == .stop)
    #expect(breaker.verdict(.bounces, Share(119, of: 1000), resumedAt: 0.08) == .warn)
    #expect(breaker.verdict(.bounces, Share(120, of: 1000), resumedAt: 0.08) == .stop)
  }

  /// How many are decided when a list of a quality stops; `nil` when it never does.
  private func stop(_ measure: BreakerMeasure, rate: Double, within most: Int, seed: UInt64) -> Int? {
    var random = SplitMix(seed)
    var count = 0
    for decided in 1...most where Double.random(in: 0..<1, using: &random) < rate {
      count += 1
      if breaker.verdict(measure, Share(count, of: decided)) == .stop { return decided }
    }
    return nil
  }

  private func stops(_ measure: BreakerMeasure, rate: Double, within most: Int, of runs: Int) -> Int {
    (0..<runs).filter { stop(measure, rate: rate, within: most, seed: UInt64($0)) != nil }.count
  }

  @Test(arguments: [0.02, 0.03]) func aGoodListNeverStops(rate: Double) {
    #expect(stops(.bounces, rate: rate, within: 5000, of: 200) == 0)
  }

  /// No rule does both: of 300 mails of a list with 10 % and one with 4 %, one that stops the first in 95 of 100 runs stops
  /// the second in 1 of 200 at best (binomial tails of 22 and more: 0.954 and 0.0051), and it is asked again until the end.
  @Test func aListJustUnderTheLimitHardlyEverStops() {
    #expect(stops(.bounces, rate: 0.04, within: 5000, of: 200) <= 8)
  }

  @Test(arguments: [(0.08, 1000, 95), (0.1, 300, 90), (0.1, 400, 95), (0.15, 200, 95)])
  func aBadListStops(rate: Double, within: Int, runs: Int) {
    let stopped = stops(.bounces, rate: rate, within: within, of: 100)
    #expect(stopped >= runs, "\(stopped) of 100")
  }

  @Test func complaintsStopLikewise() {
    #expect(stops(.complaints, rate: 0.0002, within: 5000, of: 200) == 0)
    #expect(stops(.complaints, rate: 0.0004, within: 5000, of: 200) <= 3)
    #expect(stops(.complaints, rate: 0.005, within: 3000, of: 100) >= 95)
  }
}
