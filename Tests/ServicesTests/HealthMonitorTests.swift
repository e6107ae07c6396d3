import EventStore
import Model
import Ports
import Services
import Synchronization
import Testing
import TestSupport

/// What is told of queues that cannot be used, and until when.
@Suite struct HealthMonitorTests {
  /// A queue of the network that fails and waits as a test wants.
  private struct FrailQueue: MessageQueue {
    let name = "send"
    let countsLag = Duration.seconds(2)
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
    let monitor = HealthMonitor(clock: fixture.clock)
    let queue = WatchedQueue(FrailQueue { $0 == "send" ? Self.deleted : nil }, monitor: monitor)
    await #expect(throws: QueueError.self) { try await queue.send([]) }
    let since = fixture.clock.now()
    fixture.advance(.seconds(50))
    _ = try await queue.depths()
    #expect(
      monitor.faults == [
        ComponentFault(component: "send (send)", since: since, problem: .said("the queue does not exist"))
      ])
    await #expect(throws: QueueError.self) { try await queue.send([]) }
    fixture.advance(.seconds(50))
    _ = try await queue.depths()
    #expect(monitor.faults.map(\.since) == [since], "it failed again, and stands since the first time")
    fixture.advance(.seconds(20))
    _ = try await queue.depths()
    #expect(monitor.faults.isEmpty)
  }

  @Test func whatIsTriedAgainIsToldOnceAMinute() {
    func campaign(_ id: Int64) -> Campaign {
      Campaign(
        id: CampaignID(rawValue: id), name: "May", channel: .email, state: .sending, operator: "kim",
        createdAt: Timestamp(milliseconds: 0), audience: "a.csv",
        template: Template(from: "a@example.com", subject: "s", text: "t", html: nil), columns: [], batchSize: 10)
    }
    let (tally, now, other) = (RetryTally(), ContinuousClock.now, campaign(2))
    #expect(tally.take(at: now) == [])
    for _ in 0..<3 { tally.note(Refusal(cause: .throttled, reason: "slower"), of: campaign(1)) }
    tally.note(Refusal(cause: .transient, reason: "hiccup"), of: campaign(1))
    tally.note(Refusal(cause: .throttled, reason: "slower"), of: other)
    // Its campaign is paused for it, and told as that.
    tally.note(Refusal(cause: .quota, reason: "enough"), of: other)
    tally.note(Refusal(cause: .invalidParameter, reason: "no address"), of: other)
    #expect(
      tally.take(at: now).map { "\($0.campaign) \($0.reason) \($0.count)" }.sorted()
        == ["1 hiccup 1", "1 slower 3", "2 slower 1"])
    tally.note(Refusal(cause: .throttled, reason: "again"), of: other)
    #expect(tally.take(at: now + .seconds(59)) == [])
    #expect(tally.take(at: now + .seconds(60)).map(\.count) == [1])
    tally.note(Refusal(cause: .throttled, reason: "last"), of: other)
    #expect(tally.take(at: nil).map(\.reason) == ["last"], "the last time waits for nothing")
  }

  @Test func anotherQueuesHealthSaysNothing() async throws {
    let fixture = try await ServiceFixture()
    let monitor = HealthMonitor(clock: fixture.clock)
    monitor.fail("events (receive)", of: "events", .said("gone"))
    fixture.advance(.seconds(3600))
    _ = try await WatchedQueue(FrailQueue { _ in nil }, monitor: monitor).depths()
    #expect(monitor.faults.map(\.component) == ["events (receive)"])
  }

  @Test func whoDoesNotAnswerIsInTrouble() async throws {
    let fixture = try await ServiceFixture()
    let monitor = HealthMonitor(clock: fixture.clock)
    let gate = Gate()
    let queue = WatchedQueue(
      FrailQueue { _ in
        do { try await gate.pass() } catch { Issue.record("the call was cut off: \(error)") }
        return nil
      }, monitor: monitor, time: fixture.time)
    let asking = Task { try await queue.depths() }
    try await fixture.hand.untilAsleep()
    fixture.advance(.milliseconds(9_999))
    #expect(fixture.hand.sleepers == 1 && monitor.faults.isEmpty)
    fixture.advance(.milliseconds(1))
    try await eventually("it is in trouble") { !monitor.faults.isEmpty }
    #expect(monitor.faults.map(\.problem) == [.reason(.noAnswer(seconds: 10))])
    gate.open()
    _ = try await asking.value
    #expect(monitor.faults.isEmpty)
  }

  @Test func otherProcessesHearOfIt() async throws {
    let fixture = try await ServiceFixture()
    let monitor = HealthMonitor(clock: fixture.clock)
    let reporter = HealthReporter(
      store: fixture.store, monitor: monitor, process: "worker", clock: fixture.clock, logger: fixture.logger)
    let before = fixture.clock.now() + .seconds(-1)
    monitor.fail("SES", .said("denied"))
    let since = fixture.clock.now()
    try await fixture.run(reporter) {
      try await fixture.store.faults(seenAfter: before, notBy: "dashboard")
        == [ComponentFault(component: "SES", since: since, problem: .said("denied"))]
    }
    #expect(try await fixture.store.faults(seenAfter: before, notBy: "worker").isEmpty)
    #expect(try await fixture.store.faults(seenAfter: before, notBy: "dashboard").isEmpty, "it has stopped in order")
    try await fixture.store.report(monitor.faults, by: "killed", now: since)
    #expect(try await fixture.store.faults(seenAfter: since, notBy: "dashboard").isEmpty, "too old to be true")
  }

  /// Renewed as long as it stands: a report that grows old is of a process that is gone.
  @Test func whatStandsIsToldAgain() async throws {
    let fixture = try await ServiceFixture()
    let monitor = HealthMonitor(clock: fixture.clock)
    let reporter = HealthReporter(
      store: fixture.store, monitor: monitor, process: "worker", clock: fixture.clock, logger: fixture.logger,
      time: fixture.time)
    monitor.fail("SES", .call(.accessDenied, call: "SES GetAccount", said: "no"))
    let start = fixture.clock.now()
    try await fixture.run(reporter, every: .milliseconds(1)) {
      let told = try await fixture.store.faults(seenAfter: start + .seconds(25), notBy: "dashboard")
      if told.isEmpty { fixture.advance(.seconds(1)) }
      return told.first?.problem == .call(.accessDenied, call: "SES GetAccount", said: "no")
    }
    #expect(fixture.clock.now() - start >= .seconds(26))
  }

  @Test func aWorkerThatLivesSaysSo() async throws {
    let fixture = try await ServiceFixture()
    let start = fixture.clock.now()
    let worker = WorkerPresence(
      process: "w", host: "mail-1", pid: 7, provider: "ses", since: start, seenAt: start)
    let reporter = WorkerReporter(
      store: fixture.store, worker: worker, clock: fixture.clock, logger: fixture.logger, time: fixture.time)
    try await fixture.run(reporter, every: .milliseconds(1)) {
      let seen = try await fixture.store.workers(seenAfter: start + WorkerReporter.lifetime)
      if seen.isEmpty { fixture.advance(.seconds(1)) }
      return seen.map(\.process) == ["w"]
    }
    #expect(try await fixture.store.workers(seenAfter: start).isEmpty, "it has stopped in order")
    #expect(try await fixture.store.lastWorker()?.host == "mail-1", "and is remembered")
  }

  /// Once a minute, whatever the queues hold; a queue on the network that does not say so at once is asked again.
  @Test func theGraphsAreKeptByTheMinute() async throws {
    let fixture = try await ServiceFixture()
    let start = fixture.clock.now()
    let asked = Mutex(0)
    let keeper = CourseKeeper(
      store: fixture.store, clock: fixture.clock, logger: fixture.logger, time: fixture.time
    ) {
      let count = asked.withLock {
        $0 += 1
        return $0
      }
      return count == 1 ? (nil, nil) : (QueueDepths(visible: 5, inFlight: 2), QueueDepths(visible: count))
    }
    try await fixture.run(keeper, every: .milliseconds(1)) {
      let now = fixture.clock.now()
      let course = try await fixture.store.course(.hour, sendQueue: nil, eventQueue: nil, now: now)
      let known = course.points.compactMap { $0?.sendQueue }
      if known.count < 3 { fixture.advance(.seconds(1)) }
      return known == [7, 7, 7]
    }
    #expect(fixture.clock.now() - start < .seconds(200), "a minute lies between two of them")
    #expect(asked.withLock { $0 } == 5, "once more at the end")
  }
}
