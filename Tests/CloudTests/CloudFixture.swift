import AWS
import Cloud
import Emulator
import EventStore
import Foundation
import Logging
import Model
import Pacing
import Ports
import Sending
import ServiceLifecycle
import Services
import Testing

/// A real store file, real queues of the emulator, and SES behind a relay.
final class CloudFixture: Sendable {
  let folder: String
  let store: EventStore
  let cloud: Emulator
  let relay: Relay
  let resources: CloudResources
  let monitor = HealthMonitor(clock: .system)
  let sendQueue, events: any MessageQueue
  let sendQueueURL: String
  let visibility: Duration
  private let timeout: Duration
  let provider: SESProvider
  let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  init(isRaw: Bool = true, visibility: Int = 120, timeout: Duration = .seconds(10)) async throws {
    self.visibility = .seconds(visibility)
    folder = NSTemporaryDirectory() + "/sendboard-cloud-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    store = try await EventStore.open(path: folder + "/test.db", newID: "teststore")
    cloud = try await Emulator.shared.value
    relay = try Relay(cloud)
    resources = try await CloudResources(cloud, visibility: visibility, isRaw: isRaw)
    sendQueueURL = resources.sendQueue
    sendQueue = WatchedQueue(
      SQSQueue(name: "send", url: resources.sendQueue, client: cloud.sqs), monitor: monitor)
    events = WatchedQueue(SQSQueue(name: "events", url: resources.eventQueue, client: cloud.sqs), monitor: monitor)
    self.timeout = timeout
    provider = try Self.provider(relay, folder, timeout, monitor)
  }

  /// SES as another process on this host uses it.
  func process() throws -> SESProvider { try Self.provider(relay, folder, timeout, monitor) }

  private static func provider(
    _ relay: Relay, _ folder: String, _ timeout: Duration, _ monitor: HealthMonitor
  ) throws -> SESProvider {
    SESProvider(
      client: SESClient(
        .plain(try HastyTransport(timeout)), endpoint: ServiceEndpoint(url: relay.url, region: "us-east-1")),
      configurationSet: "sendboard", pace: try PaceFile(path: folder + "/pace"), monitor: monitor)
  }

  deinit {
    relay.close()
    // What is left behind lies in the machine's folder for such things.
    try? FileManager.default.removeItem(atPath: folder)
  }

  func launch(_ count: Int, over queue: (any MessageQueue)? = nil) async throws -> CampaignID {
    let staging = try AudienceStaging(folder: folder)
    try staging.add((0..<count).map { ("user\($0)@example.com", ["이름\($0)"]) })
    let plan = CampaignPlan(
      name: "Test", channel: .email, operator: "tester", audience: "test.csv",
      template: Template(from: "소식 <news@example.com>", subject: "안녕 {{name}}", text: "Hello", html: nil),
      columns: ["name"], batchSize: 50)
    let id = try await store.launch(plan, from: staging, again: true, now: WallClock.system.now)
    try await store.acknowledge(id)
    try await Outbox(store: store, queue: queue ?? sendQueue, clock: .system, logger: logger).drain(id)
    return id
  }

  func worker() -> Worker {
    Worker(
      register: store, queue: sendQueue, providers: [.email: provider],
      settings: WorkerSettings(visibility: visibility),
      clock: .system, logger: logger)
  }

  var ingester: Ingester { Ingester(store: store, queue: events, clock: .system, logger: logger) }

  func summary(_ id: CampaignID) async throws -> CampaignSummary { try #require(try await store.campaigns(id).first) }

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
