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
    let end = state.withLock { state in
      state.isStopped = true
      return state.end
    }
    end?()
  }

  /// Does something that is ended in a way of its own, which is used at most once and not after it.
  func during<Result>(_ body: () throws -> Result, end: @escaping @Sendable () -> Void) rethrows -> Result {
    let isLate = state.withLock { state in
      state.end = end
      return state.isStopped
    }
    if isLate { end() }
    defer { state.withLock { $0.end = nil } }
    return try body()
  }
}
