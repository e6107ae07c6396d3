package import Model
package import Ports

/// What an implementation of `MessageQueue` hands to the conformance suite.
package protocol QueueHarness: Sendable {
  /// Makes an empty queue with a dead-letter queue of its own.
  ///
  /// - Parameter policy: spans in whole seconds.
  func makeQueue(_ policy: QueuePolicy) async throws -> QueueUnderTest

  /// Lets time pass for the queues: moves their clock, or sleeps.
  func advance(by span: Duration) async throws

  /// Returns when a receive waits for a message, as far as that can be seen.
  func untilPolled(_ queue: any MessageQueue) async throws

  /// True when time passes only by ``advance(by:)``, so that days may pass in a test.
  var hasOwnClock: Bool { get }
}

/// A queue to be tested, and where its dead letters go.
package struct QueueUnderTest: Sendable {
  /// The queue.
  package var queue: any MessageQueue
  /// Its dead-letter queue.
  package var deadLetters: any MessageQueue

  /// Pairs a queue with its dead-letter queue.
  package init(queue: any MessageQueue, deadLetters: any MessageQueue) {
    self.queue = queue
    self.deadLetters = deadLetters
  }
}

/// What a queue did that no SQS queue does.
package struct ConformanceFailure: Error, CustomStringConvertible {
  /// What was expected and what came.
  package var description: String

  /// Makes a failure from what was expected and what came.
  package init(_ description: String) { self.description = description }
}
