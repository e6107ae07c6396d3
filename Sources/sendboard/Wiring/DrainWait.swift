import Model
import Ports

/// What a drain waits for, and since when nothing of it has moved: a wait that leads nowhere must have an end.
///
/// Only what cannot go back and forth counts as a move: messages handed over, batches done or dead, a queue that holds fewer
/// than ever. A batch that comes back again and again, or a provider that turns everybody away, moves nothing.
struct DrainWait {
  /// What is left at one look.
  struct Left: Equatable {
    /// Batches that are to be sent by the channels served here.
    var batches = BatchesLeft()
    /// Messages claimed and without an outcome.
    var sending = 0
    /// Messages handed over so far, over all campaigns.
    var accepted = 0
    /// What the send queue holds; `nil` when it does not answer, and when nobody waits for it.
    var sendQueue: QueueDepths?
    /// What the event queues hold.
    var eventQueue: QueueDepths?
    /// The queues that do not answer, by name.
    var silent: [String] = []
  }

  private var last: (batches: BatchesLeft, accepted: Int)?
  private var least: (send: Int?, events: Int?)
  private var movedAt: ContinuousClock.Instant?

  /// Takes a look in.
  ///
  /// - Returns: for how long nothing has moved.
  mutating func note(_ left: Left, at now: ContinuousClock.Instant) -> Duration {
    var isMoving = movedAt == nil
    if let last, last.batches != left.batches || last.accepted != left.accepted {
      isMoving = true
      least = (nil, nil)
    }
    last = (left.batches, left.accepted)
    if let total = left.sendQueue?.total, total < least.send ?? .max { (least.send, isMoving) = (total, true) }
    if let total = left.eventQueue?.total, total < least.events ?? .max { (least.events, isMoving) = (total, true) }
    if isMoving { movedAt = now }
    return now - (movedAt ?? now)
  }

  /// Says what is waited for, in a few words; empty when it is nothing.
  static func words(_ left: Left) -> String {
    var parts: [String] = []
    let batches = left.batches
    if batches.pending > 0 { parts.append("\(counted(batches.pending, "batch", "batches")) not on the queue yet") }
    if batches.queued > 0 { parts.append("\(counted(batches.queued, "batch", "batches")) to be sent") }
    if left.sending > 0 {
      parts.append("\(counted(left.sending, "message")) claimed by a worker that has not said what became of them")
    }
    // Where this store has batches left, those on the queue are most likely they.
    if batches.isEmpty, let depths = left.sendQueue, depths.total > 0 {
      parts.append(
        depths.inFlight == depths.total
          ? "\(counted(depths.inFlight, "batch", "batches")) that another worker holds, or one held that is gone"
          : "\(counted(depths.total, "batch", "batches")) on the queue that no worker of this store may send")
    }
    if let events = left.eventQueue, events.total > 0 {
      parts.append("\(counted(events.total, "event")) to be taken in")
    }
    parts += left.silent.map { "the queue \($0), which does not answer" }
    return parts.joined(separator: ", ")
  }
}
