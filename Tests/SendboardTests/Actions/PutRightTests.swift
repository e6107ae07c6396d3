import Foundation
import TestSupport
import Testing

extension ActionsEndToEnd {
  /// The scopes of the screen on the command line: issue 9, points 3, 4, 5 and shell habits.
  @Suite struct PutRightTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func bury(_ letters: Int) async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(letters)) + ["--batch-size", "1"])
      #expect(try await place.drainSoon(["--simulator-failures", "1"]).status == 2)
      #expect(try await place.json(["deadletters"], environment: Workplace.buriesSoon).count == letters)
    }

    /// Killed at any moment of a slow redrive, the same command goes on: nobody is lost, and nobody sent to twice.
    @Test(arguments: [0.3, 0.9, 1.7]) func point4ASlowRedriveThatIsKilledIsGoneOnWith(after seconds: Double)
      async throws
    {
      try await bury(8)
      let arguments = ["deadletters", "redrive", "--all", "--rate", "4/s", "--at-a-time", "2", "--yes", "8"]
      let program = try place.start(arguments, environment: Workplace.buriesSoon)
      try await Task.sleep(for: .seconds(seconds))
      program.signal(SIGKILL)
      _ = try? await program.wait()
      let left = try await eventually("the letters in hand show again", within: .seconds(60)) {
        try await place.json(["deadletters"], environment: Workplace.buriesSoon)
      }.count
      #expect(left <= 8)
      let again = try await place.run(
        ["deadletters", "redrive", "--all", "--rate", "20/s", "--yes", "8"], environment: Workplace.buriesSoon,
        within: .seconds(90))
      #expect(again.status == 0, "\(again.errors)")
      #expect(try await place.drainSoon().isDrained)
      try await Audit(place).expectSound(recipients: 8)
      #expect(try await place.json(["campaigns"]).first?["state"] as? String == "finished")
    }

    @Test func point4CtrlCStopsBetweenTwoLettersAndSaysSo() async throws {
      try await bury(6)
      let program = try place.start(
        ["deadletters", "redrive", "--all", "--rate", "1/s", "--yes", "6", "--json"], environment: Workplace.buriesSoon)
      try await eventually("some are back") {
        try await place.json(["campaigns"]).first.flatMap { ($0["batches"] as? [String: Int])?["queued"] ?? 0 > 0 }
          == true ? true : nil
      }
      program.signal(SIGINT)
      let end = try await program.wait()
      #expect(end.status == 130 && end.errors.contains("the same command goes on"), "\(end.errors)")
      let done = try #require(try end.json().first?["deadLetters"] as? Int)
      #expect(done > 0 && done < 6)
      #expect(try await place.json(["deadletters"], environment: Workplace.buriesSoon).count == 6 - done)
    }

    @Test func point4TheOldestAloneAndALetterWhole() async throws {
      try await bury(5)
      let letters = try await place.json(["deadletters"], environment: Workplace.buriesSoon)
      let id = try #require(letters.first?["id"] as? String)
      let letter = try #require(
        try await place.json(["deadletters", "show", id], environment: Workplace.buriesSoon).first)
      #expect((letter["body"] as? String)?.hasPrefix("sendboard/1 store=") == true)
      #expect((letter["messages"] as? [[String: Any]])?.count == 1)
      #expect(letter["recovered"] as? Bool == false)
      let redriven = try await place.json(
        ["deadletters", "redrive", "--oldest", "2", "--yes", "2"], environment: Workplace.buriesSoon
      ).first
      #expect(redriven?["deadLetters"] as? Int == 2)
      #expect(
        try await place.json(["deadletters"], environment: Workplace.buriesSoon).compactMap { $0["id"] as? String }
          == letters.dropFirst(2).compactMap { $0["id"] as? String })
      for wrong in [
        ["--oldest", "0"], ["--all", "--rate", "fast"], ["--all", "--at-a-time", "2"], ["--oldest", "1", "--all"],
      ] {
        #expect(try await place.run(["deadletters", "redrive"] + wrong).status == 64, "\(wrong)")
      }
    }

    @Test func point5DocumentsAreExportedTogetherAndCorrected() async throws {
      let document = #"{"eventType":"Open","mail":{"timestamp":"2026-11-20T10:00:00.000Z""#
      _ = try await place.json(["ingest", place.write(document, to: "a.json"), place.write("no JSON", to: "b.json")])
      #expect(try await place.json(["quarantine", "export", "--all"]).count == 2)
      #expect(try await place.run(["quarantine", "export", "1"]).output == document)
      let mended = try place.write(
        """
        {"eventType":"Delivery","mail":{"timestamp":"2026-11-20T10:00:00.000Z","messageId":"m-1","destination":\
        ["kim@example.com"]},"delivery":{"timestamp":"2026-11-20T10:00:05.000Z","recipients":["kim@example.com"]}}
        """, to: "mended.json")
      let dry = try await place.json(["quarantine", "correct", "1", mended, "--dry-run"]).first
      #expect(dry?["events"] as? Int == 1 && dry?["stored"] as? Int == 0)
      #expect(try await place.json(["quarantine"]).count == 2)
      let refused = try await place.run(["quarantine", "correct", "2", place.file("b.json")])
      #expect(refused.status == 1 && refused.errors.contains("still not understood"), "\(refused.errors)")
      #expect(try await place.json(["quarantine", "correct", "1", mended]).first?["stored"] as? Int == 1)
      #expect(try await place.json(["quarantine"]).count == 1)
      #expect(try await place.json(["history", "--filter", "edited"]).count == 1)
    }

    @Test func shellHabitsGeneralOptionsStandBeforeTheCommandToo() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(2)))
      let elsewhere = ["SENDBOARD_STORE": place.file("nowhere/x.db")]
      func run(_ arguments: String...) async throws -> Program.Result {
        try await place.run(arguments, environment: elsewhere)
      }
      #expect(try await run("--store", place.store, "campaigns", "--json").json().count == 1)
      #expect(try await run("--json", "--store=\(place.store)", "campaigns").json().count == 1)
      let retry = try await run("--store", place.store, "quarantine", "retry", "3")
      #expect(retry.errors.contains("there is no quarantined document 3"), "\(retry.errors)")
      let between = try await run("quarantine", "--store", place.store, "retry", "3")
      #expect(between.errors == retry.errors)
      let refused = try await run("--read-only", "--store", place.store, "pause", "May")
      #expect(refused.status == 1 && refused.errors.contains("--read-only"), "\(refused.errors)")
      let slip = try await run("--store", place.store, "campains")
      #expect(slip.status == 64 && slip.errors.contains("did you mean 'campaigns'"), "\(slip.errors)")
    }

    @Test func shellHabitsAResendOfNothingLeavesNoEntry() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(3)))
      #expect(try await place.drainSoon().status == 0)
      let before = try await place.json(["history"]).count
      #expect(try await place.json(["resend", "May"]).first?["resent"] as? Int == 0)
      #expect(try await place.json(["history"]).count == before, "as on the screen, where nothing is asked then")
    }
  }
}
