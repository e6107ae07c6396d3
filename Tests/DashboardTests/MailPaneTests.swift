import Canvas
import Model
import Testing
import Words

@testable import Dashboard

/// The mail as its recipient got it.
@Suite struct MailPaneTests {
  private func opened(width: Int = 80, height: Int = 24, _ body: (inout Desk) -> Void = { _ in }) -> Desk {
    var desk = Desk(width: width, height: height)
    body(&desk)
    desk.type("2")
    desk.press(.enter)
    desk.type("m")
    return desk
  }

  @Test func theTimelineLeadsToTheMailAndBack() {
    var desk = opened()
    for text in [
      "Mail of message 1 ", "Sender  여름 소식 <news@example.com>", "To      이서연1@한국.kr",
      "Subject 김민지님, 여름 세일이 시작됩니다", "This is what was sent.", "── Text ─", "등급: 금", "  쿠폰 SUMMER-1",
      "── HTML, read as text ─", "세일 보기 <https://shop.example/sale?c=SUMMER-1>",
    ] { #expect(desk.screen().contains(text), "\(text)") }
    #expect(!desk.screen().contains("color: red"))
    desk.type("v")
    #expect(desk.screen().contains("<html><head><style>p { color: red }</style>"))
    desk.type("G")
    #expect(desk.screen().contains("coupon  SUMMER-1"))
    desk.press(.escape)
    #expect(desk.screen().contains("Timeline of message 1 "))
    desk.press(.escape)
    desk.type("m")
    #expect(desk.screen().contains("Mail of message 1 "), "from the row, too")
  }

  @Test func whatIsNotKnownIsSaid() {
    let stored = opened { desk in
      desk.store.mail = { message in
        var mail = Sample.mail(message)
        mail.letter?.storedTemplate = "welcome"
        mail.letter?.problems = [TemplateProblem(.notUnderstood("{{#if a}}"), in: .html, line: 3)]
        return mail
      }
    }
    #expect(stored.screen().contains("SES made the mail from its own template “welcome”."))
    #expect(stored.screen().contains("The HTML cannot be filled in here (line 3)"))
    let foreign = opened { $0.store.mail = { Mail(message: $0, letter: nil) } }
    #expect(foreign.screen().contains("Another program sent it."))
    let waiting = opened { desk in
      desk.store.mail = { message in
        var message = message
        (message.status, message.attempts) = (.queued, 0)
        return Sample.mail(message)
      }
    }
    #expect(waiting.screen().contains("Not sent yet: this is what will go."))
  }

  /// Whatever stands in a template or in a value is drawn, and steers nothing.
  @Test(arguments: [(80, 24), (40, 10), (200, 50), (9, 4), (1, 1)])
  func hostileTextStaysInItsLines(width: Int, height: Int) {
    let hostile = "\u{1B}[2J\u{1B}]0;x\u{7}\u{202E}gnp\u{200B}\u{85}\u{9B}31m👨‍👩‍👧 e\u{301}\u{301}\u{301}\u{301}\r\n\tx\0"
    var desk = opened(width: width, height: height) { desk in
      desk.store.mail = { message in
        var mail = Sample.mail(message)
        mail.letter?.content.subject = hostile
        mail.letter?.text = hostile
        mail.letter?.html = "<p>\(hostile)&#x1b;[2J&#x202e;</p><a href='\(hostile)'>x</a>"
        mail.letter?.content.data = [.init(hostile, hostile)]
        return mail
      }
    }
    for key in ["v", "G", "v", "g"] {
      desk.type(key)
      let canvas = desk.canvas()
      for row in 0..<height {
        var line = ""
        for column in 0..<width { canvas[Point(x: column, y: row)].glyph.write(to: &line) }
        #expect(TextWidth.of(line) == width)
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
        #expect(!line.unicodeScalars.contains { [0x202E, 0x200B].contains($0.value) })
      }
    }
  }

  @Test func aLongMailIsCutAndSaysSo() {
    var desk = opened { desk in
      desk.store.mail = { message in
        var mail = Sample.mail(message)
        mail.letter?.text = String(repeating: "긴 글입니다. ", count: 12_000)
        return mail
      }
    }
    #expect(desk.screen().contains("The first 100,000 of 216,000 bytes; y copies more of it."))
    desk.type("G")
    #expect(desk.screen().contains("SUMMER-1"), "what follows is there all the same")
    desk.type("y")
    desk.type("t")
    #expect(desk.copied.isEmpty && desk.screen().contains("more than the 74,994 bytes"))
  }
}

/// Attempts beside each other.
@Suite struct AttemptsTests {
  private func opened(width: Int = 80, height: Int = 24) -> Desk {
    var desk = Desk(width: width, height: height)
    desk.press(.enter)
    desk.type("jjjjjj")
    desk.press(.enter)
    desk.type("t")
    return desk
  }

  @Test func twoStandBesideEachOther() {
    var desk = opened()
    #expect(desk.screen().contains("Attempts of message 7 "))
    let rows = desk.screen().split(separator: "\n").map(String.init)
    #expect(rows.contains { $0.hasPrefix("attempt 1") && $0.contains("  attempt 2") })
    #expect(rows.contains { $0.hasPrefix("Status  ✗ softBounced") && $0.hasSuffix("Status  ✗ softBounced") })
    #expect(rows.contains { $0.hasPrefix("0100018f-former") && $0.contains("0100018f-7") })
    #expect(desk.effects.contains(.load(.attempts(MessageID(rawValue: 7), count: 2))))
    let asked = desk.effects.count { if case .load(.attempts) = $0 { true } else { false } }
    desk.act(.storeChanged)
    desk.wait(2)
    #expect(desk.effects.count { if case .load(.attempts) = $0 { true } else { false } } == asked, "once is enough")
    desk.press(.escape)
    #expect(desk.screen().contains("Timeline of message 7 "))
    desk.press(.escape)
    #expect(desk.screen().contains("[2 Messages]"))
  }

  @Test func moreThanThereIsRoomForAreReachedByTheArrows() {
    var desk = opened(width: 40, height: 10)
    #expect(desk.screen().contains("attempt 2") && !desk.screen().contains("attempt 1"), "the last comes first")
    desk.press(.left)
    #expect(desk.screen().contains("attempt 1") && !desk.screen().contains("attempt 2"))
    desk.press(.right, .right, .right)
    #expect(desk.screen().contains("attempt 2"))
    desk.type("t")
    #expect(desk.screen().contains("Timeline of message 7"))
  }

  @Test func oneAttemptIsNotCompared() {
    var desk = Desk()
    desk.type("2")
    desk.press(.enter)
    desk.state.panes.timeline.receive(Sample.message(1), [], earlier: 0, nil, wanted: MessageID(rawValue: 1))
    desk.type("t")
    #expect(desk.screen().contains("there is one attempt only"))
  }
}
