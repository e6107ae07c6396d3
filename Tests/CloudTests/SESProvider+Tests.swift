import Cloud
import Ports
import Synchronization
import Testing

extension SESProvider {
  /// Makes a call that nobody was asked for: it waits for the rate where it is made.
  func send(_ request: SendRequest) async -> SendAnswer {
    await send(request, under: Permit(recipients: request.recipients.count))
  }

  /// Asks for a permit that is expected to be granted.
  func granted(upTo recipients: Int) async throws -> HeldPermit {
    switch try await permit(upTo: recipients) {
    case .granted(let permit): return HeldPermit(permit)
    case .stopped(let refusal):
      Issue.record("\(refusal)")
      return HeldPermit(Permit(recipients: 0))
    }
  }
}

/// A permit that tests can look at and hand about; it is given back with this, if not before.
final class HeldPermit: Sendable {
  /// What it was granted for.
  let recipients: Int
  private let permit: Mutex<Permit?>

  init(_ permit: consuming Permit) {
    recipients = permit.recipients
    self.permit = Mutex(permit)
  }

  /// Gives back all but so many.
  func giveBack(allBut count: Int) { permit.withLock { $0?.giveBack(allBut: count) } }

  /// Hands it over.
  func take() -> Permit { permit.withLock { $0.take() } ?? Permit(recipients: 0) }
}
