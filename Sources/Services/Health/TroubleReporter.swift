import EventStore
import Logging
import Model
import Pacing
import Ports
import ServiceLifecycle

/// Tells of this process's troubles: in its log, once when they begin and once when they end, and in the store, for the
/// dashboards of other processes.
package struct TroubleReporter: Service {
  private let store: EventStore
  private let links: Links
  private let process: String
  private let clock: WallClock
  private let logger: Logger
  /// A report is renewed after this, as long as anything is wrong.
  private static let renewal = Duration.seconds(10)
  /// A report older than this is of a process that is gone.
  package static let lifetime = Duration.seconds(30)

  /// Makes the service; ``run()`` runs it.
  ///
  /// - Parameter process: a name no other process has.
  package init(store: EventStore, links: Links, process: String, clock: WallClock, logger: Logger) {
    self.store = store
    self.links = links
    self.process = process
    self.clock = clock
    self.logger = logger
  }

  /// Runs until told to stop.
  package func run() async throws {
    var told: [Trouble] = []
    var reportedAt = clock.now()
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      let troubles = links.troubles
      let now = clock.now()
      log(from: told, to: troubles)
      if troubles != told || (!troubles.isEmpty && now - reportedAt > Self.renewal) {
        reportedAt = now
        await report(troubles)
      }
      told = troubles
      try await sleepUnlessStopping(.seconds(1))
    }
    if !told.isEmpty { await report([]) }
  }

  private func report(_ troubles: [Trouble]) async {
    do {
      try await store.report(troubles, by: process, now: clock.now())
    } catch {
      // Who writes something that matters meets the same, and says so.
      logger.debug("\(error)")
    }
  }

  private func log(from old: [Trouble], to new: [Trouble]) {
    for trouble in new where !old.contains(where: { $0.link == trouble.link }) {
      logger.error("\(trouble.link): \(trouble.problem)")
    }
    for trouble in old where !new.contains(where: { $0.link == trouble.link }) {
      logger.notice("\(trouble.link) works again")
    }
  }
}
