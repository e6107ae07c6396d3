/// How many recipients went in each hundredth of the last second.
struct PaceRecord {
  /// The hundredth that is under way, counted from the clock's beginning; its count is the last one.
  private var slot: Int64
  private var counts: [UInt32]

  private static let slotLength = Duration.milliseconds(10)
  /// The second, and two hundredths more: calls are under way for unequal times, and must not meet at their end.
  private static let length = 102
  /// Tells a record from what else may be in a file.
  private static let mark: UInt64 = 0x7365_6e64_7061_6365
  static let size = 16 + 4 * (length + 1)

  init(at now: Duration) {
    slot = Self.slot(at: now)
    counts = Array(repeating: 0, count: Self.length + 1)
  }

  /// Reads what ``bytes`` wrote; `nil` when it is something else.
  init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    var rest = bytes[...]
    func next(_ count: Int) -> UInt64 {
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count).reduce(0) { $0 << 8 | UInt64($1) }
    }
    guard next(8) == Self.mark, let slot = Int64(exactly: next(8)) else { return nil }
    self.slot = slot
    counts = (0...Self.length).map { _ in UInt32(next(4)) }
  }

  var bytes: [UInt8] {
    func bytes(_ value: UInt64, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64(count - 1 - $0))) }
    }
    return bytes(Self.mark, 8) + bytes(UInt64(slot), 8) + counts.flatMap { bytes(UInt64($0), 4) }
  }

  /// Forgets what is longer ago than a second. A record of a time to come is one of before the machine's start.
  mutating func move(to now: Duration) {
    let new = Self.slot(at: now)
    if new < slot || new - slot > Self.length { self = PaceRecord(at: now) }
    let passed = Int(new - slot)
    counts = Array(counts.dropFirst(passed)) + Array(repeating: 0, count: passed)
    slot = new
  }

  mutating func add(_ recipients: Int) -> Int64 {
    counts[Self.length] = UInt32(clamping: Int(counts[Self.length]) + recipients)
    return slot
  }

  /// Takes back what was added in a slot; nothing when that is no longer within the second.
  mutating func remove(_ recipients: Int, slot: Int64) {
    let place = Self.length - Int(clamping: self.slot - slot)
    guard counts.indices.contains(place) else { return }
    counts[place] -= min(counts[place], UInt32(clamping: recipients))
  }

  /// How long until these fit into a second with all that went before them. What is alone always fits.
  func wait(for recipients: Int, rate: Double, at now: Duration) -> Duration {
    var sum = counts.reduce(0) { $0 + Double($1) }
    for (place, count) in counts.enumerated() {
      if sum == 0 || sum + Double(recipients) <= rate { return place == 0 ? .zero : gone(place - 1) - now }
      sum -= Double(count)
    }
    return gone(Self.length) - now
  }

  /// How long until the last call's time is over, at the rate.
  func spacing(rate: Double, at now: Duration) -> Duration {
    guard let place = counts.lastIndex(where: { $0 > 0 }) else { return .zero }
    return beginning(place) + .seconds(Double(counts[place]) / rate) - now
  }

  private func beginning(_ place: Int) -> Duration { Self.slotLength * Int(slot - Int64(Self.length - place)) }

  /// When a slot is forgotten.
  private func gone(_ place: Int) -> Duration { beginning(place) + Self.slotLength * (Self.length + 1) }

  private static func slot(at now: Duration) -> Int64 {
    let (seconds, attoseconds) = now.components
    return seconds * 100 + attoseconds / 10_000_000_000_000_000
  }
}
