/// A point in time on the clock of one host, which runs from its start and is never set: milliseconds.
///
/// For leases, which must not end sooner or later because a wall clock was wrong for a while, or is another one in another
/// process. It says nothing after a restart of the host: whoever keeps one keeps beside it which start it counts from.
public struct HostTime: Hashable, Comparable, Sendable {
  /// Milliseconds since the host's start.
  public var milliseconds: Int64

  /// Makes a time from milliseconds since the host's start.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Orders by time.
  public static func < (left: HostTime, right: HostTime) -> Bool { left.milliseconds < right.milliseconds }

  /// Moves a time later by a span, rounded down to the millisecond.
  public static func + (left: HostTime, span: Duration) -> HostTime {
    HostTime(milliseconds: left.milliseconds + span.milliseconds)
  }
}

/// Reads the time on the clock of the host.
public struct HostClock: Sendable {
  /// Tells one start of the host from every other.
  public var boot: Int64
  /// Reads the current time.
  public var now: @Sendable () -> HostTime

  /// Makes a clock.
  public init(boot: Int64, now: @escaping @Sendable () -> HostTime) {
    self.boot = boot
    self.now = now
  }
}
