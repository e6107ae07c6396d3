/// A queue message that failed `maxReceiveCount` times, with the reason our store recorded for its batch.
public struct DeadLetter: Equatable, Sendable {
  /// The dead-letter queue's id of the message.
  public var id: String
  /// `nil` when the body names no batch of this store.
  public var campaign: CampaignID?
  /// Names the batch.
  public var batch: BatchID?
  /// Counts the receives of the queue message.
  public var receiveCount: Int
  /// Says when the queue message was sent.
  public var enqueuedAt: Timestamp
  /// The last failure of the batch.
  public var error: String
  /// Recipients that a redrive would send to: those not yet accepted.
  public var recipients: Int

  /// Makes a value from its parts.
  public init(
    id: String, campaign: CampaignID?, batch: BatchID?, receiveCount: Int, enqueuedAt: Timestamp, error: String,
    recipients: Int
  ) {
    self.id = id
    self.campaign = campaign
    self.batch = batch
    self.receiveCount = receiveCount
    self.enqueuedAt = enqueuedAt
    self.error = error
    self.recipients = recipients
  }
}
