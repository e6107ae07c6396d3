package import EventStore
package import Logging
import Model
package import Pacing
package import Ports
import ServiceLifecycle

/// Takes events from the event queue into the journal.
///
/// Crash points: before the commit nothing is stored and the events come back after their visibility timeout; after the
/// commit and before the delete they come back and are found to be there already.
package struct Ingester: Service {
  private let store: EventStore
  private let queue: any MessageQueue
  private let reports: (any ReportReader)?
  private let clock: WallClock
  private let logger: Logger
  private let poll: Duration
  private let time: Timekeeper
  /// Receives at once while the queue is deep; each brings ten events.
  private static let mostReceivers = 32

  /// Makes the service; ``run()`` runs it.
  ///
  /// - Parameters:
  ///   - reports: reads what brokers send by themselves; without it that is kept aside.
  ///   - poll: how long a receive waits for an event; one of no more than ``QueueLimits/shortWait`` is not cut off by a
  ///     stop.
  ///   - time: what its pauses go by.
  package init(
    store: EventStore, queue: any MessageQueue, reports: (any ReportReader)? = nil, clock: WallClock, logger: Logger,
    poll: Duration = QueueLimits.longestWait, time: Timekeeper = Timekeeper()
  ) {
    self.poll = poll
    self.time = time
    self.store = store
    self.queue = queue
    self.reports = reports
    self.clock = clock
    self.logger = logger
  }

  /// Runs until told to stop. The next events are received while the last ones are being stored.
  ///
  /// - Throws: `StoreError`. A queue that cannot be reached is tried again.
  package func run() async throws {
    try await withThrowingTaskGroup(of: Void.self) { storing in
      var receivers = 1
      var underWay = 0
      while !Task.isShuttingDownGracefully, !Task.isCancelled {
        do {
          let received =
            poll > QueueLimits.shortWait
            ? try await cancelWhenGracefulShutdown { [receivers] in try await receive(receivers) }
            : try await receive(receivers)
          if !received.isEmpty {
            storing.addTask { try await take(received) }
            underWay += 1
          }
          if underWay > (received.isEmpty ? 0 : 1) {
            underWay -= 1
            try await storing.next()
          }
          // As many as there is work for: doubled while every receive comes back full.
          receivers =
            received.count >= receivers * 10
            ? min(receivers * 2, Self.mostReceivers) : max(1, (received.count + 9) / 10)
        } catch is CancellationError {
          continue
        } catch let error as QueueError where error.code != .cannotWrite {
          logger.debug("\(error)")
          try await sleepUnlessStopping(.seconds(2), by: time)
        }
      }
      try await storing.waitForAll()
    }
  }

  private func receive(_ receivers: Int) async throws -> [ReceivedMessage] {
    // Only a lone receiver waits: with more, whatever is there is taken at once.
    if receivers == 1 { return try await queue.receive(max: 10, wait: poll, visibility: nil) }
    return try await withThrowingTaskGroup(of: [ReceivedMessage].self) { group in
      for _ in 0..<receivers {
        group.addTask {
          // A stop must not lose what the other receivers hold already.
          do { return try await queue.receive(max: 10, wait: .zero, visibility: nil) } catch is CancellationError {
            return []
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }

  private func take(_ received: [ReceivedMessage]) async throws {
    var batch = EventBatch(storeID: store.id, reports: reports)
    for message in received { batch.add(message.body) }
    _ = try await store.ingest(batch.events, unreadable: batch.unreadable, now: clock.now())
    try await withThrowingTaskGroup(of: Void.self) { group in
      for start in stride(from: 0, to: received.count, by: 10) {
        let receipts = received[start..<min(start + 10, received.count)].map(\.receipt)
        // A stale receipt: the event comes again and is found to be there.
        group.addTask { _ = try await queue.delete(receipts) }
      }
      try await group.waitForAll()
    }
  }
}
