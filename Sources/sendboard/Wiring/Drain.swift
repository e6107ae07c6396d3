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

  let bench: CompositionRoot
  let parts: Parts
  /// Called when there is nothing left to wait for, with the queue messages that are not this store's; not when it is
  /// told to stop before.
  var done: @Sendable (_ foreign: Int) -> Void = { _ in }
  /// Called now and then while work is left.
  var progress: @Sendable (Health) -> Void = { _ in }
  /// What its pauses go by.
  var time = Timekeeper()

  /// Returns when the queues are empty and nothing is in flight; the group then ends.
  func run() async throws {
    let queues =
      (parts.contains(.worker) ? [bench.sendQueue] : []) + (parts.contains(.ingester) ? bench.eventQueues : [])
    // A queue whose counts change slowly must say so for longer.
    let patience = queues.map(\.countsLag).max() ?? .zero
    let pause = max(.milliseconds(100), patience / 2)
    var calm = 0
    var unmatched = UnmatchedBatches(lag: patience)
    while calm < (patience > .zero ? 5 : 2), !Task.isShuttingDownGracefully, !Task.isCancelled {
      progress(try await bench.health())
      calm = try await isDrained(queues, &unmatched) ? calm + 1 : 0
      try await sleepUnlessStopping(pause, by: time)
      if Task.isCancelled { return }
    }
    if !Task.isShuttingDownGracefully { done(unmatched.count) }
  }

  private func isDrained(_ queues: [any MessageQueue], _ unmatched: inout UnmatchedBatches) async throws -> Bool {
    if parts.contains(.worker), try await bench.store.hasWorkLeft(by: bench.settings.cloud.channels) {
      unmatched.reset()
      return false
    }
    var isDrained = true
    for (index, queue) in queues.enumerated() {
      do {
        let depths = try await queue.depths()
        if index == 0, parts.contains(.worker) {
          if depths.total > 0, !unmatched.areAlone(depths, at: bench.clock.now()) { isDrained = false }
        } else if depths.total > 0 {
          isDrained = false
        }
      } catch let error as QueueError where error.code == .unavailable { isDrained = false }
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
