import Model

/// The tags every message of ours carries, by which its events find it again.
///
/// SES tag names and values: ASCII letters, digits, `_` and `-`, 256 characters at most
/// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageTag.html>).
public struct MessageTags: Equatable, Sendable {
  /// The tags' names.
  public enum Name {
    public static let store = "sendboard-store"
    public static let campaign = "sendboard-campaign"
    public static let message = "sendboard-message"
    public static let attempt = "sendboard-attempt"
  }

  /// The store that planned the message: another store's events must not settle ours.
  public var store: String
  public var campaign: CampaignID
  public var message: MessageID
  public var attempt: Int

  public init(store: String, campaign: CampaignID, message: MessageID, attempt: Int) {
    self.store = store
    self.campaign = campaign
    self.message = message
    self.attempt = attempt
  }
}
