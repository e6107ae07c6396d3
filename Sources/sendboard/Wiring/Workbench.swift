import EventStore
import Foundation
import Logging
import Model
import Pipeline
import Sandbox

/// The store and queues a process works with, opened as the settings say: on the embedded default, two SQLite files
/// side by side, `NAME.db` and `NAME-queues.db`.
struct Workbench: Sendable {
  let settings: Settings
  let store: EventStore
  let sendQueue: EmbeddedQueue
  let deadLetterQueue: EmbeddedQueue
  let eventQueue: EmbeddedQueue
  let clock = WallClock.system

  /// Opens everything, making what is missing.
  ///
  /// - Throws: `StoreError`, `QueueStoreError`.
  init(_ settings: Settings) throws {
    self.settings = settings
    store = try EventStore(path: settings.storePath, newID: Self.newStoreID())
    AudienceStaging.removeAbandoned(in: URL(fileURLWithPath: settings.storePath).deletingLastPathComponent().path)
    let queues = try QueueStore(path: Self.queuePath(beside: settings.storePath), clock: clock)
    deadLetterQueue = try queues.deadLetterQueue("send-dead-letters", policy: settings.policy)
    sendQueue = try queues.queue("send", policy: settings.policy, deadLetters: deadLetterQueue)
    eventQueue = try queues.queue("events", policy: settings.policy)
  }

  /// Opens the store alone, for commands that only read; `nil` when there is none yet, after saying so.
  ///
  /// - Throws: `StoreError`.
  static func existingStore(_ settings: Settings) throws -> EventStore? {
    guard FileManager.default.fileExists(atPath: settings.storePath) else {
      StandardError.print(
        "there is no store at \(settings.storePath) yet: 'sendboard send' or 'sendboard ingest' makes it")
      return nil
    }
    return try EventStore(path: settings.storePath, newID: newStoreID())
  }

  /// Opens everything, for commands that change what is there: a store that is missing is a mistake, not a new one.
  ///
  /// - Throws: ``CommandError`` when there is no store; `StoreError`, `QueueStoreError`.
  static func existing(_ settings: Settings) throws -> Workbench {
    guard FileManager.default.fileExists(atPath: settings.storePath) else {
      throw CommandError("there is no store at \(settings.storePath): check --store")
    }
    return try Workbench(settings)
  }

  /// The queues of a store, whatever link it is reached by: one store has one queue.
  static func queuePath(beside path: String) -> String {
    let store = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    return (store.hasSuffix(".db") ? String(store.dropLast(3)) : store) + "-queues.db"
  }

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

  func ingester(_ logger: Logger) -> Ingester {
    Ingester(store: store, queue: eventQueue, clock: clock, logger: logger)
  }

  func worker(_ settings: WorkerSettings, simulator: SimulatorSettings, ledger: String?, _ logger: Logger) throws
    -> Worker
  {
    let provider = Simulator(
      settings: simulator, events: eventQueue, ledger: try ledger.map(SimulatorLedger.init(path:)), clock: clock)
    return Worker(
      store: store, queue: sendQueue, provider: provider, settings: settings, clock: clock, logger: logger)
  }

  /// The header's figures, with the queues' depths.
  func health() async throws -> Health {
    var health = try store.health(now: clock.now())
    health.sendQueue = try await sendQueue.depths()
    health.eventQueue = try await eventQueue.depths()
    return health
  }

  private static func newStoreID() -> String {
    String((0..<8).map { _ in "abcdefghijkmnpqrstuvwxyz23456789".randomElement() ?? "a" })
  }
}
