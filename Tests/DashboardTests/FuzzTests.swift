import Words
import Canvas
import Model
import Testing
import TestSupport

@testable import Dashboard

/// Throws anything at the dashboard, at any size.
@Suite struct FuzzTests {
  private static let keys: [Key] =
    [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .insert, .function(1), .function(2), .function(5), .control("l"), .control("c"), .control("u"), .control("b"),
      .control("f"),
      .paste("여름\n1,950"), .focusGained, .focusLost, .mouse(.click, Point(x: 5, y: 5)),
      .mouse(.scrollDown, Point(x: 90, y: 12)), .mouse(.click, Point(x: 120, y: 20)),
      .alt("q"), .alt("x"), .control("g"), .control("p"), .control("n"),
    ] + "qnprxRLdDufsScabgGhjkl123456/?[] yt019한ㅓㅂé:z<>I*A".map { .character($0) }

  /// What may be chosen for keys, so that all that is pressed here means something else.
  private static let maps: [KeyMap] = [
    .standard, (try? KeyMap([("palette", "p"), ("pause", "*"), ("markAllShown", "d"), ("redrive", ":")])) ?? .standard,
  ]

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func survivesAnything(seed: UInt64) {
    var random = SplitMix(seed &* 0x9E37_79B9_7F4A_7C15)
    var desk = Desk(isLoaded: false, keyMap: Self.maps[Int(seed % 2)])
    #expect(Self.maps[1] != .standard)
    var unanswered: [Effect] = []
    var canvas = Canvas(size: .zero)
    var quits = 0
    for step in 0..<25_000 {
      let action = self.action(&random, desk, &unanswered)
      for effect in Dashboard.update(&desk.state, action) {
        if effect == .quit { quits += 1 }
        unanswered.append(effect)
      }
      let loads = unanswered.filter { if case .load(.page) = $0 { true } else { false } }
      if loads.count > 200 { unanswered.removeFirst(100) }
      if step % 10 == 0 {
        canvas.reset(size: desk.state.size)
        var nothing = LastFrame()
        Dashboard.draw(desk.state, &canvas, theme: step % 20 == 0 ? .standard : .monochrome, after: &nothing)
        if step % 50 == 0 { #expect(isWhole(canvas)) }
      }
      if desk.state.quittingSince != nil, quits > 0, step % 500 == 0 {
        desk = Desk(isLoaded: false, keyMap: Self.maps[Int(seed % 2)])
        unanswered = []
        quits = 0
      }
      #expect(quits <= 1)
    }
  }

  /// Panes that are laid down as they were in the frame before are those that would be drawn.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func aPaneFromMemoryIsTheOneThatWouldBeDrawn(seed: UInt64) {
    var random = SplitMix(seed &* 0x0DDB_1A5E_5BAD_5EED)
    var desk = Desk(width: 170, height: 40)
    var unanswered: [Effect] = []
    var last = LastFrame()
    var canvas = Canvas(size: .zero)
    for step in 0..<1200 {
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<10: desk.press(.escape)
      case 10..<75: desk.press("jkjkgG123 ".map { .character($0) }.randomElement(using: &random) ?? .enter)
      case 75..<95: desk.act(.tick(desk.state.now + .milliseconds(Int64.random(in: 0...6000, using: &random))))
      default: unanswered += Dashboard.update(&desk.state, self.action(&random, desk, &unanswered))
      }
      if desk.state.size.width < 150 || desk.state.size.height < 30 {
        unanswered += Dashboard.update(&desk.state, .resized(width: 170, height: 40))
      }
      if canvas.gridSize != desk.state.size { canvas.reset(size: desk.state.size) }
      Dashboard.draw(desk.state, &canvas, theme: .monochrome, after: &last)
      let fresh = desk.canvas()
      #expect(canvas.cells == fresh.cells && canvas.cursor == fresh.cursor, "step \(step)")
      if desk.state.quittingSince != nil { desk = Desk(width: 170, height: 40) }
    }
    #expect(last.spared > 100, "or nothing was tried")
  }

  /// Random keys and clicks, with the palette and the help open half of the time, send and destroy nothing: whatever asks
  /// first is never answered by them, since its number is not typed.
  @Test(arguments: 1...4 as ClosedRange<UInt64>) func nothingIsSentOrLostByChance(seed: UInt64) {
    var random = SplitMix(seed &* 0xA5A5_1234_9E37_79B9)
    var desk = Desk()
    for _ in 0..<1500 {
      if desk.state.quittingSince != nil { desk = Desk() }
      let size = desk.state.size
      switch Int.random(in: 0..<10, using: &random) {
      case 0: desk.press(.character(":"))
      case 1: desk.press(.character("?"))
      case 2...3:
        let point = Point(
          x: Int.random(in: 0..<size.width, using: &random), y: Int.random(in: 0..<size.height, using: &random))
        desk.press(.mouse(.click, point))
      case 4: desk.press(.enter)
      default:
        let letters = Array("abcdefghijklmnopqrstuvwxzABCDEFGHIJKLMNOPQRSTUVWXZ:?/<>*[] ")
        desk.press(.character(letters.randomElement(using: &random) ?? "a"))
      }
      for command in desk.commands {
        switch command {
        case .pause, .retryQuarantined: break
        // What is about one alone may be answered with `y`, by a click too.
        case _ where command.expectedCount == 1: break
        default: Issue.record("\(command) by chance")
        }
      }
      desk.commands = []
    }
  }

  private func action(_ random: inout SplitMix, _ desk: Desk, _ unanswered: inout [Effect]) -> Action {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<50: return .key(Self.keys.randomElement(using: &random) ?? .enter)
    case 50..<60:
      // Anywhere on the screen, and beyond it.
      let actions: [MouseAction] = [.click, .click, .click, .scrollUp, .scrollDown, .rightClick]
      let point = Point(
        x: Int.random(in: -1...desk.state.size.width, using: &random),
        y: Int.random(in: -1...desk.state.size.height, using: &random))
      return .key(.mouse(actions.randomElement(using: &random) ?? .click, point))
    case 60..<62:
      let sizes = [(80, 24), (40, 10), (200, 50), (0, 0), (1, 1), (7, 3), (150, 30), (149, 60), (300, 2), (2, 90)]
      let any = (Int.random(in: 0...220, using: &random), Int.random(in: 0...60, using: &random))
      let (width, height) = Bool.random(using: &random) ? any : sizes.randomElement(using: &random) ?? any
      return .resized(width: width, height: height)
    case 62..<70: return .tick(desk.state.now + .milliseconds(Int64.random(in: -100...3000, using: &random)))
    case 70..<75: return .storeChanged
    case 75..<78: return .answered(.page(desk.store.page(MessageQuery(limit: 3))))
    case 78..<80: return .answered(.deadLetters(DeadLetterPage(letters: [], total: 0, recipients: 0), limit: 500))
    case 80..<82: return .answered(.timeline(Sample.message(4), [], earlier: 2))
    default:
      guard !unanswered.isEmpty else { return .storeChanged }
      let effect = unanswered.remove(at: Int.random(in: 0..<unanswered.count, using: &random))
      if effect == .quit { return .storeChanged }
      if case .command(let command) = effect {
        return Bool.random(using: &random)
          ? .done(command, CommandResult(count: 1)) : .failed(command, Problem(.foreign("no")))
      }
      var store = Store()
      if Int.random(in: 0..<5, using: &random) == 0 { store.problem = Problem(.store(.locked)) }
      store.messages = [0, 1, 30, 260].randomElement(using: &random) ?? 0
      store.letters = DeadLetterPage(
        letters: Sample.letters(Int.random(in: 0...30, using: &random)), total: 2000, recipients: 99_000)
      store.snapshot.at = desk.state.now
      if Bool.random(using: &random) { store.snapshot.campaigns.removeFirst() }
      return store.answer(effect) ?? .storeChanged
    }
  }

  /// Whether every row is as wide as the canvas, and no wide character is cut in half.
  private func isWhole(_ canvas: Canvas) -> Bool {
    (0..<canvas.size.height).allSatisfy { y in
      (0..<canvas.size.width).reduce(0) { $0 + Int(canvas[Point(x: $1, y: y)].glyph.width) } == canvas.size.width
    }
  }
}
