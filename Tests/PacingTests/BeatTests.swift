import Pacing
import TestSupport
import Testing

/// Those who look again and again are woken together.
@Suite struct BeatTests {
  @Test(arguments: [0.0, 0.003, 0.4, 0.501, 0.7, 3.999], [1.0, 2.0, 10.0])
  func looksAreAtWholeSecondsFromTheSecondOn(past: Double, span: Double) async throws {
    let first = try await end(of: span, past: past)
    let second = try await end(of: span, past: first)
    #expect(second == second.rounded())
    for (begun, over) in [(past, first), (first, second)] {
      #expect((span - 0.25...span * 1.5).contains(over - begun))
    }
  }

  @Test func aLookFromJustBehindAMomentEndsAtTheNext() async throws {
    #expect(try await end(of: 1, past: 5.002) == 6)
    #expect(try await end(of: 0.25, past: 5.002) == 5.25)
  }

  @Test func whoHasNoMomentNearSleepsAsLongAsAsked() async throws {
    #expect(try await end(of: 0.02, past: 5.002) == 5.022)
  }

  /// When somebody wakes who lies down at a moment, in seconds.
  private func end(of span: Double, past: Double) async throws -> Double {
    let clock = HastyClock()
    let time = Timekeeper(clock)
    try await clock.sleep(for: .milliseconds(past * 1_000))
    try await time.doze(for: .milliseconds(span * 1_000))
    return (clock.now.offset / .milliseconds(1)) / 1_000
  }
}
