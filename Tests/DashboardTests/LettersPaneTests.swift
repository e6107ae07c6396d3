import Canvas
import Dashboard
import Model
import Testing

/// Dead letters: what is in them, how they go back little by little, and those that need nothing any more.
@Suite struct LettersPaneTests {
  @Test func aLetterIsSeenWithItsRecipientsAndItsBody() {
    var desk = Desk()
    desk.type("4")
    desk.press(.enter)
    for text in [
      "Dead letter dl-1000", "Reason  the call to SES timed out", "batch 1700 of “Contract reminder”",
      "received 3 times", "50 recipients not yet accepted", "sendboard/1 store=teststore", "Its recipients: 50",
    ] {
      #expect(desk.screen().contains(text), "\(text)")
    }
    desk.press(.end)
    #expect(desk.screen().contains("이서연49@"), "the last of them, scrolled to")
    desk.type("m")
    #expect(desk.screen().contains("Messages of “Contract reminder”"))
    desk.press(.escape)
    desk.press(.escape)
    #expect(desk.screen().contains("dl-1001"))
  }

  @Test func aLetterIsNotEditedAndItIsSaidWhatHelps() {
    var desk = Desk()
    desk.type("4")
    desk.press(.enter)
    desk.type("E")
    #expect(desk.screen().contains("a letter only names its batch"))
    #expect(!desk.effects.contains { if case .edit = $0 { true } else { false } })
  }

  @Test func aRateIsAskedForSaidAndConfirmedByTheNumber() {
    var desk = Desk()
    desk.type("4*s")
    #expect(desk.screen().contains("letters a second"))
    desk.press(.control("u"))
    desk.type("fast")
    desk.press(.enter)
    #expect(desk.screen().contains("a rate is wanted"))
    desk.press(.control("u"))
    desk.type("1 x 1")
    desk.press(.enter)
    #expect(desk.screen().contains("At most 1 a second, one by one: 1s at least."))
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
    desk.type("100")
    desk.press(.enter)
    #expect(desk.commands == [.redrive(.all, count: 2, rate: LetterRate(perSecond: 1, atATime: 1))])
  }

  @Test func aSlowRedriveIsPausedGoesOnAndIsStopped() {
    var desk = Desk()
    desk.type("4s")
    desk.press(.enter)
    desk.type("50")
    desk.press(.enter)
    let command = desk.commands[0]
    #expect(command == .redrive(.these(["dl-1000"]), count: 1, rate: LetterRate(perSecond: 1)))
    desk.act(.progressed(command, WorkProgress(done: 0, total: 1)))
    desk.type("p")
    #expect(desk.effects.last(where: { if case .steer = $0 { true } else { false } }) == .steer(command, .pause))
    #expect(desk.screen().contains("Under way · paused") && desk.screen().contains("p go on"))
    desk.type("p")
    #expect(desk.effects.contains(.steer(command, .goOn)))
    #expect(!desk.screen().contains("paused"))
    desk.type("s")
    #expect(desk.effects.contains(.steer(command, .stop)))
  }

  @Test func recoveredOnesAreHiddenAndCounted() {
    var desk = Desk()
    var letters = Sample.letters(3)
    letters[1].isRecovered = true
    desk.store.letters = DeadLetterPage(letters: letters, total: 2, recipients: 100, recovered: 1)
    desk.type("4")
    desk.act(.storeChanged)
    desk.wait(1)
    #expect(!desk.screen().contains("dl-1001"))
    #expect(desk.screen().contains("1 recovered: v"))
    desk.type("v")
    #expect(desk.screen().contains("dl-1001") && desk.screen().contains("1 recovered shown"))
    #expect(desk.screen().contains("recovered: its "))
    desk.type("*")
    desk.type("D")
    desk.type("100")
    desk.press(.enter)
    #expect(desk.commands == [.discard(.allAndRecovered, count: 2)], "what is shown is what is meant")
    desk.type("v")
    #expect(!desk.screen().contains("dl-1001"))
  }

  @Test(arguments: [
    ("2", LetterRate(perSecond: 2)), ("0.5/s", LetterRate(perSecond: 0.5)), ("30/m", LetterRate(perSecond: 0.5)),
    ("2 x 10", LetterRate(perSecond: 2, atATime: 10)), ("3600/h", LetterRate(perSecond: 1)), ("", nil), ("0", nil),
    ("-1", nil), ("2/d", nil), ("2 x", nil), ("2 x 0", nil), ("nan", nil), ("inf", nil), ("2 by 3", nil),
  ]) func aRateIsReadAsItIsWritten(text: String, rate: LetterRate?) {
    #expect(LetterRate(text) == rate)
  }

  @Test func aRateSaysHowLongItTakes() {
    #expect(LetterRate(perSecond: 1).span(of: 10) == .seconds(9))
    #expect(LetterRate(perSecond: 2, atATime: 10).span(of: 25) == .seconds(10))
    #expect(LetterRate(perSecond: 2).span(of: 0) == .zero)
  }
}
