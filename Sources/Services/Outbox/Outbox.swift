package import EventStore
package import Logging
package import Model
package import Pacing
package import Ports
import ServiceLifecycle

/// Begins campaigns when they are due, puts the batches of launching ones on the send queue, and clears up after launches and
/// cancels cut off.
package struct Outbox: Service {
  private let store: EventStore
  private let queue: any MessageQueue
  private let clock: WallClock
  private let visibility: Duration
  private let logger: Logger
  private let time: Timekeeper
  /// Long enough for ten sends to be answered, short enough to go on soon after a crash.
  private static let lease = Duration.seconds(15)
  /// Between two looks while there is nothing: who launches a campaign drains it, this finds what was left.
  private static let idlePause = Duration.seconds(2)
  /// A look without anybody having committed: what another process took may be free again.
  private static let lookAgain = Duration.seconds(5)
  /// An import untouched for this long was left by a process that is gone.
  private static let importLease = Duration.seconds(60)

  /// Makes the service; ``run()`` runs it.
  ///
  /// - Parameter time: what its pauses go by.
  package init(
    store: EventStore, queue: any MessageQueue, clock: WallClock,
    visibility: Duration = QueuePolicy.standard.visibilityTimeout,
    logger: Logger, time: Timekeeper = Timekeeper()
  ) {
    self.visibility = visibility
    self.store = store
    self.queue = queue
    self.clock = clock
    self.logger = logger
    self.time = time
  }

  /// Runs until told to stop.
  ///
  /// - Throws: `StoreError`. A queue that cannot be reached is tried again.
  package func run() async throws {
    var lastTidied = clock.now() + .seconds(-3600)
    var idle: (version: Int64, since: ContinuousClock.Instant)?
    var due = DueWatch()
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      if clock.now() - lastTidied > .seconds(30) {
        lastTidied = clock.now()
        try await store.discardAbandonedImports(idle: Self.importLease, now: lastTidied)
        try await store.finishCancelling(now: lastTidied)
        try await requeueLost(now: lastTidied)
        // The wall clock may have been put right.
        due.forget()
      }
      var pause = due.pause(upTo: Self.idlePause, from: clock.now())
      do {
        let version = try store.commitVersion()
        if due.mayHaveCome(by: clock.now(), version) {
          try await begin()
          due.next(try await store.nextDue(now: clock.now()), as: version)
        }
        if idle.map({ $0.version != version || time.now - $0.since >= Self.lookAgain }) ?? true {
          let isIdle = try await drainOnce() == 0
          // Of the number before the look: what is committed during it is looked for too.
          idle = isIdle ? (version, time.now) : nil
          if !isIdle { pause = .zero }
        }
      } catch let error as QueueError where error.code != .cannotWrite {
        logger.debug("\(error)")
        idle = nil
        pause = .seconds(2)
      }
      if pause > .zero { try await dozeUnlessStopping(pause, by: time) }
    }
  }

  private func begin() async throws {
    for campaign in try await store.beginDue(now: clock.now) {
      logger.notice(
        "campaign \(campaign.id) (\(campaign.name)) begins, as it was scheduled",
        metadata: Occurrence.begun(campaign: campaign.id.description, name: campaign.name).metadata)
    }
  }

  /// Batches that were queued and untouched for longer than any receive lasts, while the queue is empty, lost their
  /// tickets.
  private func requeueLost(now: Timestamp) async throws {
    do {
      guard try await queue.depths().total == 0 else { return }
      let count = try await store.requeueLost(before: now + (.zero - visibility * 3), now: now)
      if count > 0 { logger.warning("batches that were no longer on the queue and go there again: \(count)") }
    } catch let error as QueueError where error.code != .cannotWrite { logger.debug("\(error)") }
  }

  /// Puts every pending batch of one campaign on the queue.
  ///
  /// - Parameter progress: called with the batches queued so far.
  /// - Throws: `StoreError`, ``QueueError``. What is not queued yet stays pending: a later run goes on with it.
  package func drain(_ campaign: CampaignID, progress: (Int) -> Void = { _ in }) async throws {
    var total = 0
    while true {
      let sent = try await drainOnce(campaign)
      total += sent
      progress(total)
      if sent > 0 { continue }
      // Out of its hours it waits, and whoever launched it need not.
      guard let summary = try await store.campaigns(campaign, now: clock.now()).first, summary.batches.pending > 0,
        summary.state == .launching, !summary.isOutOfHours
      else { return }
      // Another process holds the rest for a moment.
      try await time.sleep(for: .milliseconds(20))
    }
  }

  /// - Returns: the batches put on the queue.
  /// - Throws: also when the queue answered and took none of them: to try again at once would not end.
  private func drainOnce(_ campaign: CampaignID? = nil) async throws -> Int {
    let entries = try await store.takeOutbox(limit: 200, campaign: campaign, now: clock.now(), lease: Self.lease)
    guard !entries.isEmpty else { return 0 }
    var left = entries[...]
    var sent = 0
    var refusal: QueueError?
    do {
      while !left.isEmpty {
        let part = Array(left.prefix(10))
        let results = try await queue.send(
          part.map {
            QueueEntry(
              body: BatchTicket(
                store: store.id, campaign: $0.campaign, batch: $0.batch, channel: $0.channel, rate: $0.rate,
                size: $0.size
              ).body)
          })
        let outcome = zip(part, results).map { entry, result in
          if case .failure(let error) = result { refusal = refusal ?? error }
          if case .success = result { return (entry, true) } else { return (entry, false) }
        }
        try await store.markQueued(outcome.filter(\.1).map(\.0), now: clock.now())
        sent += outcome.count(where: \.1)
        let refused = outcome.filter { !$0.1 }.map(\.0)
        if !refused.isEmpty { try await store.releaseOutbox(refused) }
        left = left.dropFirst(part.count)
      }
    } catch {
      try await store.releaseOutbox(Array(left))
      throw error
    }
    if sent == 0, let refusal { throw refusal }
    return sent
  }
}
