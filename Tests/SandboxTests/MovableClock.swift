import Model
import Ports
import Synchronization

/// A clock that stands still until a test moves it.
final class MovableClock: Sendable {
  private let time: Mutex<Timestamp>

  init(_ time: Timestamp = Timestamp(milliseconds: 1_700_000_000_000)) { self.time = Mutex(time) }

  var now: Timestamp { time.withLock { $0 } }

  func advance(by span: Duration) { time.withLock { $0 = $0 + span } }

  var wallClock: WallClock { WallClock { self.now } }
}
