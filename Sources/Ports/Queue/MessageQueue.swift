package import Model

/// A queue with the semantics of Amazon SQS standard queues: at least once, unordered, with a visibility timeout.
///
/// Every implementation passes the one conformance suite (`Tests/QueueConformance`). A dead-letter queue is a
/// `MessageQueue` of its own.
/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html>
package protocol MessageQueue: Sendable {
  /// The queue's name, for screens and errors.
  var name: String { get }

  /// Puts messages on the queue; they are durable when this returns.
  ///
  /// - Parameter entries: 1 to 10 messages.
  /// - Returns: one result per entry, in order: the message's id, or why that entry alone was not taken.
  /// - Throws: ``QueueError`` when nothing is known to have been taken.
  func send(_ entries: [QueueEntry]) async throws -> [Result<String, QueueError>]

  /// Takes messages and hides them from other receivers for a while.
  ///
  /// - Parameters:
  ///   - max: 1 to 10.
  ///   - wait: how long to wait for the first message (long poll); at most 20 s.
  ///   - visibility: how long they stay hidden; `nil` for the queue's own timeout.
  /// - Returns: the messages, or none when the wait was in vain. A message received more than `maxReceiveCount`
  ///   times is not returned: it moves to the dead-letter queue.
  /// - Throws: ``QueueError``; `CancellationError` when the task was cancelled while waiting.
  func receive(max: Int, wait: Duration, visibility: Duration?) async throws -> [ReceivedMessage]

  /// Removes received messages; durable when this returns.
  ///
  /// - Parameter receipts: 1 to 10 handles of the latest receives.
  /// - Returns: one entry per handle: `nil` when deleted (or already gone), else why not, as for a stale handle.
  func delete(_ receipts: [String]) async throws -> [QueueError?]

  /// Sets anew how long received messages stay hidden, counted from now. Zero gives them back at once.
  ///
  /// - Parameter changes: 1 to 10 handles of messages in flight, with spans of 0 to 12 hours.
  /// - Returns: one entry per change: `nil` when done, else why not.
  func changeVisibility(_ changes: [VisibilityChange]) async throws -> [QueueError?]

  /// Counts what the queue holds, approximately.
  func depths() async throws -> QueueDepths

  /// Lets the service itself move every message of a dead-letter queue back to the queue it died in.
  ///
  /// - Parameter progress: told how many were moved, and of how many where that is known.
  /// - Returns: how many were moved; `nil`, with nothing done, when the service does not offer it.
  /// - Throws: ``QueueError``; what was moved by then is moved.
  func moveAllBack(progress: (_ moved: Int, _ total: Int?) -> Void) async throws -> Int?

  /// How long a count is as good as a new one: a queue on the network changes its counts slowly and charges for asking.
  var countsLag: Duration { get }
}

extension MessageQueue {
  /// Does not offer it.
  package func moveAllBack(progress: (_ moved: Int, _ total: Int?) -> Void) async throws -> Int? { nil }

  /// Every look is worth it.
  package var countsLag: Duration { .zero }
}

/// A message to be put on a queue.
package struct QueueEntry: Equatable, Sendable {
  /// XML characters only, as SQS wants them; 256 KiB at most with all entries of one send together.
  package var body: String
  /// How long the message stays hidden at first; 0 to 15 minutes.
  package var delay: Duration

  /// Makes a value from its parts.
  package init(body: String, delay: Duration = .zero) {
    self.body = body
    self.delay = delay
  }
}

/// A message taken from a queue.
package struct ReceivedMessage: Equatable, Sendable {
  /// The queue's id of the message; the same at every receive.
  package var id: String
  /// Holds the text as it came.
  package var body: String
  /// Names this receive; goes stale when the message is received again.
  package var receipt: String
  /// Receives so far, this one included.
  package var receiveCount: Int
  /// Says when it was sent.
  package var sentAt: Timestamp

  /// Makes a value from its parts.
  package init(id: String, body: String, receipt: String, receiveCount: Int, sentAt: Timestamp) {
    self.id = id
    self.body = body
    self.receipt = receipt
    self.receiveCount = receiveCount
    self.sentAt = sentAt
  }
}

/// A new visibility timeout for one received message.
package struct VisibilityChange: Equatable, Sendable {
  /// Names the receive.
  package var receipt: String
  /// Says how long it stays hidden from now on.
  package var visibility: Duration

  /// Makes a value from its parts.
  package init(receipt: String, visibility: Duration) {
    self.receipt = receipt
    self.visibility = visibility
  }
}
