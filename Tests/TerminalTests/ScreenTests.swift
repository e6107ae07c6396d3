import Canvas
import Foundation
import Testing

/// What is drawn must arrive, and what is pressed must be read.
@Suite(.serialized) struct ScreenTests {
  @Test func wideCharactersLineUp() throws {
    let tmux = try Tmux()
    try tmux.startProbe()
    let rows = try tmux.screen().split(separator: "\n").prefix(10)
    for row in rows {
      #expect(TextWidth.of(row) == 80, "\(row)")
      #expect("┓┃┛".contains(row.last ?? " "), "\(row)")
    }
    // Composed and decomposed Hangul must look the same.
    #expect(rows.filter { $0.unicodeScalars.starts(with: "┃김철수     ok ".unicodeScalars) }.count == 2)
    #expect(rows[4].hasPrefix("┃Zoë        ok"))
    #expect(rows[5].hasPrefix("┃👨 fam     ok"))
    #expect(rows[6].hasPrefix("┃❤  KR 👍   ok"))
  }

  @Test(arguments: ["", "LINES=24 COLUMNS=80"])
  func theWindowCanBeResized(variables: String) throws {
    let tmux = try Tmux()
    try tmux.startProbe(variables)
    for (width, height) in [(100, 30), (61, 14)] {
      try tmux.run("resize-window", "-x", "\(width)", "-y", "\(height)")
      try tmux.wait(for: "size \(width)x\(height)")
      try tmux.wait("the right border in its column") {
        try tmux.screen().split(separator: "\n")[2].last == "┃"
          && TextWidth.of(tmux.screen().split(separator: "\n")[2]) == width
      }
    }
  }

  @Test func aTinyWindowShowsWhatFits() throws {
    let tmux = try Tmux(width: 20, height: 12)
    try tmux.startProbe()
    try tmux.run("resize-window", "-x", "12", "-y", "4")
    try tmux.wait("a clipped screen") {
      let rows = try tmux.screen().split(separator: "\n")
      return rows.count == 4 && rows.allSatisfy { TextWidth.of($0) == 12 } && rows[2].hasPrefix("┃김철수")
    }
    try tmux.run("resize-window", "-x", "60", "-y", "20")
    try tmux.wait(for: "size 60x20")
  }

  @Test func coloursAreShown() throws {
    let tmux = try Tmux()
    try tmux.startProbe()
    #expect(try tmux.screen(styles: true).contains("\u{1B}[32mok"))
  }

  @Test func noColorIsRespected() throws {
    let tmux = try Tmux()
    try tmux.startProbe("NO_COLOR=1")
    let screen = try tmux.screen(styles: true)
    #expect(screen.contains(/\u{1B}\[(0;)?7m(\u{1B}\[[34]9m)*김철수/))
    #expect(!screen.contains(/\u{1B}\[[0-9;]*\b(3[0-8]|4[0-8]|9[0-7]|10[0-7])\b[0-9;]*m/))
  }

  @Test(arguments: ["tmux", "screen", "xterm", "linux", "vt220", "xterm-256color"])
  func otherTerminalTypesWork(term: String) throws {
    let tmux = try Tmux()
    try tmux.startProbe("TERM=\(term)")
    try tmux.press("Down")
    try tmux.wait(for: "key down")
    try tmux.press("Home", "q")
    try tmux.wait(for: "bye")
    try tmux.expectRestored()
  }

  /// Longer than what comes behind an Escape is taken for the rest of it: nobody presses two keys so fast.
  private static func pause() { usleep(80_000) }

  @Test func keysArrive() throws {
    let tmux = try Tmux()
    try tmux.startProbe()
    let keys: [(String, String)] = [
      ("Down", "down"), ("Up", "up"), ("Left", "left"), ("Right", "right"), ("Home", "home"), ("End", "end"),
      ("PPage", "pageUp"), ("NPage", "pageDown"), ("Enter", "enter"), ("Tab", "tab"), ("BTab", "backTab"),
      ("BSpace", "backspace"), ("DC", "delete"), ("IC", "insert"), ("F1", "function(1)"), ("F12", "function(12)"),
      ("C-a", "control(\"a\")"), ("C-c", "control(\"c\")"), ("C-s", "control(\"s\")"), ("한", "character(\"한\")"),
      ("Escape", "escape"), ("/", "character(\"/\")"),
    ]
    for (name, key) in keys {
      Self.pause()
      try tmux.press(name)
      try tmux.wait("\(key)") {
        try tmux.screen().split(separator: "\n").last { $0.hasPrefix("key ") }?.hasPrefix("key \(key)") == true
      }
    }
  }

  @Test func altAndALetterAreOneKey() throws {
    let tmux = try Tmux()
    try tmux.startProbe()
    try tmux.send("\u{1B}x")
    try tmux.wait(for: "key alt(\"x\")")
    // And an Escape by itself is one, whatever comes later.
    try tmux.send("\u{1B}")
    try tmux.wait(for: "key escape")
    Self.pause()
    try tmux.send("x")
    try tmux.wait(for: "key escape\nkey character(\"x\")")
  }

  @Test func aPasteIsOneKey() throws {
    let tmux = try Tmux()
    try tmux.startProbe()
    try tmux.run("set-buffer", "q\n받는 사람")
    try tmux.run("paste-buffer", "-p")
    try tmux.wait(for: "key paste(\"q\\n받는 사람\")")
  }

  @Test func theMouseArrives() throws {
    let tmux = try Tmux()
    try tmux.startProbe("TERM=xterm")
    // Column 5, row 3, counted from 1, in the form of `kmous` of that terminal: SGR.
    try tmux.send("\u{1B}[<0;5;3M\u{1B}[<0;5;3m")
    try tmux.wait(for: "key mouse(Canvas.MouseAction.click, Canvas.Point(x: 4, y: 2))")
    try tmux.send("\u{1B}[<65;1;1M")
    try tmux.wait(for: "key mouse(Canvas.MouseAction.scrollDown, Canvas.Point(x: 0, y: 0))")
  }

  @Test(arguments: [
    ("TERM=dumb", "", "incapableTerminal: the terminal type dumb"),
    ("TERM=nonsense", "", "unknownTerminal: the terminal type nonsense"),
    ("TERM=", "", "unknownTerminal: the terminal type (TERM is not set)"),
    ("", "< /dev/null", "notATerminal: standard input"), ("", "| cat", "notATerminal: standard output"),
  ])
  func whatCannotBeUsedIsOneClearError(variables: String, redirection: String, message: String) throws {
    let tmux = try Tmux(width: 200)
    try tmux.type("\(variables) \(Tmux.probe) \(redirection)")
    try tmux.wait(for: message)
    try tmux.expectRestored()
  }
}
