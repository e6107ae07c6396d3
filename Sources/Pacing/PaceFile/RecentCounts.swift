/// Recipients by when they went: counts of equal slots of time up to now, older ones forgotten.
struct RecentCounts {
  private let slotLength: Duration
  /// The slot that is under way, counted from the clock's beginning; its count is the last one.
  private var slot: Int64
  private(set) var counts: [UInt32]

  init(slots: Int, of slotLength: Duration, at now: Duration) {
    self.slotLength = slotLength
    slot = Self.slot(at: now, slotLength)
    counts = Array(repeating: 0, count: slots)
  }

  /// Reads ``words``; `nil` when they cannot be that.
  init?(words: ArraySlice<UInt64>, of slotLength: Duration) {
    guard let first = words.first, let slot = Int64(exactly: first) else { return nil }
    self.slotLength = slotLength
    self.slot = slot
    counts = words.dropFirst().map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Holds the slot and each count.
  var words: [UInt64] { [UInt64(slot)] + counts.map(UInt64.init) }

  var total: Double { counts.reduce(0) { $0 + Double($1) } }

  /// Forgets what is too long ago. Counts of a time to come are of before the machine's start.
  mutating func move(to now: Duration) {
    let new = Self.slot(at: now, slotLength)
    let passed = new < slot ? counts.count : Int(min(new - slot, Int64(counts.count)))
    counts = Array(counts.dropFirst(passed)) + Array(repeating: 0, count: passed)
    slot = new
  }

  /// Adds to the slot that is under way, and says which it is.
  mutating func add(_ recipients: Int) -> Int64 {
    counts[counts.count - 1] = UInt32(clamping: Int(counts[counts.count - 1]) + recipients)
    return slot
  }

  /// Takes back what was added in a slot; nothing when that is forgotten.
  mutating func remove(_ recipients: Int, slot: Int64) {
    let place = counts.count - 1 - Int(clamping: self.slot - slot)
    guard counts.indices.contains(place) else { return }
    counts[place] -= min(counts[place], UInt32(clamping: recipients))
  }

  /// Takes back what was added last.
  mutating func remove(_ recipients: Int) {
    var rest = UInt32(clamping: recipients)
    for place in counts.indices.reversed() {
      let part = min(rest, counts[place])
      counts[place] -= part
      rest -= part
    }
  }

  /// Adds what a record counts and an older state of it did not; all three of the same moment.
  mutating func add(_ newer: RecentCounts, since older: RecentCounts) {
    for place in counts.indices where newer.counts[place] > older.counts[place] {
      counts[place] = UInt32(clamping: Int(counts[place]) + Int(newer.counts[place] - older.counts[place]))
    }
  }

  func beginning(_ place: Int) -> Duration { slotLength * Int(slot - Int64(counts.count - 1 - place)) }

  /// When a slot is forgotten.
  func gone(_ place: Int) -> Duration { beginning(place) + slotLength * counts.count }

  private static func slot(at now: Duration, _ length: Duration) -> Int64 { Int64(now / length) }
}
