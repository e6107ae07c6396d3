import Model
import EventStore
import Foundation
import Testing

extension InterfaceEndToEnd {
  /// Input that is as bad as it gets.
  @Suite struct HardInputTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test func aNULAnywhereInAnEventIsStoredAndTheStatusStands() async throws {
      let events = Self.objects.enumerated().map { number, event in
        """
        {"eventType":"\(event.type)","\(event.key)":\(event.object),"mail":{"timestamp":"2026-11-20T10:00:00.000Z",\
        "messageId":"m\0-\(number)","destination":["k\0im\(number)@example.com"],\
        "commonHeaders":{"subject":"\0영수증\0"}}}
        """.replacing("\0", with: #"\u0000"#)
      }
      let text = events.joined(separator: "\n")
      let file = try place.write(text, to: "nul.ndjson")
      // The two types nobody knows are about mail that is not known either: kept, but no proof that anything was sent.
      for (stored, quarantined) in [(events.count - 2, 2), (0, 0)] {
        let report = try await place.json(["ingest", file]).first as? [String: Int]
        #expect(report?["stored"] == stored && report?["quarantined"] == quarantined && report?["ignored"] == 0)
      }
      let messages = try await place.json(["messages"])
      #expect(
        messages.map { $0["status"] as? String } == [
          "accepted", "delivered", "hardBounced", "softBounced", "complained", "rejected", "renderFailed", "delayed",
          "opened", "clicked",
        ])
      #expect(messages.count { ($0["address"] as? String)?.hasPrefix("k\u{FFFD}im") == true } == events.count - 2)
      #expect(messages.allSatisfy { $0["subject"] as? String == "영수증" })
      #expect(try await place.json(["timeline", "k\u{FFFD}im2@example.com"]).count == 1)
      // What is read back must be what was stored, to the last word.
      let failures = try await place.json(["failures"])
      #expect(
        Set(failures.compactMap { $0["cause"] as? String })
          == ["Permanent", "Transient", "a\u{FFFD}b", "Reject", "Rendering Failure", "Mail\u{FFFD}"])
      #expect(
        Set(failures.compactMap { $0["subtype"] as? String }) == ["Gen\u{FFFD}eral", "\u{FFFD}", "ab\u{FFFD}use", ""])
      #expect(try await place.openStore().replay() == [])
    }

    private static let recipients =
      #"[{"emailAddress":"k\u0000im@example.com","status":"5\u0000.1.1","action":"fai\u0000led","#
      + #""diagnosticCode":"smtp; \u0000 550"}]"#
    private static let time = #""timestamp":"2026-11-20T10:00:05.000Z""#
    /// Each type of event with NULs in all its texts; and two types nobody knows, one of which begins as a known one.
    private static let objects: [(type: String, key: String, object: String)] = [
      ("Send", "send", #"{"x\u0000":"y\u0000"}"#),
      ("Delivery", "delivery", #"{"smtpResponse":"250\u0000 ok",\#(time)}"#),
      (
        "Bounce", "bounce",
        #"{"bounceType":"Permanent","bounceSubType":"Gen\u0000eral","bouncedRecipients":\#(recipients),\#(time)}"#
      ),
      (
        "Bounce", "bounce",
        #"{"bounceType":"Transient","bounceSubType":"\u0000","bouncedRecipients":\#(recipients),\#(time)}"#
      ),
      (
        "Complaint", "complaint",
        #"{"complainedRecipients":\#(recipients),"complaintSubType":"a\u0000b","complaintFeedbackType":"ab\u0000use","#
          + "\(time)}"
      ),
      ("Reject", "reject", #"{"reason":"Bad\u0000 content"}"#),
      ("Rendering Failure", "failure", #"{"errorMessage":"no\u0000 value","templateName":"x\u0000"}"#),
      ("DeliveryDelay", "deliveryDelay", #"{"delayType":"Mail\u0000","delayedRecipients":\#(recipients),\#(time)}"#),
      ("Open", "open", #"{\#(time),"userAgent":"x\u0000"}"#),
      ("Click", "click", #"{\#(time),"link":"http://example.com/\u0000"}"#),
      (#"Won\u0000der"#, "wonder", #"{"x":"\u0000"}"#), (#"Open\u0000"#, "open", #"{"x":"\u0000"}"#),
    ]

    /// Above the 16 MiB the parser looks at; with bytes that are no UTF-8, and white space at both ends.
    @Test(.timeLimit(.minutes(2)))
    func aVeryLongDocumentIsKeptWhole() async throws {
      var body = Data("{\"eventType\":\"Delivery\",\"junk\":\"".utf8)
      let piece = Data((0..<1024).map { UInt8(truncatingIfNeeded: 0x23 + $0 % 57) })
      while body.count < 20 * 1024 * 1024 { body.append(piece) }
      body.append(contentsOf: [0xC8, 0xAB, 0xFF, 0x00])
      body.append(Data("\"}".utf8))
      let other = #"{"hello":"world"}"#
      let file = place.file("long.json")
      try (Data(other.utf8) + Data("\n \n".utf8) + body + Data("\n".utf8) + Data(RecordedEvents.stream().utf8))
        .write(to: URL(fileURLWithPath: file))
      for isNew in [true, false] {
        let report = try await place.json(["ingest", file]).first as? [String: Int]
        #expect(
          report == [
            "read": 7, "stored": isNew ? 5 : 0, "quarantined": isNew ? 2 : 0, "duplicates": isNew ? 0 : 7,
            "ignored": 1,
          ])
      }
      let entries = try await place.openStore().quarantine(limit: 10)
      #expect(entries.map(\.error).last == "line 3: the document is longer than 16777216 bytes")
      #expect(entries.first?.body == other)
      // Not compared in the expectation, which would print both.
      let isWhole = entries.last?.body == String(decoding: body, as: UTF8.self)
      #expect(isWhole)
      // The command prints it whole too, a document a line.
      let listed = try await place.run(["quarantine", "--json"])
      #expect(listed.status == 0)
      #expect(listed.output.utf8.count > 20 * 1024 * 1024)
      #expect(listed.output.split(separator: "\n").count == 2)
    }

    @Test func controlCharactersInACampaignAreRefusedAndNeverReachTheTerminal() async throws {
      let audience = try place.writeAudience(2)
      let plain = try place.sendArguments(audience)
      for control in ["\u{1B}[31m", "\n", "\r", "\t", "\u{07}", "\u{7F}", "\u{9B}31m", "\u{85}", "\u{2028}"] {
        for (option, what) in [("--name", "the name"), ("--from", "the sender"), ("--subject", "the subject")] {
          var arguments = plain
          let place = try #require(arguments.firstIndex(of: option)) + 1
          arguments[place] = option == "--from" ? "A\(control)B <a@example.com>" : "A\(control)B"
          let result = try await self.place.run(arguments)
          let name = "\(option) U+\(String(control.unicodeScalars.first?.value ?? 0, radix: 16))"
          #expect(result.status == 1, "\(name)")
          #expect(result.output == "", "\(name)")
          #expect(result.errorLines.count == 1 && result.errors.contains(what), "\(name): \(result.errors)")
          #expect(Self.isClean(result.errors), "\(name)")
        }
      }
      #expect(!place.hasStore)
    }

    /// Whatever is quoted in an error or a table: arguments, names of files and columns, events of other programs.
    @Test func controlCharactersFromAnywhereNeverReachTheTerminal() async throws {
      let bad = "\u{1B}]0;owned\u{07}\u{9B}31m"
      let odd = place.file("au\(bad)dience.csv")
      try place.write("email,na\(bad)me,{{\nnobody,x,y\na@example.com,x,y\n", to: "au\(bad)dience.csv")
      try place.write("phone\(bad)\n+1\n", to: "phones.csv")
      try place.write("{{gone}}", to: "asks.txt")
      let send = try place.sendArguments(odd)
      let asks = send.map { $0 == place.file("text.txt") ? place.file("asks.txt") : $0 }
      var event = RecordedEvents.bounce
      event["eventType"] = "Won\(bad)der"
      event["mail"] = (event["mail"] as? [String: Any] ?? [:]).merging([
        "destination": ["k\(bad)im@example.com"], "commonHeaders": ["subject": bad],
      ]) { _, new in new }
      let text = String(decoding: try JSONSerialization.data(withJSONObject: event), as: UTF8.self)
      // Of a type nobody knows, but about mail that is known.
      event["eventType"] = "Send"
      let sent = String(decoding: try JSONSerialization.data(withJSONObject: event), as: UTF8.self)
      try place.write(sent + "\n" + text + "\noh \(bad)\n", to: "events.json")
      let environment = ["SENDBOARD_OPERATOR": "mi\(bad)na"]
      let commands: [[String]] = [
        asks, try place.sendArguments(place.file("phones.csv")), try place.sendArguments(place.file("no\(bad).csv")),
        send.filter { $0 != "--json" }, send + ["--again"], ["pause", bad], ["pause", "May"],
        ["messages", "--campaign", bad],
        ["timeline", bad], ["ingest", bad], ["ingest", place.file("events.json")], ["campaigns"], ["messages"],
        ["timeline", "k\(bad)im@example.com"], ["timeline", "3"], ["failures"], ["history"], ["quarantine"],
        ["quarantine", "--json"], ["history", "--json"], ["campaigns", "--json"], ["messages", "--status", bad],
        ["run", "--rate", bad], ["settle", bad], [bad], ["campaigns", "--config", bad],
        ["deadletters", "redrive", bad],
      ]
      for command in commands {
        let result = try await place.run(command, environment: environment)
        #expect(Self.isClean(result.errors), "\(command) on standard error")
        #expect(Self.isClean(result.output), "\(command) on standard output")
      }
      #expect(try await place.json(["campaigns"]).count == 2)
      #expect(try await place.json(["quarantine"]).count == 1)
    }

    private static func isClean(_ text: String) -> Bool {
      text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)) }
    }
  }
}
