package import Model

/// The tags every message of ours carries, by which its events find it again.
///
/// SES tag names and values: ASCII letters, digits, `_` and `-`, 256 characters at most
/// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageTag.html>).
package struct MessageTags: Equatable, Sendable {
  /// The tags' names.
  package enum Name {
    /// Names the tag of the store.
    package static let store = "sendboard-store"
    /// Names the tag of the campaign.
    package static let campaign = "sendboard-campaign"
    /// Names the message.
    package static let message = "sendboard-message"
    /// Counts the attempt, from 1.
    package static let attempt = "sendboard-attempt"
  }

  /// What a test names instead of a store: no store is called so, and its events are counted nowhere.
  package static let testStore = "test"

  /// The store that planned the message: another store's events must not settle ours.
  package var store: String
  /// Names the campaign.
  package var campaign: CampaignID
  /// Names the message.
  package var message: MessageID
  /// Counts the attempt, from 1.
  package var attempt: Int

  /// Makes a value from its parts.
  package init(store: String, campaign: CampaignID, message: MessageID, attempt: Int) {
    self.store = store
    self.campaign = campaign
    self.message = message
    self.attempt = attempt
  }
}
