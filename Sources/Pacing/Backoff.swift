/// Pauses between tries that fail for a reason of the other side's.
package enum Backoff {
  /// The longest pause after so many failures in a row: half a second, doubled each time, half a minute at most.
  package static func longest(after failures: Int) -> Duration {
    .seconds(min(30, 0.25 * Double(1 << min(failures, 7))))
  }
}
