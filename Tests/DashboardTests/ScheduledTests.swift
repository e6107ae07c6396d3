import Canvas
import Model
import Testing
import Words

@testable import Dashboard

/// Campaigns that begin at a time: when they do, at whose word, and what is told of those that have not.
@Suite struct ScheduledTests {
  private let winter = CampaignID(rawValue: 4)

  private func desk(
    in seconds: Int, state: CampaignState = .scheduled, count: Int = 1200, isReadOnly: Bool = false
  ) -> Desk {
    var desk = Desk(isLoaded: false, isReadOnly: isReadOnly)
    var campaign = Sample.campaign(
      winter, "겨울 안내", state, recipients: count, [.queued: count], .init(pending: 24), subject: "겨울 세일")
    campaign.dueAt = Sample.now + .seconds(seconds)
    desk.store.snapshot.campaigns.insert(campaign, at: 0)
    desk.store.snapshot.campaignTotal = 4
    desk.act(.tick(Sample.now))
    desk.type("g")
    return desk
  }

  @Test func itIsBegunAtOnceForTheTypedNumberAlone() {
    var desk = desk(in: 7200)
    #expect(desk.screen().contains("begins 11:05, in 2h00m · r begins it now, t sets another time"))
    desk.type("r")
    #expect(desk.screen().contains("Begin “겨울 안내” now") && desk.screen().contains("It was to begin 11:05."))
    desk.press(.enter)
    desk.type("y")
    #expect(desk.commands.isEmpty)
    desk.press(.control("u"))
    desk.type("1200")
    desk.press(.enter)
    #expect(desk.commands == [.begin(winter)])
  }

  @Test func anotherTimeIsTyped() {
    var desk = desk(in: 7200)
    desk.type("t")
    #expect(desk.screen().contains("begin at (2026-12-01 09:30, or 09:30): 2026-11-21 11:05"))
    desk.press(.escape)
    #expect(desk.commands.isEmpty)
    desk.type("t")
    desk.press(.control("u"))
    desk.press(.enter)
    #expect(desk.commands.isEmpty && desk.screen().contains("a time is needed"))
    desk.type("09:45")
    desk.press(.enter)
    #expect(desk.commands == [.reschedule(winter, to: "09:45")])
    // What was not taken is there to be mended.
    desk.act(.failed(.reschedule(winter, to: "09:45"), Problem(.foreign("no"))))
    desk.type("t")
    #expect(desk.screen().contains("or 09:30): 09:45"))
  }

  @Test func theKeyIsOfferedWhereThereIsATime() {
    var desk = desk(in: 7200)
    func isOffered() -> Bool {
      desk.state.offered(CampaignsPane.keys(desk.state)).contains { $0.hint == .startTime }
    }
    #expect(isOffered())
    desk.type("j")
    #expect(!isOffered())
    desk.type("t")
    #expect(desk.screen().contains("only a scheduled campaign has a time to change") && desk.state.modal == nil)
    desk.type("gp")
    #expect(desk.commands.isEmpty && desk.screen().contains("scheduled"), "there is nothing to pause yet")
  }

  @Test func whoOnlyLooksChangesNothing() {
    var desk = desk(in: 7200, isReadOnly: true)
    desk.type("r")
    #expect(desk.state.modal == nil)
    desk.type("t")
    #expect(desk.commands.isEmpty && desk.state.modal == nil)
    #expect(!desk.state.offered(CampaignsPane.keys(desk.state)).contains { $0.hint == .startTime })
  }

  @Test(arguments: [(-290, false), (-301, true)]) func oneThatWasMissedIsToldOnce(seconds: Int, isMissed: Bool) {
    var desk = desk(in: seconds)
    #expect(desk.screen().contains("due while nothing ran, and not begun: 겨울 안내") == isMissed)
    #expect(desk.screen().contains("! missed") == isMissed)
    #expect(desk.screen().contains("and nothing ran: r begins it now") == isMissed)
    desk.press(.escape)
    #expect(!desk.screen().contains("due while nothing ran"))
    desk.act(.storeChanged)
    desk.wait(2)
    #expect(desk.screen().contains("! missed") == isMissed)
    if isMissed { #expect(!desk.screen().contains("due while nothing ran"), "it is told once") }
  }

  /// What is launched begins at the moment that was shown, not at what is typed by then.
  @Test func theMomentThatIsShownIsTheOneThatIsLaunched() {
    var desk = Desk()
    desk.store.audience.dueAt = Sample.now + .seconds(7200)
    Screens.fillForm(&desk)
    desk.press(.backTab)
    desk.type("11:05")
    desk.press(.tab, .enter)
    #expect(desk.screen().contains("Begins   2026-11-21 11:05 UTC+9"))
    desk.type("1950")
    desk.press(.enter)
    guard case .launch(let composition, 1950, nil, let due) = desk.commands.first else {
      Issue.record("\(desk.commands)")
      return
    }
    #expect(composition.start == "11:05" && due == Sample.now + .seconds(7200))
  }
}
