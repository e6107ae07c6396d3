import Words
import Canvas
import Dashboard
import Model
import Testing
import TestSupport

/// Throws anything at the dashboard, at any size.
@Suite struct FuzzTests {
  private static let keys: [Key] =
    [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .insert, .function(1), .function(2), .function(5), .control("l"), .control("c"), .control("u"), .control("b"),
      .control("f"),
      .paste("여름\n1,950"), .focusGained, .focusLost, .mouse(.click, Point(x: 5, y: 5)),
      .mouse(.scrollDown, Point(x: 90, y: 12)), .mouse(.click, Point(x: 120, y: 20)),
    ] + "qnprxRLdDufsScabgGhjkl123456/?[] yt019한ㅓㅂé".map { .character($0) }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func survivesAnything(seed: UInt64) {
    var random = SplitMix(seed &* 0x9E37_79B9_7F4A_7C15)
    var desk = Desk(isLoaded: false)
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
        Dashboard.draw(desk.state, &canvas, theme: step % 20 == 0 ? .standard : .monochrome)
        if step % 50 == 0 { #expect(isWhole(canvas)) }
      }
      if desk.state.quittingSince != nil, quits > 0, step % 500 == 0 {
        desk = Desk(isLoaded: false)
        unanswered = []
        quits = 0
      }
      #expect(quits <= 1)
    }
  }

  private func action(_ random: inout SplitMix, _ desk: Desk, _ unanswered: inout [Effect]) -> Action {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<60: return .key(Self.keys.randomElement(using: &random) ?? .enter)
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
