import Model
import Ports
import QueueConformance
import Testing
import TestSupport

@testable import Sandbox

/// An embedded queue on a file of its own, under a clock of its own.
struct EmbeddedHarness: QueueHarness {
  let folder: TemporaryFolder
  let clock = MovableClock()
  let hasOwnClock = true

  init() throws { folder = try TemporaryFolder() }

  func makeQueue(_ policy: QueuePolicy) async throws -> QueueUnderTest {
    let store = try await QueueStore.open(path: folder.file("queues.db"), clock: clock.wallClock)
    let deadLetters = try await store.deadLetterQueue("dead", policy: policy)
    return QueueUnderTest(
      queue: try await store.queue("queue", policy: policy, deadLetters: deadLetters), deadLetters: deadLetters)
  }

  func advance(by span: Duration) async throws { clock.advance(by: span) }

  func untilPolled(_ queue: any MessageQueue) async throws {
    guard let queue = queue as? EmbeddedQueue else { throw ConformanceFailure("another's queue") }
    try await queue.untilPolled()
  }
}

extension EmbeddedQueue {
  /// Returns when a receive waits for a message.
  func untilPolled() async throws { try await eventually("a receive waits") { store.watcher.waiting == 1 } }
}

@Suite struct EmbeddedQueueConformanceTests {
  @Test(arguments: QueueConformance.all) func conforms(_ conformance: QueueConformance) async throws {
    try await conformance.run(EmbeddedHarness())
  }
}
