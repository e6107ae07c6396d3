import EventStore
import Logging
import Model
import ServiceLifecycle

/// Puts the batches of launching campaigns on the send queue, and clears up after launches and cancels cut off.
public struct Outbox: Service {
  private let store: EventStore
  private let queue: any MessageQueue
  private let clock: WallClock
  private let logger: Logger
  /// Long enough for ten sends to be answered, short enough to go on soon after a crash.
  private static let lease = Duration.seconds(15)
  /// Between two looks while there is nothing: who launches a campaign drains it, this finds what was left.
  private static let idlePause = Duration.milliseconds(500)
  /// A draft untouched for this long was left by a process that is gone.
  private static let draftLease = Duration.seconds(60)

  /// Makes the service; ``run()`` runs it.
  public init(store: EventStore, queue: any MessageQueue, clock: WallClock, logger: Logger) {
    self.store = store
    self.queue = queue
    self.clock = clock
    self.logger = logger
  }

  /// Runs until told to stop.
  ///
  /// - Throws: `StoreError`. A queue that cannot be reached is tried again.
  public func run() async throws {
    var lastTidied = clock.now() + .seconds(-3600)
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      if clock.now() - lastTidied > .seconds(30) {
        lastTidied = clock.now()
        try store.discardAbandonedDrafts(before: lastTidied + (.zero - Self.draftLease))
        try store.finishCancelling(now: lastTidied)
      }
      var pause = Self.idlePause
      do {
        if try await drainOnce() > 0 { pause = .zero }
      } catch let error as QueueError {
        logger.error("\(error)")
        pause = .seconds(2)
      }
      if pause > .zero { try await sleepUnlessStopping(pause) }
    }
  }

  /// Puts every pending batch of one campaign on the queue.
  ///
  /// - Parameter progress: called with the batches queued so far.
  /// - Throws: `StoreError`, ``QueueError``. What is not queued yet stays pending: a later run goes on with it.
  public func drain(_ campaign: CampaignID, progress: (Int) -> Void = { _ in }) async throws {
    var total = 0
    while true {
      let sent = try await drainOnce(campaign)
      total += sent
      progress(total)
      if sent > 0 { continue }
      guard let summary = try store.campaigns(campaign).first, summary.batches.pending > 0,
        summary.state == .launching
      else { return }
      // Another process holds the rest for a moment.
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// - Returns: the batches put on the queue.
  private func drainOnce(_ campaign: CampaignID? = nil) async throws -> Int {
    let entries = try await store.takeOutbox(limit: 200, campaign: campaign, now: clock.now(), lease: Self.lease)
    guard !entries.isEmpty else { return 0 }
    var queued: [EventStore.OutboxEntry] = []
    var refused: [EventStore.OutboxEntry] = []
    do {
      for start in stride(from: 0, to: entries.count, by: 10) {
        let part = Array(entries[start..<min(start + 10, entries.count)])
        let results = try await queue.send(
          part.map {
            QueueEntry(body: BatchTicket(store: store.id, campaign: $0.campaign, batch: $0.batch).body)
          })
        for (entry, result) in zip(part, results) {
          if case .success = result { queued.append(entry) } else { refused.append(entry) }
        }
      }
    } catch {
      try await store.markQueued(queued, now: clock.now())
      try await store.releaseOutbox(entries.filter { !queued.contains($0) })
      throw error
    }
    try await store.markQueued(queued, now: clock.now())
    if !refused.isEmpty { try await store.releaseOutbox(refused) }
    return queued.count
  }
}

/// Sleeps, but ends at once when the service is told to stop.
func sleepUnlessStopping(_ span: Duration) async throws {
  do {
    try await cancelWhenGracefulShutdown { try await Task.sleep(for: span) }
  } catch is CancellationError {
    // Told to stop: the caller's loop sees it.
  }
}
