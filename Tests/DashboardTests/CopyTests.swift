import Canvas
import Model
import Testing
import Words

@testable import Dashboard

/// `y` copies what is marked, else the row; `o` opens a link of the configuration.
@Suite struct CopyTests {
  private func desk(_ clipboard: CopyText.Way = .terminal, _ links: [LinkTemplate] = []) -> Desk {
    Desk(links: links, clipboard: clipboard)
  }

  @Test func theRowsAddressOrThoseOfTheMarked() {
    var desk = desk()
    desk.type("2y")
    #expect(desk.copied == [Sample.message(1).address])
    #expect(desk.screen().contains("copied the address, 20 bytes; a terminal may refuse it"))
    desk.type("  y")
    #expect(desk.state.notices.hint == nil)
    #expect(desk.copied.last == [1, 2].map { Sample.message($0).address }.joined(separator: "\n"))
    #expect(desk.screen().contains("copied 2 addresses, "))
  }

  @Test func allOfAFilterAreReadFirst() {
    var desk = desk()
    desk.store.messages = 30
    desk.press(.enter)
    desk.type("*y")
    #expect(desk.copied.last == (1...30).map { Sample.message($0).address }.joined(separator: "\n"))
    #expect(desk.screen().contains("copied 30 addresses"))
    desk.press(.escape)
    desk.store.messages = 2000
    desk.wait(1)
    desk.store.problem = Problem(.store(.locked))
    desk.type("*y")
    #expect(desk.copied.count == 1 && desk.screen().contains("cannot copy: "))
  }

  @Test func theTimelineAsksWhat() {
    var desk = desk()
    desk.press(.enter)
    desk.type("jjjjjj")
    desk.press(.enter)
    let message = Sample.message(7)
    for (key, text) in [
      ("a", message.address), ("i", "7"), ("p", message.providerID ?? ""), ("w", message.reason ?? ""),
    ] {
      desk.type("y\(key)")
      #expect(desk.copied.last == text, "\(key)")
    }
    desk.type("yt")
    let lines = desk.copied.last?.split(separator: "\n").map(String.init) ?? []
    #expect(lines.first?.contains(message.address) == true && lines.last == "Status  ✗ softBounced")
    #expect(lines.contains { $0.contains("DeliveryDelay") } && lines.contains("attempt 2"))
    let count = desk.copied.count
    desk.type("y")
    #expect(!desk.screen().contains("raw events"), "there are none here")
    desk.type("zr")
    #expect(desk.screen().contains("Esc: leave it"))
    desk.press(.escape)
    #expect(desk.copied.count == count && desk.state.modal == nil)
  }

  @Test func everyPaneWithRowsHasSomething() {
    var desk = desk()
    desk.type("yn")
    #expect(desk.copied.last == "여름 세일 안내")
    desk.type("yi")
    #expect(desk.copied.last == "3")
    desk.type("3y")
    #expect(desk.copied.last?.hasPrefix("1,515\thard Permanent/General 5.1.1\t") == true)
    desk.type("4y")
    #expect(desk.copied.last == "dl-1000")
    desk.type("*y")
    #expect(desk.copied.last == "dl-1000\ndl-1001")
    desk.type("7y")
    #expect(desk.copied.last == Sample.document(Sample.quarantine[0].id)?.listed(limit: 1_000_000))
    desk.type("8y")
    #expect(desk.copied.last?.contains("\t\(Sample.history[0].operator)\t") == true)
    desk.type("6y")
    #expect(desk.screen().contains("there is nothing to copy here"))
  }

  /// What is pasted into a shell steers it no more than what is drawn; what shows nothing is part of the address.
  @Test func whatIsCopiedSteersNothing() {
    var desk = desk()
    _ = desk.state.copy(.words, "a\u{1B}[2J\r\u{9B}\tb\nc")
    #expect("a\u{1B}[2J\r\u{9B}\tb\nc".withoutSteering == "a‹U+001B›[2J‹U+000D›‹U+009B›\tb\nc")
    #expect("kim\u{200B}@x.example".withoutSteering == "kim\u{200B}@x.example")
  }

  @Test func whereItMayEndIsSaid() {
    for (way, text) in [
      (.tmux, "tmux needs set-clipboard on"), (.screen, "GNU screen does not pass it on"),
    ] as [(CopyText.Way, String)] {
      var desk = desk(way)
      desk.type("2y")
      #expect(desk.copied.count == 1 && desk.screen().contains(text))
    }
    var console = desk(.none(term: "linux"))
    console.type("2y")
    #expect(console.copied.isEmpty && console.screen().contains("a terminal 'linux' has no clipboard"))
  }

  @Test func readOnlyCopiesToo() {
    var desk = Desk(runsWorker: false, isReadOnly: true)
    desk.type("2y*y")
    #expect(desk.copied.count == 2)
    desk.type("R")
    #expect(desk.screen().contains("--read-only") && desk.state.modal == nil)
    desk.type("W")
    #expect(desk.effects.contains { if case .count(.leftAlone) = $0 { true } else { false } }, "it is only read")
  }

  @Test func aLinkIsShownAndCopied() throws {
    let ticket = try LinkTemplate(name: "Ticket", url: "https://tickets.example/search?q={address}")
    var desk = desk(.terminal, [ticket])
    desk.type("2o")
    #expect(desk.copied == ["https://tickets.example/search?q=%EC%9D%B4%EC%84%9C%EC%97%B01%40%ED%95%9C%EA%B5%AD.kr"])
    #expect(desk.screen().contains("Link: Ticket"))
    #expect(desk.screen().contains("https://tickets.example/search?q="))
    desk.press(.escape)
    #expect(desk.state.modal == nil)
    let board = try LinkTemplate(name: "Board", url: "https://board.example/{campaign}")
    var two = self.desk(.none(term: "linux"), [ticket, board])
    two.type("2")
    two.press(.enter)
    two.type("o")
    #expect(two.screen().contains("1    Ticket") && two.screen().contains("2    Board"))
    two.type("2")
    #expect(
      two.screen().contains("https://board.example/3") && two.screen().contains("This terminal has no clipboard."))
    #expect(two.copied.isEmpty)
  }

  @Test func whereThereIsNoLinkOrNoMessageItIsSaid() throws {
    var without = desk()
    without.type("2o")
    #expect(without.screen().contains("o opens a link of the configuration, and it has none"))
    var desk = desk(.terminal, [try LinkTemplate(name: "x", url: "https://x.example/{id}")])
    desk.type("o")
    #expect(desk.screen().contains("put the cursor on it"))
    desk.type("2  o")
    #expect(desk.screen().contains("put the cursor on it"), "two are marked")
  }
}

/// What may not be resent, and what may by an explicit word only.
@Suite struct LeftAloneTests {
  private static let policy = Classification(kind: .soft, cause: "Transient", subtype: "General", smtpStatus: "5.7.1")

  @Test func whatWasRefusedForAPolicyIsAChoice() {
    var desk = Desk()
    desk.store.resendable = ScopeCount(
      taken: 20, sample: ["kim@example.com"],
      skipped: [.init(why: .receiversPolicy("5.7.1"), count: 15), .init(why: .uncertain, count: 2)])
    desk.type("R")
    #expect(desk.screen().contains("15 messages were refused for a policy of the receiving server"))
    desk.press(.enter)
    desk.type("20")
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
    desk.type("r")
    #expect(desk.screen().contains("20 messages (all that may be resent) will be sent once more."))
    desk.press(.escape)
    desk.type("R")
    desk.store.resendable = ScopeCount(
      taken: 35, sample: ["kim@example.com"], skipped: [.init(why: .uncertain, count: 2)])
    desk.type("p")
    let scope = Scope(campaign: Sample.summer, includesPolicy: true)
    #expect(desk.effects.last == .count(.resendable(scope)))
    for text in [
      "35 messages (policy refusals too) will be", "Only when what they were refused for has been mended", "Type 35: ",
    ] {
      #expect(desk.screen().contains(text), "\(text)")
    }
    desk.type("y")
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
    desk.press(.control("u"))
    desk.type("35")
    desk.press(.enter)
    #expect(desk.commands == [.resend(scope, count: 35)])
  }

  @Test func whoLooksIntoWhatIsLeftAloneComesBackToTheQuestion() {
    var desk = Desk()
    desk.store.resendable = ScopeCount(taken: 20, skipped: [.init(why: .receiversPolicy("5.7.1"), count: 15)])
    desk.store.leftAlone = [LeftAlone(why: .receiversPolicy("5.7.1"), count: 15, classification: Self.policy)]
    desk.type("Rw")
    #expect(desk.screen().contains("15 messages left alone, and why"))
    desk.press(.enter)
    #expect(desk.state.focus == .messages)
    desk.press(.escape)
    #expect(desk.screen().contains("15 messages left alone, and why"))
    desk.press(.escape)
    #expect(desk.screen().contains("15 messages were refused for a policy of the receiving server"))
    desk.press(.escape)
    #expect(desk.state.modal == nil && desk.commands.isEmpty)
  }

  /// Even one wants its number: nobody has seen it mended but the operator.
  @Test func oneOfThemWantsItsNumberToo() {
    var desk = Desk()
    desk.store.resendable = ScopeCount(taken: 0, skipped: [.init(why: .receiversPolicy("5.7.1"), count: 1)])
    desk.type("2R")
    #expect(!desk.screen().contains("others only"))
    desk.store.resendable = ScopeCount(taken: 1, sample: ["kim@example.com"])
    desk.type("py")
    #expect(desk.commands.isEmpty)
    desk.press(.control("u"))
    desk.type("1")
    desk.press(.enter)
    #expect(desk.commands.count == 1)
  }

  @Test func reasonsLeadToTheMessages() {
    var desk = Desk()
    desk.store.leftAlone = [
      LeftAlone(why: .receiversPolicy("5.7.1"), count: 15, classification: Self.policy),
      LeftAlone(why: .notResendable(.hard, .code("5.1.1")), count: 200, classification: Sample.noSuchUser),
      LeftAlone(why: .uncertain, count: 2),
    ]
    desk.type("W")
    #expect(desk.effects.last == .count(.leftAlone(Scope(campaign: Sample.summer))))
    #expect(desk.screen().contains("217 messages left alone, and why"))
    #expect(desk.screen().contains("200  hard 5.1.1: may not be resent"))
    desk.type("j")
    desk.press(.enter)
    #expect(desk.state.panes.messages.scope.classification == Sample.noSuchUser)
    #expect(desk.state.focus == .messages)
    desk.press(.escape)
    #expect(desk.screen().contains("217 messages left alone"), "back in the list")
    desk.press(.escape)
    desk.press(.enter)
    desk.type("*Wj")
    desk.press(.enter)
    #expect(
      desk.state.panes.messages.scope.classification == Sample.noSuchUser && !desk.state.panes.messages.isAllMarked)
    desk.press(.escape)
    #expect(desk.state.panes.messages.isAllMarked, "what is marked stays so")
    desk.press(.escape, .escape, .escape)
    desk.type("W")
    desk.type("G")
    desk.press(.enter)
    #expect(desk.state.panes.messages.scope.status == .uncertain)
    desk.press(.escape, .escape)
    #expect(desk.state.modal == nil && desk.state.focus == .campaigns)
  }

  /// Two causes of one code are two entries.
  @Test func entriesThatWouldReadAlikeSayTheirCauses() {
    var desk = Desk()
    let other = Classification(kind: .hard, cause: "Permanent", subtype: "NoEmail", smtpStatus: "5.1.1")
    desk.store.leftAlone = [
      LeftAlone(why: .notResendable(.hard, .code("5.1.1")), count: 14, classification: Sample.noSuchUser),
      LeftAlone(why: .notResendable(.hard, .code("5.1.1")), count: 7, classification: other),
      LeftAlone(why: .uncertain, count: 2),
    ]
    desk.type("W")
    #expect(desk.screen().contains("14  hard 5.1.1: may not be resent · hard Permanent/General 5.1.1"))
    #expect(desk.screen().contains(" 7  hard 5.1.1: may not be resent · hard Permanent/NoEmail 5.1.1"))
    #expect(desk.screen().contains(" 2  uncertain: settle these first "))
  }

  /// The adversary's find: a window lower than the box ended the program, and what it sent.
  @Test(arguments: Pane.allCases) func whateverIsOpenFitsIntoAnyWindow(pane: Pane) {
    for opened in ["", "W", "R", "?", ":", "n", "f", "x", "t", "q", "e", "y", "u", "o", "w", "/", "*R", "*W", "v", "E"]
    {
      var desk = Desk()
      desk.store.leftAlone = [
        LeftAlone(why: .notResendable(.hard, .code("5.1.1")), count: 14, classification: Sample.noSuchUser),
        LeftAlone(why: .uncertain, count: 2),
      ]
      if let digit = pane.digit { desk.type(String(digit)) }
      desk.type(opened)
      for (width, height) in [(80, 6), (40, 5), (40, 3), (12, 1), (1, 1), (3, 24), (80, 24)] {
        desk.act(.resized(width: width, height: height))
        #expect(desk.canvas().size == Size(width: width, height: height))
        for row in 0..<height { desk.press(.mouse(.click, Point(x: width / 2, y: row))) }
      }
    }
  }

  @Test func namedOnesAreReachedOneByOne() {
    var desk = Desk()
    desk.store.leftAlone = (1...30).map {
      LeftAlone(
        why: .notFailed(.delivered), message: MessageID(rawValue: Int64($0)), address: Sample.message($0).address)
    }
    desk.type("2  W")
    desk.press(.down)
    desk.press(.enter)
    #expect(desk.screen().contains("Timeline of message 2 "))
    desk.press(.escape)
    #expect(desk.state.panes.messages.marked.count == 2)
    #expect(desk.screen().contains("30 messages left alone"))
    desk.type("q")
    #expect(desk.state.modal == nil)
    desk.store.leftAlone = []
    desk.type("W")
    #expect(desk.screen().contains("nothing is left alone"))
  }
}

/// Everything that was sent to somebody.
@Suite struct PersonPaneTests {
  @Test func everythingNewestFirstWithWhatStandsAgainstIt() {
    var desk = Desk()
    desk.press(.enter)
    desk.press(.end)
    desk.type("A")
    let address = Sample.message(2000).address
    #expect(desk.screen().contains("Everything sent to \(address)"))
    #expect(desk.effects.contains(.load(.person(address, limit: FindState.limit))))
    #expect(desk.screen().contains("Bounced for good on 2026-11-21; SES may have it on its suppression list"))
    #expect(desk.screen().contains("1 message"))
    desk.type(" ")
    #expect(desk.screen().contains("R resend") == false, "a hard bounce")
    desk.press(.enter)
    #expect(desk.screen().contains("Timeline of message 2000 "))
    desk.press(.escape)
    #expect(desk.screen().contains("Everything sent to"))
    desk.press(.escape)
    desk.press(.escape)
    #expect(desk.screen().contains("[2 Messages]"))
  }

  @Test func typingSearchesAgain() {
    var desk = Desk()
    desk.type("2A")
    #expect(desk.screen().contains("No suppression, hard bounce or complaint of it is known here"))
    desk.type("f")
    desk.press(.escape)
    #expect(desk.screen().contains("Everything sent to"), "nothing was typed")
    desk.type("f")
    desk.press(.control("u"))
    desk.type("kim")
    desk.press(.enter)
    #expect(desk.screen().contains("Find · kim") && !desk.screen().contains("Everything sent to"))
  }
}
