import Canvas
import Dashboard
import Model
import Testing

/// A quarantined document is edited, checked, shown and only then stored.
@Suite struct EditingTests {
  private func opened() -> Desk {
    var desk = Desk()
    desk.type("7j")
    desk.press(.enter)
    return desk
  }

  private var text: String { Sample.document(12)?.body ?? "" }
  private var edited: String { text.replacing("hello", with: "eventType") }

  @Test func itIsStoredOnlyForATypedNumberAndTheChangeIsShown() {
    var desk = opened()
    desk.type("E")
    #expect(desk.effects.contains(.edit(12, text)))
    desk.act(.edited(12, edited))
    #expect(desk.screen().contains("Store the edited document 12"))
    #expect(desk.screen().contains("- {\"hello\":\"세계\"}") && desk.screen().contains("+ {\"eventType\":\"세계\"}"))
    #expect(desk.commands.isEmpty)
    desk.press(.enter)
    desk.type("y")
    #expect(desk.commands.isEmpty, "neither Enter nor a habit")
    desk.press(.backspace)
    desk.type("1")
    desk.press(.enter)
    let change = LineChange(from: text, to: edited).line()
    #expect(desk.commands == [.correct(12, to: edited, change: change, events: 1)])
  }

  @Test func whatStillMeansNothingIsNotStoredAndNotLost() {
    var desk = opened()
    desk.type("E")
    let wrong = text + "more"
    desk.act(.edited(12, wrong))
    #expect(desk.screen().contains("still not understood: the document is empty"))
    desk.type("E")
    #expect(desk.effects.contains(.edit(12, wrong)), "what was made of it comes back")
    desk.act(.edited(12, text))
    #expect(desk.screen().contains("nothing was changed"))
    #expect(desk.commands.isEmpty)
  }

  @Test func anEditorThatFailsAndBytesThatAreNoText() {
    var desk = opened()
    desk.type("E")
    desk.act(.edited(12, nil))
    #expect(desk.screen().contains("the editor failed"))
    desk.press(.escape)
    desk.type("k")
    desk.press(.enter)
    desk.type("E")
    #expect(desk.screen().contains("cannot be edited"))
    #expect(!desk.effects.contains { if case .edit(17, _) = $0 { true } else { false } })
  }

  @Test func nobodyEditsWhoMayOnlyLook() {
    var desk = Desk(isReadOnly: true)
    desk.type("7j")
    desk.press(.enter)
    desk.type("E")
    #expect(!desk.effects.contains { if case .edit = $0 { true } else { false } })
  }

  @Test func aChangeIsWhatIsBetweenWhatIsTheSame() {
    let change = LineChange(from: "a\nb\nc\nd", to: "a\nx\ny\nd")
    #expect(change.removed == ["b", "c"] && change.added == ["x", "y"])
    #expect(change.line() == "- b c + x y")
    #expect(LineChange(from: "a\nb", to: "a\nb").isEmpty)
    #expect(LineChange(from: "a", to: "a\nb").added == ["b"])
    let long = String(repeating: "x", count: 500)
    #expect(LineChange(from: long + "1", to: long + "2").line().count < 100, "from where they begin to differ")
  }
}
