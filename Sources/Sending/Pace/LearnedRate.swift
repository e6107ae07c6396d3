import Model

/// A rate that is learned from being turned away: of calls, or of recipients.
///
/// It falls by a fifth for each second in which something is turned away. It comes back twice as fast each second up to
/// where it was turned away last, feels its way past that by little, and beyond it goes up by half a second again: so a fault that passes is over within seconds, and a limit is not run into again and again.
struct LearnedRate {
  /// A second, when anything was learned.
  private(set) var value: Double?
  private let slowest: Double
  /// What was too fast, when something went through before.
  private var ceiling: Double?
  private var hasGoneThrough = false
  private var slowedAt: ContinuousClock.Instant?
  private var grownAt: ContinuousClock.Instant?
  private var taken = Window()
  /// So much of the ceiling is safe to come back to.
  private static let safe = 0.9
  /// Faster than this is no limit.
  private static let fastest = 100_000.0
  /// For so long after it was turned away something is being held back.
  private static let memory = Duration.seconds(20)

  /// - Parameter slowest: below this nothing is learned.
  init(slowest: Double) { self.slowest = slowest }

  /// Whether anything was turned away lately.
  func isThrottled(at now: ContinuousClock.Instant) -> Bool { slowedAt.map { now - $0 < Self.memory } ?? false }

  /// What goes through in a second.
  func went(at now: ContinuousClock.Instant) -> Double { taken.rate(at: now) }

  /// Learns that it is too fast.
  ///
  /// - Parameter start: what it may have been when nothing was learned yet.
  /// - Returns: whether it is at its slowest and still too fast.
  mutating func slow(from start: Double, at now: ContinuousClock.Instant) -> Bool {
    // Lanes are turned away together, for the same reason: once a second is enough.
    if let slowedAt, now - slowedAt < .seconds(1) { return false }
    let isSlowest = value == slowest
    let tooFast = value ?? start
    let went = taken.rate(at: now)
    // Where the work was not enough to use the rate up, what went through says more; where little went, nothing.
    let seen = hasGoneThrough && went >= slowest * 5 ? went : .infinity
    // As long as nothing goes through, it may be a fault, and no rate that is too fast.
    if hasGoneThrough { ceiling = tooFast }
    hasGoneThrough = false
    value = max(slowest, min(tooFast * 0.8, seen))
    slowedAt = now
    grownAt = now
    return isSlowest
  }

  /// Learns that so many went through.
  mutating func grow(_ count: Double, at now: ContinuousClock.Instant) {
    taken.add(count, at: now)
    hasGoneThrough = true
    guard let rate = value else { return }
    let span = min(1, grownAt.map { (now - $0).seconds } ?? 0)
    grownAt = now
    let safe = (ceiling ?? .infinity) * Self.safe
    if rate < safe {
      value = min(rate * (1 + span), safe)
    } else {
      value = rate * (1 + (rate < safe * 1.3 ? 0.03 : 0.5) * span)
    }
    if let value, value > Self.fastest { self.value = nil }
  }
}

/// What went through lately.
private struct Window {
  private var startedAt: ContinuousClock.Instant?
  private var count = 0.0
  private var last = 0.0

  mutating func add(_ count: Double, at now: ContinuousClock.Instant) {
    let started = startedAt ?? now
    if now - started >= .seconds(1) {
      last = self.count / (now - started).seconds
      self.count = 0
      startedAt = now
    } else {
      startedAt = started
    }
    self.count += count
  }

  /// A second: the last whole span, or this one when more went through already.
  func rate(at now: ContinuousClock.Instant) -> Double {
    guard let startedAt else { return last }
    return max(last, count / max(1, (now - startedAt).seconds))
  }
}
