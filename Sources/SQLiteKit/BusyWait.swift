import Foundation
import GRDB

/// Waits for another process's lock in short steps: SQLite's own handler backs off to 100 ms, which starves one of two busy
/// writers. Ends early when the holder is stopped, and would hold everybody up for ever.
///
/// It blocks its thread for up to a minute, so it is for threads that may wait: those of SQLite's connections.
package struct BusyWait: Sendable {
  private let path: String
  /// Tries between two looks at the holder, and at which it is looked at first: some seconds.
  private static let look = 2500
  /// Gives up after about a minute.
  private static let most = 40_000

  /// Makes a wait for a database.
  package init(database path: String) { self.path = path }

  /// Tells a database's connections to wait so.
  package static func mode(database path: String) -> Database.BusyMode {
    let wait = BusyWait(database: path)
    return .callback { wait.isWorthIt($0) }
  }

  /// Waits a little; false when it is time to give up.
  ///
  /// - Parameter tries: how often it was tried, from 0.
  package func isWorthIt(_ tries: Int) -> Bool {
    usleep(UInt32(500 + (tries % 7) * 300))
    if tries > 0, tries % Self.look == 0, LockHolder(database: path)?.isStopped == true { return false }
    return tries < Self.most
  }
}
