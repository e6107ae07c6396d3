package import Model
package import Pacing
package import Ports

/// A queue that reports to ``HealthMonitor`` whether it can be used, each operation for itself: a queue that may be received from
/// and not be deleted from is in trouble although half of it works.
package struct WatchedQueue: MessageQueue {
  private let queue: any MessageQueue
  private let monitor: HealthMonitor
  private let time: Timekeeper
  /// How long an answer may take.
  private static let patience = Duration.seconds(10)
  /// How long an answer may still take when this process is told to stop.
  private static let grace = Duration.seconds(5)

  /// Watches a queue.
  ///
  /// - Parameter time: what its patience goes by.
  package init(_ queue: any MessageQueue, monitor: HealthMonitor, time: Timekeeper = Timekeeper()) {
    self.queue = queue
    self.monitor = monitor
    self.time = time
  }

  /// The queue's own name.
  package var name: String { queue.name }

  /// The queue's own pace.
  package var countsLag: Duration { queue.countsLag }

  /// Sends, and reports.
  package func send(_ entries: [QueueEntry]) async throws -> [Result<String, QueueError>] {
    try await watching(.send) { [queue] in try await queue.send(entries) }
  }

  /// Receives, and reports.
  package func receive(max: Int, wait: Duration, visibility: Duration?) async throws -> [ReceivedMessage] {
    try await watching(.receive, for: wait + Self.patience) { [queue] in
      try await queue.receive(max: max, wait: wait, visibility: visibility)
    }
  }

  /// Deletes, and reports.
  package func delete(_ receipts: [String]) async throws -> [QueueError?] {
    try await watching(.delete) { [queue] in try await queue.delete(receipts) }
  }

  /// Changes, and reports.
  package func changeVisibility(_ changes: [VisibilityChange]) async throws -> [QueueError?] {
    try await watching(.changeVisibility) { [queue] in try await queue.changeVisibility(changes) }
  }

  /// Lets the queue do it, and reports.
  package func moveAllBack(progress: (_ moved: Int, _ total: Int?) -> Void) async throws -> Int? {
    try await reporting(.move, after: Self.patience) { try await queue.moveAllBack(progress: progress) }
  }

  /// Counts, and reports.
  package func depths() async throws -> QueueDepths {
    try await watching(.count) { [queue] in try await queue.depths() }
  }

  /// Cutting off loses nothing: what was received shows again after its visibility timeout, and what was sent may be on
  /// the queue although nobody knows, as after a crash.
  private func watching<T: Sendable>(
    _ operation: ComponentName.Operation, for patience: Duration = Self.patience,
    _ act: @escaping @Sendable () async throws -> T
  ) async throws -> T {
    if isOnDisk { return try await reporting(operation, after: patience, act) }
    return try await reporting(operation, after: patience) {
      do {
        return try await cancelLongAfterStop(Self.grace, act)
      } catch is CancellationError where !Task.isCancelled {
        throw QueueError(.unavailable, queue: name, .queue(.noAnswerBeforeStop))
      }
    }
  }

  private func reporting<T>(
    _ operation: ComponentName.Operation, after patience: Duration, _ act: () async throws -> T
  ) async throws -> T {
    let link = ComponentName.queue(name, operation).name
    let alarm = isOnDisk ? nil : alarm(link, after: patience)
    let outcome: Result<T, any Error>
    do { outcome = .success(try await act()) } catch { outcome = .failure(error) }
    // What it may have said is taken back below, not the other way round.
    alarm?.cancel()
    await alarm?.value
    switch outcome {
    case .success: monitor.recover(link, of: name)
    case .failure(let error as QueueError) where error.code != .invalidRequest:
      monitor.fail(link, of: name, error.fault)
    case .failure: break
    }
    return try outcome.get()
  }

  /// A queue on disk answers or fails by itself.
  private var isOnDisk: Bool { queue.countsLag == .zero }

  /// An operation that takes too long is in trouble already, whatever becomes of it.
  private func alarm(_ link: String, after patience: Duration) -> Task<Void, Never> {
    Task { [monitor, name, time] in
      do { try await time.sleep(for: patience) } catch { return }
      monitor.fail(link, of: name, .reason(.noAnswer(seconds: Int(patience.seconds))))
    }
  }
}
