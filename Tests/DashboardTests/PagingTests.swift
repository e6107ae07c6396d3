import Canvas
import Dashboard
import Model
import Testing

/// Scrolls through lists that are longer than any page.
@Suite struct PagingTests {
  /// The id under the cursor: what its timeline is called.
  private func current(_ desk: Desk) -> Int? {
    var desk = desk
    desk.press(.enter)
    return desk.screen().firstMatch(of: /Timeline of message (\d+)/).flatMap { Int($0.1) }
  }

  @Test func everyRowIsComeByGoingDownAndUp() {
    var desk = Desk()
    desk.press(.enter)
    for id in 1...450 {
      if id % 50 == 0 || id < 3 { #expect(current(desk) == id) }
      desk.press(.down)
    }
    for id in (1...450).reversed() {
      desk.press(.up)
      if id % 50 == 0 { #expect(current(desk) == id) }
    }
    #expect(current(desk) == 1)
    desk.press(.up)
    #expect(current(desk) == 1)
  }

  @Test func pagesAreLikeManyRows() {
    var desk = Desk()
    desk.press(.enter)
    // 17 rows are seen, and a page leaves one of them in sight.
    for page in 1...60 {
      desk.press(.pageDown)
      #expect(current(desk) == 1 + 16 * page, "page \(page)")
    }
    for _ in 1...60 { desk.press(.pageUp) }
    #expect(current(desk) == 1)
  }

  @Test func endAndHomeGoToTheVeryLastAndFirst() {
    var desk = Desk()
    desk.press(.enter)
    desk.type("G")
    #expect(current(desk) == 2000)
    #expect(desk.screen().contains("more ↑ ━"))
    desk.press(.up)
    #expect(current(desk) == 1999)
    desk.type("g")
    #expect(current(desk) == 1)
    #expect(desk.screen().contains("more ↓ ━"))
  }

  @Test func aRefreshKeepsTheCursorOnItsMessage() {
    var desk = Desk()
    desk.press(.enter)
    for _ in 0..<5 { desk.press(.pageDown) }
    let before = desk.screen()
    let id = current(desk)
    for _ in 0..<5 {
      desk.act(.storeChanged)
      desk.wait(1)
    }
    #expect(current(desk) == id)
    #expect(desk.screen() == before)
  }

  @Test func noListHoldsMoreThanSomeScreens() {
    var desk = Desk(width: 200, height: 50)
    desk.press(.enter)
    for _ in 0..<100 { desk.press(.pageDown) }
    for effect in desk.effects {
      if case .load(.page(let query)) = effect { #expect(query.limit <= 400) }
    }
  }

  @Test func anEmptyListIsSaidToBeEmpty() {
    var desk = Desk()
    desk.store.messages = 0
    desk.press(.enter)
    desk.press(.down, .pageDown, .end, .home, .enter)
    #expect(desk.screen().contains("\n none\n"))
    #expect(desk.screen().contains("there is no message here"))
  }
}
