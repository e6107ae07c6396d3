import Sandbox
import EventStore
import Model
import Ports
import Services
import Synchronization
import Testing
import TestSupport

@Suite struct IngesterTests {
  private func delivery(_ id: Int, to address: String) -> String {
    """
    {"eventType":"Delivery","mail":{"timestamp":"2026-11-18T01:00:00.000Z","messageId":"ses-\(id)",\
    "destination":["\(address)"],"commonHeaders":{"subject":"Hello"}},"delivery":{"timestamp":\
    "2026-11-18T01:00:01.000Z","processingTimeMillis":900,"recipients":["\(address)"],"smtpResponse":"250 ok"}}
    """
  }

  @Test func eventsAreStoredOnceAndDeletedAfterTheCommit() async throws {
    let fixture = try await ServiceFixture()
    let bodies = (0..<500).map { delivery($0, to: "a\($0)@example.com") }
    for start in stride(from: 0, to: 500, by: 10) {
      _ = try await fixture.events.send(bodies[start..<start + 10].map { QueueEntry(body: $0) })
      _ = try await fixture.events.send([QueueEntry(body: bodies[start])])
    }
    _ = try await fixture.events.send([QueueEntry(body: "{\"broken\":")])
    let ingester = Ingester(store: fixture.store, queue: fixture.events, clock: fixture.clock, logger: fixture.logger)
    try await fixture.run(ingester) { try await fixture.events.depths().total == 0 }
    #expect(try await fixture.store.eventCount() == 500)
    #expect(try await fixture.store.messages(MessageQuery(status: .delivered, limit: 1000)).rows.count == 500)
    #expect(try await fixture.store.quarantine(limit: 10).map(\.body) == ["{\"broken\":"])
    #expect(try await fixture.store.replay() == [])
  }

  @Test func anEventWhoseDeleteWasCutOffIsFoundToBeThere() async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.events.send([QueueEntry(body: delivery(1, to: "a@example.com"))])
    // A process that committed and was killed before the delete.
    let received = try await fixture.events.receive(max: 10, wait: .zero, visibility: .seconds(30))
    var digest = EventBatch(storeID: fixture.store.id)
    for message in received { digest.add(message.body) }
    _ = try await fixture.store.ingest(digest.events, now: fixture.clock.now())
    fixture.advance(.seconds(31))
    let ingester = Ingester(store: fixture.store, queue: fixture.events, clock: fixture.clock, logger: fixture.logger)
    try await fixture.run(ingester) { try await fixture.events.depths().total == 0 }
    #expect(try await fixture.store.eventCount() == 1)
  }

  /// A minute of the whole program on an idle queue is three requests.
  @Test func anIdleQueueCostsOneLongPoll() async throws {
    let fixture = try await ServiceFixture()
    let queue = EmptyQueue(polls: 4)
    let ingester = Ingester(store: fixture.store, queue: queue, clock: fixture.clock, logger: fixture.logger)
    try await fixture.run(ingester) {
      for poll in 0..<3 {
        try await eventually("it polls") { queue.gates[poll].waiters == 1 }
        queue.gates[poll].open()
      }
      try await eventually("it polls again") { queue.gates[3].waiters == 1 }
      return true
    }
    // Each began when the one before had ended, and the stop ended the last.
    #expect(queue.most == 1)
    #expect(queue.waits == Array(repeating: .seconds(20), count: 4))
  }

  /// A queue whose polls end in vain, each when a test says so.
  private final class EmptyQueue: MessageQueue {
    let name = "events"
    let gates: [Gate]
    private let polls = Mutex((waits: [Duration](), now: 0, most: 0))

    init(polls: Int) { gates = (0..<polls).map { _ in Gate() } }

    var waits: [Duration] { polls.withLock(\.waits) }
    /// How many there were at once.
    var most: Int { polls.withLock(\.most) }

    func receive(max: Int, wait: Duration, visibility: Duration?) async throws -> [ReceivedMessage] {
      let poll = polls.withLock { polls in
        polls.waits.append(wait)
        polls.now += 1
        polls.most = Swift.max(polls.most, polls.now)
        return polls.waits.count - 1
      }
      defer { polls.withLock { $0.now -= 1 } }
      if gates.indices.contains(poll) { try await gates[poll].pass() }
      return []
    }

    func send(_ entries: [QueueEntry]) async throws -> [Result<String, QueueError>] { [] }
    func delete(_ receipts: [String]) async throws -> [QueueError?] { [] }
    func changeVisibility(_ changes: [VisibilityChange]) async throws -> [QueueError?] { [] }
    func depths() async throws -> QueueDepths { QueueDepths() }
  }

  /// Long enough on the queue for every receiver to come back full.
  @Test func aBacklogOfAHundredThousandEventsIsDrainedByManyAndThenByOne() async throws {
    let fixture = try await ServiceFixture()
    let count = 100_000
    try await withThrowingTaskGroup(of: Void.self) { group in
      for lane in 0..<8 {
        group.addTask {
          for start in stride(from: lane * 10, to: count, by: 80) {
            let bodies = (start..<start + 10).map { QueueEntry(body: delivery($0, to: "a\($0)@example.com")) }
            for result in try await fixture.events.send(bodies) { _ = try result.get() }
          }
        }
      }
      try await group.waitForAll()
    }
    let receivers = Mutex((now: 0, most: 0))
    let queue = MeddledQueue(
      fixture.events,
      before: { call in
        guard call == .receive else { return }
        receivers.withLock {
          $0.now += 1
          $0.most = max($0.most, $0.now)
        }
      }, after: { call in if call == .receive { receivers.withLock { $0.now -= 1 } } })
    let ingester = Ingester(store: fixture.store, queue: queue, clock: fixture.clock, logger: fixture.logger)
    let began = ContinuousClock.now
    try await fixture.run(ingester, within: .seconds(120)) { try await fixture.events.depths().total == 0 }
    print("IngesterTests: \(count) events drained in \(ContinuousClock.now - began)")
    #expect(try await fixture.store.eventCount() == count)
    #expect(receivers.withLock { $0.most } == 32)
    #expect(receivers.withLock { $0.now } <= 1)
  }
}
