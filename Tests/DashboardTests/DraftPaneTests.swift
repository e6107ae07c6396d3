import Canvas
@testable import Dashboard
import Model
import TestSupport
import Testing
import Words

/// What is being composed is listed with the campaigns, and kept with every key.
@Suite struct DraftPaneTests {
  static let overdue = NamedAudience(
    name: "overdue", title: "Unpaid invoices", origin: .command(["bill", "{day}"]),
    parameters: [
      AudienceParameter(name: "day", kind: .date), AudienceParameter(name: "tier", kind: .choice(["gold", "silver"])),
      AudienceParameter(name: "least", kind: .number, standard: "10"),
    ])
  private static let everybody = NamedAudience(name: "everybody", origin: .command(["all"]))

  private func kept(_ desk: Desk) -> Draft? { desk.store.snapshot.drafts.first }

  @Test func everyKeyIsKept() throws {
    var desk = Desk()
    desk.type("n")
    #expect(kept(desk) == nil, "an empty form is nothing")
    for (count, _) in "가을 안내".enumerated() {
      desk.type(String("가을 안내"[..<"가을 안내".index("가을 안내".startIndex, offsetBy: count + 1)].last ?? " "))
      #expect(kept(desk)?.name.count == count + 1)
    }
    desk.press(.tab, .right, .tab, .paste("a b.csv"))
    let draft = try #require(kept(desk))
    #expect(draft.entries["channel"] == "sms" && draft.entries["file"] == "a b.csv")
    #expect(draft.entries["batchSize"] == "10", "as the channel has it")
  }

  /// Another dashboard, or this one after it was killed.
  @Test func itIsGoneOnWithWhereItWasLeft() throws {
    var first = Desk()
    first.type("n가을")
    first.press(.tab, .right)
    first.press(.tab)
    first.type("a.csv")
    var desk = Desk(store: first.store)
    #expect(desk.screen().contains(" 가을 ") && desk.screen().contains("· draft"))
    #expect(desk.state.chosenCampaign?.id == Sample.summer, "the cursor is on what is sent")
    desk.press(.up)
    #expect(desk.screen().contains("A draft, last changed"))
    #expect(desk.screen().contains("Enter go on with it") && desk.screen().contains("x drop draft"))
    desk.press(.enter)
    #expect(desk.screen().contains("Name        가을") && desk.screen().contains("‹ sms ›"))
    #expect(desk.screen().contains("Recipients  a.csv"))
    desk.type("!")
    #expect(desk.store.snapshot.drafts.map(\.name) == ["가을!"], "it is the same draft")
  }

  @Test func severalAreListedAndFilteredAndGivenUpOneByOne() {
    var desk = Desk()
    for name in ["First", "Second"] {
      desk.type("n" + name)
      desk.press(.escape)
      desk.wait(1)
    }
    #expect(desk.state.draftRows.map(\.name) == ["Second", "First"])
    #expect(desk.state.chosenDraft?.name == "Second")
    desk.type("/fir")
    desk.press(.enter)
    #expect(desk.state.draftRows.map(\.name) == ["First"] && desk.state.campaignRows.isEmpty)
    desk.press(.home)
    desk.type("x")
    #expect(desk.screen().contains("Give up the draft “First”?"))
    desk.press(.enter, .enter)
    #expect(desk.store.snapshot.drafts.count == 2, "Enter gives nothing up")
    desk.type("y")
    #expect(desk.store.snapshot.drafts.map(\.name) == ["Second"] && desk.commands.isEmpty)
    desk.press(.escape)
    #expect(desk.state.draftRows.map(\.name) == ["Second"])
  }

  @Test func whatIsEmptiedIsNoDraft() {
    var desk = Desk()
    desk.type("nx")
    #expect(kept(desk) != nil)
    desk.press(.backspace, .escape)
    #expect(kept(desk) == nil && desk.state.draftRows.isEmpty)
  }

  @Test func whatIsLaunchedIsNoDraftAnyMore() {
    var desk = Desk()
    desk.store.audience = Sample.count(350)
    Screens.fillForm(&desk)
    desk.press(.enter)
    desk.type("350")
    desk.press(.enter)
    #expect(desk.store.snapshot.drafts.count == 1, "until it is known to be launched")
    desk.act(.done(desk.commands[0], CommandResult(count: 350)))
    #expect(desk.store.snapshot.drafts.isEmpty && desk.state.draftRows.isEmpty)
    desk.wait(2)
    desk.type("n")
    #expect(desk.screen().contains("From        안내 <news@example.com>"), "the sender is remembered")
    desk.press(.escape)
    #expect(desk.store.snapshot.drafts.isEmpty, "and is no draft by itself")
  }

  @Test func whoOnlyLooksOpensNone() {
    var desk = Desk()
    desk.type("nx")
    var looking = Desk(isReadOnly: true, store: desk.store)
    looking.press(.up, .enter)
    #expect(looking.state.modal == nil)
    looking.type("xy")
    #expect(looking.store.snapshot.drafts.count == 1)
    #expect(!looking.effects.contains { if case .drop = $0 { true } else { false } })
  }

  /// Two answers may cross: what was read before it was typed does not take it back.
  @Test func anOlderAnswerTakesNothingBack() throws {
    var desk = Desk()
    desk.type("nabc")
    let late = desk.store.snapshot
    desk.type("d")
    desk.press(.escape)
    var old = late
    old.at = desk.state.now + .seconds(1)
    desk.act(.answered(.snapshot(old)))
    #expect(desk.state.draftRows.map(\.name) == ["abcd"])
    desk.type("xy")
    desk.act(.answered(.snapshot(old)))
    #expect(desk.state.draftRows.isEmpty)
  }

  @Test func whatCannotBeKeptIsTold() {
    var desk = Desk()
    desk.type("na")
    desk.act(.draftNotKept(Problem(.foreign("the store is locked"))))
    #expect(desk.screen().contains("what you typed is not kept yet: the store is locked"))
    #expect(desk.screen().contains("Name        a"))
    #expect(!desk.screen().contains("what is typed is kept"))
    desk.act(.draftNotKept(nil))
    #expect(desk.screen().contains("what you typed is kept now") && desk.screen().contains("what is typed is kept"))
  }

  /// Two dashboards on one draft: whoever types last has it, and the other is told.
  @Test func aDraftThatIsChangedElsewhereIsTold() {
    var desk = Desk()
    desk.type("nJuly")
    desk.act(.storeChanged)
    desk.wait(2)
    #expect(!desk.screen().contains("was changed elsewhere"), "what is read back is one's own")
    var other = desk.store.snapshot.drafts[0]
    other.entries["name"] = "July EDIT-A"
    other.operator = "joon"
    other.changedAt = desk.state.now + .seconds(1)
    desk.store.snapshot.drafts = [other]
    desk.act(.storeChanged)
    desk.wait(2)
    #expect(desk.screen().contains("this draft was changed elsewhere by joon"))
    #expect(desk.screen().contains("Name        July"))
  }

  @Test func aNamedAudienceIsPickedAndAsksForWhatItNeeds() throws {
    var desk = Desk(audiences: [Self.overdue, Self.everybody])
    desk.type("nMay")
    desk.press(.tab, .tab)
    #expect(desk.screen().contains("‹ a CSV file ›"))
    desk.press(.right)
    #expect(desk.screen().contains("‹ overdue ›") && desk.screen().contains("Unpaid invoices"))
    #expect(desk.screen().contains("a day such as 2026-11-27, or today"))
    desk.press(.tab)
    desk.type("tomorrow")
    desk.press(.tab, .right, .tab)
    #expect(desk.screen().contains("‹ silver ›") && desk.screen().contains("10"))
    desk.press(.control("u"))
    desk.type("many")
    desk.press(.tab)
    desk.type("news@example.com")
    desk.press(.tab)
    desk.type("Hi")
    desk.press(.tab)
    desk.type("t.txt")
    desk.press(.function(3))
    #expect(desk.screen().contains("tomorrow") && desk.screen().contains("a number is needed"))
    #expect(!desk.effects.contains { if case .count(.audience) = $0 { true } else { false } })
    desk.press(.control("u"))
    desk.type("today")
    desk.press(.tab, .tab, .control("u"))
    desk.type("2.5")
    desk.press(.function(3))
    guard
      case .count(.audience(let composition))? = desk.effects.last(where: {
        if case .count(.audience) = $0 { true } else { false }
      })
    else {
      Issue.record("it was not counted: \(desk.screen())")
      return
    }
    #expect(composition.file == "overdue day=2026-11-21 tier=silver least=2.5")
    #expect(composition.choice?.values.map(\.value) == [.text("2026-11-21"), .text("silver"), .decimal(2.5)])
    #expect(desk.screen().contains("File     overdue day=2026-11-21"))
  }

  /// Whoever looks at another audience, or at a file, and comes back finds what was typed.
  @Test func whatWasTypedForOneAudienceIsKeptWhileAnotherIsLookedAt() {
    var desk = Desk(audiences: [Self.overdue, Self.everybody])
    desk.type("n")
    desk.press(.tab, .tab, .tab)
    desk.type("a.csv")
    desk.press(.backTab, .right, .tab)
    desk.type("2026-11-01")
    desk.press(.backTab, .right)
    #expect(desk.screen().contains("‹ everybody ›") && !desk.screen().contains("2026-11-01"))
    desk.press(.left)
    #expect(desk.screen().contains("2026-11-01"))
    desk.press(.left)
    #expect(desk.screen().contains("a.csv"))
    var again = Desk(audiences: [Self.overdue, Self.everybody], store: desk.store)
    again.press(.up, .enter)
    #expect(again.screen().contains("a.csv"))
    again.press(.tab, .tab, .right)
    #expect(again.screen().contains("2026-11-01"))
  }

  @Test func whatWasGivenLastIsThereTheNextTime() {
    var store = Store()
    store.snapshot.typedLast = [
      "audience/overdue/day": "today", "audience/overdue/tier": "silver", "from": "bills@example.com",
    ]
    var desk = Desk(audiences: [Self.overdue], store: store)
    desk.type("n")
    desk.press(.tab, .tab, .right)
    let screen = desk.screen()
    #expect(screen.contains("today") && screen.contains("‹ silver ›") && screen.contains("as last time"))
    #expect(screen.contains("bills@example.com"))
  }

  /// Random keys in the form launch nothing, and whatever is typed is kept at every moment.
  @Test(arguments: 1...20) func randomKeysSendNothingAndLoseNothing(seed: UInt64) {
    var random = SplitMix(seed)
    var desk = Desk(audiences: [Self.overdue, Self.everybody])
    desk.store.audience = Sample.count(1_234_567)
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789 /가한".map { Key.character($0) }
    let keys =
      letters + letters + [
        .enter, .tab, .backTab, .up, .down, .left, .right, .escape, .backspace, .delete, .home, .end, .function(2),
        .function(3),
        .function(4), .control("u"), .control("k"), .paste("붙여 a,b\n넣기"), .alt("x"), .pageDown,
      ]
    for step in 0..<400 {
      if desk.state.modal == nil {
        desk.press(.home)
        if desk.state.chosenDraft != nil { desk.press(.enter) } else { desk.type("n") }
      }
      if step % 50 == 49 {
        desk.act(.resized(width: Int(random.next() % 150) + 20, height: Int(random.next() % 40) + 5))
      }
      desk.press(keys[Int(random.next() % UInt64(keys.count))])
      if case .compose(let form) = desk.state.modal, form.stage == .editing, !form.isBlank {
        let kept = desk.store.snapshot.drafts.first { $0.id == form.id }
        #expect(kept?.entries == form.entries, "seed \(seed), step \(step)")
      }
      #expect(desk.canvas().size == desk.state.size)
    }
    for command in desk.commands {
      switch command {
      case .launch, .resend, .settle, .redrive: Issue.record("seed \(seed): \(command)")
      case .sendTest(_, _, let address): #expect(!address.contains("@"), "no address can be typed with these keys")
      default: break
      }
    }
  }
}
