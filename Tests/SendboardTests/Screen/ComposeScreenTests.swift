import Foundation
import Testing
import TestSupport

extension ScreenEndToEnd {
  /// Launching a campaign from the dashboard's form.
  @Suite struct ComposeScreenTests {
    @Test func aCampaignIsLaunchedWithItsCountAndAConfirmation() async throws {
      let place = try Workplace()
      let audience = try place.writeAudience(123)
      try place.write("{{name}}님 안녕하세요\n", to: "text.txt")
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch([
        "dashboard", "--simulator-ledger", place.ledger, "--simulator-time-scale", "0",
      ])
      try await terminal.wait(for: "? all keys")
      try await terminal.send("n")
      try await terminal.wait(for: "New campaign")
      let entries = ["봄 소식", nil, audience, "News <news@example.com>", "{{name}}님께", place.file("text.txt")]
      for entry in entries {
        if let entry { try await terminal.type(entry) }
        try await terminal.send("Tab")
      }
      try await terminal.send("Tab", "Tab", "Tab", "Tab")
      try await terminal.wait(for: "봄 소식")
      try await terminal.send("Enter")
      try await terminal.wait(for: "123 recipients")
      try await terminal.wait(for: "이름1")
      for _ in 0..<5 { try await terminal.send("Enter") }
      try await terminal.wait(for: "123 recipients")
      #expect(try await place.json(["campaigns"]).isEmpty, "Enter alone launched it")
      try await terminal.send("y", "1", "2", "2", "Enter")
      #expect(try await place.json(["campaigns"]).isEmpty, "another number launched it")
      try await terminal.send("C-u", "1", "2", "3", "Enter")
      try await eventually("it is launched") {
        try await (place.json(["campaigns"]).first?["recipients"] as? Int == 123)
      }
      try await terminal.wait(for: "finished")
      try await terminal.quit()
      let history = try await place.json(["history"])
      #expect(history.count == 1)
      #expect(history.first?["count"] as? Int == 123)
      try await Audit(place).expectSound(recipients: 123)
    }

    /// As many rows, of the same length: only their content tells.
    @Test func aFileChangedAfterItWasCountedIsNotLaunched() async throws {
      let place = try Workplace()
      let audience = try place.writeAudience(12)
      try place.write("{{name}}님 안녕하세요\n", to: "text.txt")
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["dashboard", "--simulator-ledger", place.ledger])
      try await terminal.wait(for: "? all keys")
      try await terminal.send("n")
      try await terminal.wait(for: "New campaign")
      for entry in ["Spring", nil, audience, "news@example.com", "Hi", place.file("text.txt")] {
        if let entry { try await terminal.type(entry) }
        try await terminal.send("Tab")
      }
      try await terminal.send("Tab", "Tab", "Tab", "Tab", "Enter")
      try await terminal.wait(for: "12 recipients")
      for _ in 0..<5 { try await terminal.send("Enter") }
      let text = try place.read("audience.csv")
      try place.write(text.replacing("이름7", with: "이름8"), to: "audience.csv")
      try await terminal.send("1", "2", "Enter")
      try await terminal.wait(for: "nothing was sent: the file was changed")
      #expect(try await place.json(["campaigns"]).isEmpty)
      #expect(Ledger.isEmpty(place.ledger))
      try await terminal.send("Escape")
      // Read together with the next key it would be Alt and that key.
      try await terminal.waitWithout("nothing was sent: the file was changed")
      try await terminal.quit()
      #expect(try await place.json(["campaigns"]).isEmpty)
      #expect(try await place.json(["history"]).isEmpty)
    }

    /// What stands on the screen is on disk a moment later, whatever key the process dies after.
    @Test(.timeLimit(.minutes(5))) func aDraftSurvivesAKillAtAnyKey() async throws {
      let place = try Workplace()
      let terminal = try await TerminalSession(place)
      var process = try await terminal.launch(["dashboard"])
      try await terminal.wait(for: "? all keys")
      try await terminal.send("n")
      try await terminal.wait(for: "New campaign")
      var typed = ""
      for (number, letter) in "봄 a1소식 “b”끝".enumerated() {
        try await terminal.type(String(letter))
        typed.append(letter)
        let shown = typed.hasSuffix(" ") ? String(typed.dropLast()) : typed
        try await terminal.wait(for: "Name        \(shown)")
        // Every other one: a start takes longer than a key.
        guard number % 3 == 2 || typed.hasSuffix("끝") else { continue }
        kill(process, SIGKILL)
        _ = try await terminal.ending()
        process = try await terminal.launch(["dashboard"])
        try await terminal.wait(for: "· draft")
        try await terminal.send("Enter")
        try await terminal.wait(for: "Name        \(shown)")
      }
      try await terminal.send("Escape")
      try await terminal.wait(for: "kept as a draft")
      try await terminal.quit()
    }

    @Test func aFileThatCannotBeReadIsSaidInTheForm() async throws {
      let place = try Workplace()
      try place.write("hello\n", to: "text.txt")
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["dashboard"])
      try await terminal.wait(for: "? all keys")
      try await terminal.send("n")
      try await terminal.wait(for: "New campaign")
      for entry in ["X", nil, place.file("missing.csv"), "news@example.com", "Hi", place.file("text.txt")] {
        if let entry { try await terminal.type(entry) }
        try await terminal.send("Tab")
      }
      try await terminal.send("Tab", "Tab", "Tab", "Tab", "Enter")
      try await terminal.wait(for: "No such file")
      try await terminal.send("Escape")
      // Read together with the next key it would be Alt and that key.
      try await terminal.wait(for: "goes on with it")
      try await terminal.quit()
      #expect(try await place.json(["campaigns"]).isEmpty)
    }
  }
}
