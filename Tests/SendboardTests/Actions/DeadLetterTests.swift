import Foundation
import Testing

extension ActionsEndToEnd {
  /// Dead letters: a provider that always throttles makes them.
  @Suite struct DeadLetterTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test func deadLettersAreListedRedrivenAndDiscarded() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(300)))
      let drained = try await place.drainSoon(["--simulator-failures", "1"])
      #expect(drained.status == 2 && drained.errors.contains("dead letters with 300 recipients to send to"))
      let letters = try await place.json(["deadletters", "list"], environment: Workplace.buriesSoon)
      for letter in letters {
        Field.expect(
          letter,
          [
            "id": .string, "campaign": .text, "batch": .text, "receiveCount": .integer, "enqueuedAt": .time,
            "error": .string, "recipients": .integer,
          ])
        #expect((letter["error"] as? String)?.contains("transient") == true)
        #expect(letter["receiveCount"] as? Int == 2)
      }
      #expect(letters.count >= 3)
      let batches = try await place.json(["campaigns"]).first?["batches"] as? [String: Int]
      #expect(batches?["dead"] == letters.count)
      let ids = letters.compactMap { $0["id"] as? String }

      // One is given up, one is redriven, then the rest.
      for action in ["discard", "redrive"] {
        let unasked = try await place.run(["deadletters", action, ids[0]], environment: Workplace.buriesSoon)
        #expect(unasked.status == 1 && unasked.errors.contains("give --yes "), "\(unasked.errors)")
      }
      _ = try await place.json(["deadletters", "discard", ids[0], "--yes", "300"], environment: Workplace.buriesSoon)
      _ = try await place.json(["deadletters", "redrive", ids[1], "--yes", "300"], environment: Workplace.buriesSoon)
      let gone = try await place.run(["deadletters", "redrive", ids[0]], environment: Workplace.buriesSoon)
      #expect(gone.status == 1 && gone.errorLines.count == 1, "\(gone.errors)")
      #expect(try await place.json(["deadletters"], environment: Workplace.buriesSoon).count == ids.count - 2)
      _ = try await place.json(["deadletters", "redrive", "--all", "--yes", "300"], environment: Workplace.buriesSoon)
      #expect(try await place.json(["deadletters"], environment: Workplace.buriesSoon).isEmpty)
      #expect(try await place.drainSoon().isDrained)

      let campaign = try await place.json(["campaigns"]).first
      #expect(campaign?["state"] as? String == "finished")
      let counts = campaign?["counts"] as? [String: Int] ?? [:]
      #expect(counts.values.reduce(0, +) == 300)
      #expect(counts["queued"] == nil && counts["sending"] == nil)
      let audit = try await Audit(place)
      try await audit.expectSound(recipients: 300)
      let abandoned = try #require(letters[0]["recipients"] as? Int)
      #expect(audit.ledger.messages.count <= 300 - abandoned, "a discarded dead letter was sent")
      let actions = try await place.json(["history"]).compactMap { $0["action"] as? String }
      #expect(actions.filter { $0 == "redrive" }.count == 2)
      #expect(actions.filter { $0 == "discard" }.count == 1)
    }

    @Test func aResendAndARedriveOfTheSameMessagesSendThemOnce() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(200)))
      #expect(try await place.drainSoon(["--simulator-failures", "1"]).status == 2)
      #expect(try await !place.json(["deadletters"], environment: Workplace.buriesSoon).isEmpty)
      let resent =
        try await place.json(["resend", "May", "--yes", "200"], environment: Workplace.buriesSoon).first?["resent"]
        as? Int
      #expect(resent ?? 0 > 0)
      _ = try await place.json(["deadletters", "redrive", "--all", "--yes", "300"], environment: Workplace.buriesSoon)
      #expect(try await place.drainSoon().isDrained)
      try await Audit(place).expectSound(recipients: 200)
    }
  }
}
