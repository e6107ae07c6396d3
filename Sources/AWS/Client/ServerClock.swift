package import struct Foundation.Date
import HTTP
import Synchronization

/// The time as AWS sees it: this machine's, and an offset once AWS has refused a signature for its date.
package final class ServerClock: Sendable {
  private struct State {
    var offset = Duration.zero
    var difference: Duration?
  }

  private let now: @Sendable () -> Date
  private let state = Mutex(State())

  /// Makes a clock that follows this machine's until told otherwise.
  package init(now: @escaping @Sendable () -> Date = { Date() }) { self.now = now }

  /// Returns the time to sign with.
  package var date: Date { now().addingTimeInterval(offset / .seconds(1)) }

  /// Returns what is added to this machine's time; zero as long as AWS has not complained.
  package var offset: Duration { state.withLock { $0.offset } }

  /// Returns how far the server's clock was ahead of this machine's in the last answer that had a date, to a second or
  /// so; `nil` before the first.
  package var difference: Duration? { state.withLock { $0.difference } }

  /// Notes the date of an answer.
  func note(_ response: HTTPResponse) {
    guard let seconds = response.header("Date").flatMap(HTTPDate.seconds) else { return }
    let difference = Duration.seconds(Double(seconds) - now().timeIntervalSince1970)
    state.withLock { $0.difference = difference }
  }

  /// Adopts the server's time out of an answer; false when it has none.
  func adopt(_ response: HTTPResponse) -> Bool {
    guard response.header("Date").flatMap(HTTPDate.seconds) != nil else { return false }
    note(response)
    state.withLock { $0.offset = $0.difference ?? .zero }
    return true
  }
}
