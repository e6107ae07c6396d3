import EventStore
import Pacing
import ServiceLifecycle

/// Stops the process when its store was removed or replaced: what it would write nobody would find.
struct StoreGuard: Service {
  let store: EventStore
  var time = Timekeeper()

  func run() async throws {
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      try store.checkIdentity()
      try await dozeUnlessStopping(.milliseconds(500), by: time)
    }
  }
}
