import EventStore
import Logging
import Model
import ServiceLifecycle

/// Receives batches, claims their messages, hands them to the provider, writes the outcomes, deletes the batch last.
///
/// The crash points are written at `EventStore.claim`. When told to stop it finishes the calls under way, writes their
/// outcomes, and gives back what it has not begun.
public struct Worker: Service {
  private let store: EventStore
  private let queue: any MessageQueue
  private let provider: any Provider
  private let settings: WorkerSettings
  private let pacer: Pacer
  private let receiver: BatchReceiver
  private let clock: WallClock
  private let logger: Logger

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
        // Not `waitForAll`: a lane that cannot write must stop the others, which would go on until each has failed too.
        for try await _ in group {}
      }
    } catch {
      // The first error is the one to report; what is not given back shows again by itself.
      try? await receiver.giveBack()
      throw error
    }
    try await receiver.giveBack()
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
        logger.error("\(error)")
        try await sleepUnlessStopping(.seconds(2))
      }
    }
  }

  /// Takes the next batch, with a call's worth of recipients reserved; `nil`, with nothing reserved, when there is none.
  private func takeNext() async throws -> ReceivedMessage? {
    try await pacer.reserve(provider.callLimit)
    do {
      switch try await provider.admit(provider.callLimit) {
      case .granted: break
      case .stopped(let refusal):
        await pacer.giveBack(provider.callLimit)
        try await stopEverything(refusal)
        // What was paused leaves the queue when it is received; until the account is mended nothing is.
        try await sleepUnlessStopping(.seconds(5))
        return nil
      }
    } catch {
      await pacer.giveBack(provider.callLimit)
      throw error
    }
    do {
      if let message = try await receiver.next() { return message }
    } catch {
      await giveBack(provider.callLimit)
      throw error
    }
    await giveBack(provider.callLimit)
    return nil
  }

  private func giveBack(_ recipients: Int) async {
    await pacer.giveBack(recipients)
    await provider.giveBack(recipients)
  }

  /// Claims that no batch brings back, such as those of a batch that was deleted by hand.
  private func sweep() async throws {
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      let now = clock.now()
      let count = try await store.doubtAbandonedClaims(before: now + (.zero - settings.visibility * 2), now: now)
      if count > 0 { logger.warning("\(count) messages became uncertain: their worker stopped") }
      try await sleepUnlessStopping(.seconds(10))
    }
  }

  private func process(_ message: ReceivedMessage) async throws {
    guard let ticket = BatchTicket(body: message.body), ticket.store == store.id else {
      logger.error("queue \(queue.name): message \(message.id) names no batch of this store")
      await giveBack(provider.callLimit)
      return try await giveBack(message, for: .zero)
    }
    let claim: EventStore.Claim
    do {
      claim = try await store.claim(
        ticket.batch, limit: provider.callLimit, now: clock.now(), lease: settings.lease)
    } catch {
      await giveBack(provider.callLimit)
      throw error
    }
    await giveBack(provider.callLimit - claim.count)
    switch claim {
    case .unknown: try await giveBack(message, for: .zero)
    case .nothingLeft, .held: try await delete(message)
    case .inProgress: try await giveBack(message, for: settings.lease)
    case .send(let campaign, let messages):
      let outcomes = await call(campaign, messages, holding: message)
      let left = try await record(outcomes, ticket.batch, receiveCount: message.receiveCount)
      try await stopIfTold(campaign, outcomes)
      if left == 0 {
        try await delete(message)
      } else {
        try await giveBack(message, for: backoff(after: message.receiveCount))
      }
    }
  }

  private func call(
    _ campaign: Campaign, _ messages: [EventStore.ClaimedMessage], holding message: ReceivedMessage
  ) async -> [EventStore.Outcome] {
    let request = SendRequest(
      campaign: campaign,
      recipients: messages.map {
        .init(message: $0.message, attempt: $0.attempt, address: $0.address, values: $0.values)
      }, storeID: store.id)
    let answer = await withHeartbeat(message) { await provider.send(request) }
    return zip(messages.indices, messages).map { index, claimed in
      EventStore.Outcome(message: claimed.message, attempt: claimed.attempt, word: answer.word(at: index))
    }
  }

  /// Keeps the batch hidden from other workers while the provider takes its time.
  private func withHeartbeat(_ message: ReceivedMessage, _ body: @Sendable () async -> SendAnswer) async -> SendAnswer {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          while true {
            try await Task.sleep(for: settings.visibility / 3)
            _ = try await queue.changeVisibility([
              VisibilityChange(receipt: message.receipt, visibility: settings.visibility)
            ])
          }
        } catch {
          // Cancelled, or the queue is out of reach: at worst another worker receives the batch and finds it claimed.
        }
      }
      let answer = await body()
      group.cancelAll()
      return answer
    }
  }

  /// Writes outcomes, and tries again for a while: what the provider said must not be lost to a passing fault.
  private func record(_ outcomes: [EventStore.Outcome], _ batch: BatchID, receiveCount: Int) async throws -> Int {
    for attempt in 1... {
      do {
        return try await store.record(outcomes, batch: batch, receiveCount: receiveCount, now: clock.now())
      } catch let error as StoreError where attempt < 5 && (error.code == .diskFull || error.code == .locked) {
        logger.error("\(error); trying again")
        try? await Task.sleep(for: .seconds(1))  // A cancelled sleep only makes the next try come sooner.
      }
    }
    return 0
  }

  /// Stops what would only be refused again: everything when the account is stopped, the campaign when the day's quota
  /// is used up or when its sender or template is not set up and the whole call was turned away for it.
  private func stopIfTold(_ campaign: Campaign, _ outcomes: [EventStore.Outcome]) async throws {
    let refusals = outcomes.compactMap { outcome -> Refusal? in
      if case .refused(let refusal) = outcome.word { refusal } else { nil }
    }
    if let stop = refusals.first(where: { $0.cause == .accountPaused }) { return try await stopEverything(stop) }
    let isHopeless = refusals.count == outcomes.count && refusals.allSatisfy { $0.cause == .unverifiedSender }
    guard let stop = refusals.first(where: { $0.cause == .quota || isHopeless }) else { return }
    logger.error("campaign \(campaign.id) paused: \(stop.reason)")
    try await store.pause(campaign.id, because: stop.reason)
  }

  private func stopEverything(_ refusal: Refusal) async throws {
    for campaign in try await store.pauseAll(because: refusal.reason) {
      logger.error("campaign \(campaign) paused: \(refusal.reason)")
    }
  }

  private func backoff(after receives: Int) -> Duration {
    min(settings.visibility, .seconds(1 << min(receives, 6)))
  }

  private func delete(_ message: ReceivedMessage) async throws {
    // A stale receipt means that the batch was received again: that receive finds nothing left and deletes it.
    _ = try await queue.delete([message.receipt])
  }

  private func giveBack(_ message: ReceivedMessage, for span: Duration) async throws {
    _ = try await queue.changeVisibility([VisibilityChange(receipt: message.receipt, visibility: span)])
  }
}

extension SendAnswer {
  /// The word on the recipient at an index; a provider that answers too little leaves the rest unknown.
  func word(at index: Int) -> EventStore.Outcome.Word {
    switch self {
    case .notSent(let refusal): .refused(refusal)
    case .unknown(let reason): .unknown(reason: reason)
    case .answered(let outcomes):
      if index < outcomes.count {
        switch outcomes[index] {
        case .accepted(let providerID): .accepted(providerID: providerID)
        case .refused(let refusal): .refused(refusal)
        }
      } else {
        .unknown(reason: "the provider's answer did not mention this recipient")
      }
    }
  }
}
