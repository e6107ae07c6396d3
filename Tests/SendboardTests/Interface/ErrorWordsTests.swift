import Foundation
import Testing

extension InterfaceEndToEnd {
  /// Errors about files: what, where, and what to do about it, in one line.
  @Suite struct ErrorWordsTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// A file's text, bytes after it, and what the one line about it must say.
    private static let audiences: [(text: String, bytes: [UInt8], words: [String])] = [
      ("name,phone\nKim,1\n", [], ["line 1", "no column is named \"email\"", "\"name\", \"phone\""]),
      ("email,email\na@b.co,c@d.co\n", [], ["line 1", "\"email\"", "twice"]),
      ("email,name,name\na@b.co,x,y\n", [], ["line 1", "\"name\"", "twice"]),
      ("email,,name\na@b.co,x,y\n", [], ["line 1", "column 2", "no name"]),
      ("email,name\na@b.co,x\nc@d.co,", [0xC8, 0xAB, 0xB1, 0xE6, 0x0A], ["line 3", "UTF-8", "EUC-KR", "CSV UTF-8"]),
      ("email,name\na@b.co,", [0xE9, 0x0A], ["line 2", "UTF-8", "CSV UTF-8"]),
      ("", [0xFF, 0xFE, 0x65, 0x00], ["no column is named \"email\"", "the columns are \"e\""]),
      ("", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], ["gzip", "'gunzip -k /"]),
      ("email,name\na@b.co,x\nc@d.co,\"open\ne@f.co,y\n", [], ["line 3", "quote", "never closed"]),
      ("PK\u{3}\u{4}xxxx", [], ["Excel", "CSV UTF-8"]), ("%PDF-1.7", [], ["PDF"]),
      ("", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3], ["NUL", "not a CSV file"]), ("", [], ["empty"]),
      ("email,name\n", [], ["no rows"]),
    ]

    @Test(arguments: audiences)
    func anAudienceThatCannotBeUsed(text: String, bytes: [UInt8], words: [String]) async throws {
      let path = place.file("people.csv")
      try (Data(text.utf8) + Data(bytes)).write(to: URL(fileURLWithPath: path))
      let result = try await place.run(place.sendArguments(path))
      expectOneLine(result, [path, "nothing was stored"] + words)
      #expect(!place.hasStore)
    }

    @Test func aFileThatIsNotThereOrMayNotBeReadIsNoMystery() async throws {
      let locked = try place.writeAudience(2, to: "locked.csv")
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: locked)
      for (path, words) in [
        (place.file("missing.csv"), ["No such file", "check the path"]),
        (place.file("tmp"), ["is a folder", "name a file"]),
        (locked, ["Permission denied", "check its permissions"]),
      ] {
        let commands = [try place.sendArguments(path), ["ingest", path, "--json"]]
        for command in commands {
          expectOneLine(try await runAsNobody(command), [path, "nothing was stored"] + words)
        }
      }
      // One of several: none of them is begun.
      let events = try place.write(RecordedEvents.stream(), to: "events.json")
      expectOneLine(try await place.run(["ingest", events, place.file("missing.json")]), ["missing.json", "nothing"])
      #expect(!place.hasStore)
    }

    @Test func aTemplateThatIsNotClosedIsNamedByItsLine() async throws {
      let people = try place.writeAudience(1)
      var arguments = try place.sendArguments(people)
      for (text, words) in [
        ("Hello\nDear {{name\nBye {{name}}\n", "line 2 of the text: a {{ is not closed by }}"),
        ("Hello {{name}}\n\n{{#a}}x", "line 3 of the text: a section is opened and never closed"),
        ("Hello\n{{#a}}x{{/b}}", "line 2 of the text: a section is closed that was not opened"),
      ] {
        try place.write(text, to: "text.txt")
        expectOneLine(try await place.run(arguments), ["the template is not valid: \(words)"])
      }
      try place.write("Hello\n", to: "text.txt")
      arguments += ["--html", try place.write("<p>\n{{name</p>", to: "body.html")]
      expectOneLine(try await place.run(arguments), ["line 2 of the HTML: a {{ is not closed"])
    }

    @Test func whatSESCannotRenderOrTakeIsRefusedBeforeAnybodyIsSentTo() async throws {
      let arguments = try place.sendArguments(place.writeAudience(1))
      for (text, words) in [
        ("Hello\n{{#name}}x{{/name}}", "{{#name}} in line 2 of the text: SES fills in only plain {{variables}}"),
        ("Hello {{> name}}", "{{> name}} in line 1 of the text: SES fills in only plain {{variables}}"),
        (String(repeating: "x", count: 1_000_001), "bytes, and SES takes 1,000,000"),
      ] {
        try place.write(text, to: "text.txt")
        expectOneLine(try await place.run(arguments), [words, "nothing was stored"])
      }
    }

    @Test func aTemplateThatCannotBeReadSaysWhy() async throws {
      let arguments = try place.sendArguments(place.writeAudience(1))
      let path = place.file("text.txt")
      try FileManager.default.removeItem(atPath: path)
      expectOneLine(
        try await place.run(arguments), ["the template \(path)", "No such file or directory: check the path"])
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      expectOneLine(try await place.run(arguments), [path, "this is a folder"])
      try FileManager.default.removeItem(atPath: path)
      try Data(Array("Hello\n\n".utf8) + [0xC8, 0x41, 0x0A]).write(to: URL(fileURLWithPath: path))
      expectOneLine(try await place.run(arguments), [path, "line 3 is not UTF-8 text"])
      try Data([0xFF, 0xFE, 0x41, 0x00]).write(to: URL(fileURLWithPath: path))
      expectOneLine(try await place.run(arguments), [path, "UTF-16: save it as UTF-8"])
      try Data(count: 5_000_000).write(to: URL(fileURLWithPath: path))
      expectOneLine(try await place.run(arguments), [path, "longer than 4000000 bytes"])
    }

    /// The reproduction of a stack that overflowed, and of a template that took its time.
    @Test(arguments: [
      (String(repeating: "{{#a}}", count: 10_000), "line 1 of the text: a section is opened and never closed: {{#a}}"),
      (String(repeating: "{{name}} ", count: 100_000), ""),
      (String(repeating: "{{#a", count: 100_000), "not closed by }}"),
    ]) func aHostileTemplateIsAnErrorAndNoDeath(text: String, words: String) async throws {
      let arguments = try place.sendArguments(place.writeAudience(1)) + ["--dry-run"]
      try place.write(text, to: "text.txt")
      let result = try await place.run(arguments, within: .seconds(20))
      if words.isEmpty { #expect(result.status == 0, "\(result.errors)") } else { expectOneLine(result, [words]) }
    }

    @Test func aColumnThatDiffersInItsLettersOnlyIsNamed() async throws {
      let people = try place.write("email,Name\na@example.com,Kim\n", to: "people.csv")
      let arguments = try place.sendArguments(people)
      try place.write("Hello {{name}}", to: "text.txt")
      expectOneLine(
        try await place.run(arguments),
        ["asks for {{name}}", "the column is \"Name\": variables tell letters apart, write {{Name}}"])
    }

    @Test func aFolderThatMayNotBeWrittenIsNamed() async throws {
      let people = try place.writeAudience(2)
      let folder = place.file("locked")
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
      let command = try place.sendArguments(people) + ["--store", folder + "/x.db"]
      expectOneLine(
        try await runAsNobody(command), ["the folder \(folder) cannot be written", "Permission denied"])
      let rehearsal = try await runAsNobody(command + ["--dry-run"])
      #expect(rehearsal.status == 0, "a rehearsal writes nothing there: \(rehearsal.errors)")
    }

    @Test func aNegativeRateIsNoUnknownOption() async throws {
      for command in [
        ["run", "--drain", "--rate", "-5"], ["messages", "--limit", "-5"], ["demo", "--recipients", "-5"],
      ] {
        let result = try await place.run(command)
        #expect(result.status == 64, "\(result)")
        #expect(result.errors.contains("must be"), "\(result.errors)")
        #expect(
          !result.errors.contains("Unknown option") && !result.errors.contains("Missing value"), "\(result.errors)")
      }
    }

    @Test func aStoreThatCannotBeOpenedSaysWhy() async throws {
      expectOneLine(
        try await place.run(["campaigns", "--store", place.folder]), [place.folder, "is a folder: name a file in it"])
    }

    @Test func anIdThatIsAlsoANameIsAmbiguous() async throws {
      let people = try place.writeAudience(1)
      for name in ["2", "May"] { _ = try await place.json(try place.sendArguments(people, name: name)) }
      expectOneLine(try await place.run(["pause", "2"]), ["the name of another", "'id:2' or 'name:2'"])
      #expect(try await place.json(["pause", "id:2"]).first?["campaign"] as? String == "2")
    }

    @Test func whatComesNextIsSaidForTheSameStore() async throws {
      let people = try place.writeAudience(1)
      let store = place.file("my may.db")
      var arguments = try place.sendArguments(people) + ["--store", store]
      arguments.removeAll { $0 == "--json" }
      let result = try await place.run(arguments)
      #expect(
        result.output.hasSuffix(
          "Watch it with 'sendboard --store \"\(store)\"', send it with 'sendboard run --store \"\(store)\"'.\n"),
        "\(result.output)")
    }

    @Test func theTimelineEndsWithTheStatus() async throws {
      let people = try place.writeAudience(1)
      _ = try await place.json(try place.sendArguments(people))
      let result = try await place.run(["timeline", "1"])
      #expect(result.output.hasSuffix("\nstatus: queued\n"))
      #expect(try await place.json(["timeline", "1"]).map { $0["type"] as? String } == ["queued"])
    }

    @Test func whatIsNoTextIsKeptByIngest() async throws {
      let path = place.file("events.bin")
      try Data([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0xFF, 0xFE]).write(to: URL(fileURLWithPath: path))
      let report = try await place.json(["ingest", path]).first
      #expect(report?["quarantined"] as? Int == 1)
      #expect(try await place.json(["quarantine"]).first?["error"] as? String == "the text is not valid UTF-8")
    }

    private func expectOneLine(
      _ result: Program.Result, _ words: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) {
      #expect(result.status == 1, sourceLocation: sourceLocation)
      #expect(result.output == "", sourceLocation: sourceLocation)
      #expect(
        result.errorLines.count == 1 && result.errors.hasPrefix("Error: "), "\(result.errors)",
        sourceLocation: sourceLocation)
      for word in words {
        #expect(result.errors.contains(word), "'\(word)' is not in: \(result.errors)", sourceLocation: sourceLocation)
      }
    }

    /// Permissions do not stop root, which runs it as nobody.
    private func runAsNobody(_ command: [String]) async throws -> Program.Result {
      guard getuid() == 0 else { return try await place.run(command) }
      for folder in ["store", "tmp"] {
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: place.file(folder))
      }
      return try await place.startTool(
        "/usr/bin/env",
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", try Program.binary()] + command
      ).wait()
    }
  }
}
