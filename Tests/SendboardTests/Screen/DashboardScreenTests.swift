import Foundation
import Testing
import TestSupport

extension ScreenEndToEnd {
  /// The dashboard in a real terminal of 80×24.
  @Suite struct DashboardScreenTests {
    private let place: Workplace
    /// Fast enough for a test, slow enough to be caught in the act.
    private var dashboard: [String] {
      ["dashboard", "--simulator-ledger", place.ledger, "--simulator-latency", "0.2", "--simulator-time-scale", "0"]
    }

    init() throws { place = try Workplace() }

    @Test func theFirstScreenShowsTheCampaignAndItsFigures() async throws {
      _ = try await place.json(place.sendArguments(koreanAudience(500), name: "계약서 서명"))
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(dashboard)
      try await terminal.wait(for: "sending")
      let screen = try await terminal.screen()
      for text in ["계약서 서명", "500", "msg/s", "bounce", "complaint", "in flight", "? all keys"] {
        #expect(screen.contains { $0.contains(text) }, "\(text) is missing:\n\(screen.joined(separator: "\n"))")
      }
      try await terminal.wait(for: "delivered")
      try await quit(terminal)
    }

    @Test func theOperatorReachesAMessagesTimelineAndComesBack() async throws {
      try await sendAll(120)
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(dashboard)
      try await terminal.wait(for: "finished")
      try await terminal.send("Enter")
      try await terminal.wait(for: "user1@example.com")
      try await terminal.send("/")
      try await terminal.type("user77@")
      try await terminal.send("Enter")
      try await terminal.wait(for: "user77@example.com")
      try await terminal.waitWithout("user1@example.com")
      try await terminal.send("Enter")
      try await terminal.wait(for: "Timeline of message 77")
      try await terminal.wait(for: "accepted")
      try await terminal.send("?")
      try await terminal.wait(for: "Everywhere")
      try await terminal.send("Escape")
      try await terminal.waitWithout("Everywhere")
      try await terminal.send("Escape")
      try await terminal.wait(for: "[2 Messages]")
      try await terminal.send("f")
      try await terminal.type("user5@")
      try await terminal.wait(for: "user5@example.com")
      try await terminal.send("Enter", "1")
      try await terminal.wait(for: "[1 Campaigns]")
      try await quit(terminal)
    }

    @Test func wrongKeysDoNoHarm() async throws {
      try await sendAll(60)
      let before = try await place.json(["history"]).count
      let terminal = try await TerminalSession(place)
      let process = try await terminal.launch(dashboard)
      try await terminal.wait(for: "finished")
      for key in [
        "z", "Z", "@", "F9", "C-a", "C-t", "M-x", "DC", "IC", "PPage", "End", "Home", "BSpace", "r", "p", "x",
      ] {
        try await terminal.send(key)
      }
      try await terminal.type("한글 ㅁㄴㅇ 😀 \u{301}")
      for key in ["Escape", "Escape", "Escape", "1"] { try await terminal.send(key) }
      try await terminal.wait(for: "[1 Campaigns]")
      #expect(kill(process, 0) == 0)
      #expect(try await place.json(["history"]).count == before)
      try await quit(terminal)
    }

    @Test func itFitsWhateverSizeTheWindowTakesWhileSending() async throws {
      _ = try await place.json(place.sendArguments(koreanAudience(3000), name: "계약서"))
      let terminal = try await TerminalSession(place)
      let process = try await terminal.launch(dashboard)
      try await terminal.wait(for: "? all keys")
      for (width, height) in [(40, 10), (120, 40), (20, 5), (200, 50), (80, 24)] {
        try await terminal.resize(width, height)
        try await eventually("a frame of \(width)×\(height)") {
          let screen = try await terminal.screen()
          // The bottom line is the dashboard's own on every size, and so it is gone until the frame has been drawn.
          return
            (screen.last { !$0.isEmpty } != nil && screen.prefix(height).contains { $0.contains("계약") || width < 40 })
        }
        #expect(kill(process, 0) == 0, "\(width)×\(height)")
      }
      try await terminal.wait(for: "? all keys")
      try await quit(terminal)
    }

    @Test func koreanNamesStayInTheirColumns() async throws {
      _ = try await place.json(place.sendArguments(koreanAudience(40), name: "가나다 라마바"))
      _ = try await place.json(place.sendArguments(place.writeAudience(40), name: "Plain name"))
      _ = try await place.json(["pause", "1"])
      _ = try await place.json(["pause", "2"])
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(dashboard)
      try await terminal.wait(for: "paused")
      try await terminal.wait(for: "가나다")
      let screen = try await terminal.screen()
      let rows = screen.filter { $0.contains("paused") && $0.contains("40") }.prefix(2)
      let columns = rows.map { row in row.range(of: "paused").map { Self.width(row[..<$0.lowerBound]) } }
      #expect(columns.count == 2)
      #expect(columns.first == columns.last, "\(rows)")
      try await quit(terminal)
    }

    @Test func theOperatorPausesResumesAndCancels() async throws {
      _ = try await place.json(place.sendArguments(koreanAudience(5000)))
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(dashboard)
      try await terminal.wait(for: "sending")
      try await terminal.send("p")
      try await terminal.wait(for: "= paused")
      try await terminal.send("r")
      try await terminal.wait(for: "Resume “May”")
      try await terminal.send("Enter")
      #expect(try await state() == "paused", "Enter alone resumed it")
      try await confirm(terminal)
      try await eventually("it goes on") { try await ["launching", "sending"].contains(state()) }
      try await terminal.send("x")
      try await terminal.wait(for: "Cancel “May”")
      try await terminal.send("Enter")
      #expect(try await state() != "cancelled", "Enter alone cancelled it")
      try await confirm(terminal)
      try await eventually("it is cancelled") { try await (state() == "cancelled") }
      try await quit(terminal)
      let actions = try await place.json(["history"]).compactMap { $0["action"] as? String }
      #expect(Set(actions) == ["send", "pause", "resume", "cancel"])
      let audit = try await Audit(place)
      try await audit.expectSound(recipients: 5000)
    }

    /// Answers a question about many messages: it wants their number typed.
    private func confirm(_ terminal: TerminalSession) async throws {
      let screen = try await terminal.wait(for: "Type ")
      let question = try #require(screen.first { $0.contains("Type ") })
      let asked = try #require(question.firstMatch(of: /Type ([0-9,]+):/)).output.1
      try await terminal.type(String(asked))
      try await terminal.send("Enter")
    }

    private func state() async throws -> String? { try await place.json(["campaigns"]).first?["state"] as? String }

    private func koreanAudience(_ count: Int) throws -> String { try place.writeAudience(count) }

    private func sendAll(_ count: Int) async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(count)))
      let drained = try await place.run(["run", "--drain", "--simulator-time-scale", "0", "--simulator-latency", "0"])
      #expect(drained.status == 0, "\(drained.errors)")
    }

    private func quit(_ terminal: TerminalSession) async throws { try await terminal.quit() }

    /// Columns on the screen: Hangul syllables take two.
    private static func width(_ text: Substring) -> Int {
      text.unicodeScalars.reduce(0) { $0 + ((0xAC00...0xD7A3).contains($1.value) ? 2 : 1) }
    }
  }
}

extension TerminalSession {
  /// Quits the dashboard, whatever it asks, and expects it to end well.
  func quit() async throws {
    try await send("q")
    try await eventually("the dashboard ends or asks") {
      if try await isRestored() { return () }
      guard try await screen().contains(where: { $0.contains("Quit while") }) else { return nil }
      try await send("y")
      return ()
    }
    let end = try await ending()
    guard end.status == 0, end.isSane else { throw Obstacle("the dashboard ended with \(end)") }
  }
}
