import Foundation
package import GRDB

/// Waits for another process's lock in short steps: SQLite's own handler backs off to 100 ms, which starves one of two busy
/// writers. Ends early when the holder is stopped, and would hold everybody up for ever.
///
/// It blocks its thread for up to a minute, so it is for threads that may wait: those of SQLite's connections.
package struct BusyWait: Sendable {
  private let path: String
  private let nap: @Sendable (_ microseconds: UInt32) -> Void
  /// Tries between two looks at the holder, and at which it is looked at first: some seconds.
  private static let look = 2500
  /// Gives up after about a minute.
  private static let most = 40_000

  /// Makes a wait for a database.
  ///
  /// - Parameter nap: blocks its thread for so long.
  package init(
    database path: String, nap: @escaping @Sendable (_ microseconds: UInt32) -> Void = { _ = usleep($0) }
  ) {
    self.path = path
    self.nap = nap
  }

  /// What tells a database's connections to wait so.
  package var mode: Database.BusyMode { .callback { isWorthIt($0) } }

  /// Waits a little; false when it is time to give up.
  ///
  /// - Parameter tries: how often it was tried, from 0.
  package func isWorthIt(_ tries: Int) -> Bool {
    nap(UInt32(500 + (tries % 7) * 300))
    if tries > 0, tries % Self.look == 0, LockHolder.holding(database: path)?.isStopped == true { return false }
    return tries < Self.most
  }
}
