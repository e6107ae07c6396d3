import Foundation
import Testing
import TestSupport

extension ActionsEndToEnd {
  /// How `run --drain` ends: with a word and a status, and never not at all.
  @Suite struct DrainTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func drain(_ more: String...) -> [String] {
      ["run", "--drain", "--simulator-time-scale", "0"] + more
    }

    @Test func itAnswersInJSON() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(30)))
      let done = try await place.run(drain("--json"))
      #expect(done.status == 0, "\(done.errors)")
      let line = try #require(try done.json().first)
      Field.expect(
        line,
        [
          "drained": .flag, "handedOver": .integer, "uncertain": .integer, "deadLetters": .integer,
          "deadRecipients": .integer, "foreign": .integer, "waitedFor": .text,
        ])
      #expect(line["drained"] as? Bool == true)
      #expect(try done.json().count == 1)
      #expect(done.errors.contains("messages handed over"))
    }

    /// In lines, and not by the message.
    @Test func whatIsTriedAgainStandsInTheLog() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(300)))
      let done = try await place.run(drain("--simulator-rate", "100"), within: .seconds(60))
      #expect(done.status == 0 && done.errors.contains("turned away for the time being: "), "\(done.errors)")
      let told = try await place.json(["log"]).filter { $0["code"] as? String == "triedAgain" }
      #expect((1...4).contains(told.count), "\(told)")
      for line in told {
        let arguments = try #require(line["arguments"] as? [String])
        #expect(
          Int(arguments[0]).map { (1...300).contains($0) } == true && arguments[1...2] == ["1", "May"], "\(line)")
      }
    }

    @Test func aPausedCampaignIsNotWaitedForAndSaid() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(30)))
      _ = try await place.json(["pause", "May"])
      let result = try await place.run(drain())
      #expect(result.status == 0, "the operator knows of it: \(result.errors)")
      #expect(result.errors.contains("campaign 1 “May” is paused"), "\(result.errors)")
    }

    /// Their tickets are gone, and another store's lie on the queue, so that it never looks empty.
    @Test func batchesThatAreNotOnTheQueueEndIt() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(10), name: "Theirs"))
      let mine = ["SENDBOARD_STORE": place.file("store/mine.db")]
      _ = try await place.json(
        place.sendArguments(place.writeAudience(60, prefix: "mine"), name: "Mine"), environment: mine)
      for suffix in ["-wal", "-shm"] {
        // Not there where the last process has folded it in.
        try? FileManager.default.removeItem(atPath: place.file("store/mine-queues.db\(suffix)"))
      }
      try FileManager.default.removeItem(atPath: place.file("store/mine-queues.db"))
      try FileManager.default.copyItem(
        atPath: place.file("store/board-queues.db"), toPath: place.file("store/mine-queues.db"))
      let result = try await place.run(drain("--patience", "3", "--json"), environment: mine, within: .seconds(40))
      #expect(result.status == 2, "\(result.errors)")
      #expect(
        result.errors.contains("nothing moved any more while it waited for 2 batches to be sent"), "\(result.errors)")
      let line = try #require(try result.json().first)
      #expect(line["drained"] as? Bool == false && line["waitedFor"] as? String == "2 batches to be sent")
    }

    @Test func whatADeadWorkerHoldsEndsIt() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(10)))
      let slow = ["SENDBOARD_VISIBILITY_TIMEOUT": "3600"]
      let worker = try place.start(["run", "--only", "worker", "--simulator-latency", "60"], environment: slow)
      try await eventually("a claim") {
        try await place.json(["messages", "--status", "sending", "--limit", "1"]).first.map { _ in () }
      }
      worker.signal(SIGKILL)
      _ = try await worker.wait()
      let result = try await place.run(drain("--patience", "2"), environment: slow, within: .seconds(40))
      #expect(result.status == 2, "\(result.errors)")
      #expect(
        result.errors.contains("10 messages claimed by a worker that has not said what became of them"),
        "\(result.errors)")
      #expect(try await place.json(["messages", "--status", "sending"]).count == 10, "nobody guessed")
    }

    @Test func patienceIsForADrain() async throws {
      for wrong in [["run", "--patience", "5"], drain("--patience", "0")] {
        #expect(try await place.run(wrong).status == 64)
      }
    }
  }
}
