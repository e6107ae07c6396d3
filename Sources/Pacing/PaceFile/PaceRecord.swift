/// How many recipients went in each hundredth of the last second.
struct PaceRecord {
  private var lately: RecentCounts

  private static let slotLength = Duration.milliseconds(10)
  /// The second, the slot that is under way, and two more: calls are under way for unequal times, and must not meet at
  /// their end.
  private static let slots = 103
  /// Of ``words``.
  static let size = 1 + slots

  init(at now: Duration) { lately = RecentCounts(slots: Self.slots, of: Self.slotLength, at: now) }

  init?(words: ArraySlice<UInt64>) {
    guard words.count == Self.size, let lately = RecentCounts(words: words, of: Self.slotLength) else { return nil }
    self.lately = lately
  }

  var words: [UInt64] { lately.words }

  mutating func add(_ newer: PaceRecord, since older: PaceRecord) { lately.add(newer.lately, since: older.lately) }

  mutating func move(to now: Duration) { lately.move(to: now) }

  mutating func add(_ recipients: Int) -> Int64 { lately.add(recipients) }

  mutating func remove(_ recipients: Int, slot: Int64) { lately.remove(recipients, slot: slot) }

  /// How long until these fit into a second with all that went before them. What is alone always fits.
  func wait(for recipients: Int, rate: Double, at now: Duration) -> Duration {
    var sum = lately.total
    for (place, count) in lately.counts.enumerated() {
      if sum == 0 || sum + Double(recipients) <= rate { return place == 0 ? .zero : lately.gone(place - 1) - now }
      sum -= Double(count)
    }
    return lately.gone(Self.slots - 1) - now
  }

  /// How long until the last call's time is over, at the rate.
  func spacing(rate: Double, at now: Duration) -> Duration {
    guard let place = lately.counts.lastIndex(where: { $0 > 0 }) else { return .zero }
    return lately.beginning(place) + .seconds(Double(lately.counts[place]) / rate) - now
  }
}
