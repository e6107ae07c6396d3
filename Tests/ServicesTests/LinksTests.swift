import EventStore
import Model
import Ports
import Services
import Synchronization
import Testing

/// What is told of queues that cannot be used, and until when.
@Suite struct LinksTests {
  /// A queue of the network that fails and waits as a test wants.
  private struct FrailQueue: MessageQueue {
    let name = "send"
    let countsWorthAsking = Duration.seconds(2)
    let failing: @Sendable (String) async -> QueueError?

    private func act(_ operation: String) async throws {
      if let error = await failing(operation) { throw error }
    }

    func send(_ entries: [QueueEntry]) async throws -> [Result<String, QueueError>] {
      try await act("send")
      return []
    }
    func receive(max: Int, wait: Duration, visibility: Duration?) async throws -> [ReceivedMessage] {
      try await act("receive")
      return []
    }
    func delete(_ receipts: [String]) async throws -> [QueueError?] { [] }
    func changeVisibility(_ changes: [VisibilityChange]) async throws -> [QueueError?] { [] }
    func depths() async throws -> QueueDepths {
      try await act("count")
      return QueueDepths()
    }
  }

  private static let deleted = QueueError(.noSuchQueue, queue: "send", context: "the queue does not exist")

  @Test func aFailureThatIsNotTriedAgainIsForgottenAMinuteLater() async throws {
    let fixture = try await ServiceFixture()
    let links = Links(clock: fixture.clock)
    let queue = WatchedQueue(FrailQueue { $0 == "send" ? Self.deleted : nil }, links: links)
    await #expect(throws: QueueError.self) { try await queue.send([]) }
    let since = fixture.clock.now()
    fixture.advance(.seconds(50))
    _ = try await queue.depths()
    #expect(links.troubles == [Trouble(link: "send (send)", since: since, problem: "the queue does not exist")])
    await #expect(throws: QueueError.self) { try await queue.send([]) }
    fixture.advance(.seconds(50))
    _ = try await queue.depths()
    #expect(links.troubles.map(\.since) == [since], "it failed again, and stands since the first time")
    fixture.advance(.seconds(20))
    _ = try await queue.depths()
    #expect(links.troubles.isEmpty)
  }

  @Test func anotherQueuesHealthSaysNothing() async throws {
    let fixture = try await ServiceFixture()
    let links = Links(clock: fixture.clock)
    links.fail("events (receive)", of: "events", "gone")
    fixture.advance(.seconds(3600))
    _ = try await WatchedQueue(FrailQueue { _ in nil }, links: links).depths()
    #expect(links.troubles.map(\.link) == ["events (receive)"])
  }

  @Test(.timeLimit(.minutes(1))) func whoDoesNotAnswerIsInTrouble() async throws {
    let fixture = try await ServiceFixture()
    let links = Links(clock: fixture.clock)
    let isOpen = Mutex(false)
    let queue = WatchedQueue(
      FrailQueue { _ in
        while !isOpen.withLock({ $0 }) { try? await Task.sleep(for: .milliseconds(20)) }
        return nil
      }, links: links)
    let asking = Task { try await queue.depths() }
    while links.troubles.isEmpty { try await Task.sleep(for: .milliseconds(50)) }
    #expect(links.troubles.map(\.problem) == ["no answer for 10 s"])
    isOpen.withLock { $0 = true }
    _ = try await asking.value
    #expect(links.troubles.isEmpty)
  }

  @Test func otherProcessesHearOfIt() async throws {
    let fixture = try await ServiceFixture()
    let links = Links(clock: fixture.clock)
    let reporter = TroubleReporter(
      store: fixture.store, links: links, process: "worker", clock: fixture.clock, logger: fixture.logger)
    let before = fixture.clock.now() + .seconds(-1)
    links.fail("SES", "denied")
    let since = fixture.clock.now()
    try await fixture.run(reporter) {
      try await fixture.store.troubles(seenAfter: before, notBy: "dashboard")
        == [Trouble(link: "SES", since: since, problem: "denied")]
    }
    #expect(try await fixture.store.troubles(seenAfter: before, notBy: "worker").isEmpty)
    #expect(try await fixture.store.troubles(seenAfter: before, notBy: "dashboard").isEmpty, "it has stopped in order")
    try await fixture.store.report(links.troubles, by: "killed", now: since)
    #expect(try await fixture.store.troubles(seenAfter: since, notBy: "dashboard").isEmpty, "too old to be true")
  }
}
