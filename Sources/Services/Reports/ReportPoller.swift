package import EventStore
package import Logging
import Model
package import Pacing
package import Ports
import ServiceLifecycle

/// Asks a provider what became of messages, and stores what it tells: for providers that do not tell by themselves.
///
/// Crash points: what was told is stored before the place moves on, so that it is asked for again and found to be there. One
/// process asks at a time; one that dies lets its turn go after ``lease``.
package struct ReportPoller: Service {
  private let store: EventStore
  private let source: any ReportSource
  private let process: String
  private let monitor: HealthMonitor
  private let clock: WallClock
  private let logger: Logger
  private let time: Timekeeper
  private static let lease = Duration.seconds(60)
  /// A provider that says there is always one more is not believed for ever.
  private static let mostPages = 10_000
  /// Requests of one look.
  private static let mostRequests = 500

  /// Makes the service; ``run()`` runs it.
  ///
  /// - Parameters:
  ///   - process: tells this process from others.
  ///   - time: what its pauses go by.
  package init(
    store: EventStore, source: any ReportSource, process: String, monitor: HealthMonitor, clock: WallClock,
    logger: Logger, time: Timekeeper = Timekeeper()
  ) {
    (self.store, self.source, self.process, self.monitor) = (store, source, process, monitor)
    (self.clock, self.logger, self.time) = (clock, logger, time)
  }

  /// Runs until told to stop.
  ///
  /// - Throws: `StoreError`. A provider that cannot be reached is asked again.
  package func run() async throws {
    var rounds = ReportRounds(source.rhythm)
    var failures = 0
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      do {
        try await round(&rounds)
        if failures > 0 { monitor.recover(component) }
        failures = 0
      } catch is CancellationError {
        break
      } catch let error as ReportFault {
        failures += 1
        monitor.fail(component, error.fault)
        logger.debug("\(error.fault.sentence)")
      }
      let pause = failures == 0 ? rounds.pause : max(ReportRounds.look, Backoff.longest(after: failures))
      try await dozeUnlessStopping(pause, by: time)
    }
    // Another process need not wait for the lease.
    try await store.leaveReportTurn(source.name, process: process)
  }

  private var component: String { "SMS reports (\(source.name))" }

  /// Asks all that is to be asked now.
  private func round(_ rounds: inout ReportRounds) async throws {
    let now = clock.now()
    let since = now + (.zero - rounds.until)
    // Whoever has nothing to ask takes no turn: every commit has all dashboards look at the store anew.
    guard let open = try await store.openTexts(since: since) else { return }
    var questions: [ReportQuestion]
    switch source.rhythm {
    case .since:
      guard rounds.isDue(latest: open.upperBound, now: now), let turn = try await takeTurn() else { return }
      questions = rounds.questions(open: open, storedUntil: turn.storedUntil, now: now)
    case .request:
      questions = rounds.questions(
        requests: try await store.openRequests(since: since, limit: Self.mostRequests), now: now)
      guard !questions.isEmpty, try await takeTurn() != nil else { return }
    }
    for question in questions {
      guard try await ask(question) else { return }
      if case .since(_, let until) = question { try await store.noteReports(source.name, storedUntil: until) }
    }
  }

  private func takeTurn() async throws -> ReportTurn? {
    try await store.takeReportTurn(source.name, process: process, now: clock.now(), lease: Self.lease)
  }

  /// Asks one thing, page by page.
  ///
  /// - Returns: whether all of it is stored; not when another process has the turn meanwhile.
  private func ask(_ question: ReportQuestion) async throws -> Bool {
    var page: String?
    var seen: Set<String> = []
    for _ in 0..<Self.mostPages {
      let answer = try await cancelWhenGracefulShutdown { [page] in
        try await source.ask(question, page: page)
      }
      try await take(answer)
      // What names a page that was there already would go on for ever.
      guard let next = answer.next, seen.insert(next).inserted else { return true }
      page = next
      guard try await takeTurn() != nil else { return false }
    }
    return true
  }

  /// Stores what is about this store's messages: an account may send for others too.
  private func take(_ answer: ReportAnswer) async throws {
    if answer.unread > 0 { logger.warning("\(source.name): \(answer.unread) reports could not be read") }
    let ids = answer.items.filter { $0.store == nil }.compactMap(\.providerID)
    let known = ids.isEmpty ? [] : try await store.known(providerIDs: ids)
    var batch = EventBatch(storeID: store.id)
    for item in answer.items {
      let isOurs = item.store.map { $0 == store.id } ?? item.providerID.map(known.contains) ?? false
      if isOurs { batch.add(item.document) }
    }
    if batch.read > 0 { _ = try await store.ingest(batch.events, unreadable: batch.unreadable, now: clock.now()) }
  }
}
