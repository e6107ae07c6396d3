import Canvas
import Model
import Testing
import Words

@testable import Dashboard

/// Keys that come fast, with Alt, or while something lies over the panes.
@Suite struct ManyKeysTests {
  @Test func twoHundredKeysAtOnceAreAllObeyed() {
    var desk = Desk()
    desk.press(.enter)
    desk.type(String(repeating: "j", count: 200))
    #expect(desk.state.panes.messages.cursor == MessageID(rawValue: 201))
    desk.type(String(repeating: "k", count: 199) + "jj")
    #expect(desk.state.panes.messages.cursor == MessageID(rawValue: 4))
    // Also while nothing that was asked for is answered: as far as is loaded.
    desk.store.isSilent = true
    desk.type(String(repeating: "j", count: 60))
    #expect(desk.state.panes.messages.cursor == MessageID(rawValue: 64))
    desk.type("n" + String(repeating: "가나다라", count: 50))
    #expect(desk.screen().contains("다라"))
    guard case .compose(let form) = desk.state.modal else {
      Issue.record("the form is gone")
      return
    }
    #expect(form.composition.name == String(repeating: "가나다라", count: 50))
  }

  private static let modals: [(String, @Sendable (inout Desk) -> Void)] = [
    ("help", { $0.type("?") }), ("palette", { $0.type(":") }), ("question", { $0.type("x") }),
    ("filter", { $0.type("/") }), ("form", { $0.type("n") }),
    (
      "choice",
      {
        $0.press(.enter)
        $0.type("jjjjjjjjjjjju")
      }
    ),
    (
      "counting",
      {
        $0.store.isSilent = true
        $0.type("R")
      }
    ),
  ]

  /// Esc takes away what lies on top, and nothing else.
  @Test(arguments: modals.map(\.0)) func escNeverFallsThrough(name: String) throws {
    var desk = Desk()
    try #require(Self.modals.first { $0.0 == name }).1(&desk)
    #expect(desk.state.modal != nil)
    let (focus, trail) = (desk.state.focus, desk.state.trail)
    desk.press(.escape)
    #expect(desk.state.modal == nil)
    #expect(desk.state.focus == focus && desk.state.trail == trail && desk.commands.isEmpty && desk.quits == 0)
  }

  /// A letter with Alt is one key, and no command and no answer where it means nothing.
  @Test(arguments: modals.map(\.0)) func altAndALetterAnswersNothing(name: String) throws {
    var desk = Desk()
    try #require(Self.modals.first { $0.0 == name }).1(&desk)
    let modal = desk.state.modal
    for letter in "yYnqtoxprRdDa?:" { desk.press(.alt(letter)) }
    #expect(desk.state.modal == modal && desk.commands.isEmpty && desk.quits == 0)
  }

  /// Of what is typed into a palette nothing is a command, however fast Enter comes: it does what is chosen, once.
  @Test func aKeyHeldDownDoesAThingOnce() {
    var desk = Desk()
    desk.type(":pause the")
    for _ in 0..<20 { desk.press(.enter) }
    #expect(desk.commands == [.pause(Sample.summer)])
  }
}

/// Who types faster than the store answers is obeyed all the same.
@Suite struct HeldKeysTests {
  /// A desk whose store has not answered yet what is asked for in another pane.
  private func slow() -> (desk: Desk, waiting: [Load]) {
    var desk = Desk()
    desk.store.isSilent = true
    return (desk, [])
  }

  /// Answers everything that was asked and not answered yet.
  private func answer(_ desk: inout Desk) {
    desk.store.isSilent = false
    for case .load(let load) in desk.effects.reversed() {
      if let answer = desk.store.answer(.load(load)) { desk.act(answer) }
    }
  }

  @Test func aKeyAboutARowWaitsForTheRows() {
    var (desk, _) = slow()
    desk.type("3R")
    #expect(desk.state.modal == nil && desk.state.focus == .failures)
    answer(&desk)
    #expect(
      desk.effects.contains {
        if case .count(.resendable(let scope)) = $0 { scope.classification != nil } else { false }
      })
    #expect(desk.screen().contains("Resend"))
  }

  @Test func theyAreObeyedInTheirOrder() {
    var (desk, _) = slow()
    desk.type("2jjj j")
    #expect(desk.state.panes.messages.marked.isEmpty)
    answer(&desk)
    #expect(desk.state.panes.messages.marked.keys.map(\.rawValue) == [4], "three down, marked, and one on")
    #expect(desk.state.held.keys.isEmpty)
  }

  /// Behind another filter a key is about what the filter leaves, not about a row that is still there from before.
  @Test func aFilterTakesItsRowsAlong() {
    var desk = Desk(width: 200, height: 50)
    desk.type("X")
    #expect(desk.screen().contains("kim@example.com"))
    desk.store.isSilent = true
    desk.type("/gone")
    desk.press(.enter)
    #expect(!desk.screen().contains("kim@example.com"))
    desk.type("D")
    #expect(desk.state.modal == nil, "kim is nobody that was asked for")
    answer(&desk)
    #expect(desk.screen().contains("Take 1 person off the list?") && desk.screen().contains("gone@example.com"))
    desk.type("y")
    #expect(desk.commands == [.unsuppress(["gone@example.com"])])
  }

  /// Nor does the history keep its entries under another filter.
  @Test func aFilterOfTheHistoryTakesItsRowsAlong() {
    var desk = Desk()
    desk.type("\(Pane.history.digit ?? 0)")
    #expect(!desk.state.panes.history.ids.isEmpty)
    desk.store.isSilent = true
    desk.type("/nobody did this")
    desk.press(.enter)
    #expect(desk.state.panes.history.ids.isEmpty && HistoryPane.isLoading(desk.state))
  }

  @Test func escapeTakesThemBack() {
    var (desk, _) = slow()
    desk.type("3R")
    desk.press(.escape)
    answer(&desk)
    #expect(desk.state.modal == nil && desk.commands.isEmpty)
    #expect(!desk.effects.contains { if case .count = $0 { true } else { false } })
  }

  @Test func whoWantsOutGetsOut() {
    var (desk, _) = slow()
    desk.type("3jjq")
    #expect(desk.quits == 1 || desk.screen().contains("Quit"))
  }

  /// What cannot be read is waited for by nobody.
  @Test func aFailureLetsGoOfThem() {
    var (desk, _) = slow()
    desk.type("3R")
    desk.act(.loadFailed(.failures(Sample.summer), Problem(.foreign("locked"))))
    answer(&desk)
    #expect(desk.state.modal == nil && desk.state.held.keys.isEmpty)
    #expect(!desk.effects.contains { if case .count = $0 { true } else { false } })
  }

  /// What was meant seconds ago is not done now.
  @Test func theyDoNotWaitForEver() {
    var (desk, _) = slow()
    desk.type("3R")
    desk.act(.tick(desk.state.now + .seconds(3)))
    answer(&desk)
    #expect(desk.state.modal == nil)
    #expect(
      desk.screen().contains("1 key did nothing")
        || !desk.effects.contains { if case .count = $0 { true } else { false } })
  }
}
