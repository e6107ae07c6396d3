import Model
import Pacing
import Ports
import ServiceLifecycle

/// Takes batches from the send queue, ten at a time when they are wanted quickly, and hands them out one by one.
actor BatchReceiver {
  private let queue: any MessageQueue
  private let settings: WorkerSettings
  private let clock: WallClock
  private let time: Timekeeper
  private var buffer: [(message: ReceivedMessage, at: Timestamp)] = []
  private var restsUntil = Timestamp(milliseconds: 0)
  /// The receive under way; every lane that finds the buffer empty waits for the same one.
  private var receiving: Task<Void, any Error>?

  init(queue: any MessageQueue, settings: WorkerSettings, clock: WallClock, time: Timekeeper) {
    self.queue = queue
    self.settings = settings
    self.clock = clock
    self.time = time
  }

  /// Receives nothing for a while; what was received already is handed out. Returns when no receive is under way either:
  /// what is given back then stays where it is.
  func rest(for span: Duration) async {
    guard span > .zero else { return }
    restsUntil = clock.now() + span
    // What it failed with is told to those who wait for a batch.
    _ = try? await receiving?.value
  }

  /// Takes the next batch, waiting up to the long poll.
  ///
  /// - Returns: `nil` when there is none now.
  func next() async throws -> ReceivedMessage? {
    if let message = try await handOut() { return message }
    let rest = restsUntil - clock.now()
    if rest > .zero {
      try await time.sleep(for: rest)
      return nil
    }
    let receive = receiving ?? beginReceive()
    // Lanes are cancelled together: whichever is first ends the long poll for all.
    try await withTaskCancellationHandler {
      try await receive.value
    } onCancel: {
      if settings.poll > QueueLimits.shortWait { receive.cancel() }
    }
    return try await handOut()
  }

  private func handOut() async throws -> ReceivedMessage? {
    while let (message, at) = buffer.popLast() {
      // One that waited here too long may be another worker's by now.
      if clock.now() - at < settings.visibility / 4 { return message }
      let refreshed = try await queue.changeVisibility([
        VisibilityChange(receipt: message.receipt, visibility: settings.visibility)
      ])
      if refreshed == [nil] { return message }
    }
    return nil
  }

  private func beginReceive() -> Task<Void, any Error> {
    let receive = Task {
      defer { receiving = nil }
      let received = try await queue.receive(
        max: quantity, wait: settings.poll, visibility: settings.visibility)
      let now = clock.now()
      buffer.append(contentsOf: received.reversed().map { ($0, now) })
    }
    receiving = receive
    return receive
  }

  /// Keeps what waits here hidden from others until told to stop: at a slow rate, batches wait for longer than the
  /// visibility timeout, and each time it ran out would cost them a receive.
  func keepHidden() async throws {
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      try await sleepUnlessStopping(settings.visibility / 3, by: time)
      let receipts = buffer.map(\.message.receipt)
      if receipts.isEmpty { continue }
      let changes = receipts.map { VisibilityChange(receipt: $0, visibility: settings.visibility) }
      // Out of reach: handing out looks again.
      guard let errors = try? await queue.changeVisibility(changes) else { continue }
      let now = clock.now()
      let lost = Set(zip(receipts, errors).compactMap { $1 == nil ? nil : $0 })
      let kept = Set(receipts).subtracting(lost)
      buffer.removeAll { lost.contains($0.message.receipt) }
      for index in buffer.indices where kept.contains(buffer[index].message.receipt) { buffer[index].at = now }
    }
  }

  /// Puts back what was received and not handed out.
  func giveBack() async throws {
    let messages = buffer.map(\.message)
    buffer.removeAll()
    try await queue.putBack(messages)
  }

  /// Batches in one receive: ten, or what a slow rate can work off within seconds.
  private var quantity: Int {
    guard let rate = settings.rate else { return 10 }
    return min(10, max(1, Int(rate / 50)))
  }
}
