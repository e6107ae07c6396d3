import AWS
import Cloud
import Emulator
import EventStore
import Logging
import Model
import Pacing
import Ports
import Sending
import ServiceLifecycle
import Services
import StoreSupport
import Synchronization
import Testing
import TestSupport

/// A real store file, real queues of the emulator, and SES behind a relay.
final class CloudFixture: Sendable {
  private let home: TemporaryFolder
  var folder: String { home.path }
  let store: EventStore
  let cloud: Emulator
  let relay: Relay
  let resources: CloudResources
  let monitor = HealthMonitor(clock: .system)
  let sendQueue, events: any MessageQueue
  let sendQueueURL: String
  let visibility: Duration
  private let timeout: Duration
  /// What those sleep by who are told to.
  let hand = ManualClock()
  private let isByHand: Bool
  let provider: SESProvider
  let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// - Parameter isByHand: whether the workers and the account's limits sleep by ``hand``.
  init(isRaw: Bool = true, visibility: Int = 120, timeout: Duration = .seconds(10), isByHand: Bool = false) async throws
  {
    self.visibility = .seconds(visibility)
    home = try TemporaryFolder()
    store = try await EventStore.open(path: home.file("test.db"), newID: "teststore")
    cloud = try await Emulator.shared.value
    relay = try Relay(cloud)
    resources = try await CloudResources(cloud, visibility: visibility, isRaw: isRaw)
    sendQueueURL = resources.sendQueue
    sendQueue = WatchedQueue(
      SQSQueue(name: "send", url: resources.sendQueue, client: cloud.sqs), monitor: monitor)
    events = WatchedQueue(SQSQueue(name: "events", url: resources.eventQueue, client: cloud.sqs), monitor: monitor)
    self.timeout = timeout
    self.isByHand = isByHand
    provider = try Self.provider(relay, home, timeout, monitor, isByHand ? hand : nil)
  }

  /// SES as another process on this host uses it.
  func process() throws -> SESProvider {
    try Self.provider(relay, home, timeout, monitor, isByHand ? hand : nil)
  }

  /// What workers and the account's limits go by.
  var time: Timekeeper { isByHand ? Timekeeper(hand) : Timekeeper() }

  private static func provider(
    _ relay: Relay, _ home: TemporaryFolder, _ timeout: Duration, _ monitor: HealthMonitor, _ hand: ManualClock?
  ) throws -> SESProvider {
    let path = home.file("pace")
    // As long after its start as any machine is.
    let pace = try hand.map { hand in try PaceFile(path: path) { .seconds(100_000) + hand.now.offset } }
    return SESProvider(
      client: SESClient(
        .plain(try HastyTransport(timeout)), endpoint: ServiceEndpoint(url: relay.url, region: "us-east-1")),
      configurationSet: "sendboard", pace: try pace ?? PaceFile(path: path), monitor: monitor,
      time: hand.map { Timekeeper($0) } ?? Timekeeper())
  }

  deinit { relay.close() }

  func launch(_ count: Int, over queue: (any MessageQueue)? = nil) async throws -> CampaignID {
    let id = try await store.launch(count, folder: folder, now: WallClock.system.now)
    try await Outbox(store: store, queue: queue ?? sendQueue, clock: .system, logger: logger).drain(id)
    return id
  }

  func worker(on queue: (any MessageQueue)? = nil) -> Worker {
    Worker(
      register: store, queue: queue ?? sendQueue, providers: [.email: provider],
      settings: WorkerSettings(visibility: visibility),
      clock: .system, logger: logger, time: time)
  }

  var ingester: Ingester { Ingester(store: store, queue: events, clock: .system, logger: logger) }

  func summary(_ id: CampaignID) async throws -> CampaignSummary { try #require(try await store.campaigns(id).first) }

  /// Lets time pass by hand until something is done.
  func passing<Value: Sendable>(
    _ what: String, _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let isDone = Mutex(false)
    let task = Task {
      defer { isDone.withLock { $0 = true } }
      return try await body()
    }
    try await eventually(what, every: .milliseconds(1)) {
      hand.advance(by: .milliseconds(10))
      return isDone.withLock { $0 }
    }
    return try await task.value
  }

  /// Runs a service while a body is at work, then stops it gracefully and waits for its end.
  func run(_ service: any Service, _ body: @Sendable () async throws -> Void) async throws {
    let group = ServiceGroup(services: [service], gracefulShutdownSignals: [], logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      do { try await body() } catch { Issue.record(error) }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }
}
