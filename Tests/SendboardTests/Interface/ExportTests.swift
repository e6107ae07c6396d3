import EventStore
import Foundation
import Testing

extension InterfaceEndToEnd {
  /// The scopes of the screen on the command line: export, filters, campaigns.
  @Suite struct ExportTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// A campaign of ten, of whom four bounce for good.
    private func fill(_ name: String = "May") async throws {
      let rows =
        (1...6).map { "success+\(name)\($0)@simulator.amazonses.com,\"Kim, \"\"\($0)\"\"\",C-\($0)" }
        + (1...4).map { "bounce+\(name)\($0)@simulator.amazonses.com,\"이름\n\($0)\",B-\($0)" }
      let audience = try place.write(
        "E-mail address,name,계약\n" + rows.joined(separator: "\n") + "\n", to: "\(name).csv")
      _ = try await place.json(place.sendArguments(audience, name: name))
      #expect(try await place.run(place.drain).status == 0)
    }

    /// Has a server say of messages that their mailbox is full.
    private func bounceSoftly(_ wanted: (String) -> Bool) async throws -> Int {
      var lines: [String] = []
      for message in try await place.json(["messages"]) where wanted(message["address"] as? String ?? "") {
        let (id, address) = (message["providerID"] as? String ?? "", message["address"] as? String ?? "")
        lines.append(
          """
          {"eventType":"Bounce","mail":{"timestamp":"2026-11-20T10:00:00.000Z","messageId":"\(id)",\
          "destination":["\(address)"]},"bounce":{"bounceType":"Transient","bounceSubType":"MailboxFull",\
          "timestamp":"2026-11-20T10:00:05.000Z","bouncedRecipients":[{"emailAddress":"\(address)","action":"failed",\
          "status":"4.2.2","diagnosticCode":"smtp; 452 4.2.2 mailbox full, \\"try later\\""}]}}
          """)
      }
      let file = try place.write(lines.joined(separator: "\n"), to: "bounces.ndjson")
      #expect(try await place.json(["ingest", file]).first?["stored"] as? Int == lines.count)
      return lines.count
    }

    @Test func whatIsExportedCanBeCorrectedAndSentAgain() async throws {
      try await fill()
      let all = try await place.run(["export", "--campaign", "May"])
      #expect(all.status == 0 && all.errors == "", "\(all.errors)")
      #expect(all.output.hasPrefix("email,name,계약,status,kind,reason\nsuccess+May1@"), "\(all.output)")
      #expect(all.output.contains("\"Kim, \"\"1\"\"\",C-1,"), "\(all.output)")
      let hard = try await place.run(["export", "--campaign", "May", "--kind", "hard", "--bom"])
      let beginning = try await place.startTool(
        "/bin/sh", ["-c", "\"$0\" export --bom | head -c 4 | od -An -tx1", try Program.binary()]
      ).wait()
      #expect(beginning.output == " ef bb bf 65\n")
      let file = try place.write(hard.output.replacing("bounce+", with: "success+corrected"), to: "corrected.csv")
      try place.write("{{name}} {{계약}}\n", to: "text.txt")
      let sent = try await place.json([
        "send", "--name", "Again", "--recipients", file, "--from", "news@example.com", "--subject", "소식 {{계약}}",
        "--text", place.file("text.txt"),
      ])
      #expect(sent.first?["recipients"] as? Int == 4 && sent.first?["invalid"] as? Int == 0, "\(sent)")
      #expect(try await place.run(place.drain).status == 0)
      let again = try await place.json(["export", "--campaign", "Again"])
      #expect(again.count == 4)
      for (number, message) in again.enumerated() {
        let data = try #require(message["data"] as? [String: String])
        #expect(data["name"] == "이름\n\(number + 1)" && data["계약"] == "B-\(number + 1)")
        #expect(data["kind"] == "hard" && data["status"] == "hardBounced", "what became of them before")
        #expect(
          message["status"] as? String == "delivered" || message["status"] as? String == "opened"
            || message["status"] as? String == "clicked", "\(message)")
      }
    }

    @Test func conditionsNarrowAndNamedOnesAreTheOnlyOnes() async throws {
      try await fill("May")
      try await fill("June")
      func rows(_ arguments: String...) async throws -> Int {
        let result = try await place.run(["export", "--json"] + arguments)
        #expect(result.status == 0, "\(result.errors)")
        return try result.json().count
      }
      #expect(try await rows() == 20)
      #expect(try await rows("--campaign", "May", "--campaign", "June", "--status", "hardBounced") == 8)
      #expect(try await rows("--filter", "BOUNCE+may") == 4)
      #expect(try await rows("--message", "1", "--message", "12") == 2)
      let none = try await place.run(["export", "--kind", "complaint"])
      #expect(
        none.status == 0 && none.output == "email,name,계약,status,kind,reason\n" && none.errors == "no messages match\n")
      #expect(try await place.run(["export", "--message", "1", "--kind", "hard"]).status == 64)
      #expect(try await place.run(["export", "--message", "99"]).status == 1)
    }

    @Test func aFilterMeansWhatItMeansInTheDashboard() async throws {
      try await fill("May")
      try await fill("June")
      let bounced = try await bounceSoftly { $0.hasPrefix("success+") }
      #expect(bounced == 12)
      let rehearsal = try #require(
        try await place.json(["resend", "--filter", "SUCCESS+may", "--dry-run"]).first)
      #expect(rehearsal["resent"] as? Int == 6 && (rehearsal["skipped"] as? [String: Int])?.isEmpty == true)
      let wide = try #require(try await place.json(["resend", "May", "--filter", "b", "--dry-run"]).first)
      #expect(wide["resent"] as? Int == 0)
      let why = try #require(wide["skipped"] as? [String: Int])
      #expect(why.count == 1 && why.values.first == 4 && why.keys.first?.hasPrefix("hard") == true, "\(why)")
      #expect(
        try await place.json(["resend", "June", "--filter", "success+May", "--dry-run"]).first?["resent"] as? Int == 0)
      try await place.expectRefused(["resend", "May", "--filter", "success+"], count: 6)
      let done = try await place.json(["resend", "May", "--filter", "success+", "--yes", "6"]).first
      #expect(done?["resent"] as? Int == 6)
      #expect(
        try await place.json(["history"]).last?["condition"] as? String == "address success+…")
      for wrong in [["resend", "May", "--filter", ""], ["resend", "--filter", "x", "--message", "1"]] {
        #expect(try await place.run(wrong).status == 64)
      }
      #expect(try await place.openStore().replay() == [])
    }

    @Test func deadLettersOfOneCampaignAreTakenAlone() async throws {
      let quick = ["SENDBOARD_VISIBILITY_TIMEOUT": "1", "SENDBOARD_MAX_RECEIVE_COUNT": "1"]
      for name in ["May", "June"] {
        _ = try await place.json(place.sendArguments(place.writeAudience(60, prefix: name), name: name))
      }
      #expect(try await place.run(place.drain + ["--simulator-failures", "1"], environment: quick).status == 2)
      func letters(_ arguments: String...) async throws -> [String] {
        try await place.json(["deadletters", "list"] + arguments, environment: quick).compactMap {
          $0["campaign"] as? String
        }
      }
      let (may, june) = (try await letters("--campaign", "May"), try await letters("--campaign", "June"))
      #expect(!may.isEmpty && !june.isEmpty && Set(may) == ["1"])
      #expect(try await letters("--campaign", "May", "--campaign", "June").count == may.count + june.count)
      let asked = try await place.run(["deadletters", "redrive", "--campaign", "May"], environment: quick)
      #expect(asked.status == 1 && asked.errors.contains("give --yes "), "\(asked.errors)")
      let redriven = try await place.json(
        ["deadletters", "redrive", "--campaign", "May", "--yes", "60"], environment: quick
      ).first
      #expect(redriven?["deadLetters"] as? Int == may.count)
      let discarded = try await place.json(
        ["deadletters", "discard", "--campaign", "June", "--yes", "60"], environment: quick
      ).first
      #expect(discarded?["deadLetters"] as? Int == june.count)
      #expect(
        try await place.json(["history"]).suffix(2).map { $0["condition"] as? String }
          == ["dead letters of campaign 1", "dead letters of campaign 2"])
      #expect(try await letters().isEmpty)
      for wrong in [["redrive", "--all", "--campaign", "May"], ["discard", "1", "--campaign", "May"], ["discard"]] {
        #expect(try await place.run(["deadletters"] + wrong).status == 64)
      }
    }
  }
}
