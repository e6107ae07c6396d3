import EventStore
import Foundation
import Model
import Testing
import TestSupport

extension GuaranteesEndToEnd {
  /// A third process has the store locked for five seconds.
  @Suite struct LockedStoreTests {
    /// What SQLite's own program would do in somebody's hands: it takes the write lock and keeps it.
    private static let holder = """
      import sqlite3, sys, time
      store = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)
      store.execute("BEGIN IMMEDIATE")
      print("locked", file=sys.stderr, flush=True)
      time.sleep(5)
      store.execute("COMMIT")
      """

    @Test(.timeLimit(.minutes(3)))
    func keysAreAnsweredAndPagesReadWhileAnotherProcessHasTheStoreLocked() async throws {
      let place = try Workplace()
      let simulator = [
        "--simulator-ledger", place.ledger, "--simulator-latency", "0.2", "--simulator-rate", "100",
        "--simulator-time-scale", "0",
      ]
      _ = try await place.json(place.sendArguments(place.writeAudience(20_000)))
      let worker = try place.start(["run"] + simulator)
      let terminals = [try await TerminalSession(place), try await TerminalSession(place)]
      var watches: [ScreenWatch] = []
      for (index, terminal) in terminals.enumerated() {
        _ = try await terminal.launch(["dashboard"] + simulator)
        try await terminal.wait(for: "sending")
        watches.append(try await ScreenWatch(terminal, file: place.file("tmp/screen-\(index)")))
      }
      let before = try await press(watches, until: { false }, most: 10)

      let holder = try place.startTool("/usr/bin/env", ["python3", "-c", Self.holder, place.store])
      try await eventually("the store is locked", every: .milliseconds(5)) {
        try holder.errorsSoFar().contains("locked")
      }
      // Each dashboard has a command that waits for the lock, besides the workers' claims and the ingesters' events.
      for terminal in terminals { try await terminal.send("p") }
      let during = try await press(watches, until: { holder.hasEnded }, most: 1000)
      #expect(during.count >= 10)
      #expect(try await holder.wait().status == 0)
      for (name, times) in [("before", before), ("during", during)] {
        print(
          "LockedStoreTests: \(name) the lock \(times.count) keys, key to screen median \(times[times.count / 2]), "
            + "worst \(times.last ?? .zero)")
      }
      #expect(try #require(during.last) < .milliseconds(50))
      for terminal in terminals { try await terminal.wait(for: "paused") }
      #expect(try await place.json(["campaigns"])[0]["state"] as? String == "paused")
      for terminal in terminals { try await terminal.quit() }
      worker.signal(SIGTERM)
      #expect(try await worker.wait().status == 0)
      #expect(try await place.openStore().replay() == [])
    }

    /// A page that was not shown yet is read and drawn while the lock is held.
    @Test(.timeLimit(.minutes(2)))
    func aPaneIsReadWhileAnotherProcessHasTheStoreLocked() async throws {
      let place = try Workplace()
      _ = try await place.json(place.sendArguments(place.writeAudience(500)))
      _ = try await place.json(["pause", "May"])
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["dashboard"])
      try await terminal.wait(for: "paused")
      let holder = try place.startTool("/usr/bin/env", ["python3", "-c", Self.holder, place.store])
      try await eventually("the store is locked", every: .milliseconds(5)) {
        try holder.errorsSoFar().contains("locked")
      }
      // It waits for the lock.
      try await terminal.send("x")
      try await terminal.type("500")
      try await terminal.send("Enter")
      try await terminal.send("2")
      try await terminal.wait(for: "user1@example.com", within: .seconds(4))
      try await terminal.send("Enter")
      try await terminal.wait(for: "Timeline of message", within: .seconds(4))
      #expect(!holder.hasEnded, "the lock was gone before the pages were read")
      #expect(try await holder.wait().status == 0)
      try await terminal.quit()
    }

    /// Opens the help in one terminal after the other.
    ///
    /// - Returns: the times to its words, shortest first, of those keys that were answered before it was over.
    private func press(
      _ watches: [ScreenWatch], until isOver: () -> Bool, most: Int
    ) async throws -> [Duration] {
      var times: [Duration] = []
      while times.count < most {
        for watch in watches {
          let answer = try await watch.answer(to: "?", words: "Everywhere")
          let isLate = isOver()
          try await watch.press("Escape")
          if isLate { return times.sorted() }
          times.append(answer.time)
        }
      }
      return times.sorted()
    }
  }
}
