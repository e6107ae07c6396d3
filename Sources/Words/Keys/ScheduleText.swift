/// Campaigns that begin at a time.
package enum ScheduleText: Equatable, Sendable {
  /// In the column of states: nobody was there to begin it.
  case missed
  /// When it begins, and how long that is off; with the keys that change it.
  case begins(String, Duration, now: String, time: String)
  /// When it was due, and that it waits for somebody's word.
  case wasDue(String, now: String, time: String, cancel: String)
  /// Campaigns by name that were due while nothing ran.
  case someMissed([String])
  /// Typed on the line at the bottom.
  case prompt, timeNeeded
  /// What the key says where nothing is scheduled.
  case notScheduled
  /// The question before a scheduled campaign is begun at once.
  case beginNow(String), insteadOf(String), verb
  /// In the form, and what it comes to.
  case start, startHint, starts(String)
}
