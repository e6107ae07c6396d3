import EventStore
import Foundation
import Logging
import Model
import Ports
import Sandbox
import Sending
import Services

/// The store and queues a process works with, opened as the settings say: on the embedded default, two SQLite files
/// side by side, `NAME.db` and `NAME-queues.db`; with SQS and SES, the store alone and the network.
struct Workbench: Sendable {
  let settings: Settings
  let store: EventStore
  let links: Links
  let sendQueue: any MessageQueue
  let deadLetterQueue: any MessageQueue
  let eventQueue: any MessageQueue
  let clock = WallClock.system
  /// Tells this process's reports from those of others.
  private let process = UUID().uuidString
  private let sendGauge, eventGauge: DepthGauge
  /// Where the simulator's events go; `nil` when mail goes out for real.
  private let simulatedEvents: EmbeddedQueue?
  private let cloud: Cloud?
  /// How many dead letters the event queue has, as far as anybody looked.
  let eventLetterTally = EventLetterTally()

  /// Opens everything, making what is missing.
  ///
  /// - Throws: `StoreError`, `QueueStoreError`; ``CommandError`` when the AWS side is not set up.
  init(_ settings: Settings) async throws {
    self.settings = settings
    let cloud = settings.cloud.isNeeded ? try Cloud(settings.cloud) : nil
    self.cloud = cloud
    try settings.cloud.requireNames()
    // The store first: where it is made decides where its queues are.
    store = try await Self.open(settings)
    let queues = try await Queues(settings, cloud, clock)
    AudienceStaging.removeAbandoned(in: URL(fileURLWithPath: settings.storePath).deletingLastPathComponent().path)
    let links = Links(clock: clock)
    self.links = links
    sendQueue = WatchedQueue(queues.send, links: links)
    deadLetterQueue = WatchedQueue(queues.deadLetters, links: links)
    eventQueue = WatchedQueue(queues.events, links: links)
    simulatedEvents = queues.simulatedEvents
    sendGauge = DepthGauge(sendQueue)
    eventGauge = DepthGauge(eventQueue)
  }

  /// Opens the store alone, for commands that only read: one that is missing is a mistake, not an empty one.
  ///
  /// - Throws: ``CommandError`` when there is no store; `StoreError`.
  static func existingStore(_ settings: Settings) async throws -> EventStore {
    guard FileManager.default.fileExists(atPath: settings.storePath) else {
      throw CommandError(
        "there is no store at \(settings.storePath): check --store; 'sendboard send' and 'sendboard ingest' make one")
    }
    return try await open(settings)
  }

  /// Opens everything, for commands that change what is there.
  ///
  /// - Throws: ``CommandError`` when there is no store; `StoreError`, `QueueStoreError`.
  static func existing(_ settings: Settings) async throws -> Workbench {
    _ = try await existingStore(settings)
    return try await Workbench(settings)
  }

  private static func open(_ settings: Settings) async throws -> EventStore {
    let store = try await EventStore.open(
      path: settings.storePath, newID: newStoreID(), host: WallClock.system.host)
    OpenFiles.add { try store.close() }
    return store
  }

  /// Looks whether the store is an earlier state of itself, before anything is sent: those who may have been sent to since
  /// become uncertain.
  ///
  /// - Throws: `StoreError`.
  func lookIntoRegression(_ logger: Logger) async throws {
    guard
      let count = try await store.doubtWhatWasForgotten(operator: settings.operator, now: clock.now())
    else { return }
    let words =
      "the store \(settings.storePath) was put back to an earlier state: \(counted(count, "message")) may have been sent "
      + "since then and \(count == 1 ? "is" : "are") uncertain: see 'sendboard messages --status uncertain', and settle them"
    logger.error("\(words)")
    if count > 0 { links.fail("store", words) }
  }

  /// The queues of a store, whatever link it is reached by: one store has one queue.
  static func queuePath(beside path: String) -> String { CompanionFiles(of: path).queues }

  /// The folder staging files go to: the store's own, which has room for what is about to be stored.
  var folder: String { URL(fileURLWithPath: settings.storePath).deletingLastPathComponent().path }

  func deadLetterDesk(_ logger: Logger) -> DeadLetterDesk {
    DeadLetterDesk(
      store: store, deadLetterQueue: deadLetterQueue, sendQueue: sendQueue, policy: settings.policy, clock: clock,
      logger: logger)
  }

  func outbox(_ logger: Logger) -> Outbox {
    Outbox(
      store: store, queue: sendQueue, clock: clock, visibility: settings.policy.visibilityTimeout, logger: logger)
  }

  func ingester(_ logger: Logger, poll: Duration = QueueLimits.longestWait) -> Ingester {
    Ingester(store: store, queue: eventQueue, clock: clock, logger: logger, poll: poll)
  }

  func worker(_ settings: WorkerSettings, simulator: SimulatorSettings, ledger: String?, _ logger: Logger) throws
    -> Worker
  {
    Worker(
      register: store, queue: sendQueue, provider: try provider(simulator, ledger), settings: settings, clock: clock,
      logger: logger, links: links)
  }

  private func provider(_ simulator: SimulatorSettings, _ ledger: String?) throws -> any Provider {
    if let simulatedEvents {
      return Simulator(
        settings: simulator, events: simulatedEvents, ledger: try ledger.map(SimulatorLedger.init(path:)), clock: clock)
    }
    guard let cloud else { throw CommandError("provider: nothing is set up to send with") }
    return try cloud.provider(pace: pacePath(try cloud.region), links: links)
  }

  /// One for all stores on this host that send over an account, whose number is in the URLs of its queues; one beside the
  /// store where that cannot be had.
  private func pacePath(_ region: String) -> String {
    let beside = CompanionFiles(of: settings.storePath).pace
    let account = settings.cloud.eventQueue.flatMap(URL.init(string:))?.pathComponents.dropFirst().first ?? ""
    let folder = Settings.stateFolder
    guard account.utf8.count == 12, account.allSatisfy(\.isNumber),
      (try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])) != nil
    else { return beside }
    let shared = "\(folder)/pace-\(region)-\(account)"
    return access(access(shared, F_OK) == 0 ? shared : folder, W_OK) == 0 ? shared : beside
  }

  /// The header's figures, with the queues' depths as far as they are known.
  func health() async throws -> Health {
    var health = try await store.health(now: clock.now())
    health.sendQueue = await sendGauge.depths()
    health.eventQueue = await eventGauge.depths()
    health.troubles = try await troubles()
    health.workers = try await store.workers(seenAfter: clock.now() + (.zero - WorkerReporter.lifetime))
    return health
  }

  /// The dead letters of the event queue; `nil` where it has none, as the embedded one.
  ///
  /// - Throws: `AWSError`; ``CommandError``.
  func eventLetters() async throws -> EventLetters? {
    guard simulatedEvents == nil, let queue = try await cloud?.eventDeadLetters() else { return nil }
    return EventLetters(deadLetters: queue, events: eventQueue)
  }

  func eventLetterWatch(_ logger: Logger) -> EventLetterWatch {
    EventLetterWatch(links: links, logger: logger, tally: eventLetterTally) { try await eventLetters() }
  }

  func storeWatch(_ logger: Logger) -> StoreWatch { StoreWatch(store: store, clock: clock, logger: logger) }

  func workerReporter(_ logger: Logger) -> WorkerReporter {
    let now = clock.now()
    let worker = WorkerPresence(
      process: process, host: Self.hostName, pid: Int(getpid()), provider: settings.cloud.provider.rawValue, since: now,
      seenAt: now)
    return WorkerReporter(store: store, worker: worker, clock: clock, logger: logger)
  }

  /// As the kernel has it: asking for the name in the network may take seconds.
  private static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "this host" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func troubleReporter(_ logger: Logger) -> TroubleReporter {
    TroubleReporter(store: store, links: links, process: process, clock: clock, logger: logger)
  }

  /// What this process cannot use, and what others on the store cannot; one of a kind.
  private func troubles() async throws -> [Trouble] {
    let since = clock.now() + (.zero - TroubleReporter.lifetime)
    let all = try await links.troubles + store.troubles(seenAfter: since, notBy: process)
    return Dictionary(all.map { ($0.link, $0) }) { $0.since <= $1.since ? $0 : $1 }.values.sorted {
      ($0.since, $0.link) < ($1.since, $1.link)
    }
  }

  private static func newStoreID() -> String {
    String((0..<8).map { _ in "abcdefghijkmnpqrstuvwxyz23456789".randomElement() ?? "a" })
  }
}
