import Model
import Synchronization

/// Knows what this process depends on and cannot use now, and since when: what an operator is told while the store
/// still answers.
package final class Links: Sendable {
  private struct Entry {
    var trouble: Trouble
    var group: String?
    var failedAt: Timestamp
  }

  private let troubled = Mutex<[String: Entry]>([:])
  private let clock: WallClock
  /// What failed once and was not tried again for so long is no trouble of this moment, when its neighbours work.
  private static let memory = Duration.seconds(60)

  /// Begins with everything in order.
  package init(clock: WallClock) { self.clock = clock }

  /// Lists what is wrong; the longest standing first.
  package var troubles: [Trouble] {
    troubled.withLock { $0.values.map(\.trouble) }.sorted { ($0.since, $0.link) < ($1.since, $1.link) }
  }

  /// Notes that a link does not work; the time of the first failure in a row stays.
  ///
  /// - Parameter group: what it is a part of: when another part works, it is forgotten unless it fails again.
  package func fail(_ link: String, of group: String? = nil, _ problem: String) {
    let now = clock.now()
    troubled.withLock {
      let since = $0[link]?.trouble.since ?? now
      $0[link] = Entry(trouble: Trouble(link: link, since: since, problem: problem), group: group, failedAt: now)
    }
  }

  /// Notes that a link works.
  package func recover(_ link: String, of group: String? = nil) {
    troubled.withLock { entries in
      guard !entries.isEmpty else { return }
      entries[link] = nil
      guard let group else { return }
      let now = clock.now()
      entries = entries.filter { $0.value.group != group || now - $0.value.failedAt < Self.memory }
    }
  }
}
