import EventStore
import Logging
import Model
import Pacing
import Ports
import Sandbox
import Sending
import ServiceLifecycle
import Services
import StoreSupport
import Synchronization
import Testing
import TestSupport

/// A provider that answers as its script says, and remembers whom it was asked to send to.
final class ScriptedProvider: Provider {
  let callLimit = 50
  private let script: @Sendable (SendRequest, _ call: Int) async -> SendAnswer
  private let log = Mutex<[SendRequest]>([])

  init(_ script: @escaping @Sendable (SendRequest, _ call: Int) async -> SendAnswer) { self.script = script }

  var requests: [SendRequest] { log.withLock { $0 } }

  func send(_ request: SendRequest, under permit: consuming Permit) async -> SendAnswer {
    permit.use()
    let call = log.withLock {
      $0.append(request)
      return $0.count
    }
    return await script(request, call)
  }

  /// Takes every recipient.
  static func accepting(_ request: SendRequest) -> SendAnswer {
    .answered(request.recipients.map { .accepted(providerID: "p-\($0.message)-\($0.attempt)") })
  }
}

/// Real store and queue files, and clocks the test moves.
final class ServiceFixture: Sendable {
  private let home: TemporaryFolder
  var folder: String { home.path }
  let store: EventStore
  let sendQueue, deadLetters, events: EmbeddedQueue
  let clock: WallClock
  /// What services that are told to go by it sleep by.
  let hand = ManualClock()
  private let wall: TimeBox
  let policy = QueuePolicy(
    visibilityTimeout: .seconds(120), maxReceiveCount: 3, deadLetterRetention: .seconds(14 * 86_400))
  let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// Holds the time.
  final class TimeBox: Sendable {
    let now = Mutex(Timestamp(milliseconds: 1_795_000_000_000))
  }

  init() async throws {
    home = try TemporaryFolder()
    let wall = TimeBox()
    self.wall = wall
    clock = WallClock { wall.now.withLock { $0 } }
    store = try await EventStore.open(path: home.file("test.db"), newID: "teststore")
    let queues = try await QueueStore.open(path: home.file("queues.db"), clock: clock)
    deadLetters = try await queues.deadLetterQueue("dead", policy: policy)
    sendQueue = try await queues.queue("send", policy: policy, deadLetters: deadLetters)
    events = try await queues.queue("events", policy: policy)
  }

  /// Lets time pass, for the queues first: who wakes up finds it passed everywhere.
  func advance(_ span: Duration) {
    wall.now.withLock { $0 = $0 + span }
    hand.advance(by: span)
  }

  /// The time that ``hand`` shows.
  var time: Timekeeper { Timekeeper(hand) }

  /// Lets some time pass for a worker that goes by ``hand``, once nobody in it has anything to do but to wait for that: its
  /// sweep, its receiver, and each lane that has a batch, with that batch's heartbeat.
  func advanceWhenIdle(_ span: Duration, lanes: Int = 5) async throws {
    let busy = min(lanes, try await sendQueue.depths().total)
    if hand.sleepers >= 2 + 2 * busy { advance(span) }
  }

  func launch(_ count: Int, batchSize: Int = 50, by channel: Channel = .email) async throws -> CampaignID {
    let id = try await store.launch(
      count, .test(by: channel, batchSize: batchSize), folder: folder, now: clock.now)
    try await Outbox(store: store, queue: sendQueue, clock: clock, logger: logger).drain(id)
    return id
  }

  func worker(_ provider: any Provider, rate: Double? = nil, time: Timekeeper = Timekeeper()) -> Worker {
    Worker(
      register: store, queue: sendQueue, providers: [.email: provider],
      settings: WorkerSettings(
        rate: rate, visibility: policy.visibilityTimeout, maxReceiveCount: policy.maxReceiveCount,
        foreignPause: .zero), clock: clock,
      logger: logger, time: time)
  }

  var desk: DeadLetterDesk { desk(over: deadLetters, to: sendQueue) }

  func desk(over deadLetters: any MessageQueue, to sendQueue: any MessageQueue) -> DeadLetterDesk {
    DeadLetterDesk(
      store: store, deadLetterQueue: deadLetters, sendQueue: sendQueue, policy: policy, clock: clock, logger: logger,
      time: Timekeeper(HastyClock()))
  }

  /// Receives everything on the send queue three times and lets it come back, as workers do that die before they claim
  /// anything.
  func bury() async throws {
    while try await sendQueue.depths().total > 0 {
      while try await !sendQueue.receive(max: 10, wait: .zero, visibility: .seconds(1)).isEmpty {}
      advance(.seconds(2))
    }
  }

  /// Runs a service until a condition holds, then stops it gracefully and waits for its end.
  func run(
    _ service: any Service, within limit: Duration = .seconds(30), every pause: Duration = .milliseconds(10),
    until condition: @escaping @Sendable () async throws -> Bool
  ) async throws {
    let group = ServiceGroup(services: [service], gracefulShutdownSignals: [], logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      do { try await eventually("what it runs for", within: limit, every: pause) { try await condition() } } catch let
        late as TimedOut
      { Issue.record(late) }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  func summary(_ id: CampaignID) async throws -> CampaignSummary { try #require(try await store.campaigns(id).first) }
}
