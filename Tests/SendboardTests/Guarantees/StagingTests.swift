import Foundation
import Testing

extension EndToEnd {
  /// The file an audience is staged in, beside the store.
  @Suite struct StagingTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private var staged: [String] {
      get throws {
        try FileManager.default.contentsOfDirectory(atPath: place.file("store"))
          .filter { $0.hasPrefix(".sendboard-audience-") }.sorted()
      }
    }

    @Test(.timeLimit(.minutes(2)))
    func whatAKilledSendLeavesGoesWithTheNextOneAndALiveOnesStays() async throws {
      let big = try place.writeAudience(60_000, to: "big.csv", prefix: "big")
      let small = try place.writeAudience(3)

      let killed = try place.start(place.sendArguments(big, name: "Killed"))
      let abandoned = try await eventually("a staging file") { try staged.first }
      killed.signal(SIGKILL)
      _ = try await killed.wait()
      #expect(try staged == [abandoned], "the kill came too late to leave anything")

      let live = try place.start(place.sendArguments(big, name: "Live"))
      let its = try await eventually("the live one's file") { try staged.first { $0 != abandoned } }
      live.signal(SIGSTOP)
      #expect(its.contains("-\(live.processID)-"))

      _ = try await place.json(place.sendArguments(small, name: "Small"))
      #expect(try staged == [its])
      live.signal(SIGCONT)
      let end = try await live.wait()
      #expect(end.status == 0, "\(end.errors)")
      #expect(try end.json().first?["recipients"] as? Int == 60_000)
      #expect(try staged == [])
      #expect(try await place.json(["campaigns"]).map { $0["name"] as? String } == ["Live", "Small"])
    }

    @Test func aDashboardOrAWorkerTidiesToo() async throws {
      // No process has this number: Linux counts to 4,194,304 at most.
      try place.write("left behind", to: "store/.sendboard-audience-9999999-X.db")
      try place.write("kept", to: "store/.sendboard-audience-\(getpid())-X.db")
      try place.write("kept", to: "store/.sendboard-audience-nonsense")
      let run = try await place.run(["run", "--drain"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(try staged == [".sendboard-audience-\(getpid())-X.db", ".sendboard-audience-nonsense"])
    }
  }
}
