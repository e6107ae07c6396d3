import Canvas
import Dashboard
import Model
import Testing

/// Single batches: how an operator comes to them, through them, and to their messages.
@Suite struct BatchListTests {
  @Test func fromACampaignToABatchAndItsMessagesAndBack() {
    var desk = Desk()
    desk.type("b")
    desk.press(.enter)
    #expect(desk.screen().contains("Single batches of “여름 세일 안내”"))
    #expect(desk.screen().contains(" 1/40 "))
    desk.type("jj")
    desk.press(.enter)
    #expect(desk.screen().contains("Messages of “여름 세일 안내” · batch 3"))
    #expect(desk.screen().contains("101"), "the first of its fifty")
    desk.press(.escape)
    #expect(desk.screen().contains("Single batches") && desk.screen().contains(" 3/40 "), "the cursor is where it was")
    desk.press(.escape)
    desk.press(.escape)
    #expect(desk.screen().contains("━ Campaigns"))
    desk.press(.enter)
    #expect(!desk.screen().contains("· batch 3"), "the campaign's messages are all of them again")
  }

  @Test func aStateIsTurnedToAndTypedAndTakenAway() {
    var desk = Desk()
    desk.type("Bs")
    #expect(desk.screen().contains("state") || desk.screen().contains("status"))
    #expect(desk.screen().contains("1/3"), "pending")
    desk.type("s")
    #expect(desk.screen().contains("1/11"), "queued, without those that a worker has")
    desk.type("s")
    #expect(desk.screen().contains("1/2 "), "with a worker")
    desk.press(.escape)
    #expect(desk.screen().contains("1/40"))
    desk.type("/do")
    desk.press(.enter)
    #expect(desk.screen().contains("1/24"))
    desk.type("/xyz")
    #expect(desk.screen().contains("no state begins so"))
    desk.press(.escape)
    #expect(desk.screen().contains("1/24"), "as before")
  }

  @Test func aNumberIsGoneTo() {
    var desk = Desk()
    desk.store.batchRows = (1...5000).map {
      BatchSummary(
        id: BatchID(rawValue: $0 * 2), campaign: Sample.summer, standing: .done, recipients: 50, since: Sample.now)
    }
    desk.type("B/4001")
    desk.press(.enter)
    #expect(desk.screen().contains("2,001/5,000"), "\(desk.screen())")
    desk.type("G")
    #expect(desk.screen().contains("5,000/5,000"))
    desk.press(.pageUp)
    #expect(!desk.screen().contains("5,000/5,000") && desk.screen().contains("4,9"))
    desk.type("/99999")
    desk.press(.enter)
    #expect(desk.screen().contains("5,000/5,000"), "the last there is")
    desk.type("g")
    #expect(desk.screen().contains("1/5,000"))
    // Every page down is obeyed, and no window is larger than some screens.
    for _ in 0..<300 { desk.press(.pageDown) }
    #expect(!desk.screen().contains(" 1/5,000"))
    for effect in desk.effects {
      if case .load(.batches(let query)) = effect { #expect(query.limit <= 400) }
    }
  }

  /// A page that comes late is of another filter, and is not shown.
  @Test func rowsNeverStandUnderAnotherFilter() {
    var desk = Desk()
    desk.type("B")
    let all = desk.store.batches(BatchQuery(campaign: Sample.summer, limit: 100))
    desk.store.isSilent = true
    desk.type("/dead")
    desk.act(.answered(.batches(all)))
    #expect(!desk.screen().contains("1/40"))
  }

  @Test func whatIsResentIsOfTheBatchUnderTheCursor() {
    var desk = Desk()
    desk.type("BjR")
    let scope = Scope(campaign: Sample.summer, batch: BatchID(rawValue: 2))
    #expect(desk.effects.contains(.count(.resendable(scope))))
    // All that a batch's list shows is of the batch, too.
    desk.press(.escape)
    desk.press(.enter)
    desk.type("*R")
    #expect(desk.effects.last { if case .count = $0 { true } else { false } } == .count(.resendable(scope)))
  }

  @Test func receivesThatNobodyWroteDownAreNotKnown() {
    var desk = Desk()
    desk.type("BG")
    #expect(desk.screen().contains("is not known: the queue counts receives"))
    desk.type("g")
    #expect(!desk.screen().contains("is not known"))
  }
}
