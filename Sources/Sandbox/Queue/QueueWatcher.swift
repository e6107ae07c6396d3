import Dispatch
import Foundation
import GRDB
import Model
import SQLiteKit
import Synchronization

/// Wakes receivers that wait for a message: at once for what this process commits, within 50 ms for what other
/// processes commit and for messages whose delay or visibility timeout ends; within 200 ms after seconds of silence.
///
/// Other processes' commits show in `PRAGMA data_version`, which costs microseconds and is read only while somebody
/// waits (<https://www.sqlite.org/pragma.html#pragma_data_version>). Only when it moved are the queues looked at.
/// A thread that sleeps does it: a timer of Dispatch wakes two threads each time, which costs four times as much.
final class QueueWatcher: Sendable {
  private struct Waiter: Sendable {
    var queue: QueueStatements
    var deadline: ContinuousClock.Instant
    var continuation: CheckedContinuation<Void, Never>
  }

  private struct State {
    var lastWaiter: UInt64 = 0
    var waiters: [UInt64: Waiter] = [:]
    /// How often a queue had news from this process.
    var news: [Int64: UInt64] = [:]
    /// Queues to be looked at in any case, since a commit may have come before its waiter.
    var unchecked: Set<Int64> = []
    /// When a hidden message shows next.
    var due: [Int64: HostTime] = [:]
    var version: Int64?
    var isTicking = false
    /// Looks since the last news.
    var quietLooks = 0

    mutating func takeWaiters(_ isWanted: (Waiter) -> Bool) -> [Waiter] {
      let wanted = waiters.filter { isWanted($0.value) }
      for id in wanted.keys { waiters[id] = nil }
      return Array(wanted.values)
    }
  }

  private let reader: DatabaseQueue
  private let clock: HostClock
  private let state = Mutex(State())
  private static let interval = Duration.milliseconds(50)
  /// After as many looks without news, looks come rarely: two seconds, and six.
  private static let calm = 40
  private static let calmInterval = Duration.milliseconds(200)
  private static let rest = 60
  private static let restInterval = Duration.seconds(1)
  /// Looks without anybody waiting before the thread ends; making one for each wait would cost more.
  private static let patience = 10

  init(reader: DatabaseQueue, clock: HostClock) {
    self.reader = reader
    self.clock = clock
  }

  /// How many wait.
  var waiting: Int { state.withLock(\.waiters.count) }

  /// Counts a queue's news; to be asked before a receive, and handed to ``wait(for:since:until:)`` after it.
  func news(of queue: Int64) -> UInt64 { state.withLock { $0.news[queue] ?? 0 } }

  /// Hears of a commit of this process.
  func committed(_ effects: QueueTransaction.Effects) {
    let woken = state.withLock { state in
      for (queue, time) in effects.due { state.due[queue] = min(state.due[queue] ?? time, time) }
      if effects.ready.isEmpty { return [Waiter]() }
      for queue in effects.ready { state.news[queue, default: 0] += 1 }
      return state.takeWaiters { effects.ready.contains($0.queue.number) }
    }
    for waiter in woken { waiter.continuation.resume() }
  }

  /// Waits until a queue may have something to receive, or the deadline has passed.
  ///
  /// - Throws: `CancellationError`.
  func wait(for queue: QueueStatements, since news: UInt64, until deadline: ContinuousClock.Instant) async throws {
    let id = state.withLock { state in
      state.lastWaiter += 1
      return state.lastWaiter
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let waits = state.withLock { state in
          // A cancellation before this point found no waiter to wake.
          if Task.isCancelled || (state.news[queue.number] ?? 0) != news { return false }
          state.waiters[id] = Waiter(queue: queue, deadline: deadline, continuation: continuation)
          state.unchecked.insert(queue.number)
          return true
        }
        if waits { startTicking(deadline) } else { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: id) }?.continuation.resume()
    }
    try Task.checkCancellation()
  }

  private func startTicking(_ deadline: ContinuousClock.Instant) {
    let mustStart = state.withLock { state in
      defer { state.isTicking = true }
      return !state.isTicking
    }
    if mustStart { Thread.detachNewThread { self.keepLooking() } }
    let left = deadline - .now
    if left < Self.restInterval {
      DispatchQueue.global().asyncAfter(deadline: .now() + max(0, left.seconds)) { self.endWaits() }
    }
  }

  /// Wakes whoever has waited long enough.
  private func endWaits() {
    let now = ContinuousClock.now
    for waiter in state.withLock({ $0.takeWaiters { $0.deadline <= now } }) { waiter.continuation.resume() }
  }

  private func keepLooking() {
    var vain = 0
    while true {
      if let next = lookOnce() {
        vain = 0
        Thread.sleep(forTimeInterval: max(0.001, next.seconds))
        continue
      }
      vain += 1
      let isOver = state.withLock { state in
        guard vain > Self.patience, state.waiters.isEmpty else { return false }
        state.isTicking = false
        return true
      }
      if isOver { return }
      Thread.sleep(forTimeInterval: Self.interval.seconds)
    }
  }

  /// Wakes whom it can; returns when to look again, or `nil` when nobody waits.
  private func lookOnce() -> Duration? {
    endWaits()
    let now = clock.now()
    let waited = state.withLock { state in
      Dictionary(state.waiters.values.map { ($0.queue.number, $0.queue) }) { first, _ in first }
    }
    if !waited.isEmpty {
      do {
        try look(at: waited, now)
      } catch {
        // The receivers run into the error themselves and tell of it.
        for waiter in state.withLock({ $0.takeWaiters { _ in true } }) { waiter.continuation.resume() }
      }
    }
    return state.withLock { state in
      let interval =
        state.quietLooks < Self.calm
        ? Self.interval : state.quietLooks < Self.rest ? Self.calmInterval : Self.restInterval
      return state.waiters.values.map(\.deadline).min().map { min(interval, $0 - .now) }
    }
  }

  private func look(at waited: [Int64: QueueStatements], _ now: HostTime) throws {
    let version = try reader.unsafeRead { db in try Prepared(db, "PRAGMA data_version").first() }
    let doubtful = state.withLock { state in
      let isNew = state.version != version
      state.version = version
      state.quietLooks = isNew ? 0 : state.quietLooks + 1
      defer { for queue in waited.keys { state.unchecked.remove(queue) } }
      return waited.values.filter { queue in
        isNew || state.unchecked.contains(queue.number) || (state.due[queue.number].map { $0 <= now } ?? false)
      }
    }
    if doubtful.isEmpty { return }
    let shows = try reader.readUnlessClosed { db in
      try doubtful.map { queue in (queue.number, try Self.nextVisible(queue, now, db)) }
    }
    let woken = state.withLock { state in
      for (queue, time) in shows { state.due[queue] = time }
      return state.takeWaiters { waiter in
        shows.contains { $0.0 == waiter.queue.number && ($0.1.map { $0 <= now } ?? false) }
      }
    }
    for waiter in woken { waiter.continuation.resume() }
  }

  /// When the next message of a queue shows; `nil` when none is hidden either.
  private static func nextVisible(_ queue: QueueStatements, _ now: HostTime, _ db: Database) throws -> HostTime? {
    let cursor = try Prepared(db, "SELECT cursor FROM queue WHERE id = ?").first(queue.number) ?? 0
    if try Prepared(db, queue.fresh).first(cursor, 1) != nil { return now }
    let times = [
      try Prepared(db, queue.nextReturned).first(), try Prepared(db, queue.nextDelayed).first(),
    ]
    return times.compactMap { $0 }.min().map { HostTime(milliseconds: $0) }
  }
}
