import Canvas
import Model
import Testing
import Words

@testable import Dashboard

/// Addresses that nothing is sent to: seen, put on the list, taken off.
@Suite struct SuppressionPaneTests {
  @Test func theListSaysWhoWhyAndSinceWhen() {
    var desk = Desk(width: 200, height: 50)
    desk.type("X")
    let screen = desk.screen()
    for text in ["Suppression list", "kim@example.com", "mina", "asked by phone", "gone@example.com", "2026-12-01"] {
      #expect(screen.contains(text), "\(text)")
    }
    desk.type("/gone")
    desk.press(.enter)
    #expect(desk.state.panes.suppressions.ids == ["gone@example.com"])
    desk.press(.enter)
    #expect(desk.screen().contains("Everything sent to gone@example.com"))
    desk.press(.escape)
    #expect(desk.state.focus == .suppressions && desk.state.panes.suppressions.filter == "gone")
    desk.press(.escape)
    #expect(desk.state.panes.suppressions.ids.count == 3)
    desk.press(.escape)
    #expect(desk.state.focus == .campaigns)
  }

  /// One scope as everywhere: the marked, else the row; several want their number.
  @Test func theyAreTakenOff() {
    var desk = Desk()
    desk.type("XD")
    #expect(desk.screen().contains("Take 1 person off the list?") && desk.screen().contains("kim@example.com"))
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
    desk.type("y")
    #expect(desk.commands == [.unsuppress(["kim@example.com"])])
    desk.act(.done(desk.commands[0], CommandResult(count: 1)))
    #expect(desk.screen().contains("1 person taken off the suppression list"))
    desk.type("*D")
    #expect(desk.screen().contains("Take 3 people off the list?"))
    #expect(desk.screen().contains("1 of them complained or unsubscribed: they do not want any."))
    desk.type("y")
    desk.press(.enter)
    #expect(desk.commands.count == 1)
    desk.press(.control("u"))
    desk.type("3")
    desk.press(.enter)
    #expect(desk.commands.last == .unsuppress(["kim@example.com", "gone@example.com", "away@example.com"]))
    desk.act(.done(desk.commands[1], CommandResult(count: 3)))
    #expect(desk.state.panes.suppressions.marks.isEmpty)
  }

  @Test func oneIsPutOnItByHand() {
    var desk = Desk()
    desk.type("X+not one")
    desk.press(.enter)
    #expect(desk.commands.isEmpty && desk.screen().contains("the address has no @"))
    desk.press(.control("u"))
    desk.type("Lee@Example.com")
    desk.press(.enter)
    #expect(desk.commands == [.suppress(["Lee@example.com"])])
  }

  /// From the messages, with the rule of scope; somebody who is there twice is put on it once.
  @Test func whoIsMarkedIsPutOnIt() {
    var desk = Desk()
    desk.type("2N")
    #expect(desk.screen().contains("Send nothing more to 1 person?"))
    #expect(desk.screen().contains(Sample.message(1).address))
    desk.press(.escape)
    desk.type("   N")
    #expect(desk.screen().contains("Send nothing more to 3 people?"))
    desk.press(.enter)
    desk.type("3")
    desk.press(.enter)
    #expect(desk.commands == [.suppress((1...3).map { Sample.message($0).address })])
  }

  /// All that a filter shows, also beyond the page: each person once, with the exact number, which is typed.
  @Test func everybodyInAFilterIsPutOnIt() {
    var desk = Desk()
    desk.type("2*N")
    #expect(desk.screen().contains("Send nothing more to 12,304 people?"))
    #expect(desk.screen().contains("kim@example.com and 12,303 more"))
    #expect(desk.screen().contains("3 of them are on the list already."))
    desk.type("y")
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
    desk.press(.control("u"))
    desk.type("12304")
    desk.press(.enter)
    guard case .suppressAll(let scope, people: 12_304)? = desk.commands.first else {
      Issue.record("\(desk.commands)")
      return
    }
    #expect(scope.messages.isEmpty)
    desk.act(.done(desk.commands[0], CommandResult(count: 12_304, note: .newOnList(12_301))))
    #expect(desk.screen().contains("12,304 people on the suppression list · 12,301 new"))
  }

  /// What another question was asked for meanwhile is not answered with.
  @Test func aCountThatNobodyWaitsForAsksNothing() {
    var desk = Desk()
    desk.store.isSilent = true
    desk.type("1N")
    desk.press(.escape)
    desk.act(.peopleCounted(Scope(campaign: Sample.summer), 7, listed: 0, sample: []))
    #expect(desk.state.modal == nil)
  }

  /// The answer to one question does not open another, though both are about the same.
  @Test func aCountOfPeopleIsNoCountOfWhatMayBeResent() {
    var desk = Desk()
    desk.store.isSilent = true
    desk.type("1N")
    desk.press(.escape)
    desk.type("R")
    desk.act(.peopleCounted(Scope(campaign: Sample.summer), 7, listed: 0, sample: []))
    guard case .counting = desk.state.modal else { return #expect(Bool(false), "it is waited for still") }
    desk.press(.escape)
    desk.type("N")
    desk.act(.resendCounted(Scope(campaign: Sample.summer), ScopeCount(taken: 3)))
    guard case .counting = desk.state.modal else { return #expect(Bool(false), "it is waited for still") }
    desk.act(.peopleCounted(Scope(campaign: Sample.summer), 7, listed: 0, sample: []))
    #expect(desk.screen().contains("Send nothing more to 7 people?"))
  }

  @Test func theAccountsListIsLookedUpAndChanged() {
    var desk = Desk()
    desk.type("XA")
    #expect(desk.screen().contains("look up on the list of the SES account: kim@example.com"))
    desk.press(.control("u"))
    desk.type("nonsense")
    desk.press(.enter)
    #expect(desk.screen().contains("the address has no @") && desk.commands.isEmpty)
    desk.press(.control("u"))
    desk.type("gone@example.com")
    desk.press(.enter)
    var screen = desk.screen()
    #expect(screen.contains("gone@example.com is on SES's list") && screen.contains("because of a bounce, since"))
    #expect(screen.contains("eu-central-1"))
    desk.type("d")
    #expect(desk.screen().contains("Take gone@example.com off SES's list?"))
    desk.type("y")
    #expect(desk.commands == [.unsuppressAtAccount("gone@example.com")])
    desk.act(.done(desk.commands[0], CommandResult(count: 1)))
    #expect(desk.screen().contains("gone@example.com is off SES's list"))
    desk.type("A")
    desk.press(.enter)
    screen = desk.screen()
    #expect(screen.contains("kim@example.com is not on SES's list"))
    desk.type("c")
    #expect(desk.screen().contains("Put kim@example.com on SES's list?"))
    desk.type("y")
    #expect(desk.commands.last == .suppressAtAccount("kim@example.com", .complaint))
  }

  @Test func aListThatCannotBeAskedIsTold() {
    var desk = Desk()
    desk.store.problem = Problem(.foreign("SES does not answer"))
    desk.type("XA")
    desk.press(.control("u"))
    desk.type("a@example.com")
    desk.press(.enter)
    #expect(desk.screen().contains("cannot look it up: SES does not answer") && desk.state.modal == nil)
  }

  /// The override is one message's, typed, and leaves the list as it is.
  @Test func onePersonIsSentToInSpiteOfTheList() {
    var desk = Desk()
    desk.store.resendable = ScopeCount(taken: 0, skipped: [.init(why: .onOwnList, count: 1)])
    desk.type("2R")
    #expect(desk.screen().contains("The address is on the suppression list, so nothing is sent to it."))
    desk.store.resendable = ScopeCount(taken: 1, sample: [Sample.message(1).address])
    desk.type("s")
    #expect(desk.screen().contains("The address stays on the list (X)"))
    desk.press(.enter)
    desk.type("y")
    desk.press(.enter, .control("u"))
    #expect(desk.commands.isEmpty, "it is typed")
    desk.type("1")
    desk.press(.enter)
    guard case .resend(let scope, count: 1)? = desk.commands.first else {
      Issue.record("\(desk.commands)")
      return
    }
    #expect(scope.despiteList == Sample.message(1).id && scope.messages == [Sample.message(1).id])
    // Of several, nobody is offered.
    desk.store.resendable = ScopeCount(taken: 0, skipped: [.init(why: .onOwnList, count: 2)])
    desk.press(.escape)
    desk.type("  R")
    #expect(desk.state.modal == nil && desk.commands.count == 1)
  }

  @Test func whoOnlyLooksChangesNothing() {
    var desk = Desk(isReadOnly: true)
    desk.type("XDy+a@example.com")
    desk.press(.enter, .escape, .escape, .home, .enter)
    desk.type("Ny")
    #expect(desk.commands.isEmpty)
  }
}
