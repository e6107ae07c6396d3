import Foundation
import Testing
import TestSupport

extension InterfaceEndToEnd {
  /// Every command that prints, on a real terminal, over a store full of what others write to deceive: not one byte of it
  /// steers the terminal or stands there unseen.
  @Suite struct TerminalTextTests {
    private let place: Workplace
    /// Escape sequences that clear the screen, set the title and copy; C1 controls; overrides, isolates and marks of direction;
    /// spaces, joiners and hyphens of no width; a family, a flag of tags, a letter under twenty accents.
    private static let evil =
      "a\u{1B}[2J\u{1B}]0;x\u{7}\u{1B}]52;c;eA==\u{1B}\\\u{9B}31m\u{90}q\u{9C}\u{8}\r\u{202E}b\u{2066}c\u{200E}\u{200F}\u{61C}"
      + "\u{200B}\u{2060}\u{FEFF}\u{AD}👨\u{200D}👩\u{200D}👧🏴\u{E0067}\u{E0062}\u{E007F}e"
      + String(repeating: "\u{301}", count: 20) + "\u{200C}z"
    /// The same as far as names of campaigns and files may have it.
    private static let name = String(
      String.UnicodeScalarView(evil.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }))

    init() throws { place = try Workplace() }

    /// What was printed and must not have been, by number; our own erasing of a progress line and colours of `doctor` are not.
    private static func intruders(_ output: String) -> [String] {
      let text = output.replacing("\r\u{1B}[K", with: "").replacing(/\u{1B}\[(0|32|33|1;31)m/, with: "")
      var marks = 0
      var found: [String] = []
      // A terminal's lines end so.
      for scalar in text.replacing("\r\n", with: "\n").unicodeScalars where scalar != "\n" {
        marks = scalar.value == 0x301 ? marks + 1 : 0
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        let isUnseen = scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
        if isControl || isUnseen || marks > 3 { found.append(String(scalar.value, radix: 16)) }
      }
      return found
    }

    /// Runs a command on a terminal, and returns the very bytes that came there.
    private func onTerminal(_ command: [String]) async throws -> (text: String, status: Int32) {
      func quoted(_ word: String) -> String { "'\(word.replacing("'", with: "'\\''"))'" }
      let file = try place.write(
        "exec \(([try Program.binary()] + command).map(quoted).joined(separator: " "))\n", to: "tmp/command.sh")
      let result = try await place.startTool(
        "/bin/sh", ["-c", "stty cols 200 2>/dev/null; script -qec 'stty cols 200; . \(file)' /dev/null"],
        environment: ["TERM": "xterm-256color", "SHELL": "/bin/sh"]
      ).wait()
      return (result.output, result.status)
    }

    private func fill() async throws {
      let events = try place.write(HostileEvent.bounce(Self.evil) + "\n{\"\(Self.evil)\n", to: "events.json")
      _ = try await place.json(["ingest", events])
      let people = try place.write(
        "\"email\",\"\(Self.name)\"\nkim@example.com,\"\(Self.evil)\"\nlee@example.com,\"x\(Self.evil)\"\n",
        to: "\(Self.name).csv")
      let operators = ["SENDBOARD_OPERATOR": Self.name]
      _ = try await place.json(place.sendArguments(people, name: Self.name), environment: operators)
      // A batch that dies, with the provider's words.
      let quick = ["SENDBOARD_VISIBILITY_TIMEOUT": "1", "SENDBOARD_MAX_RECEIVE_COUNT": "1"]
      _ = try await place.run(
        ["run", "--drain", "--simulator-time-scale", "0", "--simulator-failures", "1"], environment: quick)
      #expect(try await !place.json(["deadletters"]).isEmpty)
    }

    @Test(.timeLimit(.minutes(3))) func nothingOfItReachesATerminal() async throws {
      try await fill()
      let evil = Self.evil
      let commands = [
        ["campaigns"], ["messages"], ["messages", "--filter", "k\(evil)"], ["timeline", "1"], ["timeline", "2"],
        ["mail", "1"], ["mail", "2"], ["mail", "2", "--source"],
        ["timeline", evil], ["failures"], ["deadletters"], ["quarantine"], ["quarantine", "export", "1"], ["history"],
        ["workers"], ["export"], ["export", "--campaign", Self.name], ["resend", "1", "--dry-run"],
        ["resend", "--filter", "k", "--dry-run"], ["resend", "--address", evil], ["pause", evil],
        ["settle", "1", "--resend"], ["deadletters", "redrive", evil], ["deadletters", "discard", evil], [evil],
        ["messages", "--status", evil], ["campaigns", "--store", place.file(Self.name)],
        ["campaigns", "--config", place.file("\(Self.name).yaml")], ["ingest", place.file("\(Self.name).json")],
        ["campaigns", "--read-only"], ["pause", "1", "--read-only"], ["doctor"], ["doctor", "--from", evil],
        ["doctor", "--config", place.file(Self.name)], ["backup", place.file("\(Self.name).db")],
        ["backup", "--check", place.file("\(Self.name).db")], ["backup", "--check", place.file(evil)],
        ["run", "--drain", "--simulator-time-scale", "0"], ["cancel", "1", "--yes"], ["provision", "--prefix", evil],
        [
          "send", "--name", "x\(Self.name)", "--recipients", place.file("\(Self.name).csv"), "--from",
          "\(Self.name) <news@example.com>", "--subject", Self.name, "--text", place.file("text.txt"), "--dry-run",
        ],
        ["quarantine", "drop", "1"], ["help", evil], ["suppress", "add", evil], ["suppress", "--filter", evil],
        ["suppress", "add", "a@b.example", "--note", evil], ["suppress"],
      ]
      for command in commands {
        for json in [[], ["--json"]] {
          let (text, _) = try await onTerminal(command + json)
          #expect(Self.intruders(text) == [], "\(command.prefix(2)) \(json)")
          // Nobody is found, and as JSON that is no line.
          let isNothing = command == ["workers"] || (command.first == "suppress" && !json.isEmpty)
          #expect(!text.isEmpty || isNothing, "\(command.prefix(2)) \(json)")
        }
      }
    }

    @Test func itIsSeenThatSomethingWasTakenOutAndAPipeGetsAll() async throws {
      try await fill()
      let shown = try await onTerminal(["messages"]).text
      #expect(shown.contains("‹U+001B›[2J") && shown.contains("‹U+202E›b‹U+2066›c") && shown.contains("‹U+200B›"))
      #expect(shown.contains("👨") && !shown.contains("👧"), "as the dashboard draws it")
      // JSON says the same to a machine on a terminal as in a pipe.
      let line = try #require(
        try await onTerminal(["messages", "--json", "--limit", "1"]).text.split(whereSeparator: \.isNewline).first)
      #expect(line.contains("\\u202e") && line.contains("\\u200d") && line.contains("\\u001b"))
      let piped = try await place.run(["messages", "--json", "--limit", "1"])
      #expect(piped.output == line + "\n")
      let address = try #require(try piped.json().first?["address"] as? String)
      #expect(address.contains("\u{202E}b\u{2066}c") && address.contains("👨\u{200D}👩\u{200D}👧"), "nothing is lost")
      // A file has what the audience had.
      let file = try await place.run(["export", "--campaign", "1"]).output
      #expect(file.unicodeScalars.contains("\u{1B}") && file.contains("👧"))
    }
  }
}
