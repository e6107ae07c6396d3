/// Where a batch stands between the store and the queue.
package enum BatchState: String, CaseIterable, Sendable {
  /// On disk, to be put on the queue by the outbox.
  case pending
  /// On the send queue, or with a worker.
  case queued
  /// Nothing in it is left to be sent.
  case done
  /// It failed `maxReceiveCount` times and lies in the dead-letter queue.
  case dead
}
