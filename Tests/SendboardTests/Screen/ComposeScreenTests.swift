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
      for _ in 0..<8 { try await terminal.send("Tab") }
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
      try await terminal.until("it is launched") {
        try await (place.json(["campaigns"]).first?["recipients"] as? Int == 123)
      }
      try await terminal.wait(for: "finished")
      try await terminal.quit()
      let history = try await place.json(["history"])
      #expect(history.count == 1)
      #expect(history.first?["count"] as? Int == 123)
      try await Audit(place).expectSound(recipients: 123)
    }

    /// What was read is what goes out: a body that was changed since is not sent.
    @Test func aBodyChangedAfterItWasShownIsNotSent() async throws {
      let place = try Workplace()
      let audience = try place.writeAudience(3)
      try place.write("{{name}}, as it was shown\n", to: "text.txt")
      try place.write("<p>{{name}}, as it was shown</p>\n", to: "body.html")
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["dashboard", "--simulator-ledger", place.ledger])
      try await terminal.wait(for: "? all keys")
      for (file, changed) in [("text.txt", "TEXT CHANGED"), ("body.html", "<p>HTML CHANGED</p>")] {
        try await terminal.send("n")
        try await terminal.wait(for: "New campaign")
        for entry in ["June", nil, audience, "news@example.com", "Hi", place.file("text.txt"), place.file("body.html")]
        {
          // The sender is there from the last time.
          if entry != nil { try await terminal.send("C-u") }
          if let entry { try await terminal.type(entry) }
          try await terminal.send("Tab")
        }
        try await terminal.send("F3")
        try await terminal.wait(for: "To launch to 3 recipients")
        let before = try place.read(file)
        try place.write(changed, to: file)
        try await terminal.send("3", "Enter")
        try await terminal.wait(for: "nothing was sent: what it says")
        #expect(try await place.json(["campaigns"]).isEmpty)
        #expect(Ledger.isEmpty(place.ledger))
        try place.write(before, to: file)
        try await terminal.send("Escape")
        try await terminal.wait(for: "? all keys")
      }
      try await terminal.quit()
    }

    /// Who is left out is written with the reasons, and nothing of the review is lost by it; a test to somebody whom nothing
    /// is sent to is refused.
    @Test func whoIsLeftOutIsWrittenWithTheReasons() async throws {
      let place = try Workplace()
      try place.write(
        "email,name\nkim@example.com,Kim\nnobody,Lee\nKIM@example.com,Kim\npark@example.com,\nchoi@example.com,Choi\n",
        to: "people.csv")
      try place.write("{{name}}님\n", to: "text.txt")
      #expect(try await place.run(["run", "--create", "--drain"]).status == 0)
      #expect(try await place.run(["suppress", "add", "choi@example.com"]).status == 0)
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["dashboard", "--simulator-ledger", place.ledger])
      try await terminal.wait(for: "? all keys")
      try await terminal.send("n")
      try await terminal.wait(for: "New campaign")
      for entry in ["June", nil, place.file("people.csv"), "news@example.com", "Hi", place.file("text.txt")] {
        if let entry { try await terminal.type(entry) }
        try await terminal.send("Tab")
      }
      try await terminal.send("F3")
      try await terminal.wait(for: "To launch to 3 recipients")
      try await terminal.send("e", "C-u")
      try await terminal.type(place.file("left.csv"))
      try await terminal.send("Enter")
      try await terminal.wait(for: "wrote 4 to")
      #expect(
        try place.read("left.csv") == """
          line,address,why
          3,nobody,the address has no @
          4,KIM@example.com,the same recipient as line 2
          5,park@example.com,no value for name
          ,choi@example.com,on the suppression list: nothing is sent to it

          """)
      try await terminal.send("t")
      try await terminal.type("choi@example.com")
      try await terminal.send("Enter")
      try await terminal.wait(for: "it is on the suppression list")
      try await terminal.wait(for: "send this one to: choi@example.com")
      try await terminal.send("C-u")
      try await terminal.type("me@example.com")
      try await terminal.send("Enter")
      try await terminal.wait(for: "a test was sent to me@example.com")
      try await terminal.wait(for: "To launch to 3 recipients")
      try await terminal.send("3", "Enter")
      try await terminal.until("it is over") {
        try await place.json(["campaigns"]).first?["state"] as? String == "finished"
      }
      try await terminal.quit()
      // The test is in the record, and counted nowhere else.
      #expect(try await place.json(["messages"]).count == 3)
      let history = try await place.json(["history"]).compactMap { $0["action"] as? String }
      #expect(history.contains("test"))
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
      try await terminal.send("F3")
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

    /// What the preview shows is what the provider is handed, for whomever; and a test is in the history and nowhere else.
    @Test func anybodysMessageIsLookedAtAndSentToOneself() async throws {
      let place = try Workplace()
      var rows = "email,name,note\n"
      for number in 1...30 {
        rows += "u\(number)@example.com,이름\(number),\(number == 7 ? "" : String(repeating: "x", count: number))\n"
      }
      rows = rows.replacing("u20@example.com,이름20", with: "u20@example.com,\(String(repeating: "긴", count: 40))")
      let audience = try place.write(rows, to: "audience.csv")
      try place.write("{{name}} {{note}} {{email}}\n", to: "text.txt")
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch([
        "dashboard", "--simulator-ledger", place.ledger, "--simulator-time-scale", "0",
      ])
      try await terminal.wait(for: "? all keys")
      try await terminal.send("n")
      try await terminal.wait(for: "New campaign")
      for entry in ["Spring", nil, audience, "news@example.com", "{{name}}님께", place.file("text.txt")] {
        if let entry { try await terminal.type(entry) }
        try await terminal.send("Tab")
      }
      try await terminal.send("F3")
      try await terminal.wait(for: "1 recipient without a value that the template says: line 8: note")
      try await terminal.wait(for: "As u1@example.com reads it (1 of 30):")
      try await terminal.send("Right")
      try await terminal.wait(for: "이름2 xx u2@example.com")
      try await terminal.type("m")
      try await terminal.wait(for: "no value for note")
      try await terminal.type("l")
      try await terminal.wait(for: "As u20@example.com reads it (20 of 30, ")
      try await terminal.type("/이름13")
      try await terminal.send("Enter")
      try await terminal.wait(for: "이름13 xxxxxxxxxxxxx u13@example.com")
      try await terminal.type("tnobody")
      try await terminal.send("Enter")
      try await terminal.wait(for: "a test to 'nobody'")
      try await terminal.type("t")
      try await terminal.send("C-u")
      try await terminal.type("me@example.com")
      try await terminal.send("Enter")
      try await terminal.wait(for: "a test was sent to me@example.com")
      #expect(try await place.json(["campaigns"]).isEmpty)
      #expect(try Ledger(path: place.ledger).addresses == ["me@example.com"])
      let history = try await place.json(["history"])
      #expect(history.count == 1 && history.first?["action"] as? String == "test", "\(history)")
      #expect(history.first?["condition"] as? String == "Spring: u13@example.com -> me@example.com")
      try await terminal.send("Escape")
      try await terminal.wait(for: "[ Count the recipients ]")
      try await terminal.send("Escape")
      try await terminal.wait(for: "kept as a draft")
      let drafts = try await place.json(["drafts"])
      #expect(drafts.count == 1 && (drafts.first?["entries"] as? [String: Any])?["name"] as? String == "Spring")
      let id = try #require(drafts.first?["id"] as? String)
      #expect(try await place.run(["drafts", "drop", "none"]).status == 1)
      #expect(try await place.run(["drafts", "drop", id]).status == 0)
      #expect(try await place.json(["drafts"]).isEmpty)
      try await terminal.quit()
    }

    /// A path is completed, a body is written in the operator's editor, kept in the draft, and sent as it was written.
    @Test func aBodyIsWrittenInTheEditorAndAPathCompleted() async throws {
      let place = try Workplace()
      try place.write("email,name\nkim@example.com,김\n", to: "people-of-may.csv")
      try place.write("", to: "people-of-june.csv")
      let editor = try place.write("#!/bin/sh\nprintf '{{name}}님\\n둘째 줄\\n' >> \"$1\"\n", to: "editor")
      chmod(editor, 0o755)
      let terminal = try await TerminalSession(place, width: 200, height: 30)
      let process = try await terminal.launch(
        ["dashboard", "--simulator-ledger", place.ledger, "--simulator-time-scale", "0"],
        environment: ["EDITOR": editor, "VISUAL": ""])
      try await terminal.wait(for: "? help")
      try await terminal.send("n")
      try await terminal.wait(for: "New campaign")
      try await terminal.type("May")
      try await terminal.send("Tab", "Tab")
      try await terminal.type(place.file("peo"))
      try await terminal.send("Right")
      try await terminal.wait(for: "people-of-june.csv  people-of-may.csv")
      try await terminal.type("m")
      try await terminal.send("Right")
      try await terminal.until("the path is whole") {
        try await place.json(["drafts"]).first.flatMap { ($0["entries"] as? [String: Any])?["file"] as? String }
          == place.file("people-of-may.csv")
      }
      try await terminal.send("Tab")
      try await terminal.type("a@example.com")
      try await terminal.send("Tab")
      try await terminal.type("Hi")
      try await terminal.send("Tab", "F4")
      try await terminal.wait(for: "written here, 2 lines: F4")
      kill(process, SIGKILL)
      _ = try await terminal.ending()
      _ = try await terminal.launch(
        ["dashboard", "--simulator-ledger", place.ledger, "--simulator-time-scale", "0"])
      try await terminal.wait(for: "· draft")
      try await terminal.send("Enter")
      try await terminal.wait(for: "written here, 2 lines: F4")
      try await terminal.send("Up", "Enter")
      try await terminal.wait(for: "1 recipient")
      try await terminal.wait(for: "김님")
      try await terminal.send("y")
      try await terminal.wait(for: "finished")
      let mail = try await place.run(["mail", "1"])
      #expect(mail.output.contains("김님\n둘째 줄"), "\(mail.output)")
      #expect(try await place.json(["drafts"]).isEmpty)
      try await terminal.quit()
    }

    /// While another program has the store locked it is said soon, and not only when a minute of waiting is over; and that it is
    /// kept when it is.
    @Test func whatIsTypedWhileTheStoreIsLockedIsToldOf() async throws {
      let place = try Workplace()
      let terminal = try await TerminalSession(place, width: 100, height: 30)
      _ = try await terminal.launch([
        "dashboard", "--simulator-ledger", place.ledger, "--simulator-time-scale", "0",
      ])
      try await terminal.wait(for: "? help")
      try await terminal.send("n")
      try await terminal.wait(for: "New campaign")
      try await terminal.type("A")
      try await terminal.until("it is kept") { try await place.json(["drafts"]).count == 1 }
      let holder = Process()
      holder.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
      let (input, output) = (Pipe(), Pipe())
      (holder.standardInput, holder.standardOutput) = (input, output)
      holder.arguments = [place.store]
      try holder.run()
      try input.fileHandleForWriting.write(contentsOf: Data("BEGIN IMMEDIATE;\nSELECT 'held';\n".utf8))
      #expect(output.fileHandleForReading.availableData == Data("held\n".utf8))
      try await terminal.type("BC")
      try await terminal.wait(for: "what you typed is not kept yet")
      #expect(try await !terminal.screen().joined().contains("what is typed is kept"))
      try input.fileHandleForWriting.close()
      holder.waitUntilExit()
      try await terminal.wait(for: "what you typed is kept now")
      try await terminal.wait(for: "what is typed is kept")
      let entries = try await place.json(["drafts"]).first?["entries"] as? [String: Any]
      #expect(entries?["name"] as? String == "ABC")
    }

    /// What was saved in the editor is in the draft, though the dashboard is killed before the editor is left.
    @Test(arguments: [SIGKILL, SIGTERM, SIGHUP]) func whatWasSavedInTheEditorIsKept(signal: Int32) async throws {
      let place = try Workplace()
      let editor = try place.write(
        "#!/bin/sh\nprintf 'saved by {{name}}\\n' > \"$1\"\nexec sleep 60\n", to: "editor")
      chmod(editor, 0o755)
      let terminal = try await TerminalSession(place, width: 200, height: 30)
      let process = try await terminal.launch(
        ["dashboard", "--simulator-ledger", place.ledger, "--simulator-time-scale", "0"],
        environment: ["EDITOR": editor, "VISUAL": ""])
      try await terminal.wait(for: "? help")
      try await terminal.send("n")
      try await terminal.wait(for: "New campaign")
      try await terminal.type("May")
      try await terminal.send("Tab", "Tab", "Tab", "Tab", "Tab")
      try await terminal.wait(for: "F4")
      try await terminal.send("F4")
      func text() async throws -> String? {
        try await place.json(["drafts"]).first.flatMap { ($0["entries"] as? [String: Any])?["text"] as? String }
      }
      try await terminal.until("what was saved is in the draft") { try await text() == "saved by {{name}}\n" }
      kill(process, signal)
      _ = try await terminal.ending()
      #expect(try await text() == "saved by {{name}}\n")
    }

    /// Who is put on the suppression list from the screen, before the worker comes to them, is not sent to.
    @Test func whoIsPutOnTheListIsNotSentTo() async throws {
      let place = try Workplace()
      _ = try await place.json(place.sendArguments(place.writeAudience(3)))
      _ = try await place.json(["pause", "May"])
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch([
        "dashboard", "--simulator-ledger", place.ledger, "--simulator-time-scale", "0",
      ])
      try await terminal.wait(for: "= paused")
      try await terminal.send("Enter")
      try await terminal.wait(for: "1/3")
      try await terminal.type("  N")
      try await terminal.wait(for: "Send nothing more to 2 people?")
      try await terminal.send("Enter", "2", "Enter")
      try await terminal.wait(for: "2 people new on the suppression list")
      try await terminal.type("X")
      try await terminal.wait(for: "━ Suppression list")
      try await terminal.type("+nobody")
      try await terminal.send("Enter")
      try await terminal.wait(for: "the address has no @")
      try await terminal.send("C-u")
      try await terminal.type("other@example.com")
      try await terminal.send("Enter")
      try await terminal.wait(for: "1 person new on the suppression list")
      try await terminal.wait(for: "other@example.com")
      try await terminal.type("/other")
      try await terminal.send("Enter")
      try await terminal.type("D")
      try await terminal.wait(for: "Take 1 person off the list?")
      try await terminal.type("y")
      try await terminal.wait(for: "1 person taken off the suppression list")
      let listed = try await place.json(["suppress"])
      #expect(listed.count == 2 && listed.allSatisfy { $0["cause"] as? String == "manual" }, "\(listed)")
      try await terminal.type("1r")
      try await terminal.wait(for: "Type 3:")
      try await terminal.send("3", "Enter")
      try await terminal.wait(for: "finished")
      let marked = Set(listed.compactMap { $0["address"] as? String })
      let all = Set((1...3).map { "user\($0)@example.com" })
      let sent = try Ledger(path: place.ledger).addresses
      #expect(marked.isSubset(of: all) && sent == Array(all.subtracting(marked)), "\(sent)")
      let history = try await place.json(["history"]).compactMap { $0["action"] as? String }
      #expect(history.filter { $0 == "suppress" }.count == 2 && history.contains("unsuppress"), "\(history)")
      try await terminal.quit()
    }

    /// What stands on the screen is on disk a moment later, whatever key the process dies after; a process that dies before
    /// loses what was typed in that moment and nothing else.
    @Test(.timeLimit(.minutes(5)), arguments: [true, false])
    func aDraftSurvivesAKillAtAnyKey(aMomentLater: Bool) async throws {
      let place = try Workplace()
      let terminal = try await TerminalSession(place)
      var process = try await terminal.launch(["dashboard"])
      try await terminal.wait(for: "? all keys")
      try await terminal.send("n")
      try await terminal.wait(for: "New campaign")
      var typed = ""
      func kept() async throws -> String? {
        try await place.json(["drafts"]).first.flatMap { ($0["entries"] as? [String: Any])?["name"] as? String }
      }
      for (number, letter) in "봄 a1소식 “b”끝".enumerated() {
        try await terminal.type(String(letter))
        typed.append(letter)
        try await terminal.wait(for: "Name        \(shown(typed))")
        if number == 0 { try await terminal.until("the draft has begun") { try await kept() == typed } }
        // Every third one: a start takes longer than a key.
        guard number % 3 == 2 || typed.hasSuffix("끝") else { continue }
        if aMomentLater { try await terminal.until("'\(typed)' is kept") { try await kept() == typed } }
        kill(process, SIGKILL)
        _ = try await terminal.ending()
        let left = try #require(try await kept())
        #expect(aMomentLater ? left == typed : typed.hasPrefix(left), "\(left)")
        process = try await terminal.launch(["dashboard"])
        try await terminal.wait(for: "· draft")
        try await terminal.send("Enter")
        try await terminal.wait(for: "Name        \(shown(left))")
        for lost in typed.dropFirst(left.count) { try await terminal.type(String(lost)) }
        try await terminal.wait(for: "Name        \(shown(typed))")
      }
      try await terminal.send("Escape")
      try await terminal.wait(for: "kept as a draft")
      try await terminal.quit()

      func shown(_ name: String) -> String { name.hasSuffix(" ") ? String(name.dropLast()) : name }
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
      try await terminal.send("F3")
      try await terminal.wait(for: "No such file")
      try await terminal.send("Escape")
      // Read together with the next key it would be Alt and that key.
      try await terminal.wait(for: "goes on with it")
      try await terminal.quit()
      #expect(try await place.json(["campaigns"]).isEmpty)
    }
  }
}
