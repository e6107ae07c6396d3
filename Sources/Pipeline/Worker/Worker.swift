import EventStore
import Logging
import Model
import ServiceLifecycle

/// Receives batches, claims their messages, hands them to the provider, writes the outcomes, deletes the batch last.
///
/// The crash points are written at `EventStore.claim`. When told to stop it finishes the calls under way, writes their
/// outcomes, and gives back what it has not begun.
public struct Worker: Service {
  let store: EventStore
  let queue: any MessageQueue
  let provider: any Provider
  let settings: WorkerSettings
  let pacer: Pacer
  let receiver: BatchReceiver
  let clock: WallClock
  let logger: Logger

  /// Makes the service; ``run()`` runs it.
  public init(
    store: EventStore, queue: any MessageQueue, provider: any Provider, settings: WorkerSettings, clock: WallClock,
    logger: Logger
  ) {
    self.store = store
    self.queue = queue
    self.provider = provider
    self.settings = settings
    self.clock = clock
    self.logger = logger
    pacer = Pacer(rate: settings.rate)
    receiver = BatchReceiver(queue: queue, settings: settings, clock: clock)
  }

  /// Runs until told to stop.
  ///
  /// - Throws: `StoreError` when outcomes cannot be written. A queue that cannot be reached is tried again.
  public func run() async throws {
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<settings.concurrency { group.addTask { try await lane() } }
        group.addTask { try await sweep() }
        group.addTask { try await receiver.keepHidden() }
        // Not `waitForAll`: a lane that cannot write must stop the others, which would go on until each has failed too.
        for try await _ in group {}
      }
    } catch {
      // The first error is the one to report.
      await giveBackTheRest()
      throw error
    }
    await giveBackTheRest()
  }

  private func giveBackTheRest() async {
    do {
      try await receiver.giveBack()
    } catch {
      logger.warning("batches that were not begun show again in \(Int(settings.visibility.seconds)) s: \(error)")
    }
  }

  private func lane() async throws {
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      do {
        guard let (message, reserved) = try await cancelWhenGracefulShutdown({ try await takeNext() }) else { continue }
        // Past this point the work is done to its end: a task of its own, because a cancelled one could not write the
        // provider's answer down, and every recipient of the call would become uncertain.
        try await Task { try await process(message, reserved) }.value
      } catch is CancellationError {
        continue
      } catch let error as QueueError where error.code != .cannotWrite {
        logger.debug("\(error)")
        try await sleepUnlessStopping(.seconds(2))
      }
    }
  }

  /// Takes the next batch, with a call's worth of recipients reserved; `nil`, with nothing reserved, when there is none.
  private func takeNext() async throws -> (ReceivedMessage, reserved: Int)? {
    guard let reserved = try await reserve() else { return nil }
    do {
      if let message = try await receiver.next() { return (message, reserved) }
    } catch {
      await giveBack(reserved)
      throw error
    }
    await giveBack(reserved)
    return nil
  }

  /// Waits for the rate and the provider; `nil`, with nothing reserved, when the account is stopped.
  func reserve() async throws -> Int? {
    let wanted = await pacer.callSize(upTo: provider.callLimit)
    try await pacer.reserve(wanted)
    do {
      switch try await provider.admit(wanted) {
      case .granted(let granted):
        await pacer.giveBack(wanted - granted)
        return granted
      case .stopped(let refusal):
        await pacer.giveBack(wanted)
        try await stopEverything(refusal)
        // Whoever resumes a campaign meanwhile sees it paused again.
        try await sleepUnlessStopping(.seconds(5))
        return nil
      }
    } catch let error as CancellationError {
      await pacer.giveBack(wanted)
      throw error
    }
  }

  func giveBack(_ recipients: Int) async {
    await pacer.giveBack(recipients)
    await provider.giveBack(recipients)
  }

  /// Claims that no batch brings back, such as those of a batch that was deleted by hand.
  private func sweep() async throws {
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      let now = clock.now()
      let count = try await store.doubtAbandonedClaims(overdue: settings.visibility, now: now)
      if count > 0 { logger.warning("\(count) messages became uncertain: their worker stopped") }
      try await sleepUnlessStopping(.seconds(10))
    }
  }

  func stopEverything(_ refusal: Refusal) async throws {
    for campaign in try await store.pauseAll(because: refusal.reason) {
      logger.error("campaign \(campaign) paused: \(refusal.reason)")
    }
  }
}
