import EventStore
import Foundation
import Model
import Testing
import TestSupport

extension GuaranteesEndToEnd {
  /// SIGKILL at random moments of a campaign; `SENDBOARD_KILLS` says how often, `SENDBOARD_KILL_SEED` repeats a run.
  @Suite struct KillTests {
    static let recipients = 20_000
    private let place: Workplace
    private let seed: UInt64
    /// A dead worker's batches come back after this, so a short one makes the test short.
    private let quick = ["SENDBOARD_VISIBILITY_TIMEOUT": "2"]

    init() throws {
      place = try Workplace()
      let environment = ProcessInfo.processInfo.environment
      seed = environment["SENDBOARD_KILL_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1_000_000)
    }

    @Test(.timeLimit(.minutes(60)))
    func nobodyIsLostOrMailedTwiceHoweverOftenTheProcessIsKilled() async throws {
      print("KillTests: SENDBOARD_KILL_SEED=\(seed)")
      var random = SplitMix(seed)
      let wanted = ProcessInfo.processInfo.environment["SENDBOARD_KILLS"].flatMap(Int.init) ?? 10
      var campaigns = 0
      var left = wanted
      while left > 0 || campaigns == 0 {
        campaigns += 1
        left -= try await launch(campaigns, kills: min(left, 3), &random)
        while left > 0, try await isUnderWay() {
          let worker = try await start()
          try await Task.sleep(for: .milliseconds(Int.random(in: 50...1200, using: &random)))
          worker.signal(SIGKILL)
          let end = try await worker.wait()
          #expect(end.status == -SIGKILL, "seed \(seed): the worker ended by itself: \(end.errors)")
          left -= 1
        }
      }
      try await drain()
      try await waitForImports(Self.recipients * campaigns)
      let audit = try await Audit(place)
      try await audit.expectSound(recipients: Self.recipients * campaigns)
      try await audit.expectSettled()
      let doubts = audit.messages.count { $0.status == .uncertain }
      let dead = try await audit.store.deadLetters(limit: 1000).count
      print("KillTests: \(wanted) kills, \(campaigns) campaigns, \(doubts) uncertain, \(dead) dead letters")
      try await redriveTheDead(expecting: Self.recipients * campaigns)
    }

    /// A `send` that was killed while it copied its audience leaves an import, which is given up when nobody has touched it
    /// for a minute.
    private func waitForImports(_ expected: Int) async throws {
      guard try await Audit(place).messages.count > expected else { return }
      let services = try await start()
      try await eventually("imports that were cut off are discarded", within: .seconds(150), every: .seconds(2)) {
        try await (Audit(place).messages.count <= expected)
      }
      services.signal(SIGTERM)
      #expect(try await services.wait().status == 0)
    }

    /// Kills `send` until a campaign is launched: each time it is there whole, or not at all.
    private func launch(_ number: Int, kills: Int, _ random: inout SplitMix) async throws -> Int {
      let audience = try place.writeAudience(Self.recipients, prefix: "c\(number)-user")
      let arguments = try place.sendArguments(audience, name: "Kill \(number)")
      for kill in 0..<max(0, kills) {
        let sender = try place.start(arguments)
        try await Task.sleep(for: .milliseconds(Int.random(in: 20...900, using: &random)))
        sender.signal(SIGKILL)
        _ = try await sender.wait()
        guard try await isStoreMade() else { continue }
        let known = try await place.json(["campaigns"]).filter { $0["name"] as? String == "Kill \(number)" }
        #expect(known.count <= 1, "seed \(seed)")
        if let campaign = known.first {
          #expect(campaign["recipients"] as? Int == Self.recipients, "seed \(seed): launched in part")
          // Whoever was not told sends it again, and it is the same campaign; who was told is told so.
          let again = try await place.run(arguments)
          #expect(again.status == 0 || again.errors.contains("--again"), "seed \(seed): \(again.errors)")
          #expect(try await place.json(["campaigns"]).count { $0["name"] as? String == "Kill \(number)" } == 1)
          return kill + 1
        }
      }
      _ = try await place.json(arguments)
      return max(0, kills)
    }

    /// Whether the killed process came further than an empty file, of which every command says so.
    private func isStoreMade() async throws -> Bool {
      guard place.hasStore, try Data(contentsOf: URL(fileURLWithPath: place.store)).isEmpty else {
        return place.hasStore
      }
      let looked = try await place.run(["campaigns"])
      #expect(looked.status == 1 && looked.errors.contains("make it whole"), "seed \(seed): \(looked)")
      return false
    }

    private func start() async throws -> RunningProgram {
      try place.start(
        ["run", "--simulator-ledger", place.ledger, "--simulator-time-scale", "0", "--simulator-seed", "\(seed)"],
        environment: quick)
    }

    private func isUnderWay() async throws -> Bool {
      try await place.json(["campaigns"]).contains { ["launching", "sending"].contains($0["state"] as? String) }
    }

    private func drain() async throws {
      let result = try await place.run(
        place.drain, environment: quick,
        within: .seconds(300))
      #expect(result.isDrained, "seed \(seed): \(result.errors)")
    }

    /// A batch whose worker was killed three times is a dead letter; redriven, it sends only those not yet accepted.
    private func redriveTheDead(expecting recipients: Int) async throws {
      let letters = try await place.json(["deadletters"], environment: quick)
      guard !letters.isEmpty else { return }
      _ = try await place.json(["deadletters", "redrive", "--all", "--yes", "100000"], environment: quick)
      try await drain()
      let audit = try await Audit(place)
      try await audit.expectSound(recipients: recipients)
      #expect(audit.messages.filter { $0.status == .queued }.map(\.id) == [], "seed \(seed): after the redrive")
    }
  }
}
