package import EventStore
package import Logging
package import Model
package import Pacing
package import Ports
import ServiceLifecycle

/// Notes once a minute what the queues hold and what passed: what the graphs of the last hour and day are made of. Several
/// processes may do so on one store.
package struct CourseKeeper: Service {
  /// What the send queue and the event queue hold; `nil` when that is not known.
  package typealias Depths = (send: QueueDepths?, events: QueueDepths?)

  private let store: EventStore
  private let depths: @Sendable () async -> Depths
  private let clock: WallClock
  private let logger: Logger
  private let time: Timekeeper
  /// How long a queue on the network may take to say what it holds.
  private static let patience = Duration.seconds(3)

  /// Makes the service; ``run()`` runs it.
  ///
  /// - Parameter time: what its pauses go by.
  package init(
    store: EventStore, clock: WallClock, logger: Logger, time: Timekeeper = Timekeeper(),
    depths: @escaping @Sendable () async -> Depths
  ) {
    self.store = store
    self.depths = depths
    self.clock = clock
    self.logger = logger
    self.time = time
  }

  /// Runs until told to stop, and notes once more then.
  package func run() async throws {
    while !Task.isCancelled {
      try await sleepUnlessStopping(untilNextNote(), by: time)
      if Task.isCancelled { return }
      let last = Task.isShuttingDownGracefully
      await note()
      if last { return }
    }
  }

  /// Ten seconds before a minute is over: late enough to tell of it, early enough to be of it whatever comes between.
  private func untilNextNote() -> Duration {
    let past = clock.now().milliseconds % 60_000
    return .milliseconds((past < Self.moment ? 0 : 60_000) + Self.moment - past)
  }

  private static let moment: Int64 = 50_000

  private func note() async {
    do {
      var known = await depths()
      if known.send == nil || known.events == nil {
        try await sleepUnlessStopping(Self.patience, by: time)
        known = await depths()
      }
      try await store.noteMinute(sendQueue: known.send?.total, eventQueue: known.events?.total, now: clock.now())
    } catch {
      // Who writes something that matters meets the same, and says so.
      logger.debug("\(error)")
    }
  }
}
