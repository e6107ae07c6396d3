import EventStore
import Foundation
import Model
import Testing
import TestSupport

extension GuaranteesEndToEnd {
  /// Several processes on one store.
  @Suite struct SharedStoreTests {
    @Test(.timeLimit(.minutes(3)))
    func twoDashboardsTwoWorkersAndAnIngesterShareAStore() async throws {
      let place = try Workplace()
      let simulator = ["--simulator-ledger", place.ledger, "--simulator-time-scale", "0"]
      _ = try await place.json(place.sendArguments(place.writeAudience(5000)))

      var services = [try place.start(["run", "--only", "worker"] + simulator)]
      services.append(try place.start(["run", "--only", "worker"] + simulator))
      services.append(try place.start(["run", "--only", "ingester"]))
      let terminals = [try await TerminalSession(place), try await TerminalSession(place)]
      for terminal in terminals {
        _ = try await terminal.launch(["dashboard"] + simulator)
        try await terminal.wait(for: "May")
      }
      try await eventually("everything is sent and every event stored", within: .seconds(90), every: .milliseconds(200))
      {
        let campaign = try await place.json(["campaigns"])[0]
        let counts = campaign["counts"] as? [String: Int] ?? [:]
        return (campaign["state"] as? String == "finished" && counts["accepted"] == nil)
      }
      for terminal in terminals { try await terminal.wait(for: "finished") }
      for terminal in terminals {
        try await terminal.send("q")
        let end = try await terminal.ending()
        #expect(end.status == 0)
        #expect(end.isSane)
      }
      for service in services {
        service.signal(SIGTERM)
        let end = try await service.wait(within: .seconds(20))
        #expect(end.status == 0)
        #expect(end.errorLines.first == "running on \(place.store); stop with Ctrl-C")
        #expect(
          end.errorLines.dropFirst().allSatisfy { $0.contains("turned away for the time being") }, "\(end.errors)")
      }
      // All of them log beside the store: what the simulator throttles, and nothing that is out of order.
      let log = ((try? place.read("store/board-log.ndjson")) ?? "").split(separator: "\n")
      #expect(log.allSatisfy { $0.contains("\"code\":\"triedAgain\"") }, "\(log)")
      let audit = try await Audit(place)
      try await audit.expectSound(recipients: 5000)
      try await audit.expectSettled()
      #expect(try await audit.store.deadLetters(limit: 1000).isEmpty)
    }
  }
}
