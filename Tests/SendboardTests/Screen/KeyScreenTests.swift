import Canvas
import Foundation
import TestSupport
import Testing

extension ScreenEndToEnd {
  /// Keys of one's own, the palette and the mouse, in a real terminal.
  @Suite struct KeyScreenTests {
    private let place: Workplace
    /// One whose description of the mouse tmux' own bytes fit.
    private let terminalType = ["TERM": "xterm-256color"]

    init() throws { place = try Workplace() }

    private func sendAll(_ count: Int) async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(count), name: "May"))
      let drained = try await place.run(["run", "--drain", "--simulator-time-scale", "0", "--simulator-latency", "0"])
      #expect(drained.status == 0, "\(drained.errors)")
    }

    /// Presses the left button on a text where it first stands.
    private func click(_ text: String, _ terminal: TerminalSession) async throws {
      let screen = try await terminal.wait(for: text)
      for (row, line) in screen.enumerated() {
        guard let range = line.firstRange(of: text) else { continue }
        let (x, y) = (TextWidth.of(line[..<range.lowerBound]) + 1, row + 1)
        // xterm, "Control Sequences": SGR mouse reports, counted from 1.
        try await terminal.type("\u{1B}[<0;\(x);\(y)M\u{1B}[<0;\(x);\(y)m")
        return
      }
    }

    @Test func thePaletteDoesWhatTheKeyDoes() async throws {
      try await sendAll(60)
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["dashboard"])
      try await terminal.wait(for: "finished")
      try await terminal.type(":")
      try await terminal.wait(for: "look for an action, a pane or a campaign")
      try await terminal.type("quaran")
      try await terminal.send("Enter")
      try await terminal.wait(for: "[7 Quarantine]")
      try await terminal.type(":may")
      try await terminal.wait(for: "campaign 1")
      try await terminal.send("Enter")
      try await terminal.wait(for: "Messages of “May”")
      // Its rows come a moment after its title, and without them there is nothing to move in.
      try await terminal.wait(for: "1/60")
      try await terminal.type(":")
      try await terminal.send("Escape")
      try await terminal.waitWithout("look for an action")
      // Keys that arrive in one piece are obeyed one by one.
      try await terminal.type(String(repeating: "j", count: 50))
      try await terminal.send("Enter")
      try await terminal.wait(for: "Timeline of message 51")
      try await terminal.quit()
    }

    @Test func aChosenKeyIsShownAndObeyed() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(3000), name: "May"))
      let file = try place.write("keys:\n  pause: P\n  help: F6\n", to: "keys.yaml")
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["dashboard", "--config", file, "--simulator-latency", "0.2"])
      try await terminal.wait(for: "sending")
      try await terminal.wait(for: "P pause")
      try await terminal.wait(for: "F6 all keys")
      try await terminal.type("p")
      try await terminal.wait(for: "p does nothing here")
      try await terminal.type("P")
      try await terminal.wait(for: "= paused")
      try await terminal.send("F6")
      try await terminal.wait(for: "Everywhere")
      try await terminal.send("Escape")
      try await terminal.waitWithout("Everywhere")
      try await terminal.quit()
      let listed = try await place.json(["keys", "--config", file])
      #expect(listed.first { $0["action"] as? String == "pause" }?["key"] as? String == "P")
      #expect(listed.count > 30)
    }

    @Test(arguments: [
      ("keys:\n  paus: P\n", ":2: keys.paus: there is no action of that name; did you mean 'pause'?"),
      ("operator: kim\nkeys:\n  zoom: Z\n  pause: x\n", ":4: keys.pause: 'x' is 'cancel' in Campaigns already"),
      (
        "keys:\n  pause: P\n  zoom: Z\n  resume: P\n",
        ":4: keys.resume: 'P' is 'pause' (line 2) in Campaigns already"
      ),
      ("keys:\n  pause: j\n", ":2: keys.pause: 'j' moves, opens, leads back, helps or ends, and stays what it is"),
      ("keys:\n  pause: Ctrl-I\n", ":2: keys.pause: 'Ctrl-I' is no key of its own"),
      ("keys:\n  pause: #\n", ":2: 'keys.pause' names no key"), ("keys: [P]\n", ":1: 'keys' takes names of actions"),
    ])
    func keysThatCannotBeAreNamedWithTheirLine(text: String, words: String) async throws {
      let file = try place.write(text, to: "keys.yaml")
      let terminal = try await TerminalSession(place, width: 160)
      _ = try await terminal.launch(["demo", "--config", file])
      #expect(try await terminal.ending().status == 1)
      let screen = try await terminal.screen().joined()
      #expect(screen.contains("Error: ") && screen.contains(file + words), "\(screen)")
      // Nobody's mail waits for a key: what has no screen does not ask for them, if they can be read at all.
      if words.contains("keys.") && !words.contains("names no") {
        _ = try await place.openStore()
        #expect(try await place.run(["campaigns", "--config", file]).status == 0)
      }
    }

    @Test func theMouseChoosesOpensAndAnswers() async throws {
      try await sendAll(60)
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["dashboard"], environment: terminalType)
      try await terminal.wait(for: "finished")
      #expect(try await terminal.command(["display-message", "-p", "#{mouse_any_flag}"]).hasPrefix("1"))
      try await click("May ", terminal)
      try await terminal.wait(for: "Messages of “May”")
      try await click("user9@", terminal)
      try await click("user9@", terminal)
      try await terminal.wait(for: "Timeline of message 9 ")
      try await click("3 Failures", terminal)
      try await terminal.wait(for: "[3 Failures]")
      try await click("? all keys", terminal)
      try await terminal.wait(for: "Everywhere")
      try await click("Esc close", terminal)
      try await terminal.waitWithout("Everywhere")
      try await click("q quit", terminal)
      #expect(try await terminal.ending().status == 0)
      #expect(try await terminal.isRestored())
      #expect(try await terminal.command(["display-message", "-p", "#{mouse_any_flag}"]).hasPrefix("0"))
    }

    /// Off means off: the terminal is not asked for anything, and what it sends all the same is nothing.
    @Test(arguments: [["--no-mouse"], ["--config"]]) func offMeansOff(flags: [String]) async throws {
      try await sendAll(30)
      let file = try place.write("mouse: false\n", to: "quiet.yaml")
      let terminal = try await TerminalSession(place)
      let watched = place.file("bytes")
      try await terminal.command(["pipe-pane", "-O", "exec cat >> '\(watched)'"])
      _ = try await terminal.launch(
        ["dashboard"] + flags + (flags == ["--config"] ? [file] : []), environment: terminalType)
      try await terminal.wait(for: "finished")
      #expect(try await terminal.command(["display-message", "-p", "#{mouse_any_flag}"]).hasPrefix("0"))
      try await click("3 Failures", terminal)
      try await terminal.send("?")
      try await terminal.wait(for: "In Campaigns")
      try await terminal.send("Escape")
      try await terminal.waitWithout("In Campaigns")
      try await terminal.send("q")
      #expect(try await terminal.ending().status == 0)
      let bytes = try place.read("bytes")
      #expect(bytes.contains("\u{1B}[?1004h"), "the terminal's modes are watched")
      for mode in ["1000", "1002", "1003", "1006"] { #expect(!bytes.contains("[?\(mode)h"), "\(mode)") }
    }
  }
}
