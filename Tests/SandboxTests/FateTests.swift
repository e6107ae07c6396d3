import Model
import Ports
import Testing

@testable import Sandbox

@Suite struct FateTests {
  private static func fate(_ message: Int64, attempt: Int = 1, seed: UInt64 = 42) -> Fate {
    var settings = SimulatorSettings.quick
    settings.seed = seed
    let recipient = ClaimedMessage(
      message: MessageID(rawValue: message), attempt: attempt, address: "a@example.com", values: [])
    return Fate.draw(recipient, channel: .email, missing: nil, settings: settings)
  }

  /// Checks a count of independent draws against its expectation: five standard deviations of the binomial
  /// distribution are left by chance once in two million draws of a seed, and the seed is fixed.
  private func expect(_ count: Int, of total: Int, share: Double, _ what: Comment) {
    let deviation = (Double(total) * share * (1 - share)).squareRoot()
    #expect(abs(Double(count) - Double(total) * share) <= 5 * deviation, what)
  }

  @Test func mixIsAsDeclared() {
    let total = 100_000
    var refused = 0
    var throttled = 0
    var stepped: [[Fate.Step]] = []
    for message in 1...Int64(total) {
      switch Self.fate(message) {
      case .throttled: throttled += 1
      case .invalid: refused += 1
      case .accepted(let steps): stepped.append(steps)
      }
    }
    expect(throttled, of: total, share: 0.003, "throttled")
    expect(refused, of: total, share: 0.001, "refused")

    func count(_ isWanted: (Happening) -> Bool) -> Int {
      stepped.count { $0.contains { isWanted($0.event) } }
    }
    func bounces(_ type: String) -> Int {
      count { if case .bounce(let script) = $0 { script.type == type } else { false } }
    }
    expect(bounces("Permanent"), of: stepped.count, share: 0.015, "hard bounces")
    expect(bounces("Transient"), of: stepped.count, share: 0.02, "soft bounces")
    expect(count { $0 == .reject }, of: stepped.count, share: 0.0002, "rejects")
    // Delivered for good: all but hard, soft, rejected, not rendered; out-of-office answers are deliveries too.
    let delivered = stepped.count { steps in
      steps.contains { $0.event == .delivery } && !steps.contains { if case .bounce = $0.event { true } else { false } }
    }
    expect(delivered, of: stepped.count, share: 1 - 0.015 - 0.02 - 0.0002 - 0.0002, "delivered")
    expect(count { if case .delay = $0 { true } else { false } }, of: delivered, share: 0.03, "delays")
    expect(count { $0 == .open }, of: delivered, share: 0.30, "opens")
    expect(count { $0 == .click }, of: delivered, share: 0.05, "clicks")
    expect(count { $0 == .complaint }, of: delivered, share: 0.0003, "complaints")
  }

  @Test func drawsDependOnSeedMessageAndAttemptAlone() {
    let forwards = (1...2000).map { Self.fate($0) }
    let backwards = (1...2000).reversed().map { Self.fate($0) }
    #expect(forwards == backwards.reversed())
    #expect(forwards != (1...2000).map { Self.fate($0, seed: 43) })
    #expect(forwards != (1...2000).map { Self.fate($0, attempt: 2) })
  }

  @Test func throttledMessagesPassAtALaterAttempt() {
    let throttled = (1...Int64(20_000)).filter { Self.fate($0) == .throttled }
    #expect(!throttled.isEmpty)
    for message in throttled { #expect((2...4).contains { Self.fate(message, attempt: $0) != .throttled }) }
  }

  @Test func eventsComeInTheOrderOfTheirTimesWithinFifteenMinutes() {
    let stories = (1...Int64(20_000)).compactMap { message in
      if case .accepted(let steps) = Self.fate(message) { steps } else { nil }
    }
    #expect(stories.count { $0.count > 1 } > 10_000)
    for steps in stories {
      let times = steps.map(\.after)
      #expect(times == times.sorted())
      #expect((times.last ?? .zero) <= .seconds(900))
    }
  }

  /// The reference output for seed 1234567, as published with the algorithm's test vectors.
  @Test func generatorGivesPublishedNumbers() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect(random.next() == 9_817_491_932_198_370_423)
  }
}
