import EventStore
import Logging
import Model
import ServiceLifecycle

/// One batch, from its claim to its end.
extension Worker {
  func process(_ message: ReceivedMessage, _ reserved: Int) async throws {
    guard let ticket = BatchTicket(body: message.body), ticket.store == store.id else {
      logger.error(
        """
        queue \(queue.name): message \(message.id) names no batch of this store (\(store.id)): one queue is for one \
        store, so nothing is received for \(Int(settings.foreignPause.seconds)) s
        """)
      await receiver.rest(for: settings.foreignPause)
      await giveBack(reserved)
      return try await giveBack(message, for: .zero)
    }
    try await withHeartbeat(message) { try await workThrough(ticket.batch, message, reserved) }
  }

  /// Sends what the batch still holds, a call at a time. It stays in hand while the provider throttles or cannot be used:
  /// only a failure of another kind, or a stop, costs a receive.
  private func workThrough(_ batch: BatchID, _ message: ReceivedMessage, _ first: Int) async throws {
    var reserved = first
    var throttles = 0
    while true {
      guard let (campaign, messages) = try await claim(batch, message, reserved) else { return }
      let outcomes = await call(campaign, messages)
      let left = try await record(outcomes, batch, receiveCount: message.receiveCount)
      let answer = PassingRefusals(outcomes)
      await pacer.learn(accepted: answer.accepted, throttled: answer.throttled)
      try await stopIfTold(campaign, outcomes)
      if left == 0 { return try await delete(message) }
      // A first receive may be spent on a few recipients that were throttled: the lane goes on with other batches.
      let maySpendReceive = answer.accepted > 0 && message.receiveCount < settings.maxReceiveCount - 1
      if answer.other > 0 || (answer.throttled > 0 && maySpendReceive) {
        return try await giveBack(message, for: backoff(after: message.receiveCount))
      }
      throttles = answer.throttled + answer.unusable > 0 ? throttles + 1 : 0
      // Told to stop, which is no failure of the batch's: it must not cost one of its receives.
      guard let next = try await reserve(after: throttles) else { return try await queue.putBack([message]) }
      reserved = next
    }
  }

  /// Claims the batch's next messages; `nil` when there is nothing to send now, and then the queue message is dealt with.
  private func claim(
    _ batch: BatchID, _ message: ReceivedMessage, _ reserved: Int
  ) async throws -> (Campaign, [EventStore.ClaimedMessage])? {
    let claim: EventStore.Claim
    do {
      claim = try await store.claim(batch, limit: reserved, now: clock.now(), lease: settings.lease)
    } catch {
      await giveBack(reserved)
      throw error
    }
    await giveBack(reserved - claim.count)
    switch claim {
    case .send(let campaign, let messages): return (campaign, messages)
    case .unknown: try await giveBack(message, for: .zero)
    case .nothingLeft, .held: try await delete(message)
    case .inProgress: try await giveBack(message, for: settings.lease)
    }
    return nil
  }

  /// Waits, longer after every call in a row that was throttled, and reserves the next call; `nil` when told to stop.
  private func reserve(after throttles: Int) async throws -> Int? {
    if throttles > 0 {
      let longest = Backoff.longest(after: throttles).seconds
      try await sleepUnlessStopping(.seconds(Double.random(in: longest / 2...longest)))
    }
    guard !Task.isShuttingDownGracefully, !Task.isCancelled else { return nil }
    do {
      return try await cancelWhenGracefulShutdown { try await reserve() }
    } catch is CancellationError {
      return nil
    }
  }

  private func call(
    _ campaign: Campaign, _ messages: [EventStore.ClaimedMessage]
  ) async -> [EventStore.Outcome] {
    let request = SendRequest(
      campaign: campaign,
      recipients: messages.map {
        .init(message: $0.message, attempt: $0.attempt, address: $0.address, values: $0.values)
      }, storeID: store.id)
    let renewal = Task { [store, clock] in
      // Ends when it is cancelled. A renewal that fails leaves a claim that may be doubted: the next one comes soon.
      while (try? await Task.sleep(for: settings.lease / 3)) != nil {
        try? await store.renewClaims(messages.map(\.message), now: clock.now(), lease: settings.lease)
      }
    }
    defer { renewal.cancel() }
    let answer = await provider.send(request)
    return zip(messages.indices, messages).map { index, claimed in
      EventStore.Outcome(message: claimed.message, attempt: claimed.attempt, word: .init(answer.outcome(at: index)))
    }
  }

  /// Keeps the batch hidden from other workers while the provider takes its time.
  private func withHeartbeat(_ message: ReceivedMessage, _ body: @Sendable () async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        let change = VisibilityChange(receipt: message.receipt, visibility: settings.visibility)
        // Ends when it is cancelled.
        while (try? await Task.sleep(for: settings.visibility / 3)) != nil {
          // While the queue is out of reach, at worst another worker receives the batch and finds it claimed.
          _ = try? await queue.changeVisibility([change])
        }
      }
      defer { group.cancelAll() }
      try await body()
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
    let refusals = outcomes.compactMap(\.refusal)
    if let stop = refusals.first(where: { $0.cause == .accountPaused }) { return try await stopEverything(stop) }
    let isHopeless = refusals.count == outcomes.count && refusals.allSatisfy { $0.cause == .unverifiedSender }
    guard let stop = refusals.first(where: { $0.cause == .quota || isHopeless }) else { return }
    logger.error("campaign \(campaign.id) paused: \(stop.reason)")
    try await store.pause(campaign.id, because: stop.reason)
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

/// What a call's outcomes say about trying again.
private struct PassingRefusals {
  var accepted = 0
  var throttled = 0
  /// Not handed over, for the provider cannot be used now.
  var unusable = 0
  /// Refused for another reason that passes.
  var other = 0

  init(_ outcomes: [EventStore.Outcome]) {
    for outcome in outcomes {
      switch outcome.word {
      case .accepted: accepted += 1
      case .refused(let refusal) where refusal.cause == .throttled: throttled += 1
      case .refused(let refusal) where refusal.cause == .unusable: unusable += 1
      case .refused(let refusal) where refusal.cause.isPassing: other += 1
      case .refused, .unknown: break
      }
    }
  }
}

extension EventStore.Outcome {
  fileprivate var refusal: Refusal? {
    if case .refused(let refusal) = word { refusal } else { nil }
  }
}

extension EventStore.Outcome.Word {
  fileprivate init(_ outcome: SendOutcome) {
    switch outcome {
    case .accepted(let providerID): self = .accepted(providerID: providerID)
    case .refused(let refusal): self = .refused(refusal)
    case .unknown(let reason): self = .unknown(reason: reason)
    }
  }
}
