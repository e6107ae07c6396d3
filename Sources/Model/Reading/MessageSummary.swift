/// A message as a list shows it.
public struct MessageSummary: Equatable, Sendable {
  /// Names it within its store.
  public var id: MessageID
  /// `nil` when another program sent it.
  public var campaign: CampaignID?
  /// Holds the recipient's address in canonical form.
  public var address: String
  /// Holds the subject line; empty for SMS.
  public var subject: String
  /// Says what is known of it.
  public var status: MessageStatus
  /// Holds the provider's name for the latest attempt; `nil` before it has one.
  public var providerID: String?
  /// Attempts that were tried.
  public var attempts: Int
  /// Says when the latest event happened.
  public var updatedAt: Timestamp
  /// Says what the failure is; `nil` when there is none.
  public var classification: Classification?
  /// The words that came with the classification.
  public var reason: String?
  /// Whether it counts as accepted on the operator's word alone.
  public var isAssumed: Bool

  /// Makes a value from its parts.
  public init(
    id: MessageID, campaign: CampaignID?, address: String, subject: String, status: MessageStatus,
    providerID: String?, attempts: Int, updatedAt: Timestamp, classification: Classification?, reason: String?,
    isAssumed: Bool = false
  ) {
    self.id = id
    self.campaign = campaign
    self.address = address
    self.subject = subject
    self.status = status
    self.providerID = providerID
    self.attempts = attempts
    self.updatedAt = updatedAt
    self.classification = classification
    self.reason = reason
    self.isAssumed = isAssumed
  }
}
