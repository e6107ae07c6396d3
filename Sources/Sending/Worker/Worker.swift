import Logging
import Model
import Pacing
import Ports
import ServiceLifecycle

/// Receives batches, claims their messages, hands them to the provider, writes the results, deletes the batch last.
///
/// The crash points are written at ``ClaimRegister``. When told to stop it finishes the calls under way, writes their
/// outcomes, and gives back what it has not begun.
package struct Worker: Service {
  let register: any ClaimRegister
  let queue: any MessageQueue
  let provider: any Provider
  let settings: WorkerSettings
  let pacer: Pacer
  let receiver: BatchReceiver
  let faults = SharedFaults()
  let links: Links
  let clock: WallClock
  let logger: Logger

  /// Makes the service; ``run()`` runs it.
  ///
  /// - Parameter links: is told when the provider turns messages away for going too fast.
  package init(
    register: any ClaimRegister, queue: any MessageQueue, provider: any Provider, settings: WorkerSettings,
    clock: WallClock,
    logger: Logger, links: Links? = nil
  ) {
    self.links = links ?? Links(clock: clock)
    self.register = register
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
  /// - Throws: The register's when outcomes cannot be written. A queue that cannot be reached is tried again.
  package func run() async throws {
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
        guard let message = try await cancelWhenGracefulShutdown({ try await takeNext() }) else { continue }
        // Past this point the work is done to its end: a task of its own, because a cancelled one could not write the
        // provider's answer down, and every recipient of the call would become uncertain.
        try await Task { try await process(message) }.value
      } catch is CancellationError {
        continue
      } catch let error as QueueError where error.code != .cannotWrite {
        logger.debug("\(error)")
        try await sleepUnlessStopping(.seconds(2))
      }
    }
  }

  /// Takes the next batch once the provider can be used; `nil` when there is none. Nothing of the rate is reserved before
  /// there is work for it: a lane that waits for a batch would keep it from the others.
  private func takeNext() async throws -> ReceivedMessage? {
    guard let stop = try await provider.ready() else { return try await receiver.next() }
    try await stopEverything(stop)
    // Whoever resumes or launches a campaign has the provider asked again.
    repeat { try await Task.sleep(for: .seconds(1)) } while try await !register.hasOpenCampaigns()
    return nil
  }

  /// Waits for the rate and the provider; `nil`, with nothing reserved, when the account is stopped.
  func reserve() async throws -> Int? {
    let wanted = await pacer.callSize(upTo: provider.callLimit)
    try await pacer.reserve(wanted)
    do {
      switch try await provider.admit(wanted) {
      case .granted(let granted):
        await pacer.giveBack(wanted - granted, isWhole: false)
        return granted
      case .stopped(let refusal):
        await pacer.giveBack(wanted, isWhole: true)
        try await stopEverything(refusal)
        return nil
      }
    } catch let error as CancellationError {
      await pacer.giveBack(wanted, isWhole: true)
      throw error
    }
  }

  /// Gives back recipients that were reserved and not claimed.
  func giveBack(_ recipients: Int, isWhole: Bool) async {
    await pacer.giveBack(recipients, isWhole: isWhole)
    await provider.giveBack(recipients)
  }

  /// Claims that no batch brings back, such as those of a batch that was deleted by hand.
  private func sweep() async throws {
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      let now = clock.now()
      let count = try await register.doubtAbandonedClaims(overdue: settings.visibility, now: now)
      if count > 0 { logger.warning("\(count) messages became uncertain: their worker stopped") }
      if await !pacer.isHeldBack { links.recover(Self.pace) }
      try await sleepUnlessStopping(.seconds(10))
    }
  }

  /// What an operator is told not to have while the provider throttles.
  static let pace = "sending at full speed"

  func stopEverything(_ refusal: Refusal) async throws {
    _ = try await register.pauseAll(because: refusal.reason)
  }
}
