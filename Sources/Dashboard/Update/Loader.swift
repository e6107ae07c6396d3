import Model

/// Keeps one pane's loads to one at a time, and only as often as is useful.
///
/// The dashboard says after every action what it wants; the loader says whether to ask now. An answer to something
/// that is no longer wanted is dropped, and the wanted thing is asked for then.
struct Loader: Equatable, Sendable {
  /// What was asked and is not answered yet.
  private(set) var outstanding: Load?
  /// When the last question was asked.
  private(set) var askedAt: Timestamp?
  /// What the last good answer was about.
  private(set) var answered: Load?
  /// Whether the store changed since the last question.
  private(set) var isStale = false
  private var failed: Load?

  /// The shortest time between two questions about the same thing that is quickly read.
  static var pause: Duration { .milliseconds(250) }
  /// How long to leave a failed question alone.
  static var retry: Duration { .seconds(2) }

  /// Notes that what is shown may be out of date.
  mutating func invalidate() { isStale = true }

  /// Forgets everything, also what is under way: its answer will be ignored.
  mutating func reset() { self = Self() }

  /// The question to ask now, if any.
  ///
  /// - Parameters:
  ///   - isRenewal: whether the question only renews what is shown; `nil` when it does if it is the same.
  ///   - pause: the shortest time between two questions about the same thing.
  mutating func next(
    _ wanted: Load?, isRenewal: Bool? = nil, pause: Duration = Self.pause, now: Timestamp
  ) -> Load? {
    guard let wanted, let due = due(wanted, isRenewal: isRenewal, pause: pause) else { return nil }
    // A clock that was set back must not stop the loads.
    if let askedAt, now < askedAt { self.askedAt = now } else if due > now { return nil }
    outstanding = wanted
    askedAt = now
    isStale = false
    failed = nil
    return wanted
  }

  /// When ``next(_:isRenewal:now:)`` would ask, or `nil` when nothing is to be asked.
  func due(_ wanted: Load?, isRenewal: Bool? = nil, pause: Duration = Self.pause) -> Timestamp? {
    guard let wanted, outstanding == nil else { return nil }
    guard let askedAt else { return Timestamp(milliseconds: .min) }
    if failed == wanted { return askedAt + Self.retry }
    guard isRenewal ?? (answered == wanted) else { return Timestamp(milliseconds: .min) }
    return isStale ? askedAt + (failed == nil ? pause : Self.retry) : nil
  }

  /// Takes an answer in.
  ///
  /// - Returns: whether it answers the question that is open. Whether it is still wanted is the pane's to say.
  mutating func receive(_ load: Load) -> Bool {
    guard outstanding == load else { return false }
    outstanding = nil
    answered = load
    return true
  }

  /// Takes a failure in; the same question is asked again after a while.
  mutating func fail(_ load: Load) -> Bool {
    guard outstanding == load else { return false }
    outstanding = nil
    failed = load
    isStale = true
    return true
  }

  /// How long the open question has waited, when that is long enough to be said.
  func wait(now: Timestamp) -> Duration? {
    guard outstanding != nil, let askedAt, now - askedAt >= .seconds(1) else { return nil }
    return now - askedAt
  }
}
