import Synchronization

/// A machine whose time passes when it is told so.
final class Machine: Sendable {
  private let time: Mutex<Duration>

  init(_ start: Duration) { time = Mutex(start) }

  var now: Duration { time.withLock { $0 } }

  func pass(_ span: Duration) { time.withLock { $0 += span } }
  func set(_ moment: Duration) { time.withLock { $0 = moment } }
}
