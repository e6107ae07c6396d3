import Audience
import EventStore
import Model
import SMSText
import Services
import Synchronization

/// Remembers the audience that was shown, so that no other one is launched, and its recipients are there to be looked at.
final class CountedAudience: Sendable {
  /// An audience with what it was counted for.
  struct Counted: Sendable {
    var composition: Composition
    var plan: CampaignPlan
    var audience: LoadedAudience
    /// By what texts are counted; `nil` for mail.
    var rule: TextRule?
    /// What the texts come to; `nil` for mail.
    var texts: TextReport?
    /// A launch of the same content to the same people, under whatever name, a day ago at most.
    var like: Twin?
    /// What there is to say of its rows.
    var remarks: AudienceRemarks?
  }

  private let last = Mutex<Counted?>(nil)

  private let reading = Mutex<ReadingStop?>(nil)

  /// Begins to read another, and has one that is being read stop.
  func begin() -> ReadingStop {
    let new = ReadingStop()
    let old = reading.withLock { reading in
      defer { reading = new }
      return reading
    }
    old?.stop()
    return new
  }

  /// Has what is being read stop: nobody waits for it any more.
  func stop() { reading.withLock { $0 }?.stop() }

  func remember(_ counted: Counted) { last.withLock { $0 = counted } }

  /// What was counted for a composition, if it is the last one.
  func counted(_ composition: Composition) -> Counted? {
    last.withLock { $0?.composition == composition ? $0 : nil }
  }
}
