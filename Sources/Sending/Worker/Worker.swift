package import Logging
package import Model
package import Pacing
package import Ports
import ServiceLifecycle

/// Receives batches, claims their messages, hands them to the provider of their channel, writes the results, deletes the
/// batch last.
///
/// A batch whose channel it cannot serve, or not now while it serves others, it leaves alone: it puts it back as a new one
/// that shows later.
///
/// The crash points are written at ``ClaimRegister``. When told to stop it finishes the calls under way, writes their
/// outcomes, and gives back what it has not begun.
package struct Worker: Service {
  let register: any ClaimRegister
  let queue: any MessageQueue
  let providers: [Channel: any Provider]
  let settings: WorkerSettings
  let pacer: Pacer
  let gates: ChannelGates
  let receiver: BatchReceiver
  let faults = SharedFaults()
  let told = ToldOnce()
  let monitor: HealthMonitor
  let clock: WallClock
  let time: Timekeeper
  let logger: Logger

  /// Makes the service; ``run()`` runs it.
  ///
  /// - Parameters:
  ///   - providers: what serves each channel; a channel without one is left to other workers.
  ///   - monitor: is told when the provider turns messages away for going too fast.
  ///   - time: what its limits, pauses and renewals go by.
  package init(
    register: any ClaimRegister, queue: any MessageQueue, providers: [Channel: any Provider], settings: WorkerSettings,
    clock: WallClock,
    logger: Logger, monitor: HealthMonitor? = nil, time: Timekeeper = Timekeeper()
  ) {
    self.monitor = monitor ?? HealthMonitor(clock: clock)
    self.register = register
    self.queue = queue
    self.providers = providers
    self.settings = settings
    self.clock = clock
    self.time = time
    self.logger = logger
    pacer = Pacer(rate: settings.rate, time: time)
    receiver = BatchReceiver(queue: queue, settings: settings, clock: clock, time: time)
    gates = ChannelGates(
      Array(providers.keys), time: time, isOpenNow: { await providers[$0]?.permitNow(upTo: 0) != nil }
    ) {
      channel in
      while let stop = try await providers[channel]?.ready() {
        _ = try await register.pauseAll(of: channel, because: stop.reason)
        // Whoever resumes or launches a campaign has the provider asked again. No event tells of it here.
        repeat {
          try await time.sleep(until: time.now + .seconds(1))
        } while try await !register.hasOpenCampaigns(
          of: channel)
      }
    }
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
      await end()
      throw error
    }
    await end()
  }

  private func end() async {
    await gates.close()
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
        try await sleepUnlessStopping(.seconds(2), by: time)
      }
    }
  }

  /// Takes the next batch once a provider can be used; `nil` when there is none. Nothing of the rate is reserved before
  /// there is work for it: a lane that waits for a batch would keep it from the others.
  private func takeNext() async throws -> ReceivedMessage? {
    try await gates.pass()
    return try await receiver.next()
  }

  /// Waits for the rate and the provider of a channel; `nil`, with nothing reserved, when the account is stopped.
  func permit(
    _ channel: Channel, _ provider: any Provider, _ own: CampaignPaces.Limit?
  ) async throws -> Permit? {
    var permit = try await pacer.permit(channel, own, upTo: provider.callLimit)
    switch try await provider.permit(upTo: permit.recipients) {
    case .granted(let granted):
      permit.join(granted)
      return permit
    case .stopped(let refusal):
      permit.giveBack()
      try await stopEverything(channel, refusal)
      return nil
    }
  }

  /// A permit that is to be had without waiting.
  func permitNow(_ channel: Channel, _ provider: any Provider, _ own: CampaignPaces.Limit?) async -> Permit? {
    guard var permit = await pacer.permitNow(channel, own, upTo: provider.callLimit),
      let granted = await provider.permitNow(upTo: permit.recipients)
    else { return nil }
    permit.join(granted)
    return permit
  }

  /// Claims that no batch brings back, such as those of a batch that was deleted by hand.
  private func sweep() async throws {
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      let now = clock.now()
      let count = try await register.expireAbandonedClaims(overdue: settings.visibility, now: now)
      if count > 0 { logger.info("messages that became uncertain, since their worker stopped: \(count)") }
      for channel in providers.keys where await !pacer.isThrottled(channel) { monitor.recover(Self.pace(channel)) }
      try await dozeUnlessStopping(.seconds(10), by: time)
    }
  }

  /// What an operator is told not to have while the provider throttles.
  static func pace(_ channel: Channel) -> String {
    ComponentName.fullSpeed(channel).name
  }

  func stopEverything(_ channel: Channel, _ refusal: Refusal) async throws {
    _ = try await register.pauseAll(of: channel, because: refusal.reason)
  }
}
