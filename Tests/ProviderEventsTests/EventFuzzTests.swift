import ProviderEvents
import Testing
import TestSupport

@Suite struct EventFuzzTests {
  private static var documents: [String] {
    Fixtures.all.flatMap { [$0.document, Fixtures.sns($0.document), Fixtures.eventBridge($0.document)] }
  }

  /// Nothing that can arrive may end the process, and an event always names somebody.
  private func check(_ bytes: [UInt8], _ parser: inout EventParser) {
    let result = bytes.withUnsafeBytes { parser.parse($0) }
    if case .events(let events) = result, events.facts.isEmpty { Issue.record("an event without facts") }
  }

  @Test func truncationsAreUnreadable() {
    var parser = EventParser()
    for document in Self.documents {
      let bytes = Array(document.utf8)
      for end in stride(from: 0, to: bytes.count, by: 7) {
        let result = bytes[..<end].withUnsafeBytes { parser.parse($0) }
        guard case .unreadable = result else {
          Issue.record("cut at \(end): \(result)")
          return
        }
      }
    }
  }

  @Test func mutationsNeverCrash() {
    var generator = SplitMix(42)
    var parser = EventParser()
    let alphabet = Array("{}[]\",:\\u0dDn\n\t <>@e-".utf8) + [0x00, 0x80, 0xC3, 0xFF]
    for document in Self.documents {
      for _ in 0..<60 {
        var bytes = Array(document.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
          let place = Int.random(in: 0..<bytes.count, using: &generator)
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: bytes[place] = alphabet.randomElement(using: &generator) ?? 0
          case 1: bytes.remove(at: place)
          default: bytes.insert(alphabet.randomElement(using: &generator) ?? 0, at: place)
          }
        }
        check(bytes, &parser)
      }
    }
  }
}
