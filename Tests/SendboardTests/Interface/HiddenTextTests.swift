import Foundation
import Testing

extension InterfaceEndToEnd {
  /// What steers a terminal, or shows nothing, in every text that others write: names of campaigns, addresses, subjects,
  /// reasons, files, dead letters' errors.
  @Suite struct HiddenTextTests {
    private let place: Workplace
    private static let evil = "a\u{202E}b\u{200B}c\u{2066}d\u{1B}]0;x\u{7}\u{9B}31m\u{AD}e"
    private static let hidden: Set<UInt32> = [0x202E, 0x200B, 0x2066, 0x1B, 0x07, 0x9B, 0xAD]

    init() throws { place = try Workplace() }

    /// An event with it in all its texts, and a campaign whose name, subject and file have it as far as that is let in.
    private func fill() async throws {
      let events = try place.write(HostileEvent.bounce(Self.evil) + "\n{\"\(Self.evil)\n", to: "events.json")
      _ = try await place.json(["ingest", events])
      var name = Self.evil
      name.unicodeScalars.removeAll { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
      let people = try place.writeAudience(2, to: "\(name).csv")
      _ = try await place.json(place.sendArguments(people, name: name))
    }

    private func expectClean(_ text: String, _ command: [String], sourceLocation: SourceLocation = #_sourceLocation) {
      let found = text.unicodeScalars.filter { Self.hidden.contains($0.value) }.map { String($0.value, radix: 16) }
      #expect(found == [], "\(command)", sourceLocation: sourceLocation)
    }

    @Test func noCommandLetsItReachTheTerminal() async throws {
      try await fill()
      let commands = [
        ["campaigns"], ["messages"], ["messages", "--address", "k\(Self.evil)"], ["timeline", "1"], ["failures"],
        ["quarantine"], ["history"], ["pause", "1"], ["resume", "1"], ["resend", "1", "--dry-run"],
        ["timeline", "no\u{202E}body"], ["pause", "\u{202E}"], ["messages", "--status", "\u{202E}"], ["\u{202E}"],
        ["campaigns", "--config", place.file("\u{202E}.yaml")], ["ingest", place.file("\u{202E}.json")],
        ["settle", "1", "--resend"], ["deadletters"], ["cancel", "1", "--yes"],
      ]
      for command in commands {
        for json in command.contains("--status") ? [[]] : [[], ["--json"]] {
          let result = try await place.run(command + json)
          expectClean(result.output, command + json)
          expectClean(result.errors, command + json)
        }
      }
      // Taken out, and seen to be.
      let messages = try await place.run(["messages"]).output
      #expect(messages.contains("ka‹U+202E›b‹U+200B›c‹U+2066›d"), "\(messages)")
      // To a machine nothing is lost.
      #expect(try await place.json(["messages"]).first?["address"] as? String == "k\(Self.evil)@example.com")
    }

    @Test func theDashboardShowsItAsTakenOut() async throws {
      try await fill()
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["dashboard"])
      try await terminal.wait(for: "a‹U+202E›b‹U+200B›c")
      expectClean(try await terminal.screen().joined(), ["dashboard"])
      try await terminal.quit()
    }
  }
}
