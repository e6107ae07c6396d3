/// A message as a list shows it.
public struct MessageSummary: Equatable, Sendable {
  public var id: MessageID
  /// `nil` when another program sent it.
  public var campaign: CampaignID?
  public var address: String
  public var subject: String
  public var status: MessageStatus
  public var providerID: String?
  /// Attempts that were tried.
  public var attempts: Int
  public var updatedAt: Timestamp
  public var classification: Classification?
  /// The words that came with the classification.
  public var reason: String?

  public init(
    id: MessageID, campaign: CampaignID?, address: String, subject: String, status: MessageStatus,
    providerID: String?, attempts: Int, updatedAt: Timestamp, classification: Classification?, reason: String?
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
  }
}
