import AWS
import Synchronization
import TestSupport

/// Gives what it was last told to give; it can be held so that a fetch stays under way.
final class ScriptedSource: CredentialSource {
  private struct State {
    var next: Result<Credentials, any Error>?
    var count = 0
    var isHeld = false
    var wasCancelled = false
    var invalidated: [Credentials] = []
  }

  private let state = Mutex(State())

  var count: Int { state.withLock { $0.count } }
  var invalidated: [Credentials] { state.withLock { $0.invalidated } }

  func give(_ credentials: Credentials) { state.withLock { $0.next = .success(credentials) } }
  func fail(_ error: CredentialError) { state.withLock { $0.next = .failure(error) } }
  func breakOff() { state.withLock { $0.next = .failure(CancellationError()) } }
  func hold() { state.withLock { $0.isHeld = true } }
  func release() { state.withLock { $0.isHeld = false } }

  func untilAsked(_ times: Int) async throws {
    try await eventually("it is asked \(times) times", every: .milliseconds(1)) { count >= times }
  }

  func untilCancelled() async throws {
    try await eventually("it is cancelled", every: .milliseconds(1)) { state.withLock(\.wasCancelled) }
  }

  func credentials() async throws -> Credentials {
    state.withLock { $0.count += 1 }
    while state.withLock({ $0.isHeld }) {
      if Task.isCancelled {
        state.withLock { $0.wasCancelled = true }
        throw CancellationError()
      }
      await Task.yield()
    }
    guard let next = state.withLock({ $0.next }) else { throw CredentialError(.none, "nothing is scripted") }
    return try next.get()
  }

  func invalidate(_ credentials: Credentials) async {
    state.withLock { $0.invalidated.append(credentials) }
  }
}
