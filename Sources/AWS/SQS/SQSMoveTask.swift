/// A move of all messages from a dead-letter queue
/// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasksResultEntry.html>).
package struct SQSMoveTask: Equatable, Sendable {
  /// Names the task, for cancelling it; `nil` once it has ended.
  package var handle: String?
  /// Holds `RUNNING`, `COMPLETED`, `CANCELLING`, `CANCELLED` or `FAILED`.
  package var status: String
  /// Names the queue that messages are moved from, by its ARN.
  package var source: String?
  /// Names the queue they are moved to; `nil` for where each came from.
  package var destination: String?
  /// Counts the messages that were moved, approximately.
  package var moved: Int
  /// Counts the messages that were to be moved when it started, approximately; `nil` when SQS does not say.
  package var total: Int?
  /// Says why it failed.
  package var failure: String?
  /// Says when it started, in milliseconds since 1970.
  package var startedMilliseconds: Int64?

  /// Whether messages are still being moved.
  package var isRunning: Bool { status == "RUNNING" || status == "CANCELLING" }
}
