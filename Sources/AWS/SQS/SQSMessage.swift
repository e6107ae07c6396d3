/// A message to be put on a queue.
public struct SQSEntry: Equatable, Sendable {
  /// Holds XML characters only.
  public var body: String
  /// Says how many seconds it stays hidden at first; at most 900.
  public var delaySeconds: Int

  /// Makes an entry.
  public init(body: String, delaySeconds: Int = 0) {
    self.body = body
    self.delaySeconds = delaySeconds
  }
}

/// A message taken from a queue
/// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Message.html>).
public struct SQSMessage: Equatable, Sendable {
  /// Names the message for as long as it is on this queue.
  public var id: String
  /// Names this receive: what is deleted and what stays hidden is named by it.
  public var receipt: String
  /// Holds what was sent.
  public var body: String
  /// Counts its receives with this one, approximately; 1 when the service does not say.
  public var receiveCount: Int
  /// Says when it was sent, in milliseconds since 1970; `nil` when the service does not say.
  public var sentMilliseconds: Int64?

  /// Makes a message.
  public init(id: String, receipt: String, body: String, receiveCount: Int, sentMilliseconds: Int64?) {
    self.id = id
    self.receipt = receipt
    self.body = body
    self.receiveCount = receiveCount
    self.sentMilliseconds = sentMilliseconds
  }
}

/// How long a received message shall stay hidden from now on.
public struct SQSVisibility: Equatable, Sendable {
  /// Names the receive.
  public var receipt: String
  /// Counts seconds from now; 0 gives the message back, 43,200 is the most.
  public var seconds: Int

  /// Makes a change.
  public init(receipt: String, seconds: Int) {
    self.receipt = receipt
    self.seconds = seconds
  }
}
