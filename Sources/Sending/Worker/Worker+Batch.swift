import Logging
import Model
import Pacing
import Ports
import ServiceLifecycle

/// One batch, from its claim to its end.
extension Worker {
  func process(_ message: ReceivedMessage) async throws {
    guard let ticket = BatchTicket(body: message.body), ticket.store == register.id else {
      logger.error(
        """
        queue \(queue.name): message \(message.id) names no batch of this store (\(register.id)): one queue is for one \
        store, so nothing is received for \(Int(settings.foreignPause.seconds)) s
        """)
      await receiver.rest(for: settings.foreignPause)
      return try await giveBack(message, for: .zero)
    }
    guard let channel = ticket.channel, let provider = providers[channel] else {
      return try await leave(message, to: ticket.channel)
    }
    let work = Work(message: message, ticket: ticket, channel: channel, provider: provider)
    guard let own = work.own else { return try await withHeartbeat(message) { try await workThrough(work) } }
    let wait = await pacer.enter(
      own, size: ticket.size ?? channel.defaultBatchSize, callLimit: provider.callLimit, patience: settings.patience,
      longest: QueueLimits.longestDelay, isKept: work.hasFailed)
    // Enough lanes have batches of it: the others are for other campaigns. It has not cost a receive.
    if let wait { return try await queue.putBack([message], delay: wait) }
    do { try await withHeartbeat(message) { try await workThrough(work) } } catch {
      await pacer.leave(own.campaign)
      throw error
    }
    await pacer.leave(own.campaign)
  }

  /// A batch in hand, and what it goes by.
  private struct Work: Sendable {
    var message: ReceivedMessage
    var ticket: BatchTicket
    var channel: Channel
    var provider: any Provider

    /// Whether it was received before: as a new message its receives would begin anew, and it would never be given up.
    var hasFailed: Bool { message.receiveCount > 1 }

    /// The rate that its campaign is held to.
    var own: CampaignPaces.Limit? {
      ticket.rate.map { CampaignPaces.Limit(campaign: ticket.campaign, rate: $0) }
    }
  }

  /// Leaves a batch to workers that can serve its channel; it has not cost a receive.
  private func leave(_ message: ReceivedMessage, to channel: Channel?) async throws {
    let name = channel?.rawValue ?? "a channel that is not known here"
    if told.isNew(name) {
      logger.warning(
        """
        queue \(queue.name): batches of \(name) are left to other workers, every \(Int(settings.detour.seconds)) s: this \
        one has no provider for it
        """)
    }
    try await queue.putBack([message], delay: settings.detour)
  }

  /// Sends what the batch still holds, a call at a time. It stays in hand while the provider throttles or cannot be used:
  /// only a failure of another kind, or a stop, costs a receive.
  private func workThrough(_ work: Work) async throws {
    let message = work.message
    var failures = 0
    while true {
      if let own = work.own {
        let wait = await pacer.wait(own, work.channel, upTo: work.provider.callLimit)
        if wait > settings.patience, !work.hasFailed {
          return try await queue.putBack([message], delay: min(wait, QueueLimits.longestDelay))
        }
      }
      var permit: Permit
      switch try await clearance(for: work, after: failures) {
      case .granted(let granted): permit = granted
      // Told to stop, which is no failure of the batch's: it must not cost one of its receives.
      case .stopped: return try await queue.putBack([message])
      case .notNow: return try await queue.putBack([message], delay: settings.detour)
      }
      let claim = try await register.claim(
        work.ticket.batch, limit: permit.recipients, now: clock.now(), lease: settings.lease)
      guard case .send(let campaign, let messages) = claim else {
        permit.giveBack()
        return try await end(message, claim)
      }
      guard campaign.channel == work.channel else {
        permit.giveBack()
        return try await redirect(work, campaign, messages)
      }
      permit.giveBack(allBut: messages.count)
      let results = await call(campaign, messages, work.provider, under: permit)
      let left = try await record(results, work.ticket.batch, receiveCount: message.receiveCount)
      let answer = PassingRefusals(results)
      for refusal in results.compactMap(\.refusal) { monitor.retries.note(refusal, of: campaign) }
      await learn(answer, of: work)
      try await stopIfTold(campaign, results)
      if left == 0 { return try await delete(message) }
      // A first receive may be spent on a few recipients that were throttled: the lane goes on with other batches.
      let maySpendReceive = answer.accepted > 0 && message.receiveCount < settings.maxReceiveCount - 1
      if answer.other > 0 || (answer.throttled > 0 && maySpendReceive) {
        return try await giveBack(message, for: backoff(after: message.receiveCount))
      }
      // What is throttled waits for the pace alone, which knows how long.
      failures = answer.unusable > 0 ? failures + 1 : 0
    }
  }

  /// Learns the pace, and tells of it while it is not the provider's or the operator's own.
  private func learn(_ answer: PassingRefusals, of work: Work) async {
    let link = Self.pace(work.channel)
    let isThrottled = await pacer.learn(work.channel, accepted: answer.accepted, throttled: answer.throttled)
    guard isThrottled else { return monitor.recover(link) }
    guard answer.throttled > 0 else { return }
    let rate = await pacer.rate(work.channel, callLimit: work.provider.callLimit)
    monitor.fail(link, .reason(rate.map { .throttledTo(rate: max(1, Int($0))) } ?? .throttled))
  }

  /// Deals with a queue message of whose batch there is nothing to send now.
  private func end(_ message: ReceivedMessage, _ claim: Claim) async throws {
    switch claim {
    case .send, .unknown: try await giveBack(message, for: .zero)
    case .nothingLeft, .paused: try await delete(message)
    case .inProgress: try await giveBack(message, for: settings.lease)
    }
  }

  /// Puts a batch back with a ticket that says its channel: the one it came with is from a version that did not. Nobody was
  /// sent to.
  private func redirect(_ work: Work, _ campaign: Campaign, _ messages: [ClaimedMessage]) async throws {
    let refusal = Refusal(
      cause: .unusable, reason: OwnReason.ticketWithoutChannel(campaign.channel).sentence)
    let results = messages.map { AttemptResult(message: $0.message, attempt: $0.attempt, .refused(refusal)) }
    _ = try await record(results, work.ticket.batch, receiveCount: work.message.receiveCount)
    var message = work.message
    var ticket = work.ticket
    ticket.channel = campaign.channel
    message.body = ticket.body
    try await queue.putBack([message])
  }

  /// Whether a call may be made.
  private enum Clearance: ~Copyable {
    case granted(Permit)
    /// Not by this worker: it is told to stop, or the provider is.
    case stopped
    /// Not now, and others may go meanwhile.
    case notNow
  }

  private func ask(for work: Work, _ slot: PermitSlot) async throws -> Bool {
    if let permit = try await permit(work.channel, work.provider, work.own) { slot.put(permit) }
    return true
  }

  /// Waits, longer after every call in a row for which the provider could not be used, and asks for the next call.
  private func clearance(for work: Work, after failures: Int) async throws -> Clearance {
    if failures > 0 {
      let longest = Backoff.longest(after: failures).seconds
      if providers.count > 1, longest > settings.patience.seconds { return .notNow }
      try await sleepUnlessStopping(.seconds(Double.random(in: longest / 2...longest)), by: time)
    }
    guard !Task.isShuttingDownGracefully, !Task.isCancelled else { return .stopped }
    if let permit = await permitNow(work.channel, work.provider, work.own) { return .granted(permit) }
    let slot = PermitSlot()
    do {
      let isOpen = try await cancelWhenGracefulShutdown {
        // Whoever serves one channel alone has nothing better to do than to wait for it with the batch in hand.
        guard providers.count > 1 else { return try await ask(for: work, slot) }
        if await gates.isClosed(work.channel, for: settings.patience) { return false }
        return try await withThrowingTaskGroup(of: Bool.self) { group in
          group.addTask { try await ask(for: work, slot) }
          group.addTask {
            try await gates.untilClosed(work.channel, for: settings.patience)
            return false
          }
          defer { group.cancelAll() }
          return try await group.next() ?? false
        }
      }
      guard isOpen else { return .notNow }
    } catch is CancellationError {
      return .stopped
    }
    guard let permit = slot.take() else { return .stopped }
    return .granted(permit)
  }

  private func call(
    _ campaign: Campaign, _ messages: [ClaimedMessage], _ provider: any Provider, under permit: consuming Permit
  ) async -> [AttemptResult] {
    let request = SendRequest(
      campaign: campaign,
      recipients: messages, storeID: register.id)
    let renewal = Task { [register, clock, time] in
      // Ends when it is cancelled. A renewal that fails leaves a claim that may be doubted: the next one comes soon.
      while (try? await time.sleep(for: settings.lease / 3)) != nil {
        try? await register.renewClaims(messages.map(\.message), now: clock.now(), lease: settings.lease)
      }
    }
    defer { renewal.cancel() }
    let answer = await provider.send(request, under: permit)
    let results = await judge(messages.indices.map { answer.result(at: $0) }, of: campaign)
    return zip(messages, results).map { claimed, result in
      AttemptResult(message: claimed.message, attempt: claimed.attempt, result)
    }
  }

  /// Blames nobody for a fault that all share: whom it kept from their mail is sent to when the campaign goes on.
  private func judge(_ results: [SendResult], of campaign: Campaign) async -> [SendResult] {
    let fault = await faults.find(in: results, of: campaign.id) {
      // A store that cannot be read leaves it open, and then nobody is blamed.
      (try? await register.hasAccepted(campaign.id)) ?? false
    }
    guard let fault else { return results }
    return results.map { result in
      guard case .refused(let refusal) = result, !refusal.isOwnFinding else { return result }
      return .refused(fault)
    }
  }

  /// Keeps the batch hidden from other workers while the provider takes its time.
  private func withHeartbeat(_ message: ReceivedMessage, _ body: @Sendable () async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        let change = VisibilityChange(receipt: message.receipt, visibility: settings.visibility)
        // Ends when it is cancelled.
        while (try? await time.sleep(for: settings.visibility / 3)) != nil {
          // While the queue is out of reach, at worst another worker receives the batch and finds it claimed.
          _ = try? await queue.changeVisibility([change])
        }
      }
      defer { group.cancelAll() }
      try await body()
    }
  }

  /// Writes results, and tries again for a while: what the provider said must not be lost to a passing fault. Another
  /// process that holds the store, as one that was stopped in the middle, is waited for for minutes.
  private func record(_ results: [AttemptResult], _ batch: BatchID, receiveCount: Int) async throws -> Int {
    for attempt in 1... {
      do {
        return try await register.record(results, batch: batch, receiveCount: receiveCount, now: clock.now())
      } catch let error as any PassingFault where attempt < patience(with: error) {
        logger.error("\(error); trying again")
        try? await time.sleep(for: .seconds(1))  // A cancelled sleep only makes the next try come sooner.
      }
    }
    return 0
  }

  /// How often what failed so is tried; each try of a locked store waits for some seconds.
  private func patience(with error: any PassingFault) -> Int {
    switch error.obstacle {
    case .occupied: Task.isShuttingDownGracefully ? 5 : 60
    case .full: 5
    case nil: 0
    }
  }

  /// Stops what would only be refused again: the whole channel when the account is stopped, the campaign when the day's quota
  /// is used up, when everybody is turned away alike, or when its sender or template is not set up and the whole call was
  /// turned away for it.
  private func stopIfTold(_ campaign: Campaign, _ results: [AttemptResult]) async throws {
    let refusals = results.compactMap(\.refusal)
    if let stop = refusals.first(where: { $0.cause == .accountPaused }) {
      return try await stopEverything(campaign.channel, stop)
    }
    let isHopeless = refusals.count == results.count && refusals.allSatisfy { $0.cause == .unverifiedSender }
    guard let stop = refusals.first(where: { $0.cause == .quota || $0.cause == .sharedFault || isHopeless }) else {
      return
    }
    let isShared = stop.cause == .sharedFault
    let reason = isShared ? OwnReason.everybodyAlike(stop.reason).sentence : stop.reason
    try await register.pause(campaign.id, because: reason)
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

/// What a call's results say about trying again.
private struct PassingRefusals {
  var accepted = 0
  var throttled = 0
  /// Not handed over, for the provider cannot be used now.
  var unusable = 0
  /// Refused for another reason that passes.
  var other = 0

  init(_ results: [AttemptResult]) {
    for attempt in results {
      switch attempt.result {
      case .accepted: accepted += 1
      case .refused(let refusal) where refusal.cause == .throttled: throttled += 1
      case .refused(let refusal) where refusal.cause == .unusable: unusable += 1
      // The campaign is paused for it: its batches wait for that to end.
      case .refused(let refusal) where refusal.cause == .sharedFault: break
      case .refused(let refusal) where refusal.cause.isPassing: other += 1
      case .refused, .unknown: break
      }
    }
  }
}

extension AttemptResult {
  fileprivate var refusal: Refusal? {
    if case .refused(let refusal) = result { refusal } else { nil }
  }
}
