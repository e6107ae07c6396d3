import Synchronization

/// A clock that makes nobody wait: whoever sleeps finds the time passed.
package final class HastyClock: Clock {
  /// The time since its start.
  package typealias Instant = ManualClock.Instant

  private let offset = Mutex(Duration.zero)

  /// Makes one.
  package init() {}

  /// The present instant.
  package var now: Instant { Instant(offset: offset.withLock { $0 }) }
  /// Is exact.
  package var minimumResolution: Duration { .zero }

  /// Lets so much time pass.
  package func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
    try Task.checkCancellation()
    offset.withLock { $0 = max($0, deadline.offset) }
    // Others come to their turn, as in any sleep.
    await Task.yield()
  }
}
