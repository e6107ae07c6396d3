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
  /// Called when there is nothing left; not when it is told to stop before.
  var done: @Sendable () -> Void = {}
  /// Called now and then while work is left.
  var progress: @Sendable (Health) -> Void = { _ in }

  /// Returns when the queues are empty and nothing is in flight; the group then ends.
  func run() async throws {
    let queues =
      (parts.contains(.worker) ? [bench.sendQueue] : []) + (parts.contains(.ingester) ? [bench.eventQueue] : [])
    // A queue whose counts change slowly must say so for longer.
    let patience = queues.map(\.countsWorthAsking).max() ?? .zero
    let pause = max(.milliseconds(100), patience / 2)
    var calm = 0
    while calm < (patience > .zero ? 5 : 2), !Task.isShuttingDownGracefully, !Task.isCancelled {
      progress(try await bench.health())
      calm = try await isDrained(queues) ? calm + 1 : 0
      do {
        try await cancelWhenGracefulShutdown { try await Task.sleep(for: pause) }
      } catch is CancellationError {
        return
      }
    }
    if !Task.isShuttingDownGracefully { done() }
  }

  private func isDrained(_ queues: [any MessageQueue]) async throws -> Bool {
    if parts.contains(.worker), try bench.store.hasWorkLeft() { return false }
    for queue in queues {
      do {
        if try await queue.depths().total > 0 { return false }
      } catch let error as QueueError where error.code == .unavailable { return false }
    }
    return true
  }
}
