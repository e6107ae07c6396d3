import EventStore
import Foundation
import Model
import TestSupport
import Testing

extension ScreenEndToEnd {
  /// Issue 10, points 3 and 5: an operator has campaigns begin at a time, and gives recipients a way off the list, by keys
  /// alone.
  @Suite struct ScheduleScreenTests {
    private let place: Workplace
    private var dashboard: [String] {
      ["dashboard", "--simulator-ledger", place.ledger, "--simulator-time-scale", "0", "--simulator-failures", "0"]
    }

    init() throws { place = try Workplace() }

    private var now: Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    /// A time as the form takes it, in UTC, which is the terminal's.
    private func time(in seconds: Int) -> String {
      String(Timestamp(milliseconds: now.milliseconds + Int64(seconds) * 1000).description.prefix(16))
        .replacing("T", with: " ")
    }

    /// Fills the form in and counts; the sender is there from the second time on.
    private func compose(_ name: String, _ more: [(tabs: Int, text: String)], in terminal: TerminalSession) async throws
    {
      try await terminal.send("n")
      try await terminal.wait(for: "New campaign")
      let entries = [name, nil, try place.writeAudience(3), "news@example.com", "Hi {{name}}", place.file("text.txt")]
      for entry in entries {
        if let entry {
          try await terminal.send("C-u")
          try await terminal.type(entry)
        }
        try await terminal.send("Tab")
      }
      for (tabs, text) in more {
        for _ in 0..<tabs { try await terminal.send("Tab") }
        try await terminal.type(text)
      }
      try await terminal.send("F3")
      try await terminal.wait(for: "To launch to 3 recipients type 3:")
    }

    @Test func point3LaunchedAtATimeListedChangedMissedBegunAndCancelled() async throws {
      try place.write("Hello {{name}}\n", to: "text.txt")
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(dashboard)
      try await terminal.wait(for: "? all keys")
      let due = time(in: 7200)
      // Behind the text: HTML, template, opt-out, marketing, batch size, rate.
      try await compose("May", [(tabs: 7, text: due)], in: terminal)
      try await terminal.wait(for: "Begins   \(due) UTC")
      try await terminal.send("3", "Enter")
      try await terminal.wait(for: "begins it now")
      #expect(try await place.json(["schedule"]).first?["recipients"] as? Int == 3)
      // A time that is over is refused, and stays to be mended; no key meant for it does anything else.
      try await terminal.send("t", "C-u")
      try await terminal.type("2020-01-01 00:00")
      try await terminal.send("Enter")
      try await terminal.wait(for: "that is over")
      try await terminal.type("5")
      try await terminal.wait(for: "begin at (2026-12-01 09:30, or 09:30): 2020-01-01 00:005")
      let later = time(in: 10_800)
      try await terminal.send("C-u")
      try await terminal.type(later)
      try await terminal.send("Enter")
      // The day is not told where it is today.
      try await terminal.wait(for: "\(later.suffix(5)), in ")
      try await terminal.quit()

      // Off for an hour when it was due: it asks, and sends nothing by itself.
      let store = try await place.openStore()
      _ = try await store.reschedule(
        CampaignID(rawValue: 1), at: Timestamp(milliseconds: now.milliseconds - 3_600_000), operator: "t", now: now)
      try store.close()
      _ = try await terminal.launch(dashboard)
      try await terminal.wait(for: "due while nothing ran, and not begun: May")
      try await terminal.wait(for: "! missed")
      try await Task.sleep(for: .seconds(3))
      #expect(Ledger.isEmpty(place.ledger))
      try await terminal.send("Escape")
      try await terminal.send("r")
      try await terminal.wait(for: "Begin “May” now")
      try await terminal.send("Enter", "y", "Enter", "C-u", "3", "Enter")
      try await terminal.wait(for: "finished")
      #expect(try Ledger(path: place.ledger).addresses.count == 3)

      // What is cancelled goes to nobody.
      try await compose("June", [(tabs: 7, text: time(in: 3600))], in: terminal)
      try await terminal.send("3", "Enter")
      try await terminal.wait(for: "begins it now")
      try await terminal.send("x")
      try await terminal.wait(for: "Cancel “June”")
      try await terminal.send("3", "Enter")
      try await terminal.wait(for: "cancelled")
      try await terminal.quit()
      #expect(try await place.json(["schedule"]).isEmpty)
      #expect(try Ledger(path: place.ledger).addresses.count == 3)
    }

    /// The headers are shown before the launch with each recipient's own values, and stand in the mail afterwards.
    @Test func point5AWayOffTheList() async throws {
      try place.write("Hello {{name}}\n", to: "text.txt")
      let terminal = try await TerminalSession(place, width: 120, height: 40)
      _ = try await terminal.launch(dashboard)
      try await terminal.wait(for: "? help")
      try await compose(
        "May", [(tabs: 2, text: "https://example.com/u?{{email}}, off@example.com")], in: terminal)
      try await terminal.wait(
        for: "List-Unsubscribe: <https://example.com/u?user1%40example.com>, <mailto:off@example.com>")
      try await terminal.wait(for: "List-Unsubscribe-Post: List-Unsubscribe=One-Click")
      try await terminal.send("Right")
      try await terminal.wait(for: "<https://example.com/u?user2%40example.com>")
      try await terminal.send("3", "Enter")
      try await terminal.wait(for: "finished")
      let mail = try await place.run(["mail", "3"])
      #expect(mail.output.contains("List-Unsubscribe: <https://example.com/u?user3%40example.com>"), "\(mail.output)")
      try await terminal.quit()
    }
  }
}
