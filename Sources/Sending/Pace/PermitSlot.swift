import Ports
import Synchronization

/// Carries a permit out of a function that returns only what can be copied. One that is not taken out is given back with it.
final class PermitSlot: Sendable {
  private let slot = Mutex<Permit?>(nil)

  func put(_ permit: consuming Permit) {
    var permit: Permit? = permit
    slot.withLock { $0 = permit.take() }
  }

  func take() -> Permit? { slot.withLock { $0.take() } }
}
