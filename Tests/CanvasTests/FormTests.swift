import Testing

@testable import Canvas

@Suite struct FormTests {
  private enum Field { case name, channel, send, cancel }

  private let form = Form<Field>([
    .init(.name, "이름", .text(LineEditor(), placeholder: "a name")),
    .init(.channel, "Channel", .choice(["email", "sms"], selected: 0)),
    .init(.send, "Send", .button), .init(.cancel, "Cancel", .button),
  ])

  @Test func keysGoWhereTheFocusIs() {
    var form = form
    #expect(form.handle(.character("q")) == .changed(.name))
    #expect(form.handle(.enter) == .handled)
    #expect(form.handle(.right) == .changed(.channel))
    #expect(form[.channel] == "sms")
    #expect(form.handle(.right) == .changed(.channel))
    #expect(form[.channel] == "email" && form[.name] == "q")
    #expect(form.handle(.tab) == .handled)
    #expect(form.handle(.enter) == .pressed(.send))
    #expect(form.handle(.right) == .handled)
    #expect(form.handle(.character(" ")) == .pressed(.cancel))
    #expect(form.handle(.down) == .handled)
    #expect(form.focus == 0)
    #expect(form.handle(.backTab) == .handled)
    #expect(form.focus == 3)
    #expect(form.handle(.escape) == .cancelled)
  }

  @Test func drawing() {
    var form = form
    form.note(.name, "missing")
    var canvas = Canvas(size: Size(width: 30, height: 4))
    form.draw(on: &canvas, in: canvas.bounds, theme: .standard)
    #expect(
      canvas.text == """
        이름     a name        missing
        Channel  ‹ email ›

                 [ Send ]  [ Cancel ]
        """)
    #expect(canvas.cursor == Point(x: 9, y: 0))
  }

  @Test func aLowFormShowsTheFieldThatHasTheKeys() {
    var form = form
    form.focus(on: .send)
    var canvas = Canvas(size: Size(width: 30, height: 2))
    form.draw(on: &canvas, in: canvas.bounds, theme: .standard)
    #expect(canvas.text == "\n         [ Send ]  [ Cancel ]")
  }
}
