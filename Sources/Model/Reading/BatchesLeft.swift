/// The batches of campaigns that are under way.
package struct BatchesLeft: Equatable, Sendable {
  /// Counts those that are still to be put on the queue.
  package var pending: Int
  /// Counts those that are on the queue or with a worker.
  package var queued: Int

  /// Makes a value from its parts.
  package init(pending: Int = 0, queued: Int = 0) {
    self.pending = pending
    self.queued = queued
  }

  /// Whether there are none.
  package var isEmpty: Bool { pending + queued == 0 }
}
