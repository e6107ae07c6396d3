import EventStore
import Logging
import Model
import Pacing
import Ports
import ServiceLifecycle

/// Ends the other services once nothing is left for them to do.
struct Drain: Service {
  /// Which services are awaited.
  struct Parts: OptionSet, Sendable {
    let rawValue: Int
    static let worker = Parts(rawValue: 1)
    static let ingester = Parts(rawValue: 2)
  }

  /// How it ended.
  enum End: Equatable, Sendable {
    /// Nothing is left to wait for, but so many batches on the queue that no worker of this store may send.
    case drained(foreign: Int)
    /// Nothing has moved for too long: what it waited for.
    case stuck(String)
  }

  let root: CompositionRoot
  let parts: Parts
  /// How long it waits while nothing moves; `nil` to find that by the settings.
  var patience: Duration?
  /// Called at the end; not when it is told to stop before.
  var done: @Sendable (End) -> Void = { _ in }
  /// Called now and then while work is left.
  var progress: @Sendable (Health) -> Void = { _ in }
  /// What its pauses go by.
  var time = Timekeeper()
  /// Called when nothing has moved for a while: what it waits for, for how long already.
  var waiting: @Sendable (String, Duration) -> Void = { _, _ in }

  /// While nothing moves, it says so this often.
  private static let reminder = Duration.seconds(30)

  /// How long to wait while nothing moves: until what a dead worker held shows again, tickets that were lost are missed and
  /// put back, the slowest rate has let a call through, and the longest delay of an event is over.
  private func patience(_ left: DrainWait.Left) -> Duration {
    if let patience { return patience }
    let settings = root.settings
    // A gateway whose file is wrong has stopped everything before this.
    let largest = (try? settings.batchSizes(for: .sms).most) ?? BatchSizes.largestStandard
    let slowest = settings.rate.map { Duration.seconds(Double(max(largest, 50)) / $0) } ?? .zero
    // A campaign with a rate of its own has its batches come back one behind the other.
    let isDelayed = (left.eventQueue?.delayed ?? 0) + (left.sendQueue?.delayed ?? 0) > 0
    let delay = isDelayed ? QueueLimits.longestDelay : .zero
    return settings.policy.visibilityTimeout * 3 + .seconds(60) + slowest + delay
  }

  /// Returns when the queues are empty and nothing is in flight, or nothing has moved for too long; the group then ends.
  func run() async throws {
    let queues =
      (parts.contains(.worker) ? [root.sendQueue] : []) + (parts.contains(.ingester) ? root.eventQueues : [])
    // A queue whose counts change slowly must say so for longer.
    let lag = queues.map(\.countsLag).max() ?? .zero
    let pause = max(.milliseconds(100), lag / 2)
    var calm = 0
    var unmatched = UnmatchedBatches(lag: lag)
    var wait = DrainWait()
    var told = Duration.zero
    while calm < (lag > .zero ? 5 : 2), !Task.isShuttingDownGracefully, !Task.isCancelled {
      let health = try await root.health()
      progress(health)
      let left = try await look(health)
      calm = isDrained(left, &unmatched) ? calm + 1 : 0
      let still = wait.note(left, at: time.now)
      if still < told { told = .zero }
      if calm == 0, still >= patience(left) + lag * 4 { return done(.stuck(DrainWait.words(left))) }
      if calm == 0, still - told >= Self.reminder {
        told = still
        waiting(DrainWait.words(left), still)
      }
      try await sleepUnlessStopping(pause, by: time)
      if Task.isCancelled { return }
    }
    if !Task.isShuttingDownGracefully { done(.drained(foreign: unmatched.count)) }
  }

  private func look(_ health: Health) async throws -> DrainWait.Left {
    var left = DrainWait.Left(accepted: health.accepted)
    if parts.contains(.worker) {
      left.batches = try await root.store.batchesLeft(by: root.settings.cloud.channels, now: root.clock.now())
      left.sending = health.sending
      left.sendQueue = try await depths(root.sendQueue, &left.silent)
    }
    if parts.contains(.ingester) {
      for queue in root.eventQueues {
        guard let depths = try await depths(queue, &left.silent) else { continue }
        left.eventQueue = (left.eventQueue ?? QueueDepths()) + depths
      }
    }
    return left
  }

  private func depths(_ queue: any MessageQueue, _ silent: inout [String]) async throws -> QueueDepths? {
    do { return try await queue.depths() } catch let error as QueueError where error.code == .unavailable {
      silent.append(queue.name)
      return nil
    }
  }

  private func isDrained(_ left: DrainWait.Left, _ unmatched: inout UnmatchedBatches) -> Bool {
    guard left.batches.isEmpty, left.sending == 0 else {
      unmatched.reset()
      return false
    }
    var isDrained = left.silent.isEmpty && left.eventQueue?.total ?? 0 == 0
    if let depths = left.sendQueue, depths.total > 0, !unmatched.areAlone(depths, at: root.clock.now()) {
      isDrained = false
    }
    return isDrained
  }
}

/// Tells batches that this store's workers will never take off the queue from those that are about to go.
///
/// All of this store's are worked off. Tickets of theirs that are left on the queue go within seconds of being seen;
/// those in flight show again first. What stays visible is another store's; what comes back later again and again is of a
/// channel that nothing serves here.
struct UnmatchedBatches {
  /// What is on the queue and is not this store's, or not served here.
  private(set) var count = 0
  private var last: Int?
  private var since: Timestamp?
  private var unchangedSince: Timestamp?
  /// How long the queue's counts may lag behind.
  private let lag: Duration

  init(lag: Duration) { self.lag = lag }

  /// Notes that this store has work of its own.
  mutating func reset() { self = UnmatchedBatches(lag: lag) }

  /// Whether only others' batches are left, as far as successive looks tell.
  mutating func areAlone(_ depths: QueueDepths, at now: Timestamp) -> Bool {
    let waiting = depths.visible + depths.delayed
    guard waiting > 0 else {
      reset()
      return false
    }
    since = since.map { min($0, now) } ?? now
    if waiting != last { unchangedSince = now }
    last = waiting
    unchangedSince = unchangedSince.map { min($0, now) }
    let isSettled = unchangedSince.map { now - $0 >= .seconds(10) + lag * 4 } ?? false
    let isForEver = since.map { now - $0 >= .seconds(60) + lag * 4 } ?? false
    count = isSettled || isForEver ? waiting : 0
    return count > 0
  }
}
