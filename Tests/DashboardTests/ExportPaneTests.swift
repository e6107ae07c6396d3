import Canvas
import Dashboard
import Model
import Testing
import Words

/// What a pane shows is written to a file: what is marked, else the row.
@Suite struct ExportPaneTests {
  private func order(_ desk: Desk) -> ExportOrder? {
    if case .export(let order) = desk.commands.last { order } else { nil }
  }

  @Test func theRowIsWrittenUnlessSomethingIsMarked() {
    var desk = Desk()
    desk.press(.enter)
    desk.type("e")
    #expect(desk.screen().contains("export 1 message to: 여름-세일-안내-20261121-0905.csv"))
    desk.press(.enter)
    #expect(order(desk)?.what == .messages(Scope(campaign: Sample.summer, messages: [MessageID(rawValue: 1)])))
    #expect(order(desk)?.total == 1 && order(desk)?.replaces == false)
    desk.act(.done(desk.commands[0], CommandResult(count: 1)))
    desk.type("  e")
    #expect(desk.screen().contains("export 2 messages to: "))
    desk.press(.enter)
    #expect(order(desk)?.total == 2)
  }

  @Test func allOfAFilterIsAConditionAndHasItsCount() {
    var desk = Desk()
    desk.press(.enter)
    // All, queued, sending, accepted, delayed, delivered, opened, clicked, softBounced.
    while !desk.screen().contains("status softBounced") { desk.type("s") }
    desk.type("*e")
    #expect(desk.screen().contains("export 20 messages to: 여름-세일-안내-softBounced-"))
    desk.press(.enter)
    #expect(
      order(desk)?.what == .messages(Scope(campaign: Sample.summer, statuses: [.softBounced])), "not twenty numbers")
  }

  @Test func theNameIsTheOperatorsAndEscLeavesIt() {
    var desk = Desk()
    desk.type("3e")
    desk.press(.control("u"))
    desk.press(.enter)
    #expect(desk.screen().contains("a file's name is needed") && desk.commands.isEmpty)
    desk.type("~/gone.csv")
    desk.press(.escape)
    #expect(desk.commands.isEmpty)
    desk.type("e")
    desk.press(.control("u"))
    desk.type("gone.csv")
    desk.press(.enter)
    #expect(order(desk)?.file == "gone.csv")
    #expect(
      order(desk)?.what == .messages(Scope(campaign: Sample.summer, classification: Sample.noSuchUser)),
      "the failures under the cursor")
  }

  @Test func itIsSeenHowFarItIsAndItCanBeStopped() {
    var desk = Desk()
    desk.press(.enter)
    desk.type("*e")
    desk.press(.enter)
    #expect(desk.screen().contains("Under way"))
    desk.act(.progressed(desk.commands[0], WorkProgress(done: 1000, total: 2000)))
    #expect(desk.screen().contains("1,000 of 2,000"))
    desk.press(.escape)
    #expect(!desk.screen().contains("Under way"))
    #expect(desk.screen().contains("export to 여름-세일-안내-20261121-0905.csv: 1,000 of 2,000"), "in the line at the bottom")
    desk.type("w")
    #expect(desk.screen().contains("Under way"))
    desk.type("p")
    #expect(
      !desk.effects.contains { if case .steer(_, .pause) = $0 { true } else { false } }, "a file is written at once")
    desk.type("s")
    #expect(desk.effects.contains(.steer(desk.commands[0], .stop)))
    desk.act(.done(desk.commands[0], CommandResult(count: 0, note: .stoppedWithoutFile)))
    #expect(desk.screen().contains("stopped: no file was written"))
    #expect(!desk.screen().contains("Under way"))
    desk.type("w")
    #expect(desk.screen().contains("nothing is under way"))
  }

  @Test func aFileThatIsThereIsReplacedOnlyAfterAQuestion() {
    var desk = Desk()
    desk.type("8e")
    #expect(desk.screen().contains("export 4 entries to: history-20261121-0905.csv"))
    desk.press(.enter)
    desk.act(.failed(desk.commands[0], Problem(.fileExists("history-20261121-0905.csv"))))
    #expect(desk.screen().contains("Replace history-20261121-0905.csv"))
    desk.press(.enter)
    #expect(desk.commands.count == 1, "Enter alone replaces nothing")
    desk.type("y")
    #expect(desk.commands.count == 2 && order(desk)?.replaces == true)
  }

  @Test func marksStayForWhatIsDoneNext() {
    var desk = Desk()
    desk.press(.enter)
    desk.type("  e")
    desk.press(.enter)
    desk.act(.done(desk.commands[0], CommandResult(count: 2)))
    #expect(desk.screen().contains("2 marked"))
  }

  @Test func lookingOnlyIsNoReasonNotToWriteAFileOfOnesOwn() {
    var desk = Desk(isReadOnly: true)
    desk.press(.enter)
    desk.type("e")
    desk.press(.enter)
    #expect(desk.commands.count == 1)
    desk.act(.failed(desk.commands[0], Problem(.fileExists("x"))))
    desk.type("y")
    #expect(desk.commands.count == 2)
  }

  @Test func documentsAreWrittenAsTheyCameOrAsLines() {
    var desk = Desk()
    desk.type("7e")
    #expect(desk.screen().contains("export 1 document to: quarantine-17-20261121-0905.json"))
    desk.press(.escape)
    desk.type("*e")
    #expect(desk.screen().contains("export 3 documents to: quarantine-20261121-0905.ndjson"))
    desk.press(.enter)
    #expect(order(desk)?.what == .documents(.all(newest: 17)))
  }

  @Test func thereMayBeNothingToWrite() {
    var desk = Desk()
    desk.type("6e")
    #expect(desk.screen().contains("there is nothing here to export"))
    desk.type("4e")
    #expect(desk.screen().contains("export the recipients of 1 dead letter to: "))
    desk.press(.enter)
    #expect(order(desk)?.file == "Contract-reminder-deadletters-20261121-0905.csv")
  }
}
