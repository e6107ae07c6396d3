import EventStore
import Foundation
import Testing
import TestSupport

extension ActionsEndToEnd {
  /// What an operator does to a campaign, and the record of it.
  @Suite struct OperatorTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test func aPausedCampaignWaitsAResumedOneGoesOnACancelledOneEnds() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(200)))
      _ = try await place.json(["pause", "May"])
      #expect(try await place.run(place.drain).status == 0)
      #expect(try Ledger(path: place.ledger).messages.isEmpty)
      #expect(try await campaign("May")["state"] as? String == "paused")
      try await place.expectRefused(["resume", "May"], count: 200)
      _ = try await place.json(["resume", "May", "--yes", "200"])
      #expect(try await place.run(place.drain).status == 0)
      #expect(try await campaign("May")["state"] as? String == "finished")
      #expect(try Ledger(path: place.ledger).messages.count > 190)

      _ = try await place.json(place.sendArguments(place.writeAudience(200, prefix: "other"), name: "June"))
      let unasked = try await place.run(["cancel", "June"])
      #expect(unasked.status == 1 && unasked.errors.contains("give --yes"), "\(unasked.errors)")
      _ = try await place.json(["cancel", "June", "--yes"])
      #expect(try await place.run(place.drain).status == 0)
      #expect(try await campaign("June")["counts"] as? [String: Int] == ["cancelled": 200])
      let refused = try await place.run(["resume", "June"])
      #expect(refused.status == 1 && refused.errorLines.count == 1)

      let history = try await place.json(["history"])
      for entry in history {
        Field.expect(
          entry,
          [
            "at": .time, "operator": .string, "action": .string, "campaign": .text, "condition": .string,
            "count": .integer, "result": .string,
          ])
        #expect(entry["operator"] as? String == "mina")
      }
      let actions = history.map { "\($0["action"] ?? "") \($0["campaign"] ?? "")" }
      #expect(Set(actions) == ["send 1", "pause 1", "resume 1", "send 2", "cancel 2"])
      #expect(actions.count == 5)
      let audit = try await Audit(place)
      try await audit.expectSound(recipients: 400)
    }

    @Test func aCampaignIsFoundByTheBeginningOfItsNameWhenThatIsOneOnly() async throws {
      for (name, prefix) in [("May invite", "a"), ("May reminder", "b"), ("2026 spring", "c"), ("100% 김", "d")] {
        _ = try await place.json(place.sendArguments(place.writeAudience(2, prefix: prefix), name: name))
      }
      #expect(try await place.json(["pause", "May i"]).first?["campaign"] as? String == "1")
      #expect(try await place.json(["messages", "--campaign", "May r"]).count == 2)
      #expect(try await place.json(["resend", "100%", "--dry-run"]).first?["campaign"] as? String == "4")
      #expect(try await place.json(["failures", "--campaign", "name:2026"]).isEmpty)
      for command in [["resume", "May"], ["cancel", "M", "--yes"], ["messages", "--campaign", "May "]] {
        let result = try await place.run(command)
        #expect(result.status == 1)
        #expect(
          result.errors.contains("1 “May invite”, 2 “May reminder”; give more of it, or the id"), "\(result.errors)")
      }
      // Digits are an id: a mistyped one is nobody's name. Nor are letters' cases, percent signs and nothing at all.
      for word in ["2026", "20", "may", "1_0", "", "%"] {
        let result = try await place.run(["pause", word])
        #expect(result.status == 1 && result.errors.contains("there is no campaign '\(word)'"), "\(result.errors)")
        // The store names what helps; the command line knows what that is called.
        #expect(result.errors.contains("': list them with 'sendboard campaigns'"), "\(result.errors)")
      }
      // A whole name wins over one that only begins so.
      _ = try await place.json(place.sendArguments(place.writeAudience(2, prefix: "e"), name: "May"))
      #expect(try await place.json(["pause", "May"]).first?["campaign"] as? String == "5")
    }

    @Test func statusesAndKindsMayBeGivenSeveralTimes() async throws {
      let kinds = ["success", "bounce", "complaint", "ooto", "suppressionlist"]
      let rows = (1...60).map { "\(kinds[$0 % 5])+\($0)@simulator.amazonses.com" }
      let audience = try place.write("email\n" + rows.joined(separator: "\n") + "\n", to: "mixed.csv")
      _ = try await place.json(place.sendArguments(audience))
      #expect(try await place.run(place.drain).status == 0)
      func ids(_ arguments: String...) async throws -> [String] {
        try await place.json(["messages"] + arguments).compactMap { $0["id"] as? String }
      }
      let all = try await place.json(["messages"])
      func expected(_ statuses: Set<String>) -> [String] {
        all.filter { statuses.contains($0["status"] as? String ?? "") }.compactMap { $0["id"] as? String }
      }
      let both = expected(["hardBounced", "complained"])
      #expect(both.count >= 24)
      #expect(try await ids("--status", "complained", "--status", "hardBounced") == both)
      #expect(
        try await ids("--status", "complained", "--status", "hardBounced", "--limit", "7") == Array(both.prefix(7)))
      #expect(try await ids("--status", "complained", "--status", "complained") == expected(["complained"]))
      let mixed = try await ids(
        "--kind", "complaint", "--kind", "hard", "--status", "complained", "--status", "delivered")
      #expect(mixed == expected(["complained"]))
    }

    @Test func campaignsAndAddressesMayBeGivenSeveralTimes() async throws {
      for (name, prefix) in [("May", "may"), ("June", "june"), ("July", "july")] {
        let people = (1...10).map { "bounce+\(prefix)\($0)@simulator.amazonses.com" } + ["\(prefix)@example.com"]
        let audience = try place.write("email\n" + people.joined(separator: "\n") + "\n", to: "\(prefix).csv")
        _ = try await place.json(place.sendArguments(audience, name: name))
      }
      #expect(try await place.run(place.drain).status == 0)
      func messages(_ arguments: String...) async throws -> [String] {
        try await place.json(["messages"] + arguments).compactMap { $0["address"] as? String }
      }
      let two = try await messages("--campaign", "July", "--campaign", "May")
      #expect(two.count == 22 && two.first?.contains("may") == true && two.last == "july@example.com")
      #expect(
        try await messages("--address", "may@", "--address", "bounce+june1@", "--address", "MAY")
          == ["may@example.com", "bounce+june1@simulator.amazonses.com"])
      #expect(
        try await messages("--filter", "july@", "--campaign", "May", "--campaign", "July") == ["july@example.com"])
      func failed(_ arguments: String...) async throws -> Int {
        try await place.json(["failures"] + arguments).filter { $0["kind"] as? String == "hard" }
          .compactMap { $0["count"] as? Int }.reduce(0, +)
      }
      #expect(try await failed() == 30)
      #expect(try await failed("--campaign", "May", "--campaign", "June", "--campaign", "1") == 20)
      let history = try await place.json(["history", "--campaign", "May", "--campaign", "July"])
      #expect(history.compactMap { $0["campaign"] as? String } == ["1", "3"])
      #expect(try await place.run(["messages", "--campaign", "May", "--campaign", "Nope"]).status == 1)
    }

    @Test func aResendDoesWhatItsRehearsalSaid() async throws {
      // Who is away has the mail: a resend that took them would send a second copy.
      let rows =
        (1...40).map { "success+\($0)@simulator.amazonses.com" }
        + (1...10).map { "bounce+\($0)@simulator.amazonses.com" }
        + (1...10).map { "ooto+\($0)@simulator.amazonses.com" }
      let audience = try place.write("email\n" + rows.joined(separator: "\n") + "\n", to: "bouncing.csv")
      _ = try await place.json(place.sendArguments(audience))
      #expect(try await place.run(place.drain).status == 0)
      try await bounceSoftly(Set((1...40).map(String.init)))
      let fields: [String: Field] = ["campaign": .string, "resent": .integer, "skipped": .object, "dryRun": .flag]
      let rehearsal = try await place.json(["resend", "May", "--dry-run"]).first
      Field.expect(rehearsal, fields)
      #expect(rehearsal?["dryRun"] as? Bool == true)
      let sent = try Ledger(path: place.ledger).messages.count
      #expect(try await place.run(place.drain).status == 0)
      #expect(try Ledger(path: place.ledger).messages.count == sent, "the rehearsal sent something")
      let wanted = try #require(rehearsal?["resent"] as? Int)
      try await place.expectRefused(["resend", "May"], count: wanted)
      let tooFew = try await place.run(["resend", "May", "--yes", String(wanted - 1)])
      #expect(tooFew.status == 1 && tooFew.errors.contains("--yes \(wanted) would allow it"), "\(tooFew.errors)")
      let resend = try await place.json(["resend", "May", "--yes", String(wanted)]).first
      Field.expect(resend, fields)
      #expect(resend?["resent"] as? Int == rehearsal?["resent"] as? Int)
      #expect(resend?["skipped"] as? [String: Int] == rehearsal?["skipped"] as? [String: Int])
      #expect(try await place.run(place.drain).isDrained)
      let away = try await place.json(["messages", "--address", "ooto+"])
      #expect(away.map { $0["status"] as? String } == Array(repeating: "delivered", count: 10))
      #expect(away.map { $0["attempts"] as? Int } == Array(repeating: 1, count: 10))
      #expect(
        try await place.json(["timeline", "ooto+1@simulator.amazonses.com"]).contains {
          $0["type"] as? String == "automatic reply"
        })
      let resent = try #require(resend?["resent"] as? Int)
      #expect(resent > 0)
      // A provider's passing refusal may leave one or two for another time.
      #expect(try Ledger(path: place.ledger).messages.count <= sent + resent)
      #expect(try await place.openStore().replay() == [])
    }

    @Test func theOperatorSettlesDoubts() async throws {
      let ids = try await makeDoubts()
      #expect(ids.count >= 2)
      let assumed = try await place.json(["settle", ids[0], "--assume-sent"]).first
      #expect(assumed?["settled"] as? Int == 1)
      let taken = try await place.json(["messages"]).first { $0["id"] as? String == ids[0] }
      #expect(taken?["status"] as? String == "accepted" && taken?["assumed"] as? Bool == true)
      let undone = try await place.json(["settle", ids[0], "--undo"]).first
      #expect(undone?["settled"] as? Int == 1 && undone?["verdict"] as? String == "undo")
      let before = try await place.json(["messages"]).first { $0["id"] as? String == ids[0] }
      #expect(before?["status"] as? String == "uncertain" && before?["assumed"] as? Bool == false)
      let all = ["settle", "--all", "--campaign", "May", "--assume-sent"]
      try await place.expectRefused(all, count: ids.count)
      let both = all + ["--campaign", "1", "--yes", String(ids.count)]
      let everything = try await place.json(both).first
      #expect(everything?["settled"] as? Int == ids.count && everything?["leftAlone"] as? Int == 0)
      let back = try await place.json(["settle", "--all", "--campaign", "May", "--undo"]).first
      #expect(back?["settled"] as? Int == ids.count)
      _ = try await place.json(["settle", ids[0], "--assume-sent"])
      let resent = try await place.json(["settle", ids[1], "--resend"]).first
      #expect(resent?["settled"] as? Int == 1)
      let again = try await place.run(["settle", ids[0], "--resend"])
      #expect(again.status == 1 && again.errorLines.count == 1, "\(again.errors)")
      #expect(try await place.run(place.drain).isDrained)
      let messages = try await place.json(["messages"])
      let first = try #require(messages.first { $0["id"] as? String == ids[0] })
      #expect(first["status"] as? String == "accepted")
      let second = try #require(messages.first { $0["id"] as? String == ids[1] })
      #expect(second["attempts"] as? Int == 2)
      #expect(second["status"] as? String != "uncertain")
      let settled = try await place.json(["history"]).filter { ($0["action"] as? String)?.contains("settle") == true }
      #expect(settled.count == 6)
      #expect(try await place.openStore().replay() == [])
    }

    @Test func onePersonIsResentToWithoutTheNumber() async throws {
      let rows = (1...5).map { "success+\($0)@simulator.amazonses.com" }
      let audience = try place.write("email\n" + rows.joined(separator: "\n") + "\n", to: "bouncing.csv")
      _ = try await place.json(place.sendArguments(audience))
      #expect(try await place.run(place.drain).status == 0)
      try await bounceSoftly(["2", "4"])
      try await place.expectRefused(["resend", "--message", "2", "--message", "4"], count: 2)
      let one = try await place.json(["resend", "--message", "2"]).first
      #expect(one?["resent"] as? Int == 1 && one?["campaign"] as? String == "1")
      let again = try await place.json(["resend", "--address", "SUCCESS+3@simulator.amazonses.com"]).first
      #expect(again?["resent"] as? Int == 0)
      #expect((again?["skipped"] as? [String: Int])?.values.reduce(0, +) == 1, "\(again ?? [:])")
      let nobody = try await place.run(["resend", "--address", "tanaka@example.com"])
      #expect(nobody.status == 1 && nobody.errors.contains("nothing was sent to 'tanaka@example.com'"))
      #expect(try await place.run(["resend"]).status == 64)
      #expect(try await place.openStore().replay() == [])
    }

    @Test func onATerminalTheNumberIsTyped() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(12)))
      _ = try await place.json(["pause", "May"])
      for (answer, isPaused) in [("y", true), ("", true), ("11", true), ("12", false)] {
        let terminal = try await TerminalSession(place)
        _ = try await terminal.launch(["resume", "May"])
        try await terminal.wait(for: "12 messages of “May” would go out; type 12 to do it")
        try await terminal.type(answer)
        try await terminal.send("Enter")
        #expect(try await terminal.ending().status == (isPaused ? 1 : 0), "\(answer)")
        #expect((try await campaign("May")["state"] as? String == "paused") == isPaused, "\(answer)")
      }
    }

    @Test func whoSendsIsListed() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(3)))
      #expect(try await place.json(["workers"]).isEmpty)
      let worker = try place.start(["run"])
      let listed = try await eventually("it reports") { try await place.json(["workers"]).first }
      Field.expect(
        listed, ["host": .string, "pid": .integer, "provider": .string, "since": .time, "seenAt": .time])
      #expect(listed["pid"] as? Int == Int(worker.processID) && listed["provider"] as? String == "simulator")
      worker.signal(SIGTERM)
      #expect(try await worker.wait().status == 0)
      #expect(try await place.json(["workers"]).isEmpty)
    }

    @Test(.timeLimit(.minutes(2))) func anotherStoresBatchesAreNotWaitedFor() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(60), name: "Theirs"))
      // Another store, whose queues come to hold what is the first one's.
      let other = place.file("store/other.db")
      let settings = ["SENDBOARD_STORE": other]
      _ = try await place.json(
        place.sendArguments(place.writeAudience(1, prefix: "mine"), name: "Mine") + ["--store", other])
      _ = try await place.json(["cancel", "Mine", "--yes"], environment: settings)
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: place.file("store/other-queues.db\(suffix)"))
      }
      try FileManager.default.copyItem(
        atPath: place.file("store/board-queues.db"), toPath: place.file("store/other-queues.db"))
      for suffix in ["-wal", "-shm"]
      where FileManager.default.fileExists(atPath: place.file("store/board-queues.db\(suffix)")) {
        try FileManager.default.copyItem(
          atPath: place.file("store/board-queues.db\(suffix)"), toPath: place.file("store/other-queues.db\(suffix)"))
      }
      let result = try await place.run(place.drain, environment: settings)
      #expect(result.status == 2, "\(result.errors)")
      #expect(result.errors.contains("batches on the queue that no worker of this store may send"), "\(result.errors)")
      #expect(Ledger.isEmpty(place.ledger))
    }

    /// Has a server say later of delivered messages that their mailbox is full.
    private func bounceSoftly(_ ids: Set<String>) async throws {
      var lines: [String] = []
      for message in try await place.json(["messages"]) where ids.contains(message["id"] as? String ?? "") {
        let (id, address) = (message["providerID"] as? String ?? "", message["address"] as? String ?? "")
        lines.append(
          """
          {"eventType":"Bounce","mail":{"timestamp":"2026-11-20T10:00:00.000Z","messageId":"\(id)",\
          "destination":["\(address)"]},"bounce":{"bounceType":"Transient","bounceSubType":"MailboxFull",\
          "timestamp":"2026-11-20T10:00:05.000Z","bouncedRecipients":[{"emailAddress":"\(address)","action":"failed",\
          "status":"4.2.2","diagnosticCode":"smtp; 452 4.2.2 mailbox full"}]}}
          """)
      }
      #expect(lines.count == ids.count)
      let file = try place.write(lines.joined(separator: "\n"), to: "bounces.ndjson")
      #expect(try await place.json(["ingest", file]).first?["stored"] as? Int == ids.count)
    }

    /// Kills a worker while its calls are under way; nobody else takes them up.
    private func makeDoubts() async throws -> [String] {
      _ = try await place.json(place.sendArguments(place.writeAudience(100)))
      let quick = ["SENDBOARD_VISIBILITY_TIMEOUT": "1"]
      let worker = try place.start(["run", "--only", "worker", "--simulator-latency", "30"], environment: quick)
      try await eventually("messages are claimed") {
        try await place.json(["messages", "--status", "sending"]).isEmpty ? nil : ()
      }
      worker.signal(SIGKILL)
      _ = try await worker.wait()
      let left = try await place.run(place.drain, environment: quick)
      #expect(left.status == 2 && left.errors.contains(" uncertain: see "), "\(left.errors)")
      return try await place.json(["messages", "--status", "uncertain"]).compactMap { $0["id"] as? String }
    }

    private func campaign(_ name: String) async throws -> [String: Any] {
      let campaigns = try await place.json(["campaigns"])
      let campaign = try #require(campaigns.first { $0["name"] as? String == name })
      Field.expect(
        campaign,
        [
          "id": .string, "name": .string, "channel": .string, "state": .string, "operator": .string,
          "createdAt": .time, "audience": .string, "recipients": .integer, "counts": .object, "batches": .object,
        ])
      return campaign
    }
  }
}
