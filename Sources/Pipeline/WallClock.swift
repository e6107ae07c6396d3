import Foundation
import Model

/// Where a service reads the time, so that tests can set it.
public struct WallClock: Sendable {
  /// Reads the current time.
  public var now: @Sendable () -> Timestamp

  /// Makes a value from its parts.
  public init(now: @escaping @Sendable () -> Timestamp) { self.now = now }

  /// The machine's clock (`clock_gettime(CLOCK_REALTIME)`).
  public static let system = WallClock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
