import Canvas
import Dashboard
import Model
import Testing

/// Nothing dangerous happens by Enter alone, and what is shown is what is done.
@Suite struct ConfirmationTests {
  @Test(arguments: ["x", "R", "4 d", "4 D", "4da", "4Dt"])
  func enterAloneDoesNothing(keys: String) {
    var desk = Desk()
    desk.type(keys)
    desk.press(.enter, .enter, .character(" "), .enter, .paste("y"), .enter, .tab, .enter)
    #expect(desk.commands.isEmpty)
    desk.type("y")
    #expect(desk.commands.count == 1)
  }

  @Test func aThousandOrMoreMustBeTyped() {
    var desk = Desk()
    desk.store.letters = DeadLetterPage(letters: Sample.letters(500), total: 2400, recipients: 120_000)
    desk.type("4")
    desk.type("da")
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
    desk.type("y")
    #expect(desk.commands == [.redrive(.these(["dl-1000", "dl-1002"]), count: 2)])
    desk.act(.done(desk.commands[0], Outcome(count: 1, note: "1 was gone")))
    #expect(desk.screen().contains("redrove 1 dead letter (2 were confirmed) · 1 was gone"))
  }

  @Test func marksFallAwayWithTheirLetters() {
    var desk = Desk()
    desk.store.letters = DeadLetterPage(letters: Sample.letters(5), total: 5, recipients: 250)
    desk.type("4a")
    #expect(desk.screen().contains("5 marked: 250 recipients"))
    desk.store.letters = DeadLetterPage(letters: Sample.letters(3), total: 3, recipients: 150)
    desk.act(.storeChanged)
    desk.wait(1)
    desk.type("d")
    #expect(desk.screen().contains("Redrive 3 dead letters"))
  }

  @Test func resendAsksWithTheExactCount() {
    var desk = Desk()
    desk.type("R")
    #expect(desk.effects.last == .countResendable(ResendCondition(campaign: Sample.summer)))
    #expect(desk.screen().contains("20 messages"))
    desk.type("y")
    #expect(desk.commands == [.resend(ResendCondition(campaign: Sample.summer), count: 20)])
    desk.type("R")
    desk.type("y")
    #expect(desk.commands.count == 1, "the same command is not handed out twice at a time")
  }

  @Test func nothingToResendIsSaidAndNotAsked() {
    var desk = Desk()
    desk.store.resendable = ResendCount(resendable: 0, skipped: [.init(why: "hard bounces", count: 15)])
    desk.type("R")
    #expect(desk.screen().contains("nothing to resend in “여름 세일 안내” · 15 left alone: hard bounces"))
    desk.type("y")
    #expect(desk.commands.isEmpty)
  }

  @Test func pauseIsTheBrakeAndNeedsNoQuestion() {
    var desk = Desk()
    desk.type("pp")
    #expect(desk.commands == [.pause(Sample.summer)])
    desk.act(.done(.pause(Sample.summer), Outcome(count: 1)))
    #expect(desk.screen().contains("paused “여름 세일 안내”; r resumes it"))
    desk.type("r")
    #expect(desk.screen().contains("it is sending and cannot be resumed: “여름 세일 안내”"))
    desk.type("jjr")
    desk.type("y")
    #expect(desk.commands.last == .resume(Sample.receipts))
  }

  @Test func finishedCampaignsCannotBeCancelled() {
    var desk = Desk()
    desk.type("jx")
    #expect(desk.screen().contains("it is finished and cannot be cancelled; its dead letters are in 4"))
    desk.type("y")
    #expect(desk.commands.isEmpty)
  }

  @Test func uncertainMessagesAreSettledOneByOneOrMarked() {
    var desk = Desk()
    desk.press(.enter)
    desk.type("u")
    #expect(desk.screen().contains("u settles uncertain messages"))
    desk.type("au")
    #expect(desk.screen().contains("Settle 6 uncertain messages"), "13, 26, 39, 52, 65, 78 of the first 100")
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
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

  @Test func theAnswersOfSettlingMeanNothingElseInTheList() {
    var desk = Desk()
    desk.press(.enter)
    desk.type(String(repeating: "j", count: 12) + "u")
    for words in ["t    it was sent: nothing", "o    it was not sent: send it", "Esc  decide later: it stays"] {
      #expect(desk.screen().contains(words))
    }
    // The keys that filter by status and mark everything in the list behind.
    desk.type("sa")
    desk.press(.enter)
    #expect(desk.screen().contains("t or o, or Esc: decide later"))
    desk.type("ty")
    #expect(desk.commands == [.settle([MessageID(rawValue: 13)], .assumeSent)])
  }

  @Test func noKeyInATypedQuestionIsLeftWithoutAWord() {
    var desk = Desk()
    desk.store.letters = DeadLetterPage(letters: Sample.letters(500), total: 500, recipients: 25_000)
    desk.type("4")
    desk.type("da")
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
    desk.act(.done(.pause(Sample.summer), Outcome(count: 1)))
    #expect(desk.screen().contains("…”; r resumes it"))
    desk.act(.failed(.cancel(Sample.summer), Problem("the store is locked", remedy: "end the other program")))
    #expect(desk.screen().contains("cancel failed: the store is locked · end the other program"))
    desk.press(.escape)
    desk.type("r")
    #expect(desk.screen().contains("it is sending and cannot be resumed"))
  }

  @Test func escTakesAnyNoticeAway() {
    var desk = Desk()
    desk.press(.enter)
    desk.type("p")
    desk.act(.done(.pause(Sample.summer), Outcome(count: 1)))
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
    #expect(desk.commands.isEmpty)
    desk.type("y")
    #expect(desk.commands == [.quit])
    #expect(desk.screen().contains("finishing 5 in flight"))
    desk.type("qyqy")
    desk.press(.control("c"))
    desk.type("pnxR")
    #expect(desk.commands == [.quit])
    #expect(desk.screen().contains("finishing 5 in flight"))
  }

  @Test func aSignalQuitsWithoutAQuestionAndOnlyOnce() {
    var desk = Desk()
    desk.type("x")
    desk.act(.stop)
    desk.act(.stop)
    desk.type("y")
    #expect(desk.commands == [.quit], "a question that was open is not answered any more")
    #expect(!desk.state.isFinished)
    desk.act(.done(.quit, Outcome(count: 0)))
    #expect(desk.state.isFinished)
  }

  @Test func quittingWithNothingUnderWayIsImmediate() {
    var desk = Desk(isLoaded: false)
    desk.store.snapshot = Snapshot(campaigns: [], health: Health(), at: Sample.now)
    desk.act(.tick(Sample.now))
    desk.type("q")
    #expect(desk.commands == [.quit])
    var viewer = Desk(runsWorker: false)
    viewer.type("q")
    #expect(viewer.commands == [.quit], "who does not send has nothing to finish")
  }
}
