import Foundation
import JSON
import Testing

@testable import ProviderEvents
@testable import Provisioning

/// JSON that was written to stop whoever reads it; on the smallest stack that a thread of a pool has, macOS's.
@Suite struct HostileJSONTests {
  private func onASmallStack<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: body()) }
      thread.stackSize = 512 * 1024
      thread.start()
    }
  }

  /// As deep as is let in: 128 containers, which is what the reader takes.
  @Test func whatIsNestedAsDeepAsMayBeIsReadAndHashed() async {
    let depth = JSONTape.depthLimit - 2
    let value = String(repeating: "[{\"a\":", count: depth / 2) + "1" + String(repeating: "}]", count: depth / 2)
    let event = """
      {"eventType":"Odd","x":\(value),"mail":{"timestamp":"2026-11-20T10:00:00.000Z","messageId":"m",\
      "destination":["k@example.com"]}}
      """
    let isEvent = await onASmallStack {
      var parser = EventParser()
      if case .events(let parsed) = parser.parse(event) { return parsed.facts.count == 1 }
      return false
    }
    #expect(isEvent)
    let deep = "{\"Statement\":" + String(repeating: "[", count: 127) + String(repeating: "]", count: 127) + "}"
    let policy = await onASmallStack { PolicyValue(deep)?.json }
    #expect(policy == deep)
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"]) func whatIsDeeperIsRefused(open: String) async {
    let text = String(repeating: open, count: 100_000)
    let (isUnreadable, policy) = await onASmallStack { () -> (Bool, PolicyValue?) in
      var parser = EventParser()
      if case .unreadable = parser.parse(text) { return (true, PolicyValue(text)) }
      return (false, PolicyValue(text))
    }
    #expect(isUnreadable)
    #expect(policy == nil)
  }

  @Test func policiesAreReadAsTheyWere() {
    let text = #"{"A":[null,true,false,1.5,-2,"x\u00e9\n"],"B":{"C":""}}"#
    #expect(
      PolicyValue(text)
        == .object([
          "A": .list([.null, .flag(true), .flag(false), .number(1.5), .number(-2), .text("xé\n")]),
          "B": .object(["C": .text("")]),
        ]))
    #expect(PolicyValue("{") == nil)
  }

  /// Two hundred thousand records, each on its own line: counting from the first for each would take hours.
  @Test func manyRecordsTakeTimeByTheirNumberAlone() {
    let text = "{\"Records\":[\n" + Array(repeating: "{}", count: 200_000).joined(separator: ",\n") + "]}"
    var stream = EventDocumentStream()
    var (count, line, offset) = (0, 0, 0)
    let started = ContinuousClock.now
    Array(text.utf8).withUnsafeBytes { bytes in
      stream.feed(bytes) { document in
        count += 1
        (line, offset) = (document.line, document.offset)
      }
    }
    #expect(count == 200_000)
    #expect(line == 200_001)
    #expect(offset == text.utf8.count - 4)
    #expect(ContinuousClock.now - started < .seconds(20))
  }
}
