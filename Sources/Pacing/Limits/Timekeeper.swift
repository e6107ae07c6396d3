/// Where those who wait read the time and sleep, so that tests can let it pass.
///
/// Its instants begin with the machine's own and go on by the clock that it is given.
package struct Timekeeper: Sendable {
  private let read: @Sendable () -> ContinuousClock.Instant
  private let rest: @Sendable (Duration) async throws -> Void
  /// When those who look again and again begin to count.
  private let beginning: ContinuousClock.Instant

  /// When this process began to count.
  private static let processBeginning = ContinuousClock.now

  /// Makes one that goes by the machine's clock.
  package init() {
    read = { .now }
    rest = { try await ContinuousClock().sleep(for: $0) }
    beginning = Self.processBeginning
  }

  /// Makes one that goes by a clock.
  package init(_ clock: some Clock<Duration>) {
    let start = clock.now
    let origin = ContinuousClock.now
    read = { origin + start.duration(to: clock.now) }
    rest = { try await clock.sleep(for: $0) }
    beginning = origin
  }

  /// The present instant.
  package var now: ContinuousClock.Instant { read() }

  /// Sleeps for a while.
  ///
  /// - Throws: `CancellationError`.
  package func sleep(for span: Duration) async throws { try await rest(span) }

  /// Sleeps for about a while: those who look again and again are woken at the same moments, and a process at rest rests.
  ///
  /// - Parameter span: what it takes, a quarter of a second less at most, and half of itself more at most.
  /// - Throws: `CancellationError`.
  package func doze(for span: Duration) async throws {
    let now = now
    try await rest(Beat.moment(from: now - beginning, after: span) - (now - beginning))
  }

  /// Sleeps until an instant; returns at once when that is over.
  ///
  /// - Throws: `CancellationError`.
  package func sleep(until instant: ContinuousClock.Instant) async throws {
    let span = instant - now
    if span > .zero { try await rest(span) }
  }
}
