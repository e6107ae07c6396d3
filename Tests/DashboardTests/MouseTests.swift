import Canvas
import Model
import Testing
import Words

@testable import Dashboard

/// Whatever a key does that is on the screen, a click does too; the wheel scrolls what is under it.
@Suite struct MouseTests {
  private func title(_ desk: Desk) -> String {
    String(desk.screen().split(separator: "\n", omittingEmptySubsequences: false)[3])
  }

  @Test func aClickChoosesARowAndASecondOneOpensIt() {
    var desk = Desk()
    desk.click("Contract reminder")
    #expect(desk.state.chosenCampaign?.id == Sample.notices)
    #expect(title(desk).hasPrefix("━ Campaigns"))
    desk.click("Contract reminder")
    #expect(title(desk).hasPrefix("━ Messages of “Contract reminder”"))
    desk.press(.escape)
    desk.click("여름")
    desk.click("여름")
    desk.click("park.jiho2@")
    desk.click("park.jiho2@")
    #expect(title(desk).hasPrefix("━ Timeline of message 2 ━"))
  }

  @Test(arguments: ["2", "3", "4", "7", "8"]) func rowsOfEveryListCanBeChosen(digit: String) {
    var desk = Desk()
    desk.type(digit)
    let first = desk.state
    // The second row of the list, wherever its words stand.
    desk.act(.key(.mouse(.click, Point(x: 4, y: 6))))
    #expect(desk.state != first, "\(desk.screen())")
    #expect(desk.state.focus == first.focus && desk.state.modal == nil)
    var down = Desk()
    down.type(digit)
    down.press(.down)
    #expect(desk.screen() == down.screen())
  }

  /// Below the rows, above them and between panes nothing is chosen.
  @Test func whereThereIsNothingNothingHappens() {
    var desk = Desk(width: 200, height: 50)
    let before = desk.state
    for point in [Point(x: 10, y: 4), Point(x: 10, y: 12), Point(x: 10, y: 0), Point(x: 199, y: 48)] {
      desk.act(.key(.mouse(.click, point)))
      #expect(desk.state.chosenCampaign?.id == Sample.summer && desk.state.focus == before.focus, "\(point)")
    }
    desk.act(.key(.mouse(.rightClick, Point(x: 10, y: 6))))
    desk.act(.key(.mouse(.middleClick, Point(x: 10, y: 6))))
    #expect(desk.state.chosenCampaign?.id == Sample.summer && desk.commands.isEmpty)
  }

  @Test func aTabIsClicked() {
    var desk = Desk()
    desk.click("3 Failures")
    #expect(title(desk).hasPrefix("━ Failures"))
    desk.click("[3 Failures]")
    #expect(title(desk).hasPrefix("━ Failures"))
    desk.click("1 Campaigns")
    #expect(title(desk).hasPrefix("━ Campaigns"))
  }

  @Test func aKeyOfTheFooterIsAButton() {
    var desk = Desk()
    desk.click("p pause")
    #expect(desk.commands == [.pause(Sample.summer)])
    desk.click("all keys")
    #expect(desk.screen().contains("Everywhere"))
    desk.click("Esc close")
    #expect(desk.state.modal == nil)
    // Of two keys that are told together, the one that was hit.
    desk.press(.enter, .enter)
    desk.act(.resized(width: 120, height: 24))
    let place = desk.place(of: "[ ] other message") ?? .zero
    desk.act(.key(.mouse(.click, Point(x: place.x + 2, y: place.y))))
    #expect(title(desk).hasPrefix("━ Timeline of message 2 ━"))
    desk.act(.key(.mouse(.click, Point(x: place.x, y: place.y))))
    #expect(title(desk).hasPrefix("━ Timeline of message 1 ━"))
    desk.act(.key(.mouse(.click, Point(x: place.x + 6, y: place.y))))
    #expect(title(desk).hasPrefix("━ Timeline of message 1 ━"), "on neither of the two")
  }

  /// What is said of the last key stands where the keys are: nobody clicks what is not seen.
  @Test func aKeyThatIsNotSeenIsNotPressed() {
    var desk = Desk()
    let point = desk.place(of: "p pause") ?? .zero
    desk.type("Z")
    desk.act(.key(.mouse(.click, point)))
    #expect(desk.commands.isEmpty)
    desk.act(.key(.mouse(.click, point)))
    #expect(desk.commands == [.pause(Sample.summer)])
  }

  @Test func anAnswerIsClicked() {
    var desk = Desk()
    desk.type("q")
    desk.click("n no")
    #expect(desk.state.modal == nil && desk.quits == 0)
    desk.type("q")
    desk.click("y yes")
    #expect(desk.quits == 1)
    // Where a number is to be typed, no click does.
    var other = Desk()
    other.type("x")
    other.click("Enter do it when typed")
    #expect(other.commands.isEmpty && other.state.modal != nil)
    other.click("Esc back")
    #expect(other.commands.isEmpty && other.state.modal == nil)
  }

  @Test func anAnswerOfSeveralIsClicked() {
    var desk = Desk()
    desk.press(.enter)
    desk.type("jjjjjjjjjjjju")
    desk.click("t    ")
    #expect(desk.screen().contains("Take 1 uncertain message for sent"), "\(desk.screen())")
    desk.click("Esc back")
    desk.type("u")
    desk.click("Esc  ")
    #expect(desk.state.modal == nil && desk.commands.isEmpty)
  }

  @Test func theWheelScrollsWhatIsUnderIt() {
    var desk = Desk(width: 200, height: 50)
    let list = Layout(desk.state).rect(.messages)
    desk.act(.key(.mouse(.scrollDown, Point(x: list.minX + 5, y: list.minY + 5))))
    #expect(desk.state.focus == .campaigns, "the keys stay where they are")
    #expect(desk.state.panes.messages.index == 3)
    #expect(desk.state.chosenCampaign?.id == Sample.summer)
    let failures = Layout(desk.state).rect(.failures)
    desk.act(.key(.mouse(.scrollDown, Point(x: failures.minX + 5, y: failures.minY + 3))))
    #expect(desk.state.panes.failures.current?.classification != desk.state.panes.failures.rows.first?.classification)
    desk.act(.key(.mouse(.scrollDown, Point(x: 5, y: 0))))
    #expect(desk.state.panes.messages.index == 3)
  }

  @Test func theWheelScrollsBatchesWithoutTheKeys() {
    var desk = Desk(width: 80, height: 24)
    desk.store.snapshot.campaigns[0].note = String(repeating: "a long note ", count: 60)
    desk.act(.storeChanged)
    desk.wait(2)
    let batches = Layout(desk.state).rect(.batches)
    #expect(!desk.screen().contains("Subject"))
    for _ in 0..<10 { desk.act(.key(.mouse(.scrollDown, Point(x: 4, y: batches.minY + 3)))) }
    #expect(desk.screen().contains("Subject") && desk.state.focus == .campaigns)
    desk.press(.down)
    #expect(desk.state.panes.batches.offset == 0, "another campaign is read from its beginning")
  }

  /// The timeline that is seen beside the list is the one that is opened.
  @Test func aClickOnThePreviewOpensWhatItShows() {
    var desk = Desk(width: 200, height: 50)
    desk.press(.enter, .down, .down)
    let preview = Layout(desk.state).rect(.timeline)
    desk.act(.key(.mouse(.click, Point(x: preview.minX + 5, y: preview.minY + 4))))
    #expect(desk.state.focus == .timeline && desk.state.wantedTimeline == MessageID(rawValue: 3))
  }

  @Test func theHelpThePaletteAndTheFormAreUsedWithTheMouse() {
    var desk = Desk()
    desk.type("?")
    desk.act(.key(.mouse(.scrollDown, Point(x: 5, y: 10))))
    #expect(desk.screen().contains("more ↑"))
    desk.press(.escape)
    desk.type(":")
    desk.click("batches")
    #expect(desk.state.modal != nil)
    desk.click("batches")
    #expect(desk.state.modal == nil && desk.state.focus == .batches)
    desk.type("n")
    desk.click("Recipients")
    desk.type("x.csv")
    #expect(desk.screen().contains("Recipients  x.csv"))
    desk.click("[ Count")
    #expect(desk.screen().contains("a name is needed"))
  }

  @Test func aClickWhileTypingKeepsWhatIsTypedAndActs() {
    var desk = Desk()
    desk.press(.enter)
    desk.type("/park")
    desk.click("park.jiho8@")
    #expect(desk.state.modal == nil && title(desk).contains("address park…"))
    #expect(desk.state.panes.messages.cursor == MessageID(rawValue: 8))
  }
}
