import Synchronization

/// A clock whose time passes when a test says so.
package final class ManualClock: Clock {
  /// The time since its start.
  package struct Instant: InstantProtocol {
    /// Counts from the start.
    package var offset: Duration

    /// Moves it.
    package func advanced(by span: Duration) -> Instant { Instant(offset: offset + span) }
    /// Measures up to another.
    package func duration(to other: Instant) -> Duration { other.offset - offset }
    /// Orders them.
    package static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private struct State {
    var now = Instant(offset: .zero)
    var lastSleeper = 0
    var sleepers: [Int: (deadline: Instant, continuation: CheckedContinuation<Void, any Error>)] = [:]
  }

  private let state = Mutex(State())

  /// Makes one that stands still.
  package init() {}

  /// The present instant.
  package var now: Instant { state.withLock(\.now) }
  /// Is exact.
  package var minimumResolution: Duration { .zero }

  /// Sleeps until a test lets so much time pass.
  package func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
    let sleeper = state.withLock { state in
      state.lastSleeper += 1
      return state.lastSleeper
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let result: Result<Void, any Error>? = state.withLock { state in
          if Task.isCancelled { return .failure(CancellationError()) }
          if state.now >= deadline { return .success(()) }
          state.sleepers[sleeper] = (deadline, continuation)
          return nil
        }
        if let result { continuation.resume(with: result) }
      }
    } onCancel: {
      state.withLock { $0.sleepers.removeValue(forKey: sleeper) }?.continuation.resume(throwing: CancellationError())
    }
  }

  /// Lets time pass, and wakes whom it concerns.
  package func advance(by span: Duration) {
    let woken = state.withLock { state in
      state.now = state.now.advanced(by: span)
      let due = state.sleepers.filter { $0.value.deadline <= state.now }
      for sleeper in due.keys { state.sleepers[sleeper] = nil }
      return due.values.map(\.continuation)
    }
    for continuation in woken { continuation.resume() }
  }

  /// How many sleep.
  package var sleepers: Int { state.withLock(\.sleepers.count) }

  /// Returns when so many sleep.
  ///
  /// - Throws: ``TimedOut``.
  package func untilAsleep(_ count: Int = 1) async throws {
    try await eventually("\(count) sleep", every: .milliseconds(1)) { sleepers >= count }
  }
}
