import Foundation
import TestSupport
import Testing

extension ScreenEndToEnd {
  /// An operator's day on the real program: points 3, 4 and 5 of issue 9.
  @Suite struct PutRightScreenTests {
    private let place: Workplace
    private var dashboard: [String] {
      ["dashboard", "--simulator-ledger", place.ledger, "--simulator-latency", "0", "--simulator-time-scale", "0"]
    }

    init() throws { place = try Workplace() }

    /// Kills a worker while its calls are under way; nobody else takes them up.
    ///
    /// - Returns: how many messages are uncertain then.
    private func makeDoubts() async throws -> Int {
      _ = try await place.json(place.sendArguments(place.writeAudience(100)))
      let worker = try place.start(
        ["run", "--only", "worker", "--simulator-latency", "30"], environment: ["SENDBOARD_VISIBILITY_TIMEOUT": "1"])
      try await eventually("messages are claimed") {
        try await place.json(["messages", "--status", "sending"]).isEmpty ? nil : ()
      }
      worker.signal(SIGKILL)
      _ = try await worker.wait()
      let left = try await place.run(
        place.drain,
        environment: ["SENDBOARD_VISIBILITY_TIMEOUT": "1"])
      #expect(left.status == 2)
      return try await place.json(["messages", "--status", "uncertain"]).count
    }

    private func quit(_ terminal: TerminalSession) async throws {
      try await terminal.send("q")
      let end = try await terminal.ending()
      #expect(end.status == 0 && end.isSane)
      #expect(try await terminal.isRestored())
    }

    /// Point 3: what failed is drilled to by its domain, written to a file with the audience's own columns, and sent again from it.
    @Test func point3FailuresAreExportedCorrectedAndSentAgain() async throws {
      let rows = (1...8).map { "\($0 <= 3 ? "bounce" : "success")+\($0)@simulator.amazonses.com,이름\($0),C-\($0)" }
      let audience = try place.write("email,name,계약\n" + rows.joined(separator: "\n") + "\n", to: "may.csv")
      _ = try await place.json(place.sendArguments(audience))
      #expect(try await place.drainSoon().status == 0)
      let parts = try await place.json(["failures", "--by", "domain"])
      #expect(
        parts.count == 1 && parts[0]["domain"] as? String == "simulator.amazonses.com" && parts[0]["count"] as? Int == 3
      )
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(dashboard)
      try await terminal.wait(for: "finished")
      try await terminal.type("3b")
      try await terminal.wait(for: "@simulator.amazonses.com")
      try await terminal.send("Enter")
      try await terminal.wait(for: "bounce+2@")
      try await terminal.type("*e")
      try await terminal.wait(for: "export ")
      try await terminal.send("C-u")
      try await terminal.type("gone.csv")
      try await terminal.send("Enter")
      try await terminal.wait(for: "wrote 3 to gone.csv")
      // A second time it is not replaced without a word.
      try await terminal.type("e")
      try await terminal.send("C-u")
      try await terminal.type("gone.csv")
      try await terminal.send("Enter")
      try await terminal.wait(for: "Replace gone.csv")
      try await terminal.send("Escape")
      try await terminal.waitWithout("Replace gone.csv")
      try await quit(terminal)
      let text = try place.read("gone.csv")
      #expect(text.hasPrefix("email,name,계약,status,kind,reason\nbounce+1@simulator.amazonses.com,이름1,C-1,hardBounced"))
      #expect(text.split(separator: "\n").count == 4)
      let corrected = try place.write(text.replacing("bounce+", with: "success+new"), to: "corrected.csv")
      let sent = try await place.json(place.sendArguments(corrected, name: "Again"))
      #expect(sent.first?["recipients"] as? Int == 3 && sent.first?["invalid"] as? Int == 0)
    }

    /// Point 3: uncertain messages are found by one key, settled by their number, and the word is taken back.
    @Test func point3UncertainOnesAreSettledAndTheWordIsTakenBack() async throws {
      let doubtful = try await makeDoubts()
      try #require(doubtful > 1)
      let dry = try await place.json(["settle", "--all", "--campaign", "May", "--assume-sent", "--dry-run"]).first
      #expect(dry?["settled"] as? Int == doubtful && dry?["dryRun"] as? Bool == true)
      #expect(try await place.json(["messages", "--status", "uncertain"]).count == doubtful)
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(dashboard)
      try await terminal.wait(for: "uncertain")
      try await terminal.type("U")
      try await terminal.wait(for: "status uncertain")
      try await terminal.type("*u")
      try await terminal.wait(for: "Settle \(doubtful) uncertain messages")
      try await terminal.type("t\(doubtful)")
      try await terminal.send("Enter")
      try await terminal.wait(for: "took \(doubtful) uncertain messages for sent")
      #expect(try await place.json(["messages", "--assumed"]).count == doubtful)
      try await terminal.type("1")
      try await terminal.send("Enter")
      try await terminal.wait(for: "Messages of “May”")
      try await terminal.type("*u")
      try await terminal.wait(for: "Take the word back on \(doubtful) messages")
      try await terminal.type("\(doubtful)")
      try await terminal.send("Enter")
      try await terminal.wait(for: "took the word back on \(doubtful) messages")
      #expect(try await place.json(["messages", "--assumed"]).isEmpty)
      #expect(try await place.json(["messages", "--status", "uncertain"]).count == doubtful)
      try await quit(terminal)
    }

    /// Point 4: a dead letter is looked into, and all go back little by little, paused and stopped in between.
    @Test func point4DeadLettersAreSeenAndRedrivenAtARate() async throws {
      let arguments = try place.sendArguments(place.writeAudience(12)) + ["--batch-size", "1"]
      _ = try await place.json(arguments)
      #expect(try await place.drainSoon(["--simulator-failures", "1"]).status == 2)
      #expect(try await place.json(["deadletters"], environment: Workplace.buriesSoon).count == 12)
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(dashboard, environment: Workplace.buriesSoon)
      try await terminal.type("4")
      try await terminal.wait(for: "12: 12 recipients")
      try await terminal.send("Enter")
      try await terminal.wait(for: "sendboard/1 store=")
      let letter = try await terminal.screen().joined(separator: "\n")
      for text in [
        "Dead letter ", "received 2 times", "1 recipient not yet accepted", "Its recipients: 1", "@example.com",
      ] {
        #expect(letter.contains(text), "\(text) is missing:\n\(letter)")
      }
      try await terminal.send("Escape")
      // Together the two would be one key, with Alt.
      try await terminal.waitWithout("Its recipients")
      try await terminal.type("*s")
      try await terminal.wait(for: "letters a second")
      try await terminal.send("C-u")
      try await terminal.type("2")
      try await terminal.send("Enter")
      try await terminal.wait(for: "At most 2 a second")
      try await terminal.type("12")
      try await terminal.send("Enter")
      try await terminal.wait(for: "Under way")
      try await terminal.type("p")
      try await terminal.wait(for: "Under way · paused")
      let held = try await place.json(["deadletters"], environment: Workplace.buriesSoon).count
      #expect(held > 0)
      try await terminal.type("p")
      try await terminal.wait(for: "redrove 12 dead letters")
      try await terminal.type("1")
      try await terminal.wait(for: "finished")
      try await eventually("all are sent") {
        try await place.json(["campaigns"]).first?["state"] as? String == "finished" ? true : nil
      }
      try await quit(terminal)
      try await Audit(place).expectSound(recipients: 12)
      let results = try await place.json(["history"]).compactMap { $0["result"] as? String }
      #expect(results.contains("begun, at most 2.0 a second") && results.last == "12 dead letters", "\(results)")
    }

    /// Point 5: a quarantined document is edited in the operator's own editor, the change is shown, and it is stored.
    /// Opens the dashboard, and the first document of the quarantine in an editor.
    private func editFirstDocument(with editor: String) async throws -> (terminal: TerminalSession, process: pid_t) {
      #expect(chmod(editor, 0o755) == 0)
      let terminal = try await TerminalSession(place)
      let process = try await terminal.launch(dashboard, environment: ["EDITOR": editor])
      try await terminal.type("7")
      try await terminal.wait(for: "broken JSON")
      try await terminal.send("Enter")
      try await terminal.wait(for: "Document 1")
      try await terminal.type("E")
      return (terminal, process)
    }

    /// What ends the process ends the editor first, whether that listens or not: two programs at one terminal are none.
    @Test(arguments: ["exit 1", ":"]) func aSignalToEndReachesTheEditor(answer: String) async throws {
      _ = try await place.json(["ingest", place.write("{broken", to: "broken.json")])
      let told = place.file("told")
      let editor = try place.write(
        """
        #!/bin/sh
        if [ ! -e \(told)-once ]; then
          touch \(told)-once
          exit 0
        fi
        printf 'typed' >>"$1"
        trap 'echo "$1" >\(told); \(answer)' TERM
        echo editing
        while :; do sleep 0.1; done
        """, to: "editor.sh")
      let (terminal, process) = try await editFirstDocument(with: editor)
      try await terminal.wait(for: "nothing was changed")
      // The second time in one process, too.
      try await terminal.type("E")
      try await terminal.wait(for: "editing")
      kill(process, SIGTERM)
      let end = try await terminal.ending()
      #expect(end.status == 0 && end.isSane)
      let file = try place.read("told").trimmingCharacters(in: .whitespacesAndNewlines)
      defer { unlink(file) }
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "{broken\ntyped")
      let screen = try await terminal.wait(for: "what was being edited is kept in")
      #expect(screen.joined().contains(file))
      #expect(try await place.json(["quarantine"]).count == 1)
    }

    /// An editor that is killed takes nothing with it, and the dashboard goes on.
    @Test func anEditorThatIsKilledLeavesTheText() async throws {
      _ = try await place.json(["ingest", place.write("{broken", to: "broken.json")])
      let editor = try place.write(
        "#!/bin/sh\nprintf 'typed' >>\"$1\"\necho \"$1\" >\(place.file("at"))\nkill -KILL $$\n", to: "e.sh")
      let (terminal, _) = try await editFirstDocument(with: editor)
      try await terminal.wait(for: "the editor failed")
      try await quit(terminal)
      let file = try place.read("at").trimmingCharacters(in: .whitespacesAndNewlines)
      defer { unlink(file) }
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "{broken\ntyped")
      try await terminal.wait(for: "what was being edited is kept in")
    }

    @Test func point5ADocumentIsEditedAndStored() async throws {
      let document = """
        {"eventType":"Delivery","mail":{"timestamp":"2026-11-20T10:00:00.000Z","messageId":"m-1","destination":\
        ["kim@example.com"]},"delivery":{"timestamp":"2026-11-20T10:00:05.000Z","recipients":["kim@example.com"]}
        """
      _ = try await place.json(["ingest", place.write(document, to: "broken.json")])
      #expect(try await place.json(["quarantine"]).count == 1)
      // Mends what is there, as a person would, and notes that it had the terminal.
      let editor = try place.write(
        "#!/bin/sh\ntty > \(place.file("tty"))\nprintf '}' >> \"$1\"\n", to: "editor.sh")
      let (terminal, _) = try await editFirstDocument(with: editor)
      try await terminal.wait(for: "Store the edited document 1")
      #expect(try place.read("tty").hasPrefix("/dev/"))
      #expect(try await place.json(["quarantine"]).count == 1, "nothing is stored before the word")
      try await terminal.type("1")
      try await terminal.send("Enter")
      try await terminal.wait(for: "document 1 is stored as 1 event")
      #expect(try await place.json(["quarantine"]).isEmpty)
      #expect(try await place.json(["messages"]).first?["status"] as? String == "delivered")
      let entry = try await place.json(["history"]).last
      #expect(entry?["action"] as? String == "edit" && (entry?["result"] as? String)?.hasPrefix("edited: ") == true)
      // The window is followed afterwards, too.
      for (width, height) in [(100, 30), (80, 24)] {
        try await terminal.resize(width, height)
        try await eventually("a frame of \(width)×\(height)") {
          let screen = try await terminal.screen()
          return screen.count >= height && screen[height - 1].hasPrefix("? help") ? () : nil
        }
      }
      try await quit(terminal)
    }

    /// Point 5: what happened is on disk, and read after a restart in another language, also from the command line.
    @Test func point5TheLogOutlivesTheProcess() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(40)))
      #expect(try await place.drainSoon(["--simulator-failures", "1"]).status == 2)
      let kept = try await place.json(["log"])
      #expect(kept.contains { $0["code"] as? String == "deadLetters" }, "\(kept)")
      #expect(try await place.json(["log", "--since", "0s"]).isEmpty)
      #expect(try await place.json(["log", "--level", "error", "--since", "1h"]).count <= kept.count)
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(
        ["dashboard", "--read-only", "--language", "ko"], environment: ["SENDBOARD_VISIBILITY_TIMEOUT": "1"])
      try await terminal.type("6")
      try await terminal.wait(for: "새로")
      #expect(try await terminal.screen().contains { $0.hasPrefix("20") }, "under the day")
      try await quit(terminal)
    }

    /// A history is written from its pane.
    @Test func point5TheHistoryIsExported() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(3)))
      _ = try await place.run(["pause", "May"])
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["dashboard", "--read-only"])
      try await terminal.type("8")
      try await terminal.wait(for: "pause")
      try await terminal.type("e")
      try await terminal.wait(for: "export 2 entries to: ")
      try await terminal.send("C-u")
      try await terminal.type("deeds.csv")
      try await terminal.send("Enter")
      try await terminal.wait(for: "wrote 2 to deeds.csv")
      try await quit(terminal)
      let csv = try await place.run(["history", "--csv"])
      #expect(try place.read("deeds.csv") == csv.output, "the command writes the same")
      #expect(csv.output.hasPrefix("at,operator,action,campaign,condition,count,result\n"))
    }
  }
}
