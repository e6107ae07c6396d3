import Model
import Testing

@Suite struct AlertGroupTests {
  private let start = Timestamp(milliseconds: 1_795_000_000_000)

  private func at(_ seconds: Int64) -> Timestamp { start + .seconds(seconds) }

  @Test func theFirstMessageWaitsForCompany() {
    var group = AlertGroup(content: 1, at: start)
    #expect(group.message(at: at(29)) == nil)
    group.fire(2, at: at(10))
    #expect(group.message(at: at(30)) == .firing)
    // Not noted: whoever died before is asked again.
    #expect(group.message(at: at(31)) == .firing)
    group.note(toldAt: at(31))
    #expect(group.message(at: at(32)) == nil)
  }

  @Test func whatIsOverBeforeIsNeverTold() {
    var group = AlertGroup(content: 1, at: start)
    group.resolve(at: at(29))
    #expect(group.message(at: at(3600)) == nil && group.isOver)
    group.fire(1, at: at(4000))
    #expect(group.since == at(4000) && group.message(at: at(4029)) == nil && group.message(at: at(4030)) == .firing)
  }

  @Test func newsComesEveryFiveMinutesAndTheSameAfterFourHours() {
    var group = AlertGroup(content: 1, at: start)
    group.note(toldAt: at(30))
    group.fire(2, at: at(40))
    #expect(group.message(at: at(329)) == nil && group.message(at: at(330)) == .news)
    group.note(toldAt: at(330))
    #expect(group.message(at: at(330 + 14_399)) == nil && group.message(at: at(330 + 14_400)) == .stillFiring)
    // What is as it was when it was told last is no news.
    group.fire(3, at: at(400))
    group.fire(2, at: at(500))
    #expect(group.message(at: at(700)) == nil)
  }

  @Test func theEndIsToldWithHowLongItTook() {
    var group = AlertGroup(content: 1, at: start)
    group.note(toldAt: at(30))
    group.resolve(at: at(100))
    group.resolve(at: at(120))
    #expect(group.message(at: at(101)) == .resolved(after: .seconds(100)))
    group.note(toldAt: at(101))
    #expect(group.isOver && group.message(at: at(90_000)) == nil)
  }

  /// What comes back before its end was told goes on.
  @Test func whatOnlyPausedGoesOn() {
    var group = AlertGroup(content: 1, at: start)
    group.note(toldAt: at(30))
    group.resolve(at: at(40))
    group.fire(1, at: at(50))
    #expect(group.since == start && group.until == nil && group.message(at: at(60)) == nil)
  }

  @Test func theBiggerMutesTheSmaller() {
    let (one, two) = (CampaignID(rawValue: 1), CampaignID(rawValue: 2))
    let account = AlertKey(.accountStopped)
    let paused = AlertKey(.campaignPaused, campaign: one)
    #expect(account.mutes(paused) && account.mutes(AlertKey(.bounces, campaign: two, subject: "5.1.1")))
    #expect(paused.mutes(AlertKey(.bounces, campaign: one)) && !paused.mutes(AlertKey(.bounces, campaign: two)))
    #expect(!paused.mutes(account) && !paused.mutes(paused) && !account.mutes(AlertKey(.deadLetters)))
    // Nothing mutes what mutes it, or nobody would be told.
    for rule in AlertRule.allCases {
      for other in AlertRule.allCases where rule.mutes(other) { #expect(!other.mutes(rule), "\(rule) \(other)") }
    }
  }

  @Test func twentyAnHourGoOut() {
    var cap = AlertCap()
    for second in 0..<20 { #expect(cap.ask(at: at(Int64(second))) == .goes) }
    #expect(cap.ask(at: at(20)) == .held && cap.ask(at: at(3599)) == .held)
    #expect(cap.ask(at: at(3600)) == .goesAfterHolding(2))
    #expect(cap.ask(at: at(3600)) == .held && cap.ask(at: at(3601)) == .goesAfterHolding(1))
    // The clock was set back a day: what is of a time to come holds nothing back.
    #expect(cap.ask(at: at(-86_400)) == .goes)
  }
}
