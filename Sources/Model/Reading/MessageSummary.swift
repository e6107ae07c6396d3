/// A message as a list shows it.
package struct MessageSummary: Equatable, Identifiable, Sendable {
  /// Names it within its store.
  package var id: MessageID
  /// `nil` when another program sent it.
  package var campaign: CampaignID?
  /// Holds the recipient's address in canonical form.
  package var address: String
  /// Holds the subject line; empty for SMS.
  package var subject: String
  /// Says what is known of it.
  package var status: MessageStatus
  /// Holds the provider's name for the latest attempt; `nil` before it has one.
  package var providerID: String?
  /// Attempts that were tried.
  package var attempts: Int
  /// Says when the latest event happened.
  package var updatedAt: Timestamp
  /// Says what the failure is; `nil` when there is none.
  package var classification: Classification?
  /// The words that came with the classification.
  package var reason: String?
  /// Whether it counts as accepted on the operator's word alone.
  package var isAssumed: Bool
  /// Whether it was refused for a reason that passes, and its batch tries it again by itself.
  package var isRetried: Bool

  /// Makes a value from its parts.
  package init(
    id: MessageID, campaign: CampaignID?, address: String, subject: String, status: MessageStatus,
    providerID: String?, attempts: Int, updatedAt: Timestamp, classification: Classification?, reason: String?,
    isAssumed: Bool = false, isRetried: Bool = false
  ) {
    self.isRetried = isRetried
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
