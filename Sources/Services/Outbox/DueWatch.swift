import Model

/// Whether campaigns may have become due: by the time of the next one, which others may change with any commit.
struct DueWatch {
  /// What is known as of a commit; `nil` for nothing.
  private var known: (next: Timestamp?, version: Int64)?

  /// Whether it is time to look.
  ///
  /// - Parameter version: tells the store's present state from any other.
  func mayHaveCome(by now: Timestamp, _ version: Int64) -> Bool {
    guard let known, known.version == version else { return true }
    return known.next.map { $0 <= now } ?? false
  }

  /// How long nobody need look for what is due: to the next one, or as long as is wanted.
  func pause(upTo most: Duration, from now: Timestamp) -> Duration {
    known?.next.map { min(most, max(.milliseconds(1), $0 - now)) } ?? most
  }

  /// Takes note of when the next one is due; `nil` for never.
  mutating func next(_ time: Timestamp?, as version: Int64) { known = (time, version) }

  /// Has the next look taken in any case.
  mutating func forget() { known = nil }
}
