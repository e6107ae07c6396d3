import Foundation
import Testing
import TestSupport

extension GuaranteesEndToEnd {
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
      // Once something is in it, it is locked.
      let its = try await eventually("the live one's file") {
        try staged.first { name in
          let file = try? FileManager.default.attributesOfItem(atPath: place.file("store/" + name))
          return name != abandoned && file?[.size] as? Int ?? 0 > 0
        }
      }
      live.signal(SIGSTOP)

      _ = try await place.json(place.sendArguments(small, name: "Small"))
      let left = try staged
      #expect(left == [its], "the abandoned one was \(abandoned)")
      live.signal(SIGCONT)
      let end = try await live.wait()
      #expect(end.status == 0, "\(end.errors)")
      #expect(try end.json().first?["recipients"] as? Int == 60_000)
      #expect(try staged == [])
      #expect(try await place.json(["campaigns"]).map { $0["name"] as? String } == ["Live", "Small"])
    }

    @Test func aDashboardOrAWorkerTidiesToo() async throws {
      try place.write("left behind", to: "store/.sendboard-audience-left.db")
      let kept = try place.write("kept", to: "store/.sendboard-audience-kept.db")
      // Whoever it is, in whatever container: the lock says that somebody lives.
      let file = open(kept, O_RDWR)
      defer { close(file) }
      #expect(flock(file, LOCK_EX) == 0)
      try FileManager.default.createSymbolicLink(
        atPath: place.file("store/.sendboard-audience-link.db"), withDestinationPath: place.file("text.txt"))
      let run = try await place.run(["run", "--drain", "--create"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(try staged == [".sendboard-audience-kept.db", ".sendboard-audience-link.db"])
    }
  }
}
