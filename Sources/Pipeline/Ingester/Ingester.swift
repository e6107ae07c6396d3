import EventStore
import Logging
import Model
import ServiceLifecycle

/// Takes events from the event queue into the journal.
///
/// Crash points: before the commit nothing is stored and the events come back after their visibility timeout; after the
/// commit and before the delete they come back and are found to be there already.
public struct Ingester: Service {
  private let store: EventStore
  private let queue: any MessageQueue
  private let clock: WallClock
  private let logger: Logger
  /// Receives at once while the queue is deep; each brings ten events.
  private static let mostReceivers = 32

  /// What one receive brought, read already: on as many cores as there are, while other receives are under way.
  private struct Haul: Sendable {
    var receipts: [String]
    var digest: EventDigest
  }

  /// Makes the service; ``run()`` runs it.
  public init(store: EventStore, queue: any MessageQueue, clock: WallClock, logger: Logger) {
    self.store = store
    self.queue = queue
    self.clock = clock
    self.logger = logger
  }

  /// Runs until told to stop. The next events are received while the last ones are being stored.
  ///
  /// - Throws: `StoreError`. A queue that cannot be reached is tried again.
  public func run() async throws {
    try await withThrowingTaskGroup(of: Void.self) { storing in
      var receivers = 1
      var underWay = 0
      while !Task.isShuttingDownGracefully, !Task.isCancelled {
        do {
          let hauls = try await cancelWhenGracefulShutdown { [receivers] in try await receive(receivers) }
          let count = hauls.reduce(0) { $0 + $1.receipts.count }
          if count > 0 {
            storing.addTask { try await take(hauls) }
            underWay += 1
          }
          if underWay > (count == 0 ? 0 : 1) {
            underWay -= 1
            try await storing.next()
          }
          // As many as there is work for: doubled while every receive comes back full.
          receivers =
            count >= receivers * 10
            ? min(receivers * 2, Self.mostReceivers) : max(1, (count + 9) / 10)
        } catch is CancellationError {
          continue
        } catch let error as QueueError where error.code != .cannotWrite {
          logger.error("\(error)")
          try await sleepUnlessStopping(.seconds(2))
        }
      }
      try await storing.waitForAll()
    }
  }

  private func receive(_ receivers: Int) async throws -> [Haul] {
    // Only a lone receiver waits: with more, whatever is there is taken at once.
    if receivers == 1 { return [try await receive(wait: QueueLimits.longestWait)] }
    return try await withThrowingTaskGroup(of: Haul?.self) { group in
      for _ in 0..<receivers {
        group.addTask {
          // A stop must not lose what the other receivers hold already.
          do { return try await receive(wait: .zero) } catch is CancellationError { return nil }
        }
      }
      return try await group.compactMap { $0 }.reduce(into: []) { $0.append($1) }
    }
  }

  private func receive(wait: Duration) async throws -> Haul {
    let messages = try await queue.receive(max: 10, wait: wait, visibility: nil)
    var digest = EventDigest(storeID: store.id)
    for message in messages { digest.add(message.body) }
    return Haul(receipts: messages.map(\.receipt), digest: digest)
  }

  private func take(_ hauls: [Haul]) async throws {
    _ = try await store.ingest(
      hauls.flatMap(\.digest.events), unreadable: hauls.flatMap(\.digest.unreadable), now: clock.now())
    let receipts = hauls.flatMap(\.receipts)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for start in stride(from: 0, to: receipts.count, by: 10) {
        // A stale receipt: the event comes again and is found to be there.
        group.addTask { _ = try await queue.delete(Array(receipts[start..<min(start + 10, receipts.count)])) }
      }
      try await group.waitForAll()
    }
  }
}
