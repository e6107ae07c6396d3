import Words
import Canvas
import Dashboard
import Model
import Testing

/// What is asked for, when, and which answers count.
@Suite struct LoadingTests {
  @Test func tenThousandChangesASecondAskFourTimes() {
    var desk = Desk()
    desk.press(.enter)
    let before = desk.effects.count
    for change in 0..<10_000 {
      if change % 10 == 0 { desk.act(.tick(Sample.now + .milliseconds(change / 10))) }
      desk.act(.storeChanged)
    }
    let asked = desk.effects.dropFirst(before)
    #expect(asked.count { $0 == .load(.snapshot) } <= 4)
    #expect(asked.count { if case .load(.page) = $0 { true } else { false } } <= 4)
    #expect(asked.contains(.load(.snapshot)))
  }

  @Test func neverTwoQuestionsOfOnePaneAtOnce() {
    var desk = Desk()
    desk.store.isSilent = true
    desk.press(.enter)
    desk.type("/kim.minji")
    desk.wait(30)
    desk.act(.storeChanged)
    #expect(desk.effects.count { if case .load(.page) = $0 { true } else { false } } == 1)
    #expect(desk.effects.count { $0 == .load(.snapshot) } <= 2)
  }

  @Test func anAnswerToAnOldQuestionIsNotShown() {
    var desk = Desk()
    desk.store.isSilent = true
    desk.press(.enter)
    guard case .load(.page(let old))? = desk.effects.last else {
      Issue.record("no page was asked for")
      return
    }
    desk.type("/이")
    desk.press(.enter)
    let store = Store()
    desk.act(.answered(.page(store.page(old))))
    #expect(!desk.screen().contains("park.jiho"), "rows of the list without the filter")
    guard case .load(.page(let new))? = desk.effects.last else {
      Issue.record("the filtered page was not asked for")
      return
    }
    #expect(new.addressPrefix == "이")
    desk.act(.answered(.page(store.page(new))))
    #expect(desk.screen().contains("이서연1@한국.kr"))
    desk.act(.answered(.page(store.page(old))))
    #expect(!desk.screen().contains("park.jiho"))
  }

  @Test func aTimelineOfAnotherMessageIsNotShown() {
    var desk = Desk()
    desk.press(.enter)
    desk.store.isSilent = true
    desk.press(.enter, .escape, .down, .enter)
    desk.act(.answered(.timeline(Sample.message(1), Sample.events(MessageID(rawValue: 1)), earlier: 0)))
    #expect(desk.screen().contains("Timeline of message 2"))
    #expect(!desk.screen().contains("이서연1@"))
    #expect(desk.effects.last == .load(.timeline(MessageID(rawValue: 2))))
  }

  @Test func failuresOfAnotherCampaignAreNotShown() {
    var desk = Desk()
    desk.store.isSilent = true
    desk.type("3c")
    desk.act(.answered(.failures(Sample.summer, Sample.failures)))
    #expect(!desk.screen().contains("1,515 "))
    #expect(desk.effects.last == .load(.failures(nil)))
  }

  @Test func aFailedLoadIsSaidSinceWhenAndTheScreenStays() {
    var desk = Desk()
    desk.press(.enter)
    desk.store.problem = Problem(.foreign("the store is locked"))
    desk.act(.storeChanged)
    desk.wait(12)
    #expect(desk.screen().contains("✗ since 09:05:45 cannot read figures: the store is locked (and 1 more)"))
    #expect(desk.screen().contains("park.jiho2"))
    #expect(desk.screen().contains("! figures 12s old"))
    let asked = desk.effects.count
    desk.wait(10)
    #expect(desk.effects.count - asked <= 10, "a failing store is asked every two seconds, not more")
    desk.store.problem = nil
    desk.wait(4)
    #expect(!desk.screen().contains("cannot read"))
    #expect(desk.screen().contains("can be read again"))
    #expect(!desk.screen().contains(" old"))
  }

  @Test func aFailedCommandIsSaidUntilItIsDismissed() {
    var desk = Desk()
    desk.type("p")
    desk.act(
      .failed(.pause(Sample.summer), Problem(.foreign("the store is read-only"), detail: .said("check the disk"))))
    desk.wait(60)
    #expect(desk.screen().contains("✗ 09:05:44 pause failed: the store is read-only · check the disk · “여름"))
    desk.press(.escape)
    #expect(!desk.screen().contains("read-only"))
    desk.type("6")
    #expect(desk.screen().contains("read-only"))
  }

  @Test func nothingIsAskedForAndNoTickWantedWithoutNeed() throws {
    var desk = Desk(isLoaded: false)
    desk.store.snapshot = Snapshot(campaigns: [], health: Health(), at: Sample.now)
    desk.act(.tick(Sample.now))
    for _ in 0..<100 {
      let next = try #require(desk.state.nextTick)
      #expect(next > desk.state.now)
      desk.act(.tick(next))
    }
    let passed = desk.state.now - Sample.now
    #expect(passed >= .seconds(300), "a hundred ticks last minutes when nothing happens")
  }

  @Test func aClockThatIsSetBackDoesNotStopTheScreen() {
    var desk = Desk()
    desk.act(.tick(Sample.now + .seconds(-3600)))
    let before = desk.effects.count
    desk.wait(3)
    #expect(desk.effects.count > before)
  }

  @Test func reloadAsksAnewForAnswersThatNeverCame() {
    var desk = Desk()
    desk.store.isSilent = true
    desk.press(.enter)
    desk.wait(5)
    #expect(desk.screen().contains("loading 5s…"))
    desk.store.isSilent = false
    desk.press(.control("l"))
    #expect(desk.screen().contains("park.jiho2"))
  }
}
