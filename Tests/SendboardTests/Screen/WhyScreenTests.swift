import Foundation
import TestSupport
import Testing

extension ScreenEndToEnd {
  /// "Why did the email not arrive?", asked of a real store in a real terminal: from `f` to the clipboard.
  @Suite struct WhyScreenTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// A campaign of six with text and HTML, of whom one bounces for good.
    private func fill() async throws {
      let rows =
        (1...5).map { "success+\($0)@simulator.amazonses.com,이름\($0),C-\($0)" }
        + ["bounce+kim@simulator.amazonses.com,김민지,C-77"]
      let audience = try place.write("email,name,contract\n" + rows.joined(separator: "\n") + "\n", to: "may.csv")
      try place.write("{{name}}님, 계약 {{contract}}\n받는 곳: {{email}}\n", to: "text.txt")
      try place.write(
        "<p>{{name}}님</p><script>x()</script><p><a href=\"https://sign.example/{{contract}}\">서명하기</a></p>",
        to: "mail.html")
      _ = try await place.json([
        "send", "--name", "May", "--recipients", audience, "--from", "소식 <news@example.com>", "--subject",
        "{{name}}님께 드립니다", "--text", place.file("text.txt"), "--html", place.file("mail.html"),
      ])
      let drained = try await place.run(place.drain)
      #expect(drained.status == 0, "\(drained.errors)")
    }

    /// Waits until tmux's buffer is a text.
    private func expectCopied(_ text: String, _ terminal: TerminalSession) async throws {
      try await eventually("'\(text)' is copied") {
        // There is none before the first.
        let buffer = try? await terminal.command(["show-buffer"])
        return buffer?.trimmingCharacters(in: .newlines) == text ? () : nil
      }
    }

    @Test func whyDidTheEmailNotArrive() async throws {
      try await fill()
      let config = try place.write(
        "links: [{name: Ticket, url: \"https://tickets.example/?q={address}&m={id}\"}]\n", to: "config.yaml")
      let terminal = try await TerminalSession(place)
      try await terminal.command(["set-option", "-s", "set-clipboard", "on"])
      _ = try await terminal.launch(["dashboard", "--config", config, "--simulator-ledger", place.ledger])
      try await terminal.wait(for: "finished")
      try await terminal.send("f")
      try await terminal.type("kim@sim")
      try await terminal.wait(for: "bounce+kim@")
      try await terminal.send("Enter", "Enter")
      try await terminal.wait(for: "Timeline of message 6")
      try await terminal.wait(for: "hardBounced")
      // The server's words, what they mean, and what is to be done.
      let timeline = try await terminal.wait(for: "← decides").joined(separator: "\n")
      for text in ["Why     hard", "5.1.1", "To do   "] { #expect(timeline.contains(text), "\(timeline)") }
      try await terminal.send("m")
      try await terminal.wait(for: "Mail of message 6")
      // What is under the title comes a moment after it.
      let mail = try await terminal.wait(for: "서명하기").joined(separator: "\n")
      for text in [
        "소식 <news@example.com>", "김민지님께 드립니다", "김민지님, 계약 C-77", "받는 곳: bounce+kim@simulator.amazonses.com",
        "서명하기 <https://sign.example/C-77>",
      ] { #expect(mail.contains(text), "\(text):\n\(mail)") }
      #expect(!mail.contains("x()"))
      try await terminal.send("v")
      try await terminal.wait(for: "<script>x()</script>")
      try await terminal.send("y", "s")
      try await terminal.wait(for: "copied the subject")
      try await expectCopied("김민지님께 드립니다", terminal)
      try await terminal.send("Escape")
      try await terminal.wait(for: "Timeline of message 6")
      try await terminal.send("y", "a")
      try await terminal.wait(for: "tmux needs set-clipboard")
      try await expectCopied("bounce+kim@simulator.amazonses.com", terminal)
      try await terminal.send("o")
      try await terminal.wait(for: "Link: Ticket")
      try await expectCopied("https://tickets.example/?q=bounce%2Bkim%40simulator.amazonses.com&m=6", terminal)
      // Apart: together they would be Alt-A.
      try await terminal.send("Escape")
      try await terminal.waitWithout("Link: Ticket")
      try await terminal.send("A")
      try await terminal.wait(for: "Everything sent to bounce+kim@")
      try await terminal.wait(for: "Bounced for good on")
      // The mail as a small terminal shows it.
      try await terminal.send("m")
      try await terminal.resize(40, 10)
      try await terminal.wait(for: "more ↓")
      try await terminal.send("G")
      try await terminal.wait(for: "contract  C-77")
      try await terminal.resize(80, 24)
      try await terminal.send("1")
      try await terminal.wait(for: "[1 Campaigns]")
      try await terminal.quit()
    }

    @Test func theCommandLineShowsTheMailToo() async throws {
      try await fill()
      let mail = try #require(try await place.json(["mail", "6"]).first)
      #expect(mail["subject"] as? String == "김민지님께 드립니다" && mail["from"] as? String == "소식 <news@example.com>")
      #expect(mail["text"] as? String == "김민지님, 계약 C-77\n받는 곳: bounce+kim@simulator.amazonses.com\n")
      #expect((mail["html"] as? String)?.contains("<script>x()</script>") == true)
      #expect(mail["htmlText"] as? String == "김민지님\n\n서명하기 <https://sign.example/C-77>")
      #expect(mail["data"] as? [String: String] == ["name": "김민지", "contract": "C-77"])
      #expect(mail["status"] as? String == "hardBounced" && mail["storedTemplate"] is NSNull)
      let plain = try await place.run(["mail", "6"])
      #expect(plain.output.contains("subject  김민지님께 드립니다") && !plain.output.contains("x()"), "\(plain.output)")
      #expect(try await place.run(["mail", "6", "--source"]).output.contains("<script>x()</script>"))
      let missing = try await place.run(["mail", "77"])
      #expect(missing.status == 1 && missing.errors.contains("message 77 is not in the store"), "\(missing.errors)")
    }

    /// A policy of the receiving server: left alone, and resent by the explicit word only.
    @Test func whatWasRefusedForAPolicyIsResentByAnExplicitWord() async throws {
      try await fill()
      var lines: [String] = []
      for message in try await place.json(["messages"]).prefix(2) {
        let (id, address) = (message["providerID"] as? String ?? "", message["address"] as? String ?? "")
        lines.append(
          """
          {"eventType":"Bounce","mail":{"timestamp":"2026-11-20T10:00:00.000Z","messageId":"\(id)",\
          "destination":["\(address)"]},"bounce":{"bounceType":"Transient","bounceSubType":"General",\
          "timestamp":"2026-11-20T10:00:05.000Z","bouncedRecipients":[{"emailAddress":"\(address)","action":"failed",\
          "status":"5.7.26","diagnosticCode":"smtp; 550-5.7.26 unauthenticated"}]}}
          """)
      }
      let file = try place.write(lines.joined(separator: "\n"), to: "bounces.ndjson")
      #expect(try await place.json(["ingest", file]).first?["stored"] as? Int == 2)
      let without = try #require(try await place.json(["resend", "May", "--dry-run"]).first)
      #expect(without["resent"] as? Int == 0)
      #expect(
        (without["skipped"] as? [String: Int])?.contains { $0.key.hasPrefix("5.7.26, a policy") && $0.value == 2 }
          == true)
      let with = try #require(try await place.json(["resend", "May", "--policy", "--dry-run"]).first)
      #expect(with["resent"] as? Int == 2)
      try await place.expectRefused(["resend", "May", "--policy"], count: 2)
      #expect(try await place.json(["resend", "May", "--policy", "--yes", "2"]).first?["resent"] as? Int == 2)
      let entry = try #require(try await place.json(["history"]).first { $0["action"] as? String == "resend" })
      #expect(entry["condition"] as? String == "refusals for a receiving server's policy too: all that may be resent")
      // Who bounced for good is still what they were.
      #expect(try await place.json(["messages", "--status", "hardBounced"]).count == 1)
    }
  }
}
