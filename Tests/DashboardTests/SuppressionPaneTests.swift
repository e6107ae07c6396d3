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
    #expect(desk.commands.isEmpty && desk.screen().contains("an address is needed"))
    desk.press(.control("u"))
    desk.type("Lee@Example.com")
    desk.press(.enter)
    #expect(desk.commands == [.suppress(["Lee@example.com"])])
  }

  /// From the messages, with the rule of scope; somebody who is there twice is put on it once.
  @Test func whoIsMarkedIsPutOnIt() {
    var desk = Desk()
    desk.type("N")
    #expect(desk.commands.isEmpty && desk.state.modal == nil, "a campaign is nobody")
    desk.press(.enter)
    desk.type("N")
    #expect(desk.screen().contains("Send nothing more to 1 person?"))
    #expect(desk.screen().contains(Sample.message(1).address))
    desk.press(.escape)
    desk.type("   N")
    #expect(desk.screen().contains("Send nothing more to 3 people?"))
    desk.press(.enter)
    desk.type("3")
    desk.press(.enter)
    #expect(desk.commands == [.suppress((1...3).map { Sample.message($0).address })])
    desk.press(.escape)
    desk.type("*N")
    #expect(desk.commands.count == 1 && desk.state.modal == nil, "a whole filter is not put on it")
    #expect(desk.screen().contains("mark the rows whose addresses are meant"))
  }

  @Test func whoOnlyLooksChangesNothing() {
    var desk = Desk(isReadOnly: true)
    desk.type("XDy+a@example.com")
    desk.press(.enter, .escape, .escape, .home, .enter)
    desk.type("Ny")
    #expect(desk.commands.isEmpty)
  }
}
