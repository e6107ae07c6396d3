import Model
import Synchronization

/// Tells an operator why a command takes its time where AWS allows few calls a second.
final class ThrottleNote: Sendable {
  private let state = Mutex<(until: ContinuousClock.Instant, isTold: Bool)?>(nil)
  /// After a wait the call itself takes its time, and may be turned away again.
  private static let afterwards = Duration.seconds(10)

  /// Whether a call waits, or waited just now.
  var isWaiting: Bool { state.withLock { $0.map { ContinuousClock.now < $0.until } ?? false } }

  /// Takes note of a wait, and shows it: as a line that the next one replaces, or once where there is no terminal.
  func tell(_ call: String, _ wait: Duration) {
    let isFirst = state.withLock { state in
      let until = ContinuousClock.now + wait + Self.afterwards
      let isFirst = state == nil
      state = (max(until, state?.until ?? until), true)
      return isFirst
    }
    if StandardError.isTerminal {
      let seconds = (wait.seconds * 10).rounded() / 10
      StandardError.progress("AWS allows few calls a second: \(call) waits \(seconds) s")
    } else if isFirst {
      StandardError.print("AWS allows few calls a second (\(call)): waiting as long as it takes")
    }
  }
}
