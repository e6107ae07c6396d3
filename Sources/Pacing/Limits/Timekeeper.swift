/// Where those who wait read the time and sleep, so that tests can let it pass.
///
/// Its instants begin with the machine's own and go on by the clock that it is given.
package struct Timekeeper: Sendable {
  private let read: @Sendable () -> ContinuousClock.Instant
  private let rest: @Sendable (Duration, Duration?) async throws -> Void

  /// Makes one that goes by a clock.
  package init(_ clock: some Clock<Duration> = ContinuousClock()) {
    let start = clock.now
    let origin = ContinuousClock.now
    read = { origin + start.duration(to: clock.now) }
    rest = { try await clock.sleep(for: $0, tolerance: $1) }
  }

  /// The present instant.
  package var now: ContinuousClock.Instant { read() }

  /// Sleeps for a while.
  ///
  /// - Parameter tolerance: how much longer it may be, so that several who wait are woken at once.
  /// - Throws: `CancellationError`.
  package func sleep(for span: Duration, tolerance: Duration? = nil) async throws { try await rest(span, tolerance) }

  /// Sleeps until an instant; returns at once when that is over.
  ///
  /// - Throws: `CancellationError`.
  package func sleep(until instant: ContinuousClock.Instant) async throws {
    let span = instant - now
    if span > .zero { try await rest(span, nil) }
  }
}
