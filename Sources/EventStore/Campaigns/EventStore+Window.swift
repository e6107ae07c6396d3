import Foundation
import GRDB
package import Model

extension SendWindow {
  /// Whether it is open at a moment, by its zone's clock; `nil` for a zone that nobody here knows.
  package func isOpen(at time: Timestamp) -> Bool? {
    // Korea has had one time all year since 1988, and a small system may have no tables of zones.
    if zone == Self.korea.zone { return isOpen(at: time, ahead: 9 * 3600) }
    guard let known = TimeZone(identifier: zone) else { return nil }
    let ahead = known.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.milliseconds) / 1000))
    return isOpen(at: time, ahead: Int64(ahead))
  }
}

/// Campaigns go out only while their window is open: their batches are put on the queue only then, and one that is received
/// when it has closed goes back to the outbox before anything of it is claimed, at no receive's cost.
///
/// Crash points: what is decided is decided at the claim, in its transaction; a batch in the outbox waits for the next look.
enum WindowRule {
  /// Whether a campaign may go out now. A zone that nobody here knows keeps it back: it was known where it was launched.
  static func isOpen(_ text: String?, at now: Timestamp) -> Bool {
    guard let text else { return true }
    return SendWindow(text).map { isOpen($0, at: now) } ?? false
  }

  static func isOpen(_ window: SendWindow, at now: Timestamp) -> Bool { window.isOpen(at: now) ?? false }

  /// The ids of campaigns that wait for their window.
  static func closed(_ db: Database, at now: Timestamp) throws -> [Int64] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT id, window FROM campaign WHERE window IS NOT NULL AND state = 'launching' AND pending > 0")
    ).filter { !isOpen($0["window"], at: now) }.map { $0["id"] }
  }
}
