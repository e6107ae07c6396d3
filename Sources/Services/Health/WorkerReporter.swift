package import EventStore
package import Logging
package import Model
package import Pacing
package import Ports
import ServiceLifecycle

/// Tells in the store that this process sends, for the screens of all: a campaign that stands still for want of a worker
/// is told apart from one that waits its turn.
package struct WorkerReporter: Service {
  private let store: EventStore
  private let worker: WorkerPresence
  private let clock: WallClock
  private let logger: Logger
  private let time: Timekeeper
  private static let renewal = Duration.seconds(10)
  /// A report older than this is of a process that is gone.
  package static let lifetime = Duration.seconds(25)

  /// Makes the service; ``run()`` runs it.
  ///
  /// - Parameters:
  ///   - worker: who it is; when it was seen is filled in.
  ///   - time: what its pauses go by.
  package init(
    store: EventStore, worker: WorkerPresence, clock: WallClock, logger: Logger,
    time: Timekeeper = Timekeeper()
  ) {
    self.store = store
    self.worker = worker
    self.clock = clock
    self.logger = logger
    self.time = time
  }

  /// Runs until told to stop.
  package func run() async throws {
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      var seen = worker
      seen.seenAt = clock.now()
      await write { try await store.report(seen) }
      try await dozeUnlessStopping(Self.renewal, by: time)
    }
    await write { try await store.forgetWorker(worker.process, now: clock.now()) }
  }

  /// Who writes something that matters meets the same trouble, and says so.
  private func write(_ body: () async throws -> Void) async {
    do { try await body() } catch { logger.debug("\(error)") }
  }
}
