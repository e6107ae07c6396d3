package import EventStore
package import Logging
import Model
package import Pacing
package import Ports
import ServiceLifecycle

/// Tells of this process's faults: in its log, once when they begin and once when they end, and in the store, for the
/// dashboards of other processes. What is tried again it tells in the log alone, once a minute.
package struct HealthReporter: Service {
  private let store: EventStore
  private let monitor: HealthMonitor
  private let process: String
  private let clock: WallClock
  private let logger: Logger
  private let time: Timekeeper
  /// A report is renewed after this, as long as anything is wrong.
  private static let renewal = Duration.seconds(10)
  /// Between two looks while nothing is wrong: each wakes the processor.
  private static let calmPause = Duration.seconds(2)
  /// A report older than this is of a process that is gone.
  package static let lifetime = Duration.seconds(30)

  /// Makes the service; ``run()`` runs it.
  ///
  /// - Parameters:
  ///   - process: a name no other process has.
  ///   - time: what its pauses go by.
  package init(
    store: EventStore, monitor: HealthMonitor, process: String, clock: WallClock, logger: Logger,
    time: Timekeeper = Timekeeper()
  ) {
    self.store = store
    self.monitor = monitor
    self.process = process
    self.clock = clock
    self.logger = logger
    self.time = time
  }

  /// Runs until told to stop.
  package func run() async throws {
    var told: [ComponentFault] = []
    var reportedAt = clock.now()
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      let faults = monitor.faults
      let now = clock.now()
      log(from: told, to: faults)
      log(monitor.retries.take(at: time.now))
      if faults != told || (!faults.isEmpty && now - reportedAt > Self.renewal) {
        reportedAt = now
        await report(faults)
      }
      told = faults
      try await dozeUnlessStopping(faults.isEmpty ? Self.calmPause : .seconds(1), by: time)
    }
    log(monitor.retries.take(at: nil))
    if !told.isEmpty { await report([]) }
  }

  private func report(_ faults: [ComponentFault]) async {
    do {
      try await store.report(faults, by: process, now: clock.now())
    } catch {
      // Who writes something that matters meets the same, and says so.
      logger.debug("\(error)")
    }
  }

  private func log(_ retries: [RetryTally.Entry]) {
    for entry in retries {
      let event = Occurrence.triedAgain(
        entry.count, campaign: entry.campaign.description, name: entry.name, why: entry.reason)
      logger.notice(
        "campaign \(entry.campaign) (\(entry.name)): \(entry.count) turned away for the time being: \(entry.reason)",
        metadata: event.metadata)
    }
  }

  private func log(from old: [ComponentFault], to new: [ComponentFault]) {
    for fault in new where !old.contains(where: { $0.component == fault.component }) {
      logger.log(
        level: fault.problem.passesByItself ? .warning : .error,
        "\(fault.component): \(fault.problem.sentence)",
        metadata: Occurrence.outOfOrder(fault.component, fault.problem).metadata)
    }
    for fault in old where !new.contains(where: { $0.component == fault.component }) {
      logger.notice("\(fault.component) works again", metadata: Occurrence.worksAgain(fault.component).metadata)
    }
  }
}
