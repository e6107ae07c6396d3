import EventStore
import Foundation
import Logging
import Model
import Ports
import Sandbox
import Sending
import ServiceLifecycle
import Services
import Synchronization
import Testing

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

/// Real store and queue files, and a clock the test moves.
final class ServiceFixture: Sendable {
  let folder: String
  let store: EventStore
  let sendQueue, deadLetters, events: EmbeddedQueue
  let clock: WallClock
  private let time: TimeBox
  let policy = QueuePolicy(
    visibilityTimeout: .seconds(120), maxReceiveCount: 3, deadLetterRetention: .seconds(14 * 86_400))
  let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// Holds the time.
  final class TimeBox: Sendable {
    let now = Mutex(Timestamp(milliseconds: 1_795_000_000_000))
  }

  init() async throws {
    folder = NSTemporaryDirectory() + "sendboard-service-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let time = TimeBox()
    self.time = time
    clock = WallClock { time.now.withLock { $0 } }
    store = try await EventStore.open(path: folder + "/test.db", newID: "teststore")
    let queues = try await QueueStore.open(path: folder + "/queues.db", clock: clock)
    deadLetters = try await queues.deadLetterQueue("dead", policy: policy)
    sendQueue = try await queues.queue("send", policy: policy, deadLetters: deadLetters)
    events = try await queues.queue("events", policy: policy)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func advance(_ span: Duration) { time.now.withLock { $0 = $0 + span } }

  func launch(_ count: Int, batchSize: Int = 50, by channel: Channel = .email) async throws -> CampaignID {
    let staging = try AudienceStaging(folder: folder)
    try staging.add(
      (0..<count).map { (channel == .email ? "user\($0)@example.com" : "+8210\(10_000_000 + $0)", ["n\($0)"]) })
    let plan = CampaignPlan(
      name: "Test", channel: channel, operator: "tester", audience: "test.csv",
      template: Template(from: "me@example.com", subject: "Hi {{name}}", text: "Hello", html: nil), columns: ["name"],
      batchSize: batchSize)
    let id = try await store.launch(plan, from: staging, again: true, now: clock.now)
    try await store.acknowledge(id)
    try await Outbox(store: store, queue: sendQueue, clock: clock, logger: logger).drain(id)
    return id
  }

  func worker(_ provider: any Provider, rate: Double? = nil) -> Worker {
    Worker(
      register: store, queue: sendQueue, providers: [.email: provider],
      settings: WorkerSettings(
        rate: rate, visibility: policy.visibilityTimeout, maxReceiveCount: policy.maxReceiveCount,
        foreignPause: .zero), clock: clock,
      logger: logger)
  }

  var desk: DeadLetterDesk { desk(over: deadLetters, to: sendQueue) }

  func desk(over deadLetters: any MessageQueue, to sendQueue: any MessageQueue) -> DeadLetterDesk {
    DeadLetterDesk(
      store: store, deadLetterQueue: deadLetters, sendQueue: sendQueue, policy: policy, clock: clock, logger: logger)
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
    _ service: any Service, within limit: Duration = .seconds(30),
    until condition: @escaping @Sendable () async throws -> Bool
  ) async throws {
    let group = ServiceGroup(services: [service], gracefulShutdownSignals: [], logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      let deadline = ContinuousClock.now + limit
      while try await !condition() {
        if ContinuousClock.now > deadline {
          Issue.record("the condition did not come true within \(limit)")
          break
        }
        try await Task.sleep(for: .milliseconds(10))
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  func summary(_ id: CampaignID) async throws -> CampaignSummary { try #require(try await store.campaigns(id).first) }
}
