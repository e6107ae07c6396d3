import Model

/// Takes batches from the send queue, ten at a time when they are wanted quickly, and hands them out one by one.
actor BatchReceiver {
  private let queue: any MessageQueue
  private let settings: WorkerSettings
  private let clock: WallClock
  private var buffer: [(message: ReceivedMessage, at: Timestamp)] = []
  private var restsUntil = Timestamp(milliseconds: 0)
  /// The receive under way; every lane that finds the buffer empty waits for the same one.
  private var receiving: Task<Void, any Error>?

  init(queue: any MessageQueue, settings: WorkerSettings, clock: WallClock) {
    self.queue = queue
    self.settings = settings
    self.clock = clock
  }

  /// Receives nothing for a while; what was received already is handed out.
  func rest(for span: Duration) { restsUntil = clock.now() + span }

  /// Takes the next batch, waiting up to the long poll.
  ///
  /// - Returns: `nil` when there is none now.
  func next() async throws -> ReceivedMessage? {
    if let message = try await handOut() { return message }
    let rest = restsUntil - clock.now()
    if rest > .zero {
      try await Task.sleep(for: rest)
      return nil
    }
    let receive = receiving ?? beginReceive()
    // Lanes are cancelled together: whichever is first ends the long poll for all.
    try await withTaskCancellationHandler {
      try await receive.value
    } onCancel: {
      receive.cancel()
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
        max: quantity, wait: QueueLimits.longestWait, visibility: settings.visibility)
      let now = clock.now()
      buffer.append(contentsOf: received.reversed().map { ($0, now) })
    }
    receiving = receive
    return receive
  }

  /// Gives back what was received and not handed out.
  func giveBack() async throws {
    let changes = buffer.map { VisibilityChange(receipt: $0.message.receipt, visibility: .zero) }
    buffer.removeAll()
    if !changes.isEmpty { _ = try await queue.changeVisibility(changes) }
  }

  /// Batches in one receive: ten, or what a slow rate can work off within seconds.
  private var quantity: Int {
    guard let rate = settings.rate else { return 10 }
    return min(10, max(1, Int(rate / 50)))
  }
}
