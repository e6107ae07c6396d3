import Logging
import Model
import Pipeline
import ServiceLifecycle

/// Ends the other services once nothing is left for them to do.
struct Drain: Service {
  /// Which services are awaited.
  struct Parts: OptionSet, Sendable {
    let rawValue: Int
    static let worker = Parts(rawValue: 1)
    static let ingester = Parts(rawValue: 2)
  }

  let bench: Workbench
  let parts: Parts
  /// Called now and then while work is left.
  var progress: @Sendable (Health) -> Void = { _ in }

  /// Returns when the queues are empty and nothing is in flight; the group then ends.
  func run() async throws {
    var calm = 0
    while calm < 2, !Task.isShuttingDownGracefully, !Task.isCancelled {
      let health = try await bench.health()
      progress(health)
      calm = try isDrained(health) ? calm + 1 : 0
      do {
        try await cancelWhenGracefulShutdown { try await Task.sleep(for: .milliseconds(100)) }
      } catch is CancellationError {
        return
      }
    }
  }

  private func isDrained(_ health: Health) throws -> Bool {
    if parts.contains(.worker) {
      guard health.sendQueue.total == 0, try !bench.store.hasWorkLeft() else { return false }
    }
    return !parts.contains(.ingester) || health.eventQueue.total == 0
  }
}
