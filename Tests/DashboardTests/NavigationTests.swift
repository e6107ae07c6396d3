import Canvas
import Dashboard
import Model
import Testing
import Words

/// Where keys lead, and what is asked for on the way.
@Suite struct NavigationTests {
  private func title(_ desk: Desk) -> String {
    String(desk.screen().split(separator: "\n", omittingEmptySubsequences: false)[3])
  }

  @Test func drillsAndComesBack() {
    var desk = Desk()
    desk.press(.enter)
    #expect(title(desk).hasPrefix("━ Messages of “여름 세일 안내” ━"))
    desk.press(.down, .enter)
    #expect(title(desk).hasPrefix("━ Timeline of message 2 ━"))
    desk.press(.escape)
    #expect(title(desk).hasPrefix("━ Messages of “여름 세일 안내” ━"))
    desk.press(.escape)
    #expect(title(desk).hasPrefix("━ Campaigns ━"))
    desk.press(.escape)
    #expect(title(desk).hasPrefix("━ Campaigns ━"))
    #expect(desk.screen().contains("this is the first pane; q quits"))
  }

  /// A list that was hidden, by a part of it or by another pane, is found as it was left.
  @Test func aListIsFoundAsItWasLeft() {
    var desk = Desk()
    desk.press(.enter)
    for _ in 0..<30 { desk.press(.down) }
    for _ in 0..<5 { desk.press(.up) }
    func rows() -> [Substring] { Array(desk.screen().split(separator: "\n").dropFirst(4).prefix(18)) }
    let left = rows()
    #expect(left.count == 18 && desk.screen().contains("26/2,000"))
    desk.press(.enter, .escape)
    #expect(rows() == left)
    desk.type("32")
    #expect(rows() == left)
  }

  @Test func tabAndDigitsGoThroughThePanes() {
    var desk = Desk()
    for name in [
      "Messages", "Failures", "Dead letters", "Find", "Log", "Quarantine", "History", "Campaigns", "Messages",
    ] {
      desk.press(.tab)
      #expect(title(desk).hasPrefix("━ \(name)"))
    }
    desk.press(.backTab, .backTab)
    #expect(title(desk).hasPrefix("━ History"))
    for (digit, name) in zip(
      "12345678",
      ["Campaigns", "Messages", "Failures", "Dead letters", "Find", "Log", "Quarantine", "History"])
    {
      desk.type(String(digit))
      #expect(title(desk).hasPrefix("━ \(name)"))
    }
    #expect(desk.commands.isEmpty)
  }

  @Test func aKeyboardSwitchedToHangulWorksToo() {
    var desk = Desk()
    desk.type("ㅓ")
    desk.press(.enter)
    #expect(title(desk).contains("Contract reminder"))
    var form = Desk()
    form.type("nㅓ")
    #expect(form.screen().contains("Name        ㅓ"), "what is typed into a field stays as it is typed")
  }

  @Test func failuresDrillToTheMessagesOfExactlyTheirRow() {
    var desk = Desk()
    desk.type("3j")
    desk.press(.down, .enter)
    #expect(title(desk).contains("· soft Transient/MailboxFull 4.2.2 ━"))
    #expect(title(desk).contains(" 1/20 · more ↓ "), "as many as the row said")
    #expect(
      desk.effects.last
        == .load(
          .page(
            MessageQuery(
              campaign: Sample.summer, classification: Sample.mailboxFull, rendersSubjects: false, limit: 100))))
    #expect(desk.screen().split(separator: "\n").count { $0.contains("✗ softBounced") } == 17)
    desk.press(.escape)
    #expect(title(desk).hasPrefix("━ Failures"))
  }

  @Test func aCampaignsMessagesBeginWithoutAFilter() {
    var desk = Desk()
    desk.type("3")
    desk.press(.down, .down, .enter)
    desk.type("1")
    desk.press(.enter)
    #expect(title(desk).hasPrefix("━ Messages of “여름 세일 안내” ━"))
    desk.type("ss1")
    desk.press(.enter)
    #expect(!title(desk).contains("status"))
  }

  @Test(arguments: [72, 80, 120])
  func aLongNameDoesNotPushTheFilterOut(width: Int) {
    var desk = Desk(width: width, isLoaded: false)
    desk.store.snapshot.campaigns[0].name = String(repeating: "분기별 계약 갱신 안내 ", count: 10)
    desk.act(.tick(Sample.now))
    desk.press(.enter)
    desk.type("s/kim")
    #expect(title(desk).contains("…” · status queued · address kim… ━"))
    desk.press(.escape, .escape)
    desk.type("3")
    desk.press(.down, .down, .enter)
    #expect(title(desk).contains("…” · soft Transient/MailboxFull 4.2.2 ━"))
  }

  @Test func settlingIsOfferedWhereItWorks() {
    var desk = Desk()
    func keys() -> String {
      desk.screen().split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }
    desk.press(.enter)
    #expect(!keys().contains("u settle"))
    desk.type(String(repeating: "j", count: 12))
    #expect(keys().contains("u settle uncertain"), "message 13")
    desk.type("fnguyen")
    desk.press(.enter)
    #expect(!keys().contains("u settle"))
    desk.type("u")
    #expect(keys().contains("this one is delivered"))
    desk.press(.enter)
    #expect(!keys().contains("u settle"))
  }

  @Test func theEndOfTheListIsSaid() {
    var desk = Desk()
    desk.type("fkim.minji1998")
    desk.press(.enter, .enter)
    #expect(!desk.screen().contains("[ ] other message"))
    desk.type("]")
    #expect(desk.screen().contains("there is no other message in the list"))
    desk.type("1")
    desk.press(.enter, .enter)
    #expect(desk.screen().contains("[ ] other message"))
    desk.type("[")
    #expect(desk.screen().contains("this is the first message of the list"))
    desk.type("]")
    #expect(title(desk).hasPrefix("━ Timeline of message 2 ━"))
  }

  @Test func whatIsCutOffIsMarked() {
    var desk = Desk()
    desk.store.letters = DeadLetterPage(letters: Sample.letters(50), total: 50, recipients: 2500)
    desk.type("4")
    #expect(title(desk).hasSuffix(" 50: 2,500 recipients · more ↓ ━"))
    desk.type("G")
    #expect(title(desk).hasSuffix(" more ↑ ━"))
    desk.act(.resized(width: 80, height: 9))
    desk.type("3")
    #expect(desk.screen().contains(" more ↓ ━"), "5 failures, 4 rows")
    desk.type("?")
    #expect(desk.screen().contains(" more ↓ ━"))
    desk.press(.down)
    #expect(desk.screen().contains(" more ↑↓ ━"))
    desk.press(.escape)
    desk.act(.resized(width: 80, height: 24))
    desk.type("1b")
    #expect(!desk.screen().contains("more"))
    desk.act(.resized(width: 80, height: 7))
    #expect(desk.screen().contains(" more ↓ ━"))
  }

  @Test func onlyWhatIsVisibleIsLoaded() {
    let desk = Desk()
    #expect(desk.effects == [.load(.snapshot)])
    let wide = Desk(width: 200, height: 50)
    #expect(wide.effects.first == .load(.snapshot))
    #expect(
      wide.effects.contains(.load(.failures(Sample.summer)))
        && wide.effects.contains(.load(.timeline(MessageID(rawValue: 1)))))
  }

  @Test func statusFilterGoesThroughStatusesThatExist() {
    var desk = Desk()
    desk.press(.enter)
    var seen: [String] = []
    for _ in 0..<11 {
      desk.type("s")
      seen.append(title(desk).firstMatch(of: /status (\w+)/).map { String($0.1) } ?? "all")
    }
    #expect(
      seen == [
        "queued", "sending", "accepted", "delayed", "delivered", "opened", "clicked", "softBounced", "hardBounced",
        "complained", "all",
      ])
  }

  @Test func addressFilterLoadsAsItIsTypedAndEscTakesItAway() {
    var desk = Desk()
    desk.press(.enter)
    desk.type("/PARK")
    #expect(title(desk).contains("address PARK…"))
    let rows = desk.screen().split(separator: "\n").filter { $0.contains("@") }
    #expect(rows.count == 17 && rows.allSatisfy { $0.contains("park.jiho") })
    desk.press(.enter, .escape)
    #expect(!title(desk).contains("address"))
    desk.type("/x")
    desk.press(.escape)
    #expect(title(desk).hasPrefix("━ Messages") && !title(desk).contains("address"))
  }

  @Test func findLooksEverywhere() {
    var desk = Desk()
    desk.type("fkim.minji1998")
    desk.press(.enter)
    #expect(desk.screen().contains("kim.minji1998"))
    desk.press(.enter)
    #expect(title(desk).hasPrefix("━ Timeline of message 1998 ━"))
    desk.press(.escape)
    #expect(title(desk).hasPrefix("━ Find · kim.minji1998 ━"))
  }

  @Test func wrongKeysAreHarmlessAndSaySo() {
    // In an empty Find they are typed: see below.
    for pane in "1234678" {
      var desk = Desk()
      desk.type(String(pane))
      let before = desk.effects.count
      for key in ["Z", "%", "=", "9", "0", "é", "한"] {
        desk.type(key)
        #expect(desk.screen().contains("\(key) does nothing here"), "pane \(pane)")
      }
      #expect(desk.effects.count == before && desk.commands.isEmpty)
    }
  }

  @Test func typingInAnEmptyFindTypes() {
    for text in ["kim", "quentin", "nguyen", "한글", "+82", "xpr"] {
      var desk = Desk()
      desk.type("5")
      #expect(desk.screen().contains("type what you know of the message"))
      #expect(desk.screen().contains("Any part of an address, a domain (@naver), a name"))
      desk.type(text)
      #expect(desk.screen().contains("find: \(text)"), "\(text)")
      #expect(desk.commands.isEmpty && desk.state.quittingSince == nil)
    }
    // The digits of the panes stay, and once there is a list, keys are keys.
    var desk = Desk()
    desk.type("53")
    #expect(title(desk).hasPrefix("━ Failures"))
    desk.type("5kim")
    desk.press(.enter)
    desk.type("j")
    #expect(title(desk).hasPrefix("━ Find · kim ━"))
  }

  @Test func whatIsNotFoundIsNotSaidToBeNowhere() {
    var desk = Desk()
    desk.type("5tanaka")
    desk.press(.enter)
    #expect(desk.screen().contains("nothing has “tanaka” in it"))
    #expect(desk.screen().contains("Any part of an address, a domain (@naver), a name"))
    #expect(!desk.screen().contains("nothing was sent"))
  }

  @Test func altAndALetterDoNothing() {
    var desk = Desk()
    desk.type("n가을")
    desk.press(.alt("x"), .alt("q"), .alt("y"))
    #expect(desk.screen().contains("Name        가을"), "the form is still there")
    desk.press(.escape)
    desk.type("jx")
    desk.press(.alt("y"), .alt("q"))
    #expect(desk.screen().contains("Cancel “여름 세일 안내”"))
    desk.press(.escape, .alt("p"))
    #expect(desk.screen().contains("Alt-p does nothing here"))
    #expect(desk.commands.isEmpty)
  }

  @Test func theTimelineShowsWhatTheRecipientReads() {
    var desk = Desk()
    desk.press(.enter)
    desk.store.isSilent = true
    desk.press(.enter)
    let content = MessageContent(
      sender: "안내 <news@example.com>", subject: "이서연님, 계약서 C-7 서명을 부탁드립니다",
      data: [.init("name", "이서연"), .init("contract", "C-7"), .init("회사", "")])
    desk.act(.answered(.timeline(Sample.message(1), [], earlier: 0, content: content)))
    let rows = desk.screen().split(separator: "\n").map(String.init)
    #expect(rows.contains("Subject 이서연님, 계약서 C-7 서명을 부탁드립니다"))
    #expect(rows.contains("Sender  안내 <news@example.com>"))
    #expect(rows.contains("Data    name 이서연 · contract C-7 · 회사 (empty)"))
  }

  @Test(arguments: [40, 60, 80, 120])
  func theReasonIsShownWordForWord(width: Int) {
    let reason =
      "smtp; 550-5.7.26 This mail has been blocked because the sender is unauthenticated. 보낸 사람을 확인할 수 없습니다. "
      + "550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM. gsmtp"
    var desk = Desk(width: width, height: 40)
    desk.press(.enter)
    desk.store.isSilent = true
    desk.press(.enter)
    var summary = Sample.message(1)
    summary.classification = Sample.noSuchUser
    summary.reason = reason
    desk.act(.answered(.timeline(summary, [], earlier: 0)))
    let words = desk.screen().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(reason))
    #expect(words.contains(Language.english.words.advice(Sample.noSuchUser.advice)))
  }

  @Test func resizingKeepsThePlace() {
    var desk = Desk()
    desk.press(.enter)
    for _ in 0..<60 { desk.press(.down) }
    for (width, height) in [(40, 10), (1, 1), (0, 0), (200, 50), (80, 2), (3, 60), (80, 24)] {
      desk.act(.resized(width: width, height: height))
      _ = desk.canvas()
    }
    desk.press(.enter)
    #expect(title(desk).hasPrefix("━ Timeline of message 61 ━"))
  }
}
