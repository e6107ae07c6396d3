/// How many messages a queue holds, as SQS counts them (`GetQueueAttributes`); all approximate.
package struct QueueDepths: Equatable, Sendable {
  /// Ready to be received.
  package var visible: Int
  /// Received and not yet deleted.
  package var inFlight: Int
  /// Sent with a delay that has not passed.
  package var delayed: Int

  /// Everything the queue holds.
  package var total: Int { visible + inFlight + delayed }

  /// Makes a value from its parts.
  package init(visible: Int = 0, inFlight: Int = 0, delayed: Int = 0) {
    // Their sum must be a number too, whatever a server answers.
    func sane(_ count: Int) -> Int { min(max(count, 0), Int.max / 4) }
    self.visible = sane(visible)
    self.inFlight = sane(inFlight)
    self.delayed = sane(delayed)
  }

  /// Adds what two queues hold.
  package static func + (one: QueueDepths, other: QueueDepths) -> QueueDepths {
    QueueDepths(
      visible: one.visible + other.visible, inFlight: one.inFlight + other.inFlight,
      delayed: one.delayed + other.delayed)
  }
}
