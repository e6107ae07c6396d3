/// A message to be put on a queue.
package struct SQSEntry: Equatable, Sendable {
  /// Holds XML characters only.
  package var body: String
  /// Says how many seconds it stays hidden at first; at most 900.
  package var delaySeconds: Int

  /// Makes an entry.
  package init(body: String, delaySeconds: Int = 0) {
    self.body = body
    self.delaySeconds = delaySeconds
  }
}

/// A message taken from a queue
/// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Message.html>).
package struct SQSMessage: Equatable, Sendable {
  /// Names the message for as long as it is on this queue.
  package var id: String
  /// Names this receive: what is deleted and what stays hidden is named by it.
  package var receipt: String
  /// Holds what was sent.
  package var body: String
  /// Counts its receives with this one, approximately; 1 when the service does not say.
  package var receiveCount: Int
  /// Says when it was sent, in milliseconds since 1970; `nil` when the service does not say.
  package var sentMilliseconds: Int64?

  /// Makes a message.
  package init(id: String, receipt: String, body: String, receiveCount: Int, sentMilliseconds: Int64?) {
    self.id = id
    self.receipt = receipt
    self.body = body
    self.receiveCount = receiveCount
    self.sentMilliseconds = sentMilliseconds
  }
}

/// How long a received message shall stay hidden from now on.
package struct SQSVisibility: Equatable, Sendable {
  /// Names the receive.
  package var receipt: String
  /// Counts seconds from now; 0 gives the message back, 43,200 is the most.
  package var seconds: Int

  /// Makes a change.
  package init(receipt: String, seconds: Int) {
    self.receipt = receipt
    self.seconds = seconds
  }
}
