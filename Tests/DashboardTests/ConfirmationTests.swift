import Words
import Canvas
import Dashboard
import Model
import Testing
import TestSupport

/// Nothing dangerous happens by Enter alone, and what is shown is what is done.
@Suite struct ConfirmationTests {
  @Test(arguments: [
    ("x", "780"), ("R", "20"), ("4 d", "50"), ("4 D", "50"), ("4d", "50"), ("4*d", "100"), ("4*D", "100"),
    ("jjr", "350"),
  ])
  func moreThanOneIsDoneOnlyForTheTypedNumber(keys: String, number: String) {
    var desk = Desk()
    desk.type(keys)
    #expect(desk.screen().contains("Type \(number):"))
    // Enter, a y held down, what was meant for something else.
    desk.press(.enter, .enter, .character(" "), .enter, .paste("y"), .enter, .tab, .enter)
    desk.type("yyyyyyyyyy")
    desk.press(.enter, .control("u"))
    desk.type("nqR4dxp1")
    desk.press(.enter, .control("u"))
    #expect(desk.commands.isEmpty)
    desk.type(number)
    #expect(desk.commands.isEmpty)
    desk.press(.enter)
    #expect(desk.commands.count == 1)
  }

  /// Whatever is pressed, short of typing the number: nothing is sent to, or lost, for more than one.
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func keysWithoutTheNumberConfirmNothing(seed: UInt64) {
    var random = SplitMix(seed &* 0x9E37_79B9_7F4A_7C15)
    let keys: [Key] =
      [.enter, .enter, .enter, .escape, .tab, .down, .up, .backspace, .paste("y"), .control("u")]
      + "yyyyyRRxrdDaut o jklsSbfn?cq".map { .character($0) } + (1...5).map { .alt(Character("\($0)")) }
    for _ in 0..<40 {
      var desk = Desk()
      for _ in 0..<250 {
        // A digit only where it leads to a pane, not into a question.
        if Int.random(in: 0..<25, using: &random) == 0 {
          desk.press(.escape, .escape)
          desk.type(String(Int.random(in: 1...8, using: &random)))
        } else {
          desk.press(keys.randomElement(using: &random) ?? .enter)
        }
      }
      for command in desk.commands {
        switch command {
        case .pause, .retryQuarantined: continue
        case .dropQuarantined(_, let count): #expect(count == 1, "seed \(seed)")
        case .settle(let messages, _): #expect(messages.count == 1, "seed \(seed)")
        default: Issue.record("seed \(seed): \(command)")
        }
      }
    }
  }

  @Test func oneIsDoneForY() {
    var desk = Desk()
    desk.store.resendable = ScopeCount(taken: 1, sample: ["이서연7@한국.kr"])
    desk.press(.enter)
    desk.type("jjjjjjR")
    #expect(desk.screen().contains("1 message will be sent once more."))
    desk.press(.enter, .character(" "), .enter)
    #expect(desk.commands.isEmpty)
    desk.type("y")
    #expect(
      desk.commands == [.resend(Scope(campaign: Sample.summer, messages: [MessageID(rawValue: 7)]), count: 1)])
  }

  @Test func thousandsAreTypedWithOrWithoutTheirComma() {
    var desk = Desk()
    desk.store.letters = DeadLetterPage(letters: Sample.letters(500), total: 2400, recipients: 120_000)
    desk.type("4")
    desk.type("*d")
    #expect(desk.screen().contains("all 2,400 marked: 120,000 recipients"), "also those beyond the page")
    #expect(desk.screen().contains("Redrive 2,400 dead letters"))
    #expect(desk.screen().contains("120,000 recipients not yet accepted"))
    desk.type("y")
    desk.press(.enter)
    desk.press(.backspace)
    desk.type("12000")
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
    #expect(desk.screen().contains("Enter does nothing until 120,000 is typed"))
    desk.type("0")
    desk.press(.enter)
    #expect(desk.commands == [.redrive(.all, count: 2400)])
  }

  @Test func theCountShownIsTheCountActedOn() {
    var desk = Desk()
    desk.store.letters = DeadLetterPage(letters: Sample.letters(5), total: 5, recipients: 250)
    desk.type("4")
    desk.type(" j d")
    #expect(desk.screen().contains("Redrive 2 dead letters"))
    #expect(desk.screen().contains("100 recipients not yet accepted"))
    // Others redrive meanwhile: the question on the screen stays the question that is answered.
    desk.store.letters = DeadLetterPage(letters: Sample.letters(1), total: 1, recipients: 50)
    desk.act(.storeChanged)
    desk.wait(2)
    #expect(desk.screen().contains("Redrive 2 dead letters"))
    desk.type("100")
    desk.press(.enter)
    #expect(desk.commands == [.redrive(.these(["dl-1000", "dl-1002"]), count: 2)])
    desk.act(.done(desk.commands[0], CommandResult(count: 1, note: .cancelled(messages: 3))))
    #expect(desk.screen().contains("redrove 1 dead letter (2 were confirmed) · messages cancelled: 3"))
  }

  @Test func eventsThatWereNeverStoredAreToldAndPutBack() {
    var desk = Desk()
    desk.store.letters = DeadLetterPage(letters: [], total: 0, recipients: 0, events: 12)
    desk.type("4")
    #expect(desk.screen().contains("12 events never stored: E"))
    desk.type("E")
    #expect(desk.screen().contains("Put 12 events back on the event queue"))
    desk.type("12")
    desk.press(.enter)
    #expect(desk.commands == [.redriveEvents(count: 12)])
    desk.act(.done(desk.commands[0], CommandResult(count: 12)))
    #expect(desk.screen().contains("put 12 events back on the event queue"))
    desk.store.letters = DeadLetterPage(letters: [], total: 0, recipients: 0)
    desk.act(.storeChanged)
    desk.wait(1)
    desk.type("E")
    #expect(desk.screen().contains("the event queue has no dead letters"))
  }

  @Test func oneRecipientInALetterIsSpokenOfAsOne() {
    var desk = Desk()
    var letter = Sample.letters(1)[0]
    letter.recipients = 1
    desk.store.letters = DeadLetterPage(letters: [letter], total: 1, recipients: 1)
    desk.type("4")
    desk.type("D")
    #expect(desk.screen().contains("1 recipient in it gets no further try"))
    desk.press(.escape)
    desk.type("d")
    #expect(desk.screen().contains("1 recipient not yet accepted is tried again"))
    desk.type("y")
    #expect(desk.commands == [.redrive(.these(["dl-1000"]), count: 1)])
  }

  @Test func marksFallAwayWithTheirLetters() {
    var desk = Desk()
    desk.store.letters = DeadLetterPage(letters: Sample.letters(5), total: 5, recipients: 250)
    desk.type("4*")
    #expect(desk.screen().contains("all 5 marked: 250 recipients"))
    desk.store.letters = DeadLetterPage(letters: Sample.letters(3), total: 3, recipients: 150)
    desk.act(.storeChanged)
    desk.wait(1)
    desk.type("d")
    #expect(desk.screen().contains("Redrive 3 dead letters"))
  }

  @Test func resendAsksWithTheExactCount() {
    var desk = Desk()
    desk.type("R")
    #expect(desk.effects.last == .count(.resendable(Scope(campaign: Sample.summer))))
    #expect(desk.screen().contains("20 messages"))
    #expect(desk.screen().contains("kim@example.com, lee@example.com, park@example.com and 17 more"))
    #expect(desk.screen().contains("15 left alone: its campaign was cancelled"))
    desk.type("20")
    desk.press(.enter)
    #expect(desk.commands == [.resend(Scope(campaign: Sample.summer), count: 20)])
    desk.type("R20")
    desk.press(.enter)
    #expect(desk.commands.count == 1, "the same command is not handed out twice at a time")
  }

  /// What R is about, from every pane: the marked, else the row, else what the row of failures counts.
  @Test func resendTakesWhatTheScreenShows() {
    func asked(_ keys: (inout Desk) -> Void) -> Effect? {
      var desk = Desk()
      keys(&desk)
      desk.type("R")
      return desk.effects.last { if case .count(.resendable) = $0 { true } else { false } }
    }
    func messages(_ ids: Int64...) -> [MessageID] { ids.map(MessageID.init(rawValue:)) }
    #expect(asked { _ in } == .count(.resendable(Scope(campaign: Sample.summer))))
    #expect(
      asked {
        $0.press(.enter)
        $0.type("jjjjjj")
      } == .count(.resendable(Scope(campaign: Sample.summer, messages: messages(7)))))
    #expect(
      asked {
        $0.press(.enter)
        $0.type(" jj j ")
      } == .count(.resendable(Scope(campaign: Sample.summer, messages: messages(1, 4, 6)))))
    #expect(
      asked {
        $0.press(.enter)
        $0.type("jjjjjj")
        $0.press(.enter)
      } == .count(.resendable(Scope(campaign: Sample.summer, messages: messages(7)))))
    #expect(
      asked {
        $0.type("fkim")
        $0.press(.enter)
        $0.type("j")
      } == .count(.resendable(Scope(campaign: Sample.summer, messages: messages(12)))))
    #expect(
      asked {
        $0.type("3")
        $0.press(.down, .down)
      } == .count(.resendable(Scope(campaign: Sample.summer, classification: Sample.mailboxFull))))
    #expect(asked { $0.type("4") } == nil)
  }

  @Test func aMarkHoldsWhenItsRowLeavesTheWindow() {
    var desk = Desk()
    desk.press(.enter)
    desk.type(" G")
    #expect(desk.screen().contains("1 marked"))
    desk.type("R")
    #expect(
      desk.effects.last
        == .count(.resendable(Scope(campaign: Sample.summer, messages: [MessageID(rawValue: 1)]))),
      "the marked one, not the one under the cursor")
  }

  @Test func aResendNamesWhatItTakesAndWhyItLeavesTheRest() {
    var desk = Desk()
    desk.store.resendable = ScopeCount(
      taken: 905, sample: ["kim@example.com"],
      skipped: [.init(why: .notResendable(.refused, .cause("invalidParameter")), count: 23)])
    desk.type("3")
    desk.press(.down, .down, .down)
    desk.type("R")
    #expect(desk.screen().contains("905 messages (refused throttled) will be sent once more."))
    #expect(desk.screen().contains("23 left alone: refused (invalidParameter): may not be resent"))
  }

  @Test func nothingToResendIsSaidAndNotAsked() {
    var desk = Desk()
    desk.store.resendable = ScopeCount(taken: 0, skipped: [.init(why: .cancelledCampaign, count: 15)])
    desk.type("R")
    #expect(desk.screen().contains("nothing to resend in “여름 세일 안내”"))
    #expect(desk.screen().contains("was cancelled"), "also where it takes a second line")
    desk.type("y")
    #expect(desk.commands.isEmpty)
  }

  @Test func resumeTakesTheCampaignOfTheRow() {
    var desk = Desk()
    desk.type("4jr")
    #expect(desk.screen().contains("Resume “전자서명"))
    desk.type("350")
    desk.press(.enter)
    #expect(desk.commands == [.resume(Sample.receipts)])
  }

  @Test func pauseIsTheBrakeAndNeedsNoQuestion() {
    var desk = Desk()
    desk.type("pp")
    #expect(desk.commands == [.pause(Sample.summer)])
    desk.act(.done(.pause(Sample.summer), CommandResult(count: 1)))
    #expect(desk.screen().contains("paused “여름 세일 안내”; r resumes it"))
    desk.type("r")
    #expect(desk.screen().contains("it is sending and cannot be resumed: “여름 세일 안내”"))
    desk.type("jjr350")
    desk.press(.enter)
    #expect(desk.commands.last == .resume(Sample.receipts))
  }

  @Test func finishedCampaignsCannotBeCancelled() {
    var desk = Desk()
    desk.type("jx")
    #expect(desk.screen().contains("it is finished and cannot be cancelled; its dead letters are in 4"))
    desk.type("y")
    #expect(desk.commands.isEmpty)
  }

  /// Where there is no room for the explanation there is for the answers.
  @Test func everyAnswerIsOnTheSmallestScreen() {
    var desk = Desk(width: 40, height: 10)
    desk.type("2")
    desk.type(String(repeating: "j", count: 12) + "u")
    #expect(desk.screen().contains("t    sent: nothing more goes out "))
    #expect(desk.screen().contains("o    not sent: send it once more "))
    #expect(desk.screen().contains("Esc  decide later: stays uncertain "))
  }

  @Test func uncertainMessagesAreSettledOneByOneOrMarked() {
    var desk = Desk()
    desk.press(.enter)
    desk.type("u")
    #expect(desk.screen().contains("u settles uncertain messages"))
    // 13 and 26 are uncertain, 14 is not.
    for _ in 1...12 { desk.press(.down) }
    desk.type("  ")
    for _ in 15...25 { desk.press(.down) }
    desk.type(" u")
    #expect(desk.screen().contains("Settle 2 uncertain messages"))
    #expect(desk.screen().contains("1 left alone: not uncertain"))
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
    desk.type("tyyy2")
    desk.press(.enter)
    #expect(desk.commands.isEmpty, "yyy2 is not 2")
    desk.press(.control("u"))
    desk.type("2")
    desk.press(.enter)
    let uncertain = [13, 26].map { MessageID(rawValue: $0) }
    #expect(desk.commands == [.settle(uncertain, .assumeSent)])
  }

  @Test func settlingSaysWhatItRisks() {
    var desk = Desk()
    desk.press(.enter)
    desk.type(String(repeating: "j", count: 12) + "uo")
    #expect(desk.screen().contains("Who did get the first copy gets a second one."))
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
    desk.type("y")
    #expect(desk.commands == [.settle([MessageID(rawValue: 13)], .resend)])
  }

  @Test func takingForSentIsTakenBackWithTheSameKey() {
    var desk = Desk()
    desk.press(.enter)
    desk.store.isSilent = true
    var message = Sample.message(1)
    message.status = .accepted
    message.isAssumed = true
    desk.act(.storeChanged)
    desk.act(.tick(desk.state.now + .seconds(1)))
    guard
      case .load(.page(let query))? = desk.effects.last(where: { if case .load(.page) = $0 { true } else { false } })
    else {
      Issue.record("no page was asked for")
      return
    }
    desk.act(.answered(.page(MessagePage(query: query, rows: [message], hasEarlier: false, hasLater: false))))
    #expect(desk.screen().contains("? assumed"))
    desk.type("u")
    #expect(desk.screen().contains("Take the word back on 1 message"))
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
    desk.type("y")
    #expect(desk.commands == [.settle([MessageID(rawValue: 1)], .undo)])
    desk.act(.done(desk.commands[0], CommandResult(count: 1)))
    #expect(desk.screen().contains("took the word back on 1 message: uncertain again"))
  }

  @Test func theAnswersOfSettlingMeanNothingElseInTheList() {
    var desk = Desk()
    desk.press(.enter)
    desk.type(String(repeating: "j", count: 12) + "u")
    for words in ["t    sent: nothing", "o    not sent: send it", "Esc  decide later: stays"] {
      #expect(desk.screen().contains(words))
    }
    // The keys that filter by status and mark everything in the list behind.
    desk.type("s*")
    desk.press(.enter)
    #expect(desk.screen().contains("t or o, or Esc: decide later"))
    desk.type("ty")
    #expect(desk.commands == [.settle([MessageID(rawValue: 13)], .assumeSent)])
  }

  @Test func noKeyInATypedQuestionIsLeftWithoutAWord() {
    var desk = Desk()
    desk.store.letters = DeadLetterPage(letters: Sample.letters(500), total: 500, recipients: 25_000)
    desk.type("4")
    desk.type("*d")
    desk.press(.control("c"))
    #expect(desk.screen().contains("Ctrl-C does nothing here · Esc: leave it"))
  }

  @Test func cancellingSaysWhenItCountedAndWhatIsFaster() {
    var desk = Desk()
    desk.type("x")
    #expect(desk.screen().contains("780 not yet sent (at 09:05:44)"))
    #expect(desk.screen().contains("Esc, then p, stops it at once."))
  }

  @Test func aLongNameLeavesRoomForWhatMatters() {
    var desk = Desk(isLoaded: false)
    desk.store.snapshot.campaigns[0].name = String(repeating: "분기별 계약 갱신 안내 ", count: 10)
    desk.act(.tick(Sample.now))
    desk.type("p")
    desk.act(.done(.pause(Sample.summer), CommandResult(count: 1)))
    #expect(desk.screen().contains("…”; r resumes it"))
    desk.act(
      .failed(.cancel(Sample.summer), Problem(.foreign("the store is locked"), detail: .said("end the other program"))))
    #expect(
      desk.screen().contains("cancel failed: the store is locked · end the other program"))
    desk.press(.escape)
    desk.type("r")
    #expect(desk.screen().contains("it is sending and cannot be resumed"))
  }

  @Test func escTakesAnyNoticeAway() {
    var desk = Desk()
    desk.press(.enter)
    desk.type("p")
    desk.act(.done(.pause(Sample.summer), CommandResult(count: 1)))
    #expect(desk.screen().contains("paused “여름"))
    desk.press(.escape)
    #expect(!desk.screen().contains("paused “여름"))
    #expect(desk.screen().contains("━ Campaigns ━"), "it would have gone by itself: Esc did the rest too")
  }

  @Test func quittingDuringASendAsksAndFinishes() {
    var desk = Desk()
    desk.type("q")
    #expect(desk.screen().contains("5 in flight (at 09:05:44) finish first."))
    desk.press(.enter)
    #expect(desk.commands.isEmpty && desk.quits == 0)
    desk.type("y")
    #expect(desk.commands.isEmpty && desk.quits == 1)
    #expect(desk.screen().contains("finishing 5 in flight"))
    desk.type("qyqy")
    desk.press(.control("c"))
    desk.type("pnxR")
    #expect(desk.commands.isEmpty && desk.quits == 1)
    #expect(desk.screen().contains("finishing 5 in flight"))
  }

  @Test(arguments: [false, true]) func quittingSaysWhatBecomesOfThoseWhoWait(isThrowaway: Bool) {
    var desk = Desk(isThrowaway: isThrowaway)
    desk.type("q")
    #expect(desk.screen().contains("goes on when Sendboard runs again") != isThrowaway)
    #expect(desk.screen().contains("its store is removed") == isThrowaway)
  }

  @Test func aSignalQuitsWithoutAQuestionAndOnlyOnce() {
    var desk = Desk()
    desk.type("x")
    desk.act(.stop)
    desk.act(.stop)
    desk.type("y")
    #expect(desk.commands.isEmpty && desk.quits == 1, "a question that was open is not answered any more")
  }

  @Test func quittingWithNothingUnderWayIsImmediate() {
    var desk = Desk(isLoaded: false)
    desk.store.snapshot = Snapshot(campaigns: [], health: Health(), at: Sample.now)
    desk.act(.tick(Sample.now))
    desk.type("q")
    #expect(desk.quits == 1)
    var viewer = Desk(runsWorker: false)
    viewer.type("q")
    #expect(viewer.quits == 1, "who does not send has nothing to finish")
  }
}
