/// A point in time on the clock of one host, which runs from its start and is never set: milliseconds.
///
/// For leases, which must not end sooner or later because a wall clock was wrong for a while, or is another one in another
/// process. It says nothing after a restart of the host: whoever keeps one keeps beside it which start it counts from.
package struct HostTime: Hashable, Comparable, Sendable {
  /// Milliseconds since the host's start.
  package var milliseconds: Int64

  /// Makes a time from milliseconds since the host's start.
  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Orders by time.
  package static func < (left: HostTime, right: HostTime) -> Bool { left.milliseconds < right.milliseconds }

  /// Moves a time later by a span, rounded down to the millisecond.
  package static func + (left: HostTime, span: Duration) -> HostTime {
    HostTime(milliseconds: left.milliseconds + span.milliseconds)
  }
}

/// Reads the time on the clock of the host.
package struct HostClock: Sendable {
  /// Tells one start of the host from every other.
  package var boot: Int64
  /// Reads the current time.
  package var now: @Sendable () -> HostTime

  /// Makes a clock.
  package init(boot: Int64, now: @escaping @Sendable () -> HostTime) {
    self.boot = boot
    self.now = now
  }
}
