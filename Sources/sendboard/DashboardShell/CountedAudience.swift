import EventStore
import Model
import Services
import Synchronization

/// Remembers the audience that was shown, so that no other one is launched, and its recipients are there to be looked at.
final class CountedAudience: Sendable {
  /// An audience with what it was counted for.
  struct Counted: Sendable {
    var composition: Composition
    var plan: CampaignPlan
    var audience: LoadedAudience
  }

  private let last = Mutex<Counted?>(nil)

  func remember(_ counted: Counted) { last.withLock { $0 = counted } }

  /// What was counted for a composition, if it is the last one.
  func counted(_ composition: Composition) -> Counted? {
    last.withLock { $0?.composition == composition ? $0 : nil }
  }
}
