import Canvas
import Dashboard
import Model
import Testing

/// What changed is marked, nothing moves under the cursor, and a campaign's line says all that is wrong.
@Suite struct WatchTests {
  private func row(_ desk: Desk, _ name: String) -> String {
    desk.screen().split(separator: "\n").map(String.init).first { $0.contains(name) && !$0.contains("─") } ?? ""
  }

  @Test func whatWentWrongSinceTheLastLookIsMarkedUntilTheCursorWasThere() {
    var desk = Desk()
    #expect(!desk.screen().contains("•"), "all that was there at the beginning was seen")
    desk.store.snapshot.campaigns[1].counts[.hardBounced, default: 0] += 1
    desk.store.snapshot.campaigns[0].counts[.hardBounced, default: 0] += 1
    desk.wait(2)
    #expect(row(desk, "Contract").hasPrefix("•Contract"))
    #expect(!row(desk, "여름").hasPrefix("•"), "the cursor is on it")
    desk.type("j")
    #expect(row(desk, "Contract").hasPrefix(" Contract"))
    desk.type("k")
    #expect(!desk.screen().contains("•"))
  }

  @Test func progressIsNoReasonForAMark() {
    var desk = Desk()
    desk.type("j")
    desk.store.snapshot.campaigns[0].counts[.delivered, default: 0] += 100
    desk.store.snapshot.campaigns[0].counts[.queued, default: 0] -= 100
    desk.wait(2)
    #expect(!desk.screen().contains("•"))
  }

  @Test(arguments: ["state", "dead", "uncertain", "note"]) func eachTroubleIsMarked(trouble: String) {
    var desk = Desk()
    desk.type("j")
    switch trouble {
    case "state": desk.store.snapshot.campaigns[2].state = .cancelled
    case "dead": desk.store.snapshot.campaigns[2].batches.dead += 1
    case "uncertain": desk.store.snapshot.campaigns[2].counts[.uncertain, default: 0] += 1
    default: desk.store.snapshot.campaigns[2].note = nil
    }
    desk.wait(2)
    #expect(row(desk, "전자서명").hasPrefix("•"))
  }

  @Test func whoeverLeavesTheListHasSeenIt() {
    var desk = Desk()
    desk.store.snapshot.campaigns[1].batches.dead += 1
    desk.wait(2)
    #expect(row(desk, "Contract").hasPrefix("•"))
    desk.type("31")
    #expect(!desk.screen().contains("•"))
    desk.type("3")
    desk.store.snapshot.campaigns[1].batches.dead += 1
    desk.wait(6)
    desk.type("1")
    #expect(row(desk, "Contract").hasPrefix("•"), "it changed while they were elsewhere")
  }

  @Test func theHelpSaysWhatIsMarked() {
    var desk = Desk(width: 200, height: 50)
    desk.type("?")
    desk.press(.end)
    #expect(desk.screen().contains("since you were on it or left the list"))
  }

  /// The row under the cursor stays it, and in a list that is scrolled it stays on its line, too.
  @Test func newCampaignsMoveNothingUnderTheCursor() {
    var desk = Desk(height: 30)
    func campaign(_ number: Int) -> CampaignSummary {
      Sample.campaign(
        CampaignID(rawValue: Int64(number)), "Campaign \(number).", .finished, recipients: 10, [.delivered: 10],
        .init(done: 1), subject: "")
    }
    desk.store.snapshot = Snapshot(
      campaigns: (1...100).reversed().map(campaign), health: Sample.health, at: Sample.now)
    desk.wait(6)
    desk.press(.pageDown, .pageDown, .up)
    func line(_ desk: Desk) -> Int? {
      let lines = desk.screen().split(separator: "\n", omittingEmptySubsequences: false)
      let name = lines.first { $0.contains("Batches of") }?.split(separator: "“").last?.prefix { $0 != "”" } ?? ""
      return lines.firstIndex { $0.contains(" \(name) ") && !$0.contains("Batches of") }
    }
    let before = line(desk)
    let chosen = desk.screen().split(separator: "\n").first { $0.contains("Batches of") }
    #expect(before != nil)
    desk.store.snapshot.campaigns.insert(campaign(101), at: 0)
    desk.store.snapshot.campaigns.insert(campaign(102), at: 0)
    desk.store.snapshot.campaignTotal = 102
    desk.wait(6)
    #expect(line(desk) == before)
    #expect(desk.screen().split(separator: "\n").first { $0.contains("Batches of") } == chosen)
  }

  @Test func aFinishedCampaignSaysWhatIsMissingAndNeverNinetyNinePercent() {
    let desk = Screens.make("finished 80x24")
    #expect(!desk.screen().contains("99%") && !desk.screen().contains("98%"))
    #expect(row(desk, "Contract").contains("  -1k "))
    #expect(desk.screen().contains("finished, 25 dead, 701 uncertain"))
    var whole = Desk()
    whole.store.snapshot.campaigns[1].counts = [.delivered: 100_000]
    whole.store.snapshot.campaigns[1].batches = .init(done: 2000)
    whole.wait(2)
    #expect(row(whole, "Contract").contains("100%"))
  }

  @Test func pausedIsSaidWhateverElseIsWrong() {
    var desk = Desk()
    desk.store.snapshot.campaigns[2].batches = .init(pending: 5, dead: 2)
    desk.store.snapshot.campaigns[2].counts = [.queued: 300, .uncertain: 50]
    desk.wait(12)
    desk.type("jj")
    #expect(row(desk, "전자서명").contains("paused"))
    #expect(desk.screen().contains("paused, 2 dead, 50 uncertain"))
  }

  @Test func ratesSayThatTheyLeaveTheSimulatorOut() {
    #expect(Screens.make("finished 80x24").screen().contains("(rates without 20 to the simulator)"))
    #expect(!Desk().screen().contains("simulator"))
  }

  @Test func theHeaderOfASmallScreenTellsWhatIsAlarmingFirst() {
    var desk = Desk(width: 40, height: 10)
    func header() -> String { String(desk.screen().prefix { $0 != "\n" }) }
    #expect(header().hasPrefix(" !2 dead  !2 uncertain"))
    desk.store.snapshot.health.deadLetters = 0
    desk.store.snapshot.health.uncertain = 0
    desk.wait(2)
    #expect(header().hasPrefix(" 118 msg/s  5 in flight"))
    desk.store.snapshot.health.deadLetters = 12_345
    desk.store.snapshot.health.uncertain = 701
    desk.store.snapshot.health.quarantined = 17
    desk.wait(2)
    #expect(header().contains("!12,345 dead") && header().contains("!701 uncertain"))
    #expect(!header().contains("msg/s") && !header().contains("in flight"))
  }

  @Test func aListSaysWhereItsCursorIs() {
    var desk = Desk()
    desk.press(.enter)
    #expect(desk.screen().contains(" 1/2,000 · more ↓ "))
    for _ in 0..<30 { desk.press(.pageDown) }
    desk.press(.down)
    #expect(desk.screen().contains(" 482/2,000 "), "thirty pages of 16 rows, and one row, from the first")
    desk.type("G")
    #expect(desk.screen().contains("2,000/2,000"))
    for _ in 0..<30 { desk.press(.pageUp) }
    #expect(desk.screen().contains(" 1,520/2,000 "))
    desk.type("/이서연19")
    desk.press(.enter)
    #expect(desk.screen().contains(" 1/20 "), "all of them are on the page: they can be counted")
    desk.type("4")
    #expect(desk.screen().contains(" 1/2 "))
  }

  /// No address is cut where others have room to spare.
  @Test func aWideWindowShowsWholeAddresses() {
    var desk = Desk(width: 200, height: 50)
    desk.press(.enter)
    #expect(desk.screen().contains("nguyen.thi.thu.trang5@mail.example.org "))
  }
}
