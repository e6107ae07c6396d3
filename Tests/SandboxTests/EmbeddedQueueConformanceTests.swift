import Model
import QueueConformance
import Sandbox
import Testing
import TestSupport

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
}

@Suite struct EmbeddedQueueConformanceTests {
  @Test(arguments: QueueConformance.all) func conforms(_ conformance: QueueConformance) async throws {
    try await conformance.run(EmbeddedHarness())
  }
}
