import Foundation

/// The turn of one process, and one task in it, at a file that several write to.
enum FileTurn {
  /// How long a turn is waited for; each lasts microseconds, unless its process is held up in it.
  private static let patience: Duration = .seconds(5)

  /// Waits for it without a thread of the pool; what cannot be locked, as on some network's disk, needs no turn.
  ///
  /// - Returns: `false` when it did not come.
  static func begin(_ file: CInt) async -> Bool {
    var end: ContinuousClock.Instant?
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { return true }
      let now = ContinuousClock.now
      guard now < end ?? now + patience else { return false }
      end = end ?? now + patience
      // A stop does not end it: whoever has claimed must say so.
      await Task.detached { try? await Task.sleep(for: .milliseconds(1)) }.value
    }
    return true
  }

  /// Ends it. Closing the file would not, if a child that was forked meanwhile has it open too.
  static func end(_ file: CInt) { flock(file, LOCK_UN) }
}
