import Model

/// A queue that reports to ``Links`` whether it can be used, each operation for itself: a queue that may be received from
/// and not be deleted from is in trouble although half of it works.
public struct WatchedQueue: MessageQueue {
  private let queue: any MessageQueue
  private let links: Links
  /// How long an answer may take.
  private static let patience = Duration.seconds(10)

  /// Watches a queue.
  public init(_ queue: any MessageQueue, links: Links) {
    self.queue = queue
    self.links = links
  }

  /// The queue's own name.
  public var name: String { queue.name }

  /// The queue's own pace.
  public var countsWorthAsking: Duration { queue.countsWorthAsking }

  /// Sends, and reports.
  public func send(_ entries: [QueueEntry]) async throws -> [Result<String, QueueError>] {
    try await watching("send") { try await queue.send(entries) }
  }

  /// Receives, and reports.
  public func receive(max: Int, wait: Duration, visibility: Duration?) async throws -> [ReceivedMessage] {
    try await watching("receive", for: wait + Self.patience) {
      try await queue.receive(max: max, wait: wait, visibility: visibility)
    }
  }

  /// Deletes, and reports.
  public func delete(_ receipts: [String]) async throws -> [QueueError?] {
    try await watching("delete") { try await queue.delete(receipts) }
  }

  /// Changes, and reports.
  public func changeVisibility(_ changes: [VisibilityChange]) async throws -> [QueueError?] {
    try await watching("change visibility") { try await queue.changeVisibility(changes) }
  }

  /// Lets the queue do it, and reports.
  public func moveAllBack(progress: (_ moved: Int, _ total: Int?) -> Void) async throws -> Int? {
    try await watching("move") { try await queue.moveAllBack(progress: progress) }
  }

  /// Counts, and reports.
  public func depths() async throws -> QueueDepths { try await watching("count") { try await queue.depths() } }

  private func watching<T>(
    _ operation: String, for patience: Duration = Self.patience, _ act: () async throws -> T
  ) async throws -> T {
    let link = "\(name) (\(operation))"
    let alarm = queue.countsWorthAsking == .zero ? nil : alarm(link, after: patience)
    let outcome: Result<T, any Error>
    do { outcome = .success(try await act()) } catch { outcome = .failure(error) }
    // What it may have said is taken back below, not the other way round.
    alarm?.cancel()
    await alarm?.value
    switch outcome {
    case .success: links.recover(link, of: name)
    case .failure(let error as QueueError) where error.code != .invalidRequest:
      links.fail(link, of: name, error.context)
    case .failure: break
    }
    return try outcome.get()
  }

  /// An operation that takes too long is in trouble already, whatever becomes of it. A queue on disk needs no watch.
  private func alarm(_ link: String, after patience: Duration) -> Task<Void, Never> {
    Task { [links, name] in
      do { try await Task.sleep(for: patience) } catch { return }
      links.fail(link, of: name, "no answer for \(Int(patience.seconds)) s")
    }
  }
}
