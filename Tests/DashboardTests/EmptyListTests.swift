import Model
import Testing
import Words

@testable import Dashboard

/// What is told of keys where there is nothing that they could act on.
@Suite struct EmptyListTests {
  @Test(arguments: [Pane.campaigns, .messages, .failures, .deadLetters, .quarantine])
  func nothingIsOfferedThatNeedsARow(pane: Pane) throws {
    var desk = Desk(isLoaded: false)
    desk.store.messages = 0
    desk.store.failures = []
    desk.store.letters = DeadLetterPage(letters: [], total: 0, recipients: 0)
    desk.store.quarantine = QuarantinePage(entries: [], total: 0)
    desk.store.snapshot = Snapshot(campaigns: [], health: Health(), at: Sample.now)
    desk.act(.tick(Sample.now))
    desk.type(try #require(pane.digit.map(String.init)))
    #expect(desk.state.focus == pane)
    let offered = desk.state.offered(pane.behavior.keys(desk.state)).map(\.hint)
    #expect(offered.filter(\.needsARow) == [], "\(pane)")
    #expect(!desk.screen().contains("Space mark"), "\(pane)")
  }

  @Test func whatNeedsNoRowIsStillOffered() {
    var desk = Desk(isLoaded: false)
    desk.store.snapshot = Snapshot(campaigns: [], health: Health(), at: Sample.now)
    desk.act(.tick(Sample.now))
    #expect(desk.screen().contains("n new"))
  }
}
