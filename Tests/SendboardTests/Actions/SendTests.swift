import Foundation
import Testing

extension ActionsEndToEnd {
  /// `send`, with the audiences people really have.
  @Suite struct SendTests {
    private let place: Workplace
    private static let fields: [String: Field] = [
      "campaign": .text, "recipients": .integer, "duplicates": .integer, "invalid": .integer, "batches": .integer,
      "dryRun": .flag,
    ]

    init() throws { place = try Workplace() }

    /// A byte order mark, CRLF, quoted Korean with commas, quotes and a line break, a domain in capitals, an empty line.
    private var oddAudience: String {
      get throws {
        let rows = [
          "\u{FEFF}email,name,note", #"kim@Example.COM,"김, ""민준""","첫 줄"# + "\r\n" + #"둘째 줄""#,
          "kim@example.com,김,again", "Kim@example.com,Kim,the same mailbox", "not an address,x,y", "",
          "lee@example.org,이서연,z", "@no.example,x,y", "two@at@example.com,x,y",
        ]
        return try place.write(rows.joined(separator: "\r\n") + "\r\n", to: "odd.csv")
      }
    }

    @Test func anOddFileIsUnderstood() async throws {
      let result = try await place.run(place.sendArguments(oddAudience))
      #expect(result.status == 0)
      let report = try result.json()
      #expect(report.count == 1)
      Field.expect(report.first, Self.fields)
      #expect(report.first?["recipients"] as? Int == 2)
      #expect(report.first?["duplicates"] as? Int == 2)
      #expect(report.first?["invalid"] as? Int == 3)
      #expect(report.first?["batches"] as? Int == 1)
      // The lines of the file, counted with the line break inside the quotes.
      #expect(result.errorLines.map { $0.split(separator: ":").dropFirst().first } == ["4", "5", "6", "9", "10"])
      #expect(result.errorLines.first?.hasSuffix(":4: the same recipient as line 2") == true)
      #expect(result.errorLines.allSatisfy { $0.hasPrefix(place.file("odd.csv") + ":") })
      let messages = try await place.json(["messages"])
      #expect(messages.map { $0["address"] as? String } == ["kim@example.com", "lee@example.org"])
      Field.expect(
        messages.first,
        [
          "id": .string, "campaign": .string, "address": .string, "subject": .string, "status": .string,
          "providerID": .text, "attempts": .integer, "updatedAt": .time, "classification": .maybeObject,
        ])
      #expect(messages.allSatisfy { $0["status"] as? String == "queued" })
    }

    /// SQLite would end the text at the first NUL, and "H" would go out.
    @Test(arguments: ["", " \n\t\n"]) func anEmptyTextIsRefused(text: String) async throws {
      try place.write(text, to: "empty.txt")
      let end = try await place.run([
        "send", "--name", "May", "--recipients", place.writeAudience(1), "--from", "me@example.com", "--subject", "s",
        "--text", place.file("empty.txt"), "--dry-run",
      ])
      #expect(end.status == 1)
      #expect(end.errors.contains("there is nothing in \(place.file("empty.txt"))"), "\(end.errors)")
    }

    @Test(arguments: ["--text", "--html"]) func aTemplateWithNULsIsRefused(option: String) async throws {
      let audience = try place.write("email,name\nkim@example.com,Kim\n", to: "may.csv")
      let wide = place.file("u.txt")
      try Data("Hello {{name}}".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).write(
        to: URL(fileURLWithPath: wide))
      let cut = try place.write("first\na\0b tail\n", to: "cut.txt")
      for (file, words) in [
        (wide, "it looks like UTF-16 without its mark: save it as UTF-8"), (cut, "line 2 holds a NUL byte"),
      ] {
        let result = try await place.run([
          "send", "--name", "May", "--recipients", audience, "--from", "a@example.com", "--subject", "Hi", option, file,
        ])
        #expect(result.status == 1)
        #expect(result.errors.contains(file) && result.errors.contains(words), "\(result.errors)")
      }
      let subject = try await place.run([
        "send", "--name", "May", "--recipients", audience, "--from", "a@example.com", "--subject", "Hi", "--text",
        try place.write("Hello {{name}}\n", to: "whole.txt"),
      ])
      #expect(subject.status == 0)
      #expect(try await place.json(["campaigns"]).count == 1, "nothing of the others was stored")
    }

    @Test func aFileAsPeopleHaveItIsUnderstood() async throws {
      let rows = [
        "고객명,Email Address,First Name,,", "김,kim@example.com,Min,,", "이,lee@example.com,,,", ",,,,",
        "박,kim@example.com,x,,",
      ]
      let text = "\u{FEFF}" + rows.joined(separator: "\r\n").replacing(",", with: "\t")
      let path = place.file("excel.txt")
      try Data(text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }).write(
        to: URL(fileURLWithPath: path))
      var arguments = try place.sendArguments(path)
      try place.write("{{고객명}} {{First Name}} {{Email Address}}", to: "text.txt")
      let result = try await place.run(arguments + ["--dry-run"])
      let report = try #require(try result.json().first)
      #expect(report["recipients"] as? Int == 2 && report["incomplete"] as? Int == 1)
      #expect((report["duplicateLines"] as? [[String: Int]]) == [["line": 5, "first": 2]])
      let empty = try #require((report["incompleteLines"] as? [[String: Any]])?.first)
      #expect(empty["line"] as? Int == 3 && empty["variables"] as? [String] == ["First Name"])
      #expect(
        result.errorLines == ["\(path):3: no value for {{First Name}}", "\(path):5: the same recipient as line 2"])
      arguments.removeAll { $0 == "--json" }
      let words = try await place.run(arguments).output
      #expect(
        words.contains("2 recipients in 1 batch (1 duplicate collapsed, 0 invalid, 1 with an empty value)"), "\(words)")
    }

    #if os(Linux)
      /// 150 rows of 900 kB: held by their number and not by their size, all of them at once.
      @Test func memoryIsBoundedByTheBytesOfRows() async throws {
        let path = try place.write("email,name\n", to: "wide.csv")
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        let wide = String(repeating: "x", count: 900_000)
        for n in 0..<150 { try file.write(contentsOf: Data("u\(n)@example.com,\(wide)\n".utf8)) }
        try file.close()
        let result = try await place.run(place.sendArguments(path) + ["--dry-run"], within: .seconds(120))
        #expect(try result.json().first?["recipients"] as? Int == 150)
        #expect(result.peakMemory < 100_000, "\(result.peakMemory) KiB")
      }
    #endif

    @Test func theAddressColumnMayBeNamed() async throws {
      let people = try place.write("Kontakt,email\na@example.com,nonsense\n", to: "people.csv")
      let arguments = try place.sendArguments(people) + ["--dry-run"]
      #expect(try await place.run(arguments).status == 1)
      let nameless = try place.write("Kontakt\na@example.com\n", to: "nameless.csv")
      let unclear = try await place.run(place.sendArguments(nameless) + ["--dry-run"])
      #expect(unclear.status == 1 && unclear.errors.contains("name it with --address-column"))
      #expect(try await place.json(arguments + ["--address-column", "Kontakt"]).first?["recipients"] as? Int == 1)
    }

    @Test func aRehearsalStoresNothing() async throws {
      let rehearsal = try await place.json(place.sendArguments(oddAudience) + ["--dry-run"])
      #expect(rehearsal.first?["dryRun"] as? Bool == true)
      #expect(rehearsal.first?["campaign"] is NSNull)
      #expect(rehearsal.first?["recipients"] as? Int == 2)
      #expect(try FileManager.default.contentsOfDirectory(atPath: place.file("store")) == [])
    }

    @Test(arguments: [
      ("", "empty"), ("email,name\n", "row"), ("name,phone\nKim,+821012345678\n", "email"),
      ("PK\u{3}\u{4}\0\0\0not a text\0", "CSV"), ("email\n\"never closed,x\n", "quote"),
      ("email\nnobody\n", "valid"), ("email,contract\n", "row"),
    ])
    func aFileThatIsNoAudienceIsOneErrorAndStoresNothing(content: String, hint: String) async throws {
      let audience = try place.write(content, to: "bad.csv")
      let result = try await place.run(place.sendArguments(audience))
      #expect(result.status == 1)
      #expect(result.output == "")
      #expect(result.errors.localizedCaseInsensitiveContains(hint), "\(result.errors)")
      #expect(result.errorLines.last?.contains("bad.csv") == true, "it does not say which file: \(result.errors)")
      #expect(result.errorLines.count { $0.hasPrefix("Error:") } == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: place.file("store")) == [])
    }

    @Test func whatIsNotThereIsOneError() async throws {
      for (from, to) in [("audience.csv", "missing.csv"), ("text.txt", "missing.txt")] {
        var arguments = try place.sendArguments(place.writeAudience(2))
        arguments = arguments.map { $0 == place.file(from) ? place.file(to) : $0 }
        let result = try await place.run(arguments)
        #expect(result.status == 1)
        #expect(result.errorLines.count == 1 && result.errors.contains(to), "\(result.errors)")
      }
      let folder = try await place.run(place.sendArguments(place.folder))
      #expect(folder.status == 1 && folder.errorLines.count == 1, "\(folder.errors)")
    }

    @Test func aTemplateThatAsksForMissingDataIsRefused() async throws {
      try place.write("{{name}} {{contract}}\n", to: "asks.txt")
      var arguments = try place.sendArguments(place.writeAudience(2))
      arguments = arguments.map { $0 == place.file("text.txt") ? place.file("asks.txt") : $0 }
      let result = try await place.run(arguments)
      #expect(result.status == 1)
      #expect(result.errorLines.count == 1 && result.errors.contains("contract"), "\(result.errors)")
      #expect(!place.hasStore)
    }

    @Test func theWayOffTheListIsEachRecipientsOwn() async throws {
      try place.write("email,name,token\nkim@example.com,김,a/b c\nlee@example.com,이,2\n", to: "who.csv")
      let arguments = try place.sendArguments(place.file("who.csv"))
      for (given, words) in [
        ("http://example.com/u", "must be https://"), ("example.com", "neither a link"),
        ("https://example.com/{{#token}}", "only variables"), ("https://example.com/{{Token}}", "token"),
      ] {
        let refused = try await place.run(arguments + ["--unsubscribe", given])
        #expect(refused.status != 0 && refused.errors.contains(words), "\(given): \(refused)")
      }
      _ = try await place.json(arguments + ["--unsubscribe", "https://example.com/u/{{token}}, off@example.com"])
      #expect(try await place.json(["campaigns"]).count == 1, "nothing was stored of what was refused")
      let headers = try await place.json(["mail", "1"]).first?["headers"] as? [String: String]
      #expect(
        headers == [
          "List-Unsubscribe": "<https://example.com/u/a%2Fb%20c>, <mailto:off@example.com>",
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        ])
      let mail = try await place.run(["mail", "2"])
      #expect(mail.output.contains("List-Unsubscribe: <https://example.com/u/2>, <mailto:off@example.com>\n"))
    }

    /// Twenty a minute: the first at once, the next after three seconds.
    @Test func aCampaignGoesNoFasterThanItsRate() async throws {
      let arguments = try place.sendArguments(place.writeAudience(4))
      for given in ["fast", "0", "20/d", ""] {
        let refused = try await place.run(arguments + ["--rate", given])
        #expect(refused.status == 64 && refused.errors.contains("--rate"), "\(given): \(refused)")
      }
      _ = try await place.json(arguments + ["--rate", "20/m"])
      let began = ContinuousClock.now
      #expect(try await place.run(place.drain).isDrained)
      #expect(ContinuousClock.now - began > .seconds(8), "three more at one in three seconds")
      let campaign = try #require(try await place.json(["campaigns"]).first)
      #expect(abs((campaign["rate"] as? Double ?? 0) - 1.0 / 3) < 0.001)
      #expect(campaign["state"] as? String == "finished" && campaign["advertising"] as? Bool == false)
      #expect(try Ledger(path: place.ledger).addresses.count == 4)
    }

    @Test func whatAdvertisesIsMarked() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(1)) + ["--advertising"])
      let campaign = try #require(try await place.json(["campaigns"]).first)
      #expect(campaign["subject"] as? String == "(광고) 소식" && campaign["advertising"] as? Bool == true)
      try place.write("phone,name\n+821012345678,김\n", to: "phones.csv")
      let text = try place.write("봄 세일\n", to: "sms.txt")
      let sms = [
        "send", "--name", "SMS", "--recipients", place.file("phones.csv"), "--channel", "sms", "--from", "0212345678",
        "--text", text, "--advertising",
      ]
      let refused = try await place.run(sms)
      #expect(refused.status == 1 && refused.errors.contains("무료수신거부 080-"), "\(refused)")
      try place.write("봄 세일 무료수신거부 080-123-4567\n", to: "sms.txt")
      #expect(try await place.run(sms).status == 0)
      let mail = try await place.run(["mail", "2"])
      #expect(mail.output.contains("(광고) 봄 세일 무료수신거부 080-123-4567"), "\(mail.output)")
      // By day in Korea alone, unless people have agreed to more, which is on record.
      #expect(try await place.run(sms + ["--night-consent", "--again"]).status == 0)
      let hours = try await place.json(["campaigns"]).sorted { ($0["id"] as? Int ?? 0) < ($1["id"] as? Int ?? 0) }
      #expect(hours.map { $0["hours"] as? String } == [nil, "08:00-21:00 Asia/Seoul", nil], "\(hours)")
      let history = try await place.json(["history"]).compactMap { $0["condition"] as? String }
      #expect(history.contains("phones.csv; night consent"), "\(history)")
      // Hours of one's own narrow the law's, and are said; none of another clock's for Korea.
      let narrowed = try await place.run(sms + ["--hours", "09:00-23:00 Asia/Seoul", "--name", "Narrow"])
      #expect(narrowed.errors.contains("sent at 09:00-21:00 Asia/Seoul only"), "\(narrowed)")
      for (given, words) in [
        ("22:00-23:00 Asia/Seoul", "none that the law leaves"),
        ("08:00-21:00 Europe/Paris", "line 2 is a number in Korea"),
      ] {
        let refused = try await place.run(sms + ["--hours", given, "--name", "No"])
        #expect(refused.status == 1 && refused.errors.contains(words), "\(refused)")
      }
      try place.write("phone,name\n+33612345678,Anne\n", to: "phones.csv")
      #expect(try await place.run(sms + ["--hours", "08:00-21:00 Europe/Paris", "--name", "Paris"]).status == 0)
    }

    /// A full text and the end of its file's last line, and a number that a broker of Korea does not take.
    @Test func whatTextsComeToIsSaidBefore() async throws {
      try place.write("phone\n010-1234-5678\n+12065550100\n", to: "phones.csv")
      let text = try place.write(String(repeating: "가", count: 70) + "\r\n\n", to: "sms.txt")
      let send = [
        "send", "--name", "SMS", "--recipients", place.file("phones.csv"), "--channel", "sms", "--from", "0212345678",
        "--text", text, "--default-country", "KR",
      ]
      let dry = try await place.run(send + ["--dry-run"])
      #expect(dry.errors.contains("70 of 70") && dry.output.contains("would send to 2 recipients"), "\(dry)")
      let broker = try await place.run(
        send + ["--dry-run"], environment: ["SENDBOARD_PROVIDERS_SMS": "solapi"])
      #expect(broker.errors.contains("phones.csv:3: the provider takes numbers of its own country only"), "\(broker)")
      #expect(broker.output.contains("would send to 1 recipient in"), "\(broker)")
      #expect(broker.output.contains("1 text that cannot go out"), "\(broker)")
      // The number as its owner writes it finds what was sent to it.
      #expect(try await place.run(send).status == 0)
      let found = try await place.run(
        ["timeline", "010-1234-5678"], environment: ["SENDBOARD_DEFAULT_COUNTRY": "KR"])
      #expect(found.status == 0 && found.output.contains("message 1"), "\(found)")
    }

    /// At an hour at which it may not go out nothing of it does, and a drain says so and does not wait for it.
    @Test func whatMayNotGoOutNowWaits() async throws {
      let hour = Calendar(identifier: .gregorian).dateComponents(in: .gmt, from: Date()).hour ?? 0
      func clock(_ ahead: Int) -> String { String(format: "%02d:00", (hour + ahead) % 24) }
      let send = try place.sendArguments(place.writeAudience(3))
      for wrong in ["8-21", "08:00-21:00", "08:00-21:00 Nowhere/Town"] {
        let refused = try await place.run(send + ["--hours", wrong])
        #expect(refused.status == 1 && refused.errors.contains("08:00-21:00 Asia/Seoul"), "\(refused)")
      }
      let sent = try await place.run(send.filter { $0 != "--json" } + ["--hours", "\(clock(2))-\(clock(4)) UTC"])
      #expect(sent.status == 0 && sent.output.contains("waits until \(clock(2)) UTC"), "\(sent)")
      let waiting = try await place.run(place.drain, within: .seconds(40))
      #expect(waiting.status == 2 && waiting.errors.contains("waits until \(clock(2)) UTC"), "\(waiting)")
      #expect(Ledger.isEmpty(place.ledger))
      let campaign = try #require(try await place.json(["campaigns"]).first)
      #expect(campaign["outOfHours"] as? Bool == true && campaign["state"] as? String == "launching")
      _ = try await place.json(
        place.sendArguments(place.writeAudience(3), name: "Now") + ["--hours", "\(clock(23))-\(clock(2)) UTC"])
      _ = try await place.run(place.drain, within: .seconds(40))
      #expect(try Ledger(path: place.ledger).addresses.count == 3)
    }

    /// From a file, and from another program's pipe, of which nobody knows how much there is.
    @Test(arguments: [false, true]) func theAudienceMayComeFromStandardInput(isPipe: Bool) async throws {
      let audience = try place.writeAudience(300)
      let arguments = try place.sendArguments("-")
      let text = try String(contentsOfFile: audience, encoding: .utf8)
      let end: Program.Result
      if isPipe {
        let words = try [Program.binary()] + arguments
        let quoted = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
        end = try await place.startTool("/bin/sh", ["-c", "cat \(audience) | \(quoted)"]).wait()
      } else {
        end = try await place.run(arguments, input: text)
      }
      let stored = try end.json().first?["recipients"] as? Int
      #expect(end.status == 0 && stored == 300, "\(end)")
      // The same in a file is the same campaign.
      let again = try await place.run(place.sendArguments(audience))
      #expect(again.status != 0 && again.errors.contains("the same was sent as campaign 1"), "\(again)")
    }

    @Test func batchesAreOfTheSizeAskedFor() async throws {
      let plain = try await place.json(place.sendArguments(place.writeAudience(101)))
      #expect(plain.first?["batches"] as? Int == 3)
      let small = try await place.json(
        place.sendArguments(place.writeAudience(101), name: "June") + ["--batch-size", "7"])
      #expect(small.first?["batches"] as? Int == 15)
      let campaign = try await place.json(["campaigns"]).first
      #expect(campaign?["name"] as? String == "June")
      #expect(campaign?["batches"] as? [String: Int] == ["pending": 0, "queued": 15, "done": 0, "dead": 0])
    }

    @Test func textMessagesGoToPhoneNumbers() async throws {
      let rows = ["phone,name", "+821012345678,김", "010-1234-5678,x", "+82 10 1234 5678,y", "+1 415 555 0100,z"]
      let audience = try place.write(rows.joined(separator: "\n") + "\n", to: "phones.csv")
      try place.write("{{name}}님 안녕하세요", to: "sms.txt")
      let result = try await place.run([
        "send", "--name", "SMS", "--channel", "sms", "--recipients", audience, "--from", "Sendboard", "--text",
        place.file("sms.txt"), "--json",
      ])
      let report = try result.json().first
      #expect(report?["recipients"] as? Int == 2)
      #expect(report?["duplicates"] as? Int == 1)
      #expect(report?["invalid"] as? Int == 1)
      #expect(result.errorLines.first?.hasPrefix(audience + ":3:") == true)
      #expect(try await place.json(["messages"]).map { $0["address"] as? String } == ["+821012345678", "+14155550100"])
      #expect(try await place.json(["campaigns"]).first?["channel"] as? String == "sms")
    }
  }
}
