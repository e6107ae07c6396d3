import Canvas
import Model
import Testing
import Words

@testable import Dashboard

/// One pane over all of the screen, the order of lists, and what small screens say.
@Suite struct ZoomAndSortTests {
  private func rows(_ desk: Desk) -> [String] {
    desk.screen().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func zGivesAPaneTheScreenAndTakesItBack() {
    for digit in "1234678" {
      var desk = Desk(width: 200, height: 50)
      desk.type(String(digit))
      let before = desk.screen()
      let pane = desk.state.focus
      desk.type("z")
      #expect(Layout(desk.state).panes.map(\.pane) == [pane])
      #expect(Layout(desk.state).rect(pane) == Layout(desk.state).body)
      #expect(rows(desk)[3].contains("z zooms back"), "\(rows(desk)[3])")
      #expect(rows(desk)[3].allSatisfy { !"┃│".contains($0) })
      desk.type("z")
      #expect(desk.screen() == before)
    }
  }

  @Test func whatIsOpenedIsZoomedToo() {
    var desk = Desk(width: 200, height: 50)
    desk.type("z")
    desk.press(.enter)
    #expect(Layout(desk.state).panes.map(\.pane) == [.messages])
    desk.press(.enter)
    #expect(rows(desk)[3].contains("Timeline of message 1") && rows(desk)[3].contains("z zooms back"))
    desk.press(.escape, .escape)
    #expect(Layout(desk.state).panes.map(\.pane) == [.campaigns])
  }

  @Test func addressesAreNotCutWhereThereIsRoom() {
    var desk = Desk(width: 200, height: 50)
    desk.press(.enter)
    desk.type("z")
    #expect(desk.screen().contains("nguyen.thi.thu.trang5@mail.example.org"))
  }

  @Test func aListIsSortedByAColumnThatIsMarked() {
    var desk = Desk()
    func order() -> [Int64] { desk.state.campaignRows.map(\.id.rawValue) }
    #expect(order() == [3, 2, 1])
    desk.type(">")
    #expect(rows(desk)[4].hasPrefix(" Campaign▲"))
    #expect(order() == [2, 3, 1], "C before 여 before 전")
    desk.type("I")
    #expect(rows(desk)[4].hasPrefix(" Campaign▼"))
    #expect(order() == [1, 3, 2])
    desk.type(">>>")
    #expect(rows(desk)[4].contains("Recipients▼"), "the largest first")
    #expect(order() == [2, 3, 1])
    desk.type("I")
    #expect(rows(desk)[4].contains("Recipients▲") && order() == [1, 3, 2])
    desk.type("<<<<")
    #expect(order() == [3, 2, 1] && !desk.screen().contains("▲") && !desk.screen().contains("▼"))
    desk.type("<")
    #expect(rows(desk)[4].contains("Left▼"), "from the own order back to the last")
    #expect(order() == [3, 2, 1], "what nobody knows stays in the own order")
    desk.type(">I")
    #expect(desk.screen().contains(">: sort by the next column"))
  }

  @Test func theCursorStaysOnItsRow() {
    var desk = Desk()
    desk.type("j")
    for _ in 0..<9 {
      desk.type(">")
      #expect(desk.state.chosenCampaign?.id == Sample.notices)
      desk.type("I")
      #expect(desk.state.chosenCampaign?.id == Sample.notices)
    }
  }

  /// Every column that is offered sorts what is shown, both ways, and is never left out.
  @Test(arguments: [Pane.campaigns, .failures, .deadLetters, .quarantine, .history], [40, 80, 200])
  func everyColumnSorts(pane: Pane, width: Int) throws {
    var desk = Desk(width: width, height: 24)
    desk.store.letters = DeadLetterPage(letters: Sample.letters(9), total: 9, recipients: 450)
    desk.type(String(pane.digit ?? 1))
    desk.type("z")
    let head = 1 + (rows(desk).firstIndex { $0.hasPrefix("━ ") } ?? 0)
    let own = rows(desk)
    for column in pane.behavior.sortable(desk.state) {
      desk.type(">")
      let marks = rows(desk)[head].filter { "▲▼".contains($0) }
      #expect(marks == (column == .text(column.index) ? "▲" : "▼"), "\(pane) \(column): \(rows(desk)[head])")
      desk.type("I")
      #expect(rows(desk)[head].filter { "▲▼".contains($0) } == (column == .text(column.index) ? "▼" : "▲"))
    }
    desk.type(">")
    #expect(rows(desk) == own, "after the last the list has its own order again")
  }

  /// What is found is sorted while it is shown, campaigns before it; the cursor keeps to its row.
  @Test(arguments: [80, 200])
  func whatIsFoundIsSorted(width: Int) throws {
    var desk = Desk(width: width, height: 24)
    desk.type("fkim")
    desk.press(.enter)
    let own = desk.state.panes.find.ids
    let current = desk.state.panes.find.current?.id
    func addresses() -> [String] { desk.state.panes.find.loaded.map { $0.address.lowercased() } }
    #expect(Set(addresses()).count > 10)
    desk.type(">>")
    #expect(addresses() == addresses().sorted() && desk.screen().contains("Address▲"))
    #expect(desk.state.panes.find.current?.id == current)
    desk.type("I")
    #expect(addresses() == addresses().sorted(by: >) && desk.screen().contains("Address▼"))
    for column in desk.state.focus.behavior.sortable(desk.state).dropFirst(2) {
      desk.type(">")
      let marks = rows(desk)[4].filter { "▲▼".contains($0) }
      #expect(marks == (column == .text(column.index) ? "▲" : "▼"), "\(column): \(rows(desk)[4])")
    }
    desk.type(">")
    #expect(desk.state.panes.find.ids == own)
  }

  @Test func aPagedListIsSortedByTheStore() {
    var desk = Desk(width: 100, height: 40)
    desk.type("2z")
    func addresses() -> [String] { desk.state.panes.messages.rows.map(\.address) }
    let own = desk.state.panes.messages.rows.map(\.id)
    desk.type(">")
    #expect(addresses() == addresses().sorted() && desk.state.panes.messages.rows.map(\.id) != own)
    #expect(desk.screen().contains("Address▲"))
    desk.type("I")
    #expect(desk.screen().contains("Address▼"))
    #expect(addresses() == addresses().sorted(by: >))
    #expect(desk.screen().contains(" 1/2,000"))
    // Page by page to the end: each row once, and the place is told.
    var seen: [String] = []
    while true {
      guard let current = desk.state.panes.messages.current?.address, seen.last != current else { break }
      seen.append(current)
      desk.type("j")
    }
    #expect(seen.count == 2000 && seen == seen.sorted(by: >))
    #expect(desk.screen().contains(" 2,000/2,000"))
    desk.type("<")
    #expect(desk.state.panes.messages.rows.map(\.id) == own && !desk.screen().contains("Address▼"))
  }

  /// Rows that change their place leave the cursor on its message.
  @Test func aSortedListIsRenewedAroundTheCursor() {
    var desk = Desk(width: 100, height: 40)
    desk.type("2z>")
    desk.press(.pageDown)
    let (current, line) = (desk.state.panes.messages.current?.id, desk.state.panes.messages.index ?? 0)
    #expect(line > 0)
    desk.act(.storeChanged)
    desk.act(.tick(Sample.now + .seconds(5)))
    #expect(desk.state.panes.messages.current?.id == current)
  }

  @Test func aListThatIsTooLongToBeSortedKeepsItsOrderAndItsCursor() {
    var desk = Desk(width: 100, height: 40)
    desk.store.mostOrdered = 100
    desk.type("2")
    desk.press(.pageDown)
    let (current, rows) = (desk.state.panes.messages.current?.id, desk.state.panes.messages.rows)
    desk.type(">")
    #expect(desk.screen().contains("lists of up to 20,000 are sorted: narrow it first, by s or /"))
    #expect(desk.state.panes.messages.current?.id == current && current != rows.first?.id)
    #expect(desk.state.panes.messages.sorting == Sorting() && !desk.screen().contains("Address▲"))
  }

  /// What is searched for comes in the order in which it is found.
  @Test func whatIsFoundIsNotSorted() {
    for digit in "6" {
      var desk = Desk()
      desk.type(String(digit))
      let before = desk.effects.count
      desk.type(">")
      #expect(desk.screen().contains("this list has one order only"))
      #expect(desk.effects.count == before)
    }
  }

  @Test func theFooterSaysWhereKeysAreLeftOut() {
    for (width, height) in [(80, 24), (40, 10), (200, 50), (60, 20)] {
      for digit in "1234678" {
        var desk = Desk(width: width, height: height)
        desk.type(String(digit))
        let keys = desk.state.offered(desk.state.focus.behavior.keys(desk.state))
        let line = rows(desk).last ?? ""
        let isWhole = keys.allSatisfy { line.contains("\($0.key) \(desk.state.words.hint($0.hint))") }
        #expect(isWhole || line.hasSuffix("… ? all keys"), "\(digit) at \(width): \(line)")
      }
    }
  }

  /// Of a header of one line, what is alarming stays.
  @Test func onASmallScreenWhatIsAlarmingStays() {
    var desk = Desk(width: 40, height: 10, isLoaded: false)
    desk.store.snapshot.health.rate = 0
    desk.store.snapshot.health.deadLetters = 12
    desk.store.snapshot.health.quarantined = 3
    desk.store.snapshot.health.reputation = Reputation(sent: 1000, bounced: 120, complained: 0)
    desk.act(.tick(Sample.now))
    #expect(rows(desk)[0].contains("!12 dead"))
    #expect(rows(desk)[0].contains("!2 uncertain"))
    #expect(rows(desk)[0].contains("!+2"), "that some are left out is said: \(rows(desk)[0])")
    #expect(!rows(desk)[0].contains("msg/s"))
    desk.act(.resized(width: 50, height: 10))
    #expect(rows(desk)[0].contains("!3 quarantine") && rows(desk)[0].contains("!+1"))
    desk.act(.resized(width: 60, height: 10))
    #expect(rows(desk)[0].contains("bounce 12.00% PAUSE") && !rows(desk)[0].contains("!+"))
  }
}
