import Synchronization

/// Holds up whoever comes, until it is opened.
package final class Gate: Sendable {
  private struct State {
    var isOpen = false
    var lastWaiter = 0
    var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
  }

  private let state = Mutex(State())

  /// Makes one that is shut.
  package init() {}

  /// Whether it was opened.
  package var isOpen: Bool { state.withLock(\.isOpen) }

  /// How many are held up.
  package var waiters: Int { state.withLock(\.waiters.count) }

  /// Lets all through, those who wait and those to come.
  package func open() {
    let waiters = state.withLock { state in
      state.isOpen = true
      defer { state.waiters.removeAll() }
      return Array(state.waiters.values)
    }
    for waiter in waiters { waiter.resume() }
  }

  /// Waits until it is open.
  ///
  /// - Throws: `CancellationError`.
  package func pass() async throws {
    let waiter = state.withLock { state in
      state.lastWaiter += 1
      return state.lastWaiter
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // A cancellation is either seen here, or finds the waiter below.
        let isOver = state.withLock { state in
          if state.isOpen || Task.isCancelled { return true }
          state.waiters[waiter] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: waiter) }?.resume()
    }
    try Task.checkCancellation()
  }
}
