import Canvas
import Model
import Testing

@testable import Dashboard

/// Finding while a search goes on.
@Suite struct FindPaneTests {
  private static func message(_ id: Int) -> FoundMessage { FoundMessage(Sample.message(id), .address) }

  private static func part(_ text: String, at position: FindPosition? = nil, _ ids: [Int], next: FindPosition? = nil)
    -> FindPart
  {
    FindPart(request: FindRequest(text, from: position), messages: ids.map(message), next: next)
  }

  private static let first = FindPosition(addresses: .start, contents: .start, read: 0, total: 100)
  private static let second = FindPosition(
    addresses: nil, contents: .values(before: MessageID(rawValue: 9)), read: 60, total: 100)

  /// A search for "kim" whose first step found two.
  private static func begun() -> FindState {
    var state = FindState()
    state.fit(10)
    state.show("kim")
    state.receive(part("kim", [5, 3], next: first))
    return state
  }

  @Test("Each step is asked for when the one before is answered, until none is left; then what is shown is renewed")
  func steps() {
    var state = FindState()
    #expect(state.wanted == nil, "nothing is looked for until something is typed")
    state.fit(10)
    state.show(" kim ")
    #expect(state.wanted == .find(FindRequest("kim")))
    state.receive(Self.part("kim", [5, 3], next: Self.first))
    #expect(state.wanted == .find(FindRequest("kim", from: Self.first)) && !state.isRenewal)
    state.receive(Self.part("kim", at: Self.first, [3, 8], next: Self.second))
    #expect(state.ids == [5, 3, 8].map { .message(MessageID(rawValue: $0)) }, "each once, in the order they came")
    state.receive(Self.part("kim", at: Self.second, []))
    #expect(state.wanted == .messages([5, 3, 8].map { MessageID(rawValue: $0) }) && state.isRenewal)
  }

  @Test("An answer to what was typed before, or one that comes twice, is not shown")
  func lateAnswers() {
    var state = Self.begun()
    state.show("kimchi")
    state.receive(Self.part("kim", at: Self.first, [8], next: Self.second))
    #expect(state.wanted == .find(FindRequest("kimchi")))
    #expect(state.rows.count == 2, "what was found stays until the first answer")
    state.receive(Self.part("kimchi", [9], next: Self.first))
    #expect(state.ids == [.message(MessageID(rawValue: 9))])
    state.receive(Self.part("kimchi", [7], next: Self.first))
    #expect(state.rows.count == 1)
  }

  @Test("Nothing moves under the cursor while more is found")
  func cursorStays() {
    var state = Self.begun()
    state.move(1)
    #expect(state.current?.id == MessageID(rawValue: 3))
    state.receive(Self.part("kim", at: Self.first, Array(100..<200), next: Self.second))
    #expect(state.current?.id == MessageID(rawValue: 3) && state.index == 1)
  }

  @Test("No more rows are kept than anybody reads, and the search stops there")
  func full() {
    var state = FindState()
    state.show("k")
    state.receive(Self.part("k", Array(1...1500), next: Self.first))
    #expect(state.rows.count == FindState.limit && state.isFull)
    #expect(state.isRenewal, "no further step is asked for")
  }

  @Test("A mark holds what the message was last seen as; spaces typed at the end look for the same")
  func marks() {
    var state = Self.begun()
    state.toggleMark()
    #expect(state.marked.keys.map(\.rawValue) == [5] && state.index == 1)
    var changed = Sample.message(5)
    changed.status = .uncertain
    state.receive([changed])
    #expect(state.chosen == [changed])
    state.show("kim ")
    #expect(state.chosen == [changed] && state.wanted == .find(FindRequest("kim", from: Self.first)))
    state.show("")
    #expect(state.rows.isEmpty && state.marked.isEmpty && state.wanted == nil)
  }

  @Test("A part of an address is found, and Enter on a campaign shows its messages")
  func onTheScreen() {
    var desk = Desk()
    desk.type("fminji1998")
    #expect(desk.screen().contains("kim.minji1998@"))
    desk.press(.enter, .escape)
    desk.type("f")
    // What is typed takes the place of the text of before.
    desk.type("contract")
    desk.press(.enter)
    #expect(desk.screen().contains("(campaign)   Contract reminder"))
    desk.press(.enter)
    #expect(desk.screen().contains("Messages of “Contract reminder”"))
    desk.press(.escape)
    #expect(desk.screen().contains("Find · contract"))
  }

  @Test("The text of before goes with the first character, and stays where it is edited")
  func theTextOfBefore() {
    var desk = Desk()
    desk.type("fkim")
    desk.press(.enter)
    desk.type("f")
    desk.press(.escape)
    #expect(desk.state.panes.find.text == "kim")
    desk.type("f")
    desk.press(.left)
    desk.type("x")
    #expect(desk.state.panes.find.text == "kixm")
    desk.press(.enter)
    desk.type("f")
    desk.press(.backspace)
    #expect(desk.state.panes.find.text.isEmpty)
    desk.type("lee")
    desk.press(.enter)
    desk.type("/")
    desk.press(.paste("park"))
    #expect(desk.state.panes.find.text == "park")
    desk.press(.enter)
    desk.type("2/a")
    desk.press(.enter)
    desk.type("/b")
    #expect(desk.state.panes.messages.scope.prefix == "b")
  }

  @Test("Looking at all to an address, and back, loses neither the marks nor the row")
  func thereAndBack() {
    var desk = Desk()
    desk.type("fminji")
    desk.press(.enter, .down, .down)
    desk.type(" ")
    let before = desk.state.panes.find
    #expect(before.marked.count == 1 && before.index == 3)
    desk.type("A")
    #expect(desk.state.panes.find.isPerson)
    desk.press(.escape)
    #expect(desk.state.panes.find.rows == before.rows)
    #expect(desk.state.panes.find.marked == before.marked && desk.state.panes.find.index == 3)
  }

  @Test("While nothing is found yet the search says so and how far it is")
  func progress() {
    var desk = Desk()
    desk.store.isSilent = true
    desk.type("fzz")
    #expect(desk.screen().contains("loading"))
    desk.act(.answered(.find(Self.part("z", [5], next: Self.first))))
    #expect(desk.screen().contains("loading"), "an answer to another text")
    desk.act(.answered(.find(Self.part("zz", [], next: Self.second))))
    #expect(desk.screen().contains("nothing yet; the search goes on"))
    #expect(desk.screen().contains("searching, 60%"))
    desk.act(.answered(.find(Self.part("zz", at: Self.second, []))))
    #expect(desk.screen().contains("nothing has “zz” in it"))
  }
}
