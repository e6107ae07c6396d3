import Canvas
import Model
import TestSupport
import Testing
import Words

@testable import Dashboard

/// A dashboard that only looks: what would change something is not offered, and no key does it.
@Suite struct ReadOnlyTests {
  @Test func whatChangesSomethingIsNotOffered() {
    let words = Language.standard.words
    for pane in Pane.numbered {
      for isReadOnly in [false, true] {
        var desk = Desk(width: 200, height: 50, isReadOnly: isReadOnly)
        desk.press(.character(Character(String(pane.digit ?? 1))))
        desk.type(" ")
        desk.act(.tick(desk.state.now))
        let footer = desk.screen().split(separator: "\n").last.map(String.init) ?? ""
        desk.press(.character("?"))
        let help = desk.screen()
        for hint in ["p pause", "r resume", "x cancel", "R resend", "n new", "u settle"] where isReadOnly {
          #expect(!footer.contains(hint), "\(pane): \(footer)")
        }
        for hint in [Hint.new, .control, .resend] {
          #expect(help.contains(words.meaning(hint)) != isReadOnly, "\(pane): \(words.meaning(hint))")
        }
        let own = pane.behavior.keys.filter { ["R", "u", "p", "r", "x", "n"].contains($0.key) }
        #expect(desk.state.offered(own).isEmpty == (isReadOnly || own.isEmpty), "\(pane)")
      }
    }
  }

  @Test func itSaysSo() {
    var desk = Desk(runsWorker: false, isReadOnly: true)
    #expect(desk.screen().contains("opened to look only"))
    #expect(desk.screen().contains(" READ-ONLY "))
    desk.type("j")
    #expect(!desk.screen().contains("opened to look only"))
    for key in ["p", "R", "n"] {
      desk.type(key)
      #expect(desk.screen().contains("opened to look only (--read-only)"), "\(key)")
      #expect(desk.state.modal == nil, "\(key)")
      desk.type("j")
    }
    desk.type("q")
    #expect(desk.quits == 1)
  }

  @Test(arguments: 1...20) func noKeyChangesAnything(seed: UInt64) {
    var random = SplitMix(seed)
    var desk = Desk(isReadOnly: true)
    let letters = (0x20..<0x7F).compactMap(Unicode.Scalar.init).map { Key.character(Character($0)) }
    let keys =
      letters + [.enter, .escape, .tab, .up, .down, .left, .right, .character("y"), .character("2"), .character("0")]
    for _ in 0..<400 {
      let key = keys[Int(random.next() % UInt64(keys.count))]
      if key == .character("q") { continue }
      desk.press(key)
    }
    // A file of the operator's own is no change of the store, and none is replaced without being there.
    #expect(desk.commands.allSatisfy { if case .export(let order) = $0 { !order.replaces } else { false } })
    // What may not be resent, and why, is read.
    #expect(!desk.effects.contains { if case .count(let count) = $0 { !count.isReading } else { false } })
  }
}
