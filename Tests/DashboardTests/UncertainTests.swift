import Canvas
import Dashboard
import Model
import Testing

/// Uncertain messages have a place of their own, and the word on them can be taken back.
@Suite struct UncertainTests {
  @Test(arguments: ["", "3", "4", "7", "8", "b"]) func oneKeyLeadsThereAndEscLeadsBack(from keys: String) {
    var desk = Desk()
    desk.type(keys)
    let before = desk.screen()
    desk.type("U")
    #expect(desk.screen().contains("status uncertain"))
    desk.press(.escape)
    #expect(desk.screen() == before)
  }

  @Test func theyAreOfTheCampaignThatHasSomeOrOfAll() {
    var desk = Desk()
    desk.type("U")
    #expect(desk.screen().contains("Messages of all campaigns"), "the summer's has none")
    desk.press(.escape)
    desk.type("jU")
    #expect(desk.screen().contains("Messages of “Contract reminder”"))
  }

  @Test func allOfACampaignAreSettledByOneTypedNumber() {
    var desk = Desk()
    desk.type("U*u")
    #expect(desk.screen().contains("Settle 119 uncertain messages"))
    desk.type("t")
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
    desk.type("119")
    desk.press(.enter)
    guard case .settle(let ids, .assumeSent) = desk.commands.first else {
      Issue.record("\(desk.commands)")
      return
    }
    #expect(ids.count == 119)
  }

  @Test func manyAreTakenBackByOneTypedNumber() {
    var desk = Desk()
    desk.store.assumed = (1...40).map { MessageID(rawValue: Int64($0)) }
    desk.store.messages = 5
    desk.press(.enter)
    desk.type("*u")
    #expect(desk.screen().contains("Take the word back on 40 messages"))
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
    desk.type("40")
    desk.press(.enter)
    #expect(desk.commands == [.settle(desk.store.assumed, .undo)])
  }

  @Test func whereThereAreBothEachHasItsAnswer() {
    var desk = Desk()
    desk.store.assumed = [MessageID(rawValue: 1), MessageID(rawValue: 2)]
    desk.press(.enter)
    desk.type("*u")
    #expect(desk.screen().contains("Take the word back on 2 messages"))
    desk.type("b2")
    desk.press(.enter)
    #expect(desk.commands == [.settle(desk.store.assumed, .undo)])
  }

  @Test func whatWasAssumedIsAStopAmongTheStatuses() {
    var desk = Desk()
    desk.store.snapshot.campaigns[0].assumed = 3
    desk.act(.storeChanged)
    desk.wait(1)
    desk.press(.enter)
    var seen = 0
    for _ in 0..<12 where !desk.screen().contains("status assumed") {
      desk.type("s")
      seen += 1
    }
    #expect(desk.screen().contains("status assumed"))
    #expect(
      desk.effects.contains {
        if case .load(.page(let query)) = $0 { query.isAssumed && query.status == nil } else { false }
      })
    for _ in 0..<seen { desk.type("S") }
    #expect(!desk.screen().contains("· status"))
  }
}
