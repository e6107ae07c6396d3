import Testing

@testable import Canvas

@Suite struct DialogTests {
  private let labels = Dialog.Labels(
    close: "close", yes: "yes, do it", no: "no", back: "back", whenTyped: "do it when typed", type: { "Type \($0): " }
  )

  @Test func enterAloneConfirmsNothing() {
    for confirmation in [Dialog.Confirmation.yes, .typing("1,523"), .typing("delete")] {
      var dialog = Dialog("Send?", body: [], confirmation: confirmation)
      for _ in 0..<20 { #expect(dialog.handle(.enter) == .pending) }
      #expect(dialog.handle(.character(" ")) == .pending)
      #expect(dialog.handle(.paste("\n")) == .pending)
      #expect(dialog.handle(.enter) == .pending)
    }
  }

  @Test func theWordConfirms() {
    var dialog = Dialog("Send?", body: [], confirmation: .typing("1,523"))
    for key in "152" { #expect(dialog.handle(.character(key)) == .pending) }
    #expect(dialog.handle(.enter) == .pending)
    #expect(dialog.handle(.character("3")) == .pending)
    #expect(dialog.handle(.enter) == .confirmed)
  }

  @Test func yesAndNo() {
    var dialog = Dialog("Send?", body: [], confirmation: .yes)
    #expect(dialog.handle(.character("y")) == .confirmed)
    #expect(dialog.handle(.character("n")) == .cancelled)
    #expect(dialog.handle(.escape) == .cancelled)
    #expect(dialog.handle(.paste("y")) == .pending)
  }

  @Test func aMessageIsClosed() {
    var dialog = Dialog("Failed", body: [], confirmation: .none)
    #expect(dialog.handle(.character("y")) == .pending)
    #expect(dialog.handle(.enter) == .cancelled)
  }

  @Test func drawing() {
    var dialog = Dialog("발송", body: ["1,523 people will get it."], confirmation: .typing("1523"))
    _ = dialog.handle(.character("1"))
    var canvas = Canvas(size: Size(width: 44, height: 8))
    dialog.draw(on: &canvas, in: canvas.bounds, labels: labels, theme: .standard)
    #expect(
      canvas.text == """
          ┏━ 발송 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
          ┃ 1,523 people will get it.            ┃
          ┃                                      ┃
          ┃ Type 1523: 1                         ┃
          ┃                                      ┃
          ┃ Enter do it when typed  Esc back     ┃
          ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

        """)
    #expect(canvas.cursor == Point(x: 16, y: 3))
  }

  /// What does not fit on a small screen is said to be there, and can be read.
  @Test func longBodiesAreScrolled() {
    var dialog = Dialog("Resend", body: (1...9).map { "line \($0)" }, confirmation: .typing("12"))
    func screen() -> String {
      var canvas = Canvas(size: Size(width: 44, height: 9))
      dialog.draw(on: &canvas, in: canvas.bounds, labels: labels, theme: .standard)
      return canvas.text
    }
    #expect(screen().contains("↓↑ +5"))
    #expect(screen().contains("line 4") && !screen().contains("line 5"))
    for _ in 0..<9 { #expect(dialog.handle(.down) == .pending) }
    #expect(screen().contains("line 9") && !screen().contains("line 5"))
    #expect(dialog.handle(.pageUp) == .pending)
    #expect(dialog.handle(.up) == .pending)
    #expect(screen().contains("line 4"))
  }
}
