/// A reason that Sendboard itself gives for an event, as opposed to a provider's or a receiving server's words.
///
/// What is stored, and what JSON says, is ``stored``: a sentence by history, and a code by what is done with it, since no
/// other program reads it and it never changes. A screen words the case in its reader's language.
package enum OwnReason: Hashable, Sendable {
  /// A worker stopped before the provider's answer was on record.
  case abandoned
  /// The provider answered, and not about this recipient.
  case notMentioned
  case campaignCancelled
  case letterDiscarded
  /// The dead letter expired or was removed.
  case letterGone
  case takenForSent(by: String)
  case takenForSentNoLonger(by: String)

  private static let fixed: [OwnReason] = [
    .abandoned, .notMentioned, .campaignCancelled, .letterDiscarded, .letterGone,
  ]
  private static let taken = " takes it as sent"
  private static let takenNoLonger = " takes it as sent no longer"

  /// The text under which it is stored.
  package var stored: String {
    switch self {
    case .abandoned: "the worker stopped before the provider's answer was on record"
    case .notMentioned: "the provider's answer did not mention this recipient"
    case .campaignCancelled: "the campaign was cancelled"
    case .letterDiscarded: "its dead letter was discarded"
    case .letterGone: "its dead letter is no longer on the queue: it expired or was removed"
    case .takenForSent(let name): name + Self.taken
    case .takenForSentNoLonger(let name): name + Self.takenNoLonger
    }
  }

  /// Makes a reason from what is stored; `nil` for somebody else's words.
  package init?(stored: String) {
    if let reason = Self.fixed.first(where: { $0.stored == stored }) {
      self = reason
    } else if stored.hasSuffix(Self.takenNoLonger) {
      self = .takenForSentNoLonger(by: String(stored.dropLast(Self.takenNoLonger.count)))
    } else if stored.hasSuffix(Self.taken) {
      self = .takenForSent(by: String(stored.dropLast(Self.taken.count)))
    } else {
      return nil
    }
  }
}
