import Model
import Ports

extension Timestamp {
  /// The machine's clock; for the shell only.
  static var now: Timestamp { WallClock.system.now() }
}
