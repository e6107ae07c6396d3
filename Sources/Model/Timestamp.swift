/// A point in time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds (POSIX time).
///
/// The one type for timestamps in Sendboard. Nothing in this module reads a clock: timestamps arrive as values.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since the epoch, UTC.
  package var milliseconds: Int64

  /// Makes a timestamp from milliseconds since the epoch, UTC.
  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Orders by time.
  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

  /// Moves a timestamp later by a span, rounded down to the millisecond.
  package static func + (left: Timestamp, span: Duration) -> Timestamp {
    Timestamp(milliseconds: left.milliseconds + span.milliseconds)
  }

  /// Measures the span between two timestamps; negative when `right` is the later one.
  package static func - (left: Timestamp, right: Timestamp) -> Duration {
    .milliseconds(left.milliseconds - right.milliseconds)
  }
}

extension Duration {
  /// The whole milliseconds in this span, rounded towards zero.
  package var milliseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }

  /// The span in seconds, as a floating-point number for rates and gauges.
  package var seconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
