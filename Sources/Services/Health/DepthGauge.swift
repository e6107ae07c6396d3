package import Model
package import Pacing
package import Ports

/// The latest count of a queue, for a screen that must not wait for the network.
package actor DepthGauge {
  private let queue: any MessageQueue
  private let time: Timekeeper
  private var known: (depths: QueueDepths, at: ContinuousClock.Instant)?
  private var askedAt: ContinuousClock.Instant?
  private var asking: Task<Void, Never>?
  /// A count older than this says nothing any more: several newer ones were asked for and did not come.
  private static let lifetime = Duration.seconds(10)

  /// Makes a gauge of a queue.
  ///
  /// - Parameter time: what the age of a count goes by.
  package init(_ queue: any MessageQueue, time: Timekeeper = Timekeeper()) {
    self.queue = queue
    self.time = time
  }

  /// Returns the latest count; `nil` when none is known. Waits only for queues whose counts are free; others are asked in
  /// the background. A failure is the queue's to report: see ``WatchedQueue``.
  package func depths() async -> QueueDepths? {
    let now = time.now
    let patience = queue.countsLag
    if asking == nil, askedAt.map({ $0 + patience <= now }) ?? true {
      askedAt = now
      asking = Task { await ask() }
    }
    if patience == .zero { await asking?.value }
    guard let known, now - known.at < Self.lifetime else { return nil }
    return known.depths
  }

  private func ask() async {
    // Reported by the queue; the count is unknown then.
    if let depths = try? await queue.depths() {
      known = (depths, time.now)
    } else if queue.countsLag == .zero {
      known = nil
    }
    asking = nil
  }
}
