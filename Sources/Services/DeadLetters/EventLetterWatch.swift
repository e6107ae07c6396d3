package import Logging
import Model
package import Pacing
package import Ports
import ServiceLifecycle
import Synchronization

/// Looks at the dead letters of the event queue now and then, and tells of them: nobody else does, and what they hold is
/// missing on every screen.
package struct EventLetterWatch: Service {
  /// Finds the letters; `nil` when the event queue has no dead-letter queue.
  package typealias Find = @Sendable () async throws -> EventLetters?

  /// What an operator is told to be in trouble.
  package static let link = ComponentName.eventIntake.name
  private let find: Find
  private let monitor: HealthMonitor
  private let logger: Logger
  /// Between two looks.
  private let pause = Duration.seconds(60)
  private let time: Timekeeper
  private let tally: EventLetterTally

  /// Makes the service; ``run()`` runs it.
  ///
  /// - Parameters:
  ///   - tally: is kept up to date for the screen.
  ///   - time: what its pauses go by.
  package init(
    monitor: HealthMonitor, logger: Logger, tally: EventLetterTally = EventLetterTally(),
    time: Timekeeper = Timekeeper(), find: @escaping Find
  ) {
    self.tally = tally
    self.find = find
    self.monitor = monitor
    self.logger = logger
    self.time = time
  }

  /// Runs until told to stop.
  package func run() async throws {
    var letters: EventLetters?
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      do {
        if letters == nil { letters = try await cancelWhenGracefulShutdown { try await find() } }
        if let letters { tell(try await cancelWhenGracefulShutdown { try await letters.count() }) }
      } catch {
        // A right that is missing, or a queue out of reach, which others tell of: the doctor says which.
        logger.debug("the event queue's dead letters: \(error)")
      }
      try await dozeUnlessStopping(pause, by: time)
    }
  }

  private func tell(_ count: Int) {
    tally.count = count
    guard count > 0 else { return monitor.recover(Self.link) }
    monitor.fail(Self.link, .reason(.eventsNeverStored(count)))
  }
}

/// How many events were never stored, when somebody looked last.
package final class EventLetterTally: Sendable {
  private let value = Mutex(0)

  /// Makes a tally of none.
  package init() {}

  /// The number.
  package var count: Int {
    get { value.withLock { $0 } }
    set { value.withLock { $0 = newValue } }
  }
}
