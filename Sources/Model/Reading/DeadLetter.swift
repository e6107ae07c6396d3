/// A queue message that failed `maxReceiveCount` times, with the reason our store recorded for its batch.
package struct DeadLetter: Equatable, Sendable {
  /// The dead-letter queue's id of the message.
  package var id: String
  /// `nil` when the body names no batch of this store.
  package var campaign: CampaignID?
  /// Names the batch.
  package var batch: BatchID?
  /// Counts the receives of the queue message.
  package var receiveCount: Int
  /// Says when the queue message was sent.
  package var enqueuedAt: Timestamp
  /// The last failure of the batch.
  package var error: String
  /// Recipients that a redrive would send to: those not yet accepted.
  package var recipients: Int
  /// Whether its batch is on its way again, or done: the letter is what a redrive left behind.
  package var isRecovered: Bool

  /// Makes a value from its parts.
  package init(
    id: String, campaign: CampaignID?, batch: BatchID?, receiveCount: Int, enqueuedAt: Timestamp, error: String,
    recipients: Int, isRecovered: Bool = false
  ) {
    self.id = id
    self.campaign = campaign
    self.batch = batch
    self.receiveCount = receiveCount
    self.enqueuedAt = enqueuedAt
    self.error = error
    self.recipients = recipients
    self.isRecovered = isRecovered
  }
}
