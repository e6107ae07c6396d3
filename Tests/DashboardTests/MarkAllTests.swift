import Canvas
import Model
import Testing

@testable import Dashboard

/// Marking all that a filter shows, also beyond the window.
@Suite struct MarkAllTests {
  @Test("What is shown is marked as a condition, and the question is about that")
  func condition() {
    var desk = Desk()
    desk.type("2")
    repeat { desk.type("s") } while desk.state.panes.messages.scope.status?.isFailure != true
    let status = desk.state.panes.messages.scope.status
    desk.type("*")
    #expect(desk.screen().contains("in this filter marked"))
    #expect(desk.screen().contains("R resend all in this filter"))
    desk.type("R")
    let scope = Scope(campaign: Sample.summer, statuses: [status].compactMap(\.self))
    #expect(desk.effects.contains(.count(.resendable(scope))))
    #expect(desk.commands.isEmpty, "the count has to be typed")
    desk.type("20")
    desk.press(.enter)
    #expect(desk.commands == [.resend(scope, count: 20)])
  }

  @Test("The filter's address narrows it")
  func address() {
    var desk = Desk()
    desk.type("2/kim")
    desk.press(.enter)
    desk.type("*R")
    #expect(desk.effects.contains(.count(.resendable(Scope(campaign: Sample.summer, addressPrefix: "kim")))))
  }

  @Test("Esc takes the marks away before it leaves; a mark by hand does too")
  func away() {
    var desk = Desk()
    desk.type("2*")
    desk.press(.escape)
    #expect(!desk.screen().contains("marked") && desk.state.focus == .messages)
    desk.type("* ")
    #expect(desk.screen().contains("1 marked") && !desk.state.panes.messages.isAllMarked)
    desk.type("R")
    #expect(desk.effects.last == .count(.resendable(Scope(campaign: Sample.summer, messages: [Sample.message(1).id]))))
  }

  @Test("Another filter is another list: nothing of it is marked")
  func otherFilter() {
    var desk = Desk()
    desk.type("2*s")
    #expect(!desk.state.panes.messages.isAllMarked)
  }

  @Test("u asks about every uncertain message of the filter, with their number")
  func settle() {
    var desk = Desk()
    desk.type("2*u")
    let uncertain = Sample.messages.prefix(2000).filter { $0.status == .uncertain && $0.campaign == Sample.summer }
    #expect(uncertain.count > 1)
    desk.type("t\(uncertain.count)")
    desk.press(.enter)
    #expect(desk.commands == [.settle(uncertain.map(\.id), .assumeSent)])
  }

  @Test("R says how many are marked before it is pressed")
  func footer() {
    var desk = Desk(width: 120)
    desk.type("2")
    // The seventh is a soft bounce, which may be resent.
    for _ in 0..<6 { desk.press(.down) }
    #expect(desk.screen().contains("R resend  "))
    desk.type(" ")
    #expect(desk.screen().contains("R resend 1 marked"))
  }
}
