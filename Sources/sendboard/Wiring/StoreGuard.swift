import EventStore
import ServiceLifecycle

/// Stops the process when its store was removed or replaced: what it would write nobody would find.
struct StoreGuard: Service {
  let store: EventStore

  func run() async throws {
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      try store.checkIdentity()
      do {
        try await cancelWhenGracefulShutdown { try await Task.sleep(for: .milliseconds(500)) }
      } catch is CancellationError {
        return
      }
    }
  }
}
