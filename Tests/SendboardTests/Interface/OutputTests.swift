import TestSupport

#if os(Linux)
  import Foundation
  import Testing

  extension InterfaceEndToEnd {
    /// Standard output that cannot be written: `/dev/full` refuses every byte.
    @Suite struct OutputTests {
      private let place: Workplace

      init() throws { place = try Workplace() }

      @Test(.timeLimit(.minutes(2)))
      func everyCommandSaysThatItsOutputIsLost() async throws {
        let events = try place.write(RecordedEvents.stream() + "{\"broken\":", to: "events.json")
        let more = try place.writeAudience(3, to: "more.csv", prefix: "late")
        let send = try place.sendArguments(place.writeAudience(3)) + ["--again"]
        _ = try await place.json(send)
        var commands = [
          ["send", "--dry-run"] + send.dropFirst(), send, ["ingest", events], ["campaigns"], ["messages"],
          ["timeline", "kim@example.com"], ["failures"], ["history"], ["quarantine"], ["pause", "1"],
          ["resume", "1", "--yes", "3"], ["resend", "1"], ["resend", "1", "--dry-run"], ["cancel", "1", "--yes"],
          ["deadletters"],
          ["deadletters", "redrive", "--all"],
        ]
        commands += commands.filter { !$0.contains("--json") }.map { $0 + ["--json"] }
        // What is in its state by now would be refused, and fail for that.
        commands.removeAll {
          $0.last == "--json" && ["pause", "resume", "cancel", "resend", "deadletters"].contains($0.first)
        }
        commands += [
          ["pause", "2", "--json"], ["resume", "2", "--json", "--yes", "3"], ["resend", "2", "--json"],
          ["resend", "2", "--json", "--dry-run"], ["cancel", "2", "--yes", "--json"],
          ["deadletters", "redrive", "--all", "--json"], ["--help"], ["--version"],
          ["send", "--help"], ["demo", "--headless", "--recipients", "5"],
          try place.sendArguments(more, name: "June").filter { $0 != "--json" },
        ]
        for command in commands where command != ["deadletters"] {
          try await expectLoss(command)
        }
        // An empty table says so on standard error: there is nothing to lose.
        let empty = try await runIntoFullDevice(["deadletters"])
        #expect(empty.status == 0 && empty.errors == "no dead letters\n")
        #expect(try await place.json(["campaigns"]).map { $0["name"] as? String } == ["June", "May", "May"])
        #expect(try await place.json(["messages", "--status", "hardBounced"]).count == 1)
      }

      @Test func aLongListIsNoExceptionNorIsSettling() async throws {
        _ = try await place.json(place.sendArguments(place.writeAudience(2000)))
        try await expectLoss(["messages"])
        try await expectLoss(["messages", "--json"])
        // One slow call is cut off, and what it was about is then uncertain.
        let quick = ["SENDBOARD_VISIBILITY_TIMEOUT": "1"]
        let worker = try place.start(["run", "--only", "worker", "--simulator-latency", "60"], environment: quick)
        try await eventually("a claim") {
          try await place.json(["messages", "--status", "sending", "--limit", "1"]).first.map { _ in () }
        }
        worker.signal(SIGKILL)
        _ = try await worker.wait()
        let sweeper = try place.start(["run", "--only", "worker"], environment: quick)
        let uncertain = try await eventually("doubts") {
          let found = try await place.json(["messages", "--status", "uncertain", "--limit", "2"])
          return found.count == 2 ? found.compactMap { $0["id"] as? String } : nil
        }
        sweeper.signal(SIGTERM)
        _ = try await sweeper.wait()
        try await expectLoss(["settle", uncertain[0], "--assume-sent", "--json"])
        try await expectLoss(["settle", uncertain[1], "--assume-sent"])
      }

      @Test func aCommandThatFailsSaysOnlyThat() async throws {
        _ = try await place.json(place.sendArguments(place.writeAudience(3)))
        let result = try await runIntoFullDevice(["pause", "Nope", "--json"])
        #expect(result.status == 1)
        #expect(result.errorLines.count == 1 && result.errors.contains("Nope"), "\(result.errors)")
        #expect(try await runIntoFullDevice(["bogus"]).status == 64)
      }

      @Test func standardErrorThatCannotBeWrittenStopsNothing() async throws {
        let arguments = try place.sendArguments(place.writeAudience(3))
        try place.write("email,name\nnobody,x\na@example.com,y\n", to: "audience.csv")
        let result = try await runWith("2> /dev/full", arguments)
        #expect(result.status == 0)
        #expect(try result.json().first?["recipients"] as? Int == 1)
        #expect(try await runWith("2> /dev/full", ["pause", "Nope"]).status == 1)
      }

      private func expectLoss(_ command: [String], sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let result = try await runIntoFullDevice(command)
        #expect(result.status == 1, "\(command): \(result.errors)", sourceLocation: sourceLocation)
        #expect(
          result.errorLines.count == 1 && result.errors.hasPrefix("Error: standard output cannot be written"),
          "\(command): \(result.errors)", sourceLocation: sourceLocation)
      }

      private func runIntoFullDevice(_ command: [String]) async throws -> Program.Result {
        try await runWith("> /dev/full", command)
      }

      private func runWith(_ redirection: String, _ command: [String]) async throws -> Program.Result {
        try await place.startTool(
          "/bin/sh", ["-c", "exec \"$@\" \(redirection)", "sh", try Program.binary()] + command
        ).wait()
      }
    }
  }
#endif
