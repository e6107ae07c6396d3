import Model
import Synchronization

/// Knows what this process depends on and cannot use now, and since when: what an operator is told while the store
/// still answers.
public final class Links: Sendable {
  private let troubled = Mutex<[String: Trouble]>([:])
  private let clock: WallClock

  /// Begins with everything in order.
  public init(clock: WallClock) { self.clock = clock }

  /// Lists what is wrong; the longest standing first.
  public var troubles: [Trouble] {
    troubled.withLock { $0.values.sorted { ($0.since, $0.link) < ($1.since, $1.link) } }
  }

  /// Notes that a link does not work; the time of the first failure in a row stays.
  public func fail(_ link: String, _ problem: String) {
    let now = clock.now()
    troubled.withLock { $0[link] = Trouble(link: link, since: $0[link]?.since ?? now, problem: problem) }
  }

  /// Notes that a link works.
  public func recover(_ link: String) { troubled.withLock { $0[link] = nil } }
}
