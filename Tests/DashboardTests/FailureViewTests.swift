import Canvas
import Dashboard
import Model
import Testing

/// Failures by domain and by time, and what is done to a part of them.
@Suite struct FailureViewTests {
  @Test func theyArePutTogetherByKindDomainHourAndDay() {
    var desk = Desk()
    desk.type("3b")
    #expect(desk.screen().contains("@example.com") && desk.screen().contains("hard 1,500"))
    desk.type("b")
    #expect(desk.screen().contains("2026-11-21 09:00–10:00"))
    desk.type("b")
    #expect(desk.screen().contains("2026-11-21") && !desk.screen().contains("–10:00"))
    desk.type("b")
    #expect(desk.screen().contains("MailboxFull"), "the kinds again")
  }

  @Test func aPartLeadsToItsMessagesAndBack() {
    var desk = Desk()
    desk.type("3bj")
    desk.press(.enter)
    #expect(desk.screen().contains("@한국.kr"))
    #expect(
      desk.effects.contains {
        if case .load(.page(let query)) = $0 { query.slice == FailureSlice(domain: "한국.kr") } else { false }
      })
    desk.type("*R")
    #expect(
      desk.effects.contains(
        .count(.resendable(Scope(campaign: Sample.summer, slice: FailureSlice(domain: "한국.kr"))))),
      "all that the list shows, and nothing else")
    desk.press(.escape, .escape, .escape)
    #expect(desk.screen().contains("@example.com"))
  }

  @Test func aPartIsResentAndWritten() {
    var desk = Desk()
    desk.type("3bR")
    let slice = FailureSlice(domain: "example.com")
    #expect(desk.effects.contains(.count(.resendable(Scope(campaign: Sample.summer, slice: slice)))))
    desk.press(.escape)
    desk.type("e")
    desk.press(.enter)
    guard case .export(let order) = desk.commands.last else {
      Issue.record("\(desk.commands)")
      return
    }
    #expect(order.what == .messages(Scope(campaign: Sample.summer, slice: slice)) && order.total == 1600)
  }

  @Test func anotherCampaignIsShownTheSameWay() {
    var desk = Desk()
    desk.type("3bc")
    #expect(desk.effects.contains(.load(.failureGroups(nil, by: .domain))))
    #expect(desk.screen().contains("Failures of everything"))
  }
}
