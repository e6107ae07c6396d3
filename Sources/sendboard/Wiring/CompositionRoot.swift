import AWS
import Cloud
import EventStore
import Foundation
import Logging
import Model
import Ports
import Sandbox
import Sending
import Services

/// The store and queues a process works with, opened as the settings say: on the embedded default, two SQLite files
/// side by side, `NAME.db` and `NAME-queues.db`; with SQS and SES, the store alone and the network; with SES for one channel
/// and the simulator for another, both.
struct CompositionRoot: Sendable {
  let settings: Settings
  let store: EventStore
  let monitor: HealthMonitor
  let sendQueue: any MessageQueue
  let deadLetterQueue: any MessageQueue
  /// Where the events of each provider in use come from.
  let eventQueues: [any MessageQueue]
  let clock = WallClock.system
  /// Tells this process's reports from those of others.
  private let process = UUID().uuidString
  private let sendGauge: DepthGauge
  private let eventGauges: [DepthGauge]
  /// Where SES's events come from; `nil` when it serves no channel.
  private let sesEvents: (any MessageQueue)?
  /// Where the simulator's events go; `nil` when it serves no channel.
  private let simulatedEvents: EmbeddedQueue?
  private let cloud: AWSConnection?
  private let gatewayDesk: GatewayDesk
  /// Reads what brokers send by themselves.
  let hooks: GatewayHooks
  /// How many dead letters the event queue has, as far as anybody looked.
  let eventLetterTally = EventLetterTally()

  /// Opens everything, making what is missing.
  ///
  /// - Throws: `StoreError`, `QueueStoreError`; ``CommandError`` when the AWS side is not set up.
  init(_ settings: Settings) async throws {
    try settings.allow("sendboard")
    try Self.requireFolder(settings)
    try Self.refuseEmptied(settings, mayGoOn: true)
    self.settings = settings
    gatewayDesk = GatewayDesk(settings, clock)
    hooks = GatewayHooks(settings, gatewayDesk)
    let cloud = settings.cloud.isNeeded ? try AWSConnection(settings.cloud) : nil
    self.cloud = cloud
    try settings.cloud.requireNames()
    // The store first: where it is made decides where its queues are.
    store = try await Self.open(settings)
    let queues = try await Queues(settings, cloud, clock)
    AudienceStaging.removeAbandoned(in: URL(fileURLWithPath: settings.storePath).deletingLastPathComponent().path)
    let monitor = HealthMonitor(clock: clock)
    self.monitor = monitor
    sendQueue = WatchedQueue(queues.send, monitor: monitor)
    deadLetterQueue = WatchedQueue(queues.deadLetters, monitor: monitor)
    let sesEvents = queues.sesEvents.map { WatchedQueue($0, monitor: monitor) }
    self.sesEvents = sesEvents
    simulatedEvents = queues.simulatedEvents
    let simulated = queues.simulatedEvents.map { WatchedQueue($0, monitor: monitor) }
    eventQueues = [sesEvents, simulated].compactMap(\.self)
    sendGauge = DepthGauge(sendQueue)
    eventGauges = eventQueues.map { DepthGauge($0) }
  }

  /// Asks SES itself; `nil` when it serves no channel.
  ///
  /// - Throws: ``CommandError``, `AWSError`.
  func sesClient() throws -> SESClient? { settings.cloud.uses(.ses) ? try cloud?.ses : nil }

  /// Opens a store to be looked at, and no queues: nothing is made, and nothing is asked of anybody.
  ///
  /// - Throws: ``CommandError`` when there is no store; `StoreError`.
  init(lookingAt settings: Settings) async throws {
    try Self.requireStore(settings)
    self.settings = settings
    gatewayDesk = GatewayDesk(settings, clock)
    hooks = GatewayHooks(settings, gatewayDesk)
    cloud = nil
    store = try await Self.openForReading(settings)
    monitor = HealthMonitor(clock: clock)
    sendQueue = SealedQueue(name: "send")
    deadLetterQueue = SealedQueue(name: "send-dead-letters")
    (sesEvents, simulatedEvents) = (nil, nil)
    eventQueues = [SealedQueue(name: "events")]
    sendGauge = DepthGauge(sendQueue)
    eventGauges = eventQueues.map { DepthGauge($0) }
  }

  /// Opens the store alone, for commands that only read: one that is missing is a mistake, not an empty one.
  ///
  /// - Throws: ``CommandError`` when there is no store; `StoreError`.
  static func existingStore(_ settings: Settings) async throws -> EventStore {
    try requireStore(settings)
    return try await settings.readOnly == nil ? open(settings) : openForReading(settings)
  }

  /// Makes sure that there is a store.
  ///
  /// - Throws: ``CommandError`` when there is none.
  static func requireStore(_ settings: Settings) throws {
    try requireFolder(settings)
    try refuseEmptied(settings)
    let path = settings.storePath
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw CommandError("there is no store at \(path): check --store; \(makers) make one")
    }
  }

  private static let makers = "'sendboard send', 'sendboard ingest' and 'sendboard run --create'"

  /// Makes sure that there is no empty file in the store's place that was emptied, or is somebody's, and nothing where a store
  /// was: opening it would make a new one.
  ///
  /// - Parameter mayGoOn: whether one is made whole that a killed process had begun.
  /// - Throws: `StoreError`, ``CommandError``.
  static func refuseEmptied(_ settings: Settings, mayGoOn: Bool = false) throws {
    let path = settings.storePath
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_size > 0 || status.st_mode & S_IFMT != S_IFREG { return }
    // Another process is just making it, or puts a copy in its place.
    if EventStore.isInUse(path) { return }
    try EventStore.refuseEmptied(path, beside: [queuePath(beside: path)])
    guard isThere else { return }
    // Whoever makes a store makes its lock first.
    if access(EventStore.lockPath(of: path), F_OK) == 0 {
      if mayGoOn { return }
      throw CommandError(
        "there is no store at \(path) yet: whoever began it was ended before anything was kept; \(makers) make it whole"
      )
    }
    throw CommandError(
      "\(path) is an empty file and no store: check --store, or remove the file to begin one there")
  }

  /// Makes sure that a store that is named has a folder: a path that leads nowhere is a slip, and no place to begin.
  ///
  /// - Throws: ``CommandError``.
  static func requireFolder(_ settings: Settings) throws {
    guard settings.isStoreNamed else { return }
    let folder = URL(fileURLWithPath: settings.storePath).deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
    guard isThere, isFolder.boolValue else {
      throw CommandError(
        "the store \(settings.storePath): "
          + (isThere ? "\(folder) is a file and no folder" : "there is no folder \(folder)")
          + ": check --store, or make the folder")
    }
  }

  /// Opens everything, for commands that change what is there.
  ///
  /// - Throws: ``CommandError`` when there is no store; `StoreError`, `QueueStoreError`.
  static func existing(_ settings: Settings) async throws -> CompositionRoot {
    try requireStore(settings)
    return try await made(settings)
  }

  /// Opens everything, making what is missing, for commands that give out new numbers.
  ///
  /// - Throws: `StoreError`, `QueueStoreError`; ``CommandError``.
  static func made(_ settings: Settings) async throws -> CompositionRoot {
    let root = try await CompositionRoot(settings)
    try await root.lookIntoRegression(root.log())
    return root
  }

  private static func open(_ settings: Settings) async throws -> EventStore {
    let store = try await EventStore.open(
      path: settings.storePath, newID: newStoreID(), host: WallClock.system.host, notes: Settings.cacheFolder,
      rules: settings.suppression, breaker: settings.breaker)
    OpenFiles.add { try store.close() }
    return store
  }

  private static func openForReading(_ settings: Settings) async throws -> EventStore {
    let store = try await EventStore.openForReading(path: settings.storePath)
    OpenFiles.add { try store.close() }
    if store.isFrozen {
      StandardError.print(
        "\(settings.storePath) is shown as it was left, for its folder may not be written: what anybody writes to it "
          + "meanwhile is not seen")
    }
    return store
  }

  /// Looks whether the store is an earlier state of itself, before anything is sent or gets a number: those who may have been
  /// sent to since become uncertain.
  ///
  /// - Throws: `StoreError`.
  func lookIntoRegression(_ logger: Logger) async throws {
    guard let forgotten = try await store.markForgottenUncertain(operator: settings.operator, now: clock.now())
    else { return }
    let words = forgotten.words(of: settings.storePath)
    // A copy of its newest state is nothing out of order.
    if forgotten.isNothing { return logger.notice("\(words)") }
    logger.error("\(words)")
    monitor.fail(ComponentName.store.name, .reason(forgotten.reason))
  }

  /// Tells whoever sends, or looks on, that a witness is missing.
  func tellOfMissingNote(_ logger: Logger) {
    guard let obstacle = store.noteObstacle else { return }
    logger.warning(
      """
      \(obstacle.path) cannot be kept (\(obstacle.said)): a store that is put back together with its record is then not \
      known as such; give XDG_CACHE_HOME a folder that may be written and stays
      """)
  }

  /// The queues of a store, whatever link it is reached by: one store has one queue.
  static func queuePath(beside path: String) -> String { CompanionFiles(of: path).queues }

  /// The folder staging files go to: the store's own, which has room for what is about to be stored.
  var folder: String { URL(fileURLWithPath: settings.storePath).deletingLastPathComponent().path }

  /// A log that is shown and kept.
  func log() -> Logger {
    Log.kept(logBook, settings.logLevel, isShown: true) { StandardError.print($0) }
  }

  /// What happened to this store, kept beside it.
  var logBook: LogBook {
    LogBook(CompanionFiles(of: settings.storePath).log, process: "\(Self.hostName):\(getpid())")
  }

  func deadLetterDesk(_ logger: Logger) -> DeadLetterDesk {
    DeadLetterDesk(
      store: store, deadLetterQueue: deadLetterQueue, sendQueue: sendQueue, policy: settings.policy, clock: clock,
      logger: logger)
  }

  func outbox(_ logger: Logger) -> Outbox {
    Outbox(
      store: store, queue: sendQueue, clock: clock, visibility: settings.policy.visibilityTimeout, logger: logger)
  }

  /// One for each event queue.
  func ingesters(_ logger: Logger, poll: Duration = QueueLimits.longestWait) -> [Ingester] {
    eventQueues.map {
      Ingester(store: store, queue: $0, reports: hooks, clock: clock, logger: logger, poll: poll)
    }
  }

  var quarantineDesk: QuarantineDesk { QuarantineDesk(store: store, clock: clock, reports: hooks) }

  /// Asks the broker of texts what became of them; none where no broker serves them, or none that is asked.
  ///
  /// - Throws: ``CommandError``.
  func reportPollers(_ logger: Logger) throws -> [ReportPoller] {
    guard let reports = try gatewayDesk.connection()?.reports else { return [] }
    return [
      ReportPoller(
        store: store, source: reports, process: process, monitor: monitor, clock: clock, logger: logger)
    ]
  }

  func worker(_ settings: WorkerSettings, simulator: SimulatorSettings, ledger: String?, _ logger: Logger) throws
    -> Worker
  {
    Worker(
      register: store, queue: sendQueue, providers: try providers(simulator, ledger), settings: settings, clock: clock,
      logger: logger, monitor: monitor)
  }

  /// What serves each channel; one provider may serve several.
  func providers(_ simulator: SimulatorSettings, _ ledger: String?) throws -> [Channel: any Provider] {
    let simulated = try simulatedEvents.map {
      Simulator(settings: simulator, events: $0, ledger: try ledger.map(SimulatorLedger.init(path:)), clock: clock)
    }
    var ses: (any Provider)?
    if settings.cloud.uses(.ses), let cloud {
      ses = try cloud.provider(pace: pacePath(try cloud.region), monitor: monitor)
    }
    var providers: [Channel: any Provider] = [:]
    for channel in Channel.allCases {
      switch settings.cloud[channel] {
      case .simulator: providers[channel] = simulated
      case .ses: providers[channel] = ses
      case .aws: providers[channel] = try cloud.map { try $0.texts(pace: textPacePath, monitor: monitor) }
      case .gateway:
        providers[channel] = try gatewayDesk.connection()?.provider(pace: textPacePath, monitor: monitor)
      case .unserved: break
      }
    }
    return providers
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

  /// The file by which the processes that send texts from this store keep to a rate.
  private var textPacePath: String { CompanionFiles(of: settings.storePath).textPace }

  /// The header's figures, with the queues' depths as far as they are known.
  func health() async throws -> Health {
    var health = try await store.health(now: clock.now())
    health.sendQueue = await sendGauge.depths()
    health.eventQueue = await eventDepths()
    health.faults = try await faults()
    health.workers = try await store.workers(seenAfter: clock.now() + (.zero - WorkerReporter.lifetime))
    if health.workers.isEmpty { health.lastWorker = try await store.lastWorker() }
    return health
  }

  /// How rates and queues went, up to what the queues hold now.
  func course(_ span: CourseSpan) async throws -> Course {
    try await store.course(
      span, sendQueue: await sendGauge.depths()?.total, eventQueue: await eventDepths()?.total, now: clock.now())
  }

  func courseKeeper(_ logger: Logger) -> CourseKeeper {
    CourseKeeper(store: store, clock: clock, logger: logger) { (await sendGauge.depths(), await eventDepths()) }
  }

  /// What all event queues hold; `nil` when it is not known of one.
  private func eventDepths() async -> QueueDepths? {
    var total = QueueDepths()
    for gauge in eventGauges {
      guard let depths = await gauge.depths() else { return nil }
      total = total + depths
    }
    return total
  }

  /// The dead letters of SES's event queue; `nil` where it has none, as the embedded one.
  ///
  /// - Throws: `AWSError`; ``CommandError``.
  func eventLetters() async throws -> EventLetters? {
    guard let sesEvents, let queue = try await cloud?.eventDeadLetters() else { return nil }
    return EventLetters(deadLetters: queue, events: sesEvents)
  }

  func eventLetterWatch(_ logger: Logger) -> EventLetterWatch {
    EventLetterWatch(monitor: monitor, logger: logger, tally: eventLetterTally) { try await eventLetters() }
  }

  func storeWatch(_ logger: Logger) -> StoreWatch { StoreWatch(store: store, clock: clock, logger: logger) }

  func workerReporter(_ logger: Logger) -> WorkerReporter {
    let now = clock.now()
    let worker = WorkerPresence(
      process: process, host: Self.hostName, pid: Int(getpid()), provider: settings.cloud.providerWords, since: now,
      seenAt: now)
    return WorkerReporter(store: store, worker: worker, clock: clock, logger: logger)
  }

  /// As the kernel has it: asking for the name in the network may take seconds.
  private static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "this host" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func healthReporter(_ logger: Logger) -> HealthReporter {
    HealthReporter(store: store, monitor: monitor, process: process, clock: clock, logger: logger)
  }

  /// What this process cannot use, and what others on the store cannot; one of a kind.
  private func faults() async throws -> [ComponentFault] {
    let since = clock.now() + (.zero - HealthReporter.lifetime)
    let all = try await monitor.faults + store.faults(seenAfter: since, notBy: process)
    return Dictionary(all.map { ($0.component, $0) }) { $0.since <= $1.since ? $0 : $1 }.values.sorted {
      ($0.since, $0.component) < ($1.since, $1.component)
    }
  }

  private static func newStoreID() -> String {
    String((0..<8).map { _ in "abcdefghijkmnpqrstuvwxyz23456789".randomElement() ?? "a" })
  }
}
