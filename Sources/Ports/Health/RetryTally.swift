package import Model
import Synchronization

/// Gathers what was turned away and is tried again, so that a log tells of it in lines a minute, and not by the thousand.
package final class RetryTally: Sendable {
  /// Messages of one campaign that were turned away for one cause.
  package struct Entry: Equatable, Sendable {
    /// Whose messages they are.
    package var campaign: CampaignID
    /// The campaign's name.
    package var name: String
    /// What they have in common.
    package var cause: Refusal.Cause
    /// The provider's words for the first of them.
    package var reason: String
    /// How many they are.
    package var count: Int
  }

  private struct Book {
    var entries: [Entry] = []
    var toldAt: ContinuousClock.Instant?
  }

  private let book = Mutex(Book())
  /// Between one telling and the next.
  private static let pause = Duration.seconds(60)

  /// Begins with nothing.
  package init() {}

  /// Notes a message that was turned away; one whose campaign waits for somebody is nothing to be tried again.
  package func note(_ refusal: Refusal, of campaign: Campaign) {
    guard refusal.cause.isTriedAgain else { return }
    book.withLock { book in
      if let index = book.entries.firstIndex(where: { $0.campaign == campaign.id && $0.cause == refusal.cause }) {
        book.entries[index].count += 1
      } else {
        book.entries.append(
          Entry(campaign: campaign.id, name: campaign.name, cause: refusal.cause, reason: refusal.reason, count: 1))
      }
    }
  }

  /// Returns what came together, and begins anew; nothing as long as it was told of less than a minute before.
  ///
  /// - Parameter now: `nil` for the last time, which waits for nothing.
  package func take(at now: ContinuousClock.Instant?) -> [Entry] {
    book.withLock { book in
      if let now, let told = book.toldAt, now - told < Self.pause { return [] }
      guard !book.entries.isEmpty else { return [] }
      defer { (book.entries, book.toldAt) = ([], now) }
      return book.entries
    }
  }
}

extension Refusal.Cause {
  fileprivate var isTriedAgain: Bool {
    switch self {
    case .throttled, .transient, .unusable: true
    case .quota, .accountPaused, .sharedFault, .undecided, .unverifiedSender, .unverifiedRecipient, .invalidParameter,
      .optedOut, .failed, .other:
      false
    }
  }
}
