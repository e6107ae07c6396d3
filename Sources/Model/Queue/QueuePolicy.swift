/// What a queue does with messages nobody deletes.
package struct QueuePolicy: Equatable, Sendable {
  /// How long a received message is hidden from others.
  package var visibilityTimeout: Duration
  /// Receives before a message goes to the dead-letter queue.
  package var maxReceiveCount: Int
  /// How long a dead letter is kept.
  package var deadLetterRetention: Duration

  /// 120 s, 3 receives, 14 days.
  package static let standard = QueuePolicy(
    visibilityTimeout: .seconds(120), maxReceiveCount: 3, deadLetterRetention: .seconds(14 * 86_400))

  /// Makes a value from its parts.
  package init(visibilityTimeout: Duration, maxReceiveCount: Int, deadLetterRetention: Duration) {
    self.visibilityTimeout = visibilityTimeout
    self.maxReceiveCount = maxReceiveCount
    self.deadLetterRetention = deadLetterRetention
  }
}
