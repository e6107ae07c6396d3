import Canvas
import Dashboard
import Model
import Testing

/// The quarantine and the record of what operators did.
@Suite struct RecordsTests {
  @Test func theQuarantineIsSeenWholeAndLeftAgain() {
    var desk = Desk()
    desk.type("7")
    #expect(desk.screen().contains("2,400,000 the JSON has"))
    #expect(desk.screen().contains(#"\xFF\xFE"#), "what is no text is shown as bytes")
    desk.press(.enter)
    #expect(desk.screen().contains("Document 17"))
    #expect(desk.screen().contains("line 3 of the document"))
    desk.press(.end)
    #expect(desk.screen().contains("line 40 of the document"))
    desk.press(.escape)
    #expect(desk.screen().contains("2,400,000 the JSON has"))
  }

  @Test func oneIsTriedAgainWithoutAQuestionAndTheMarkedTogether() {
    var desk = Desk()
    desk.type("7t")
    #expect(desk.commands == [.retryQuarantined(.these([17]), count: 1)])
    desk.act(.done(desk.commands[0], CommandResult(count: 1)))
    desk.type("  t")
    #expect(desk.commands.last == .retryQuarantined(.these([12, 17]), count: 2), "the two that were marked")
  }

  @Test func droppingAllWantsTheCountTyped() {
    var desk = Desk()
    desk.type("7*D")
    desk.press(.enter)
    #expect(desk.commands.isEmpty, "Enter alone drops nothing")
    desk.type("3")
    desk.press(.enter)
    #expect(desk.commands == [.dropQuarantined(.all(newest: 17), count: 3)])
  }

  @Test func whatSomebodyElseTookOutIsMarkedNoMore() {
    var desk = Desk()
    desk.type("7 ")
    desk.store.quarantine = QuarantinePage(entries: Array(Sample.quarantine.dropFirst()), total: 2)
    desk.act(.storeChanged)
    desk.wait(1)
    desk.type("t")
    #expect(desk.commands == [.retryQuarantined(.these([12]), count: 1)])
  }

  @Test func whoDidWhatIsFilteredAndLeadsToItsMessages() {
    var desk = Desk()
    desk.type("8")
    #expect(desk.screen().contains("kim") && desk.screen().contains("pause"))
    desk.type("/pause")
    #expect(!desk.screen().contains("launched"))
    desk.press(.enter)
    desk.press(.enter)
    #expect(desk.screen().contains("Messages"))
    desk.press(.escape)
    desk.press(.escape)
    #expect(desk.screen().contains("launched"), "Esc takes the filter away")
  }

  @Test func anEntryAboutNoCampaignLeadsNowhere() {
    var desk = Desk()
    desk.type("8jj")
    desk.press(.enter)
    #expect(desk.screen().contains("it was about no campaign, or several"))
  }
}
