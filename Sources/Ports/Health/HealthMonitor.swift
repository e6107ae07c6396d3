package import Model
import Synchronization

/// Knows what this process depends on and cannot use now, and since when: what an operator is told while the store
/// still answers.
package final class HealthMonitor: Sendable {
  private struct Entry {
    var fault: ComponentFault
    var group: String?
    var failedAt: Timestamp
  }

  /// What was turned away and is tried again.
  package let retries = RetryTally()
  private let failing = Mutex<[String: Entry]>([:])
  private let clock: WallClock
  /// What failed once and was not tried again for so long is no fault of this moment, when its neighbours work.
  private static let memory = Duration.seconds(60)

  /// Begins with everything in order.
  package init(clock: WallClock) { self.clock = clock }

  /// Lists what is wrong; the longest standing first.
  package var faults: [ComponentFault] {
    failing.withLock { $0.values.map(\.fault) }.sorted { ($0.since, $0.component) < ($1.since, $1.component) }
  }

  /// Notes that a component does not work; the time of the first failure in a row stays.
  ///
  /// - Parameter group: what it is a part of: when another part works, it is forgotten unless it fails again.
  package func fail(_ component: String, of group: String? = nil, _ problem: Fault) {
    let now = clock.now()
    failing.withLock {
      let since = $0[component]?.fault.since ?? now
      $0[component] = Entry(
        fault: ComponentFault(component: component, since: since, problem: problem), group: group, failedAt: now)
    }
  }

  /// Notes that a component works.
  package func recover(_ component: String, of group: String? = nil) {
    failing.withLock { entries in
      guard !entries.isEmpty else { return }
      entries[component] = nil
      guard let group else { return }
      let now = clock.now()
      entries = entries.filter { $0.value.group != group || now - $0.value.failedAt < Self.memory }
    }
  }
}
