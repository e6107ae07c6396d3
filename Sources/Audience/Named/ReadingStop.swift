import Synchronization

/// Has whoever reads an audience stop, from wherever that is wished.
package final class ReadingStop: Sendable {
  private struct State {
    var isStopped = false
    var end: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  /// Makes one.
  package init() {}

  /// Whether it was wished.
  package var isStopped: Bool { state.withLock { $0.isStopped } }

  /// Wishes it.
  package func stop() {
    // Within the lock: once it is taken away, what it would end may be somebody else.
    state.withLock { state in
      state.isStopped = true
      state.end?()
    }
  }

  /// Does something that is ended in a way of its own, which is used at most once and not after it.
  func during<Result>(_ body: () throws -> Result, end: @escaping @Sendable () -> Void) rethrows -> Result {
    state.withLock { state in
      state.end = end
      if state.isStopped { end() }
    }
    defer { state.withLock { $0.end = nil } }
    return try body()
  }
}
