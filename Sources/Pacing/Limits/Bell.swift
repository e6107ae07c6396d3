import Synchronization

/// Wakes those who wait for something to happen.
///
/// Who waits reads ``rings`` first, then looks, then waits for more rings than those: what happens in between is not
/// missed.
package final class Bell: Sendable {
  private struct State {
    var rings: UInt64 = 0
    var lastWaiter: UInt64 = 0
    var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
  }

  private let state = Mutex(State())

  /// Makes one that has not rung.
  package init() {}

  /// How often it has rung.
  package var rings: UInt64 { state.withLock(\.rings) }

  /// Wakes all who wait.
  package func ring() {
    let waiters = state.withLock { state in
      state.rings += 1
      defer { state.waiters.removeAll() }
      return Array(state.waiters.values)
    }
    for waiter in waiters { waiter.resume() }
  }

  /// Waits until it has rung more often than so many times, or until an instant.
  ///
  /// - Throws: `CancellationError`.
  package func wait(
    since rings: UInt64, until instant: ContinuousClock.Instant?, by time: Timekeeper
  ) async throws {
    try Task.checkCancellation()
    guard let instant else {
      await ringing(since: rings)
      return try Task.checkCancellation()
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await time.sleep(until: instant) }
      group.addTask { await self.ringing(since: rings) }
      defer { group.cancelAll() }
      try await group.next()
    }
    try Task.checkCancellation()
  }

  private func ringing(since rings: UInt64) async {
    let waiter = state.withLock { state in
      state.lastWaiter += 1
      return state.lastWaiter
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // A cancellation is either seen here, or finds the waiter below.
        let isOver = state.withLock { state in
          if state.rings != rings || Task.isCancelled { return true }
          state.waiters[waiter] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: waiter) }?.resume()
    }
  }
}
