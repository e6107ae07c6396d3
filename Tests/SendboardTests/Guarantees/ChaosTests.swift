import Foundation
import Testing

extension GuaranteesEndToEnd {
  /// Everything that goes wrong, at random: kills, stops past the lease, clocks two days apart, backups put back, files
  /// swapped, and an operator who pauses, cancels, settles, resends, redrives and discards meanwhile. `SENDBOARD_CHAOS` says
  /// how many steps, `SENDBOARD_CHAOS_SEED` repeats a run.
  ///
  /// What holds at the end: nobody got more copies than an operator asked for, nothing is stuck, and a recount is equal.
  @Suite struct ChaosTests {
    private let place: Workplace
    private let steps: Int
    private let seed: UInt64

    init() throws {
      place = try Workplace()
      let environment = ProcessInfo.processInfo.environment
      steps = environment["SENDBOARD_CHAOS"].flatMap(Int.init) ?? 16
      seed = environment["SENDBOARD_CHAOS_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1_000_000)
    }

    @Test(.timeLimit(.minutes(120)))
    func nobodyGetsACopyTooManyAndNothingIsStuck() async throws {
      print("ChaosTests: SENDBOARD_CHAOS_SEED=\(seed) SENDBOARD_CHAOS=\(steps)")
      var board = ChaosBoard(place, seed: seed)
      for step in 0..<steps { try await board.act(step) }
      try await board.finish()
      try await board.audit()
      print("ChaosTests: \(board.tally)")
    }
  }
}
