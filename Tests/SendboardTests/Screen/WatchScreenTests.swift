import Foundation
import Testing
import TestSupport

extension ScreenEndToEnd {
  /// Issue 9, point 2: an operator watches campaigns, their single batches and the graphs, in a real terminal.
  @Suite struct WatchScreenTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func dashboard(_ more: String...) -> [String] {
      ["dashboard", "--simulator-ledger", place.ledger, "--simulator-latency", "0.2", "--simulator-time-scale", "0"]
        + more
    }

    @Test func point2FromACampaignToItsBatchesTheirMessagesAndTheGraphs() async throws {
      _ = try await place.json(
        place.sendArguments(place.writeAudience(5000), name: "May") + ["--batch-size", "10"])
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(dashboard())
      try await terminal.wait(for: "sending")
      try await terminal.send("B")
      try await terminal.wait(for: "Single batches of “May”")
      try await terminal.wait(for: "1/500")
      // While it goes out some batch is with a worker, and the first are done.
      try await terminal.send("/")
      try await terminal.type("sending")
      try await terminal.send("Enter")
      try await terminal.wait(for: "→ sending")
      try await terminal.send("Escape")
      try await terminal.wait(for: "✓ done")
      try await terminal.send("/")
      try await terminal.type("250")
      try await terminal.send("Enter")
      try await terminal.wait(for: "250/500")
      try await terminal.send("Enter")
      try await terminal.wait(for: "batch 250")
      try await terminal.wait(for: "user2491@example.com")
      try await terminal.waitWithout("user2501@example.com")
      try await terminal.send("Escape")
      try await terminal.wait(for: "250/500")
      try await terminal.send("G")
      try await terminal.wait(for: "500/500")
      // One after the other: both at once would be Alt-a.
      try await terminal.send("Escape")
      try await terminal.wait(for: "━ Campaigns")
      try await terminal.send("a")
      try await terminal.wait(for: "Activity of the last hour")
      try await terminal.wait(for: "Sent/s")
      let screen = try await terminal.screen()
      #expect(screen.contains { $0.contains("last ") && $0.contains("highest ") }, "\(screen.joined(separator: "\n"))")
      #expect(screen.contains { $0.contains("┤") } && screen.contains { $0.contains("0┼") })
      #expect(screen.contains { $0.contains("gap: nothing recorded") }, "nobody was there for most of the hour")
      try await terminal.send("d")
      try await terminal.wait(for: "Activity of the last day")
      try await terminal.send("G")
      try await terminal.wait(for: "Event queue, events")
      for (width, height) in [(40, 10), (200, 50), (80, 24)] {
        try await terminal.resize(width, height)
        try await terminal.wait(for: "Activity of the last day")
      }
      try await terminal.send("Escape")
      try await terminal.wait(for: "finished", within: .seconds(60))
      // The simulator refuses some: what is missing is said, and never a share that looks as if it went on.
      let row = try await terminal.screen().first { $0.contains("May") && $0.contains("5,000") } ?? ""
      #expect(row.contains("100%") || row.contains(#/ -\d+ /#), "\(row)")
      try await terminal.send("q")
      #expect(try await terminal.ending().status == 0)
      // What was seen is in the store, too.
      let batches = try await place.json(["batches", "May", "--limit", "3"])
      #expect(batches.map { $0["id"] as? String } == ["1", "2", "3"])
      #expect(batches.allSatisfy { $0["state"] as? String == "done" && $0["receives"] as? Int == 1 })
    }

    /// What went wrong while the operator was elsewhere is marked, and a campaign that is over says what is missing of it.
    @Test func point2WhatChangedIsMarkedAndWhatIsMissingIsSaid() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(60, to: "a.csv"), name: "Alpha"))
      _ = try await place.json(place.sendArguments(place.writeAudience(40, to: "b.csv"), name: "Beta"))
      _ = try await place.json(["pause", "Alpha"])
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(dashboard())
      try await terminal.wait(for: "finished")
      try await terminal.wait(for: "= paused")
      try await terminal.waitWithout("•")
      _ = try await place.json(["cancel", "Alpha", "--yes"])
      try await terminal.wait(for: "•Alpha")
      try await terminal.send("Down")
      try await terminal.waitWithout("•")
      try await terminal.wait(for: "· cancelled")
      try await terminal.send("q")
      #expect(try await terminal.ending().status == 0)
    }
  }
}
