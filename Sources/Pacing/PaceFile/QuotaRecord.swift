/// What an account may still send in 24 hours: what SES says now and then, and what this host handed over since.
struct QuotaRecord {
  /// Recipients in 24 hours; infinite for no bound.
  private(set) var limit = Double.infinity
  /// What SES said last.
  private(set) var figure = 0.0
  /// What was handed over and SES's figure may not have yet.
  private var own = 0.0
  /// What was handed over as long as SES's figure may come late: for how late, nothing is promised. Longer would only hold
  /// up who may go on, as older mail leaves the 24 hours; shorter lets calls go that SES itself turns away.
  private var lately: RecentCounts

  private static let slotLength = Duration.seconds(10)
  /// Two minutes, and the slot that is under way.
  private static let slots = 13
  /// Of ``words``.
  static let size = 3 + 1 + slots

  init(at now: Duration) { lately = RecentCounts(slots: Self.slots, of: Self.slotLength, at: now) }

  init?(words: ArraySlice<UInt64>) {
    let figures = words.prefix(3).map(Double.init(bitPattern:))
    guard words.count == Self.size, !figures.contains(where: \.isNaN),
      let lately = RecentCounts(words: words.dropFirst(3), of: Self.slotLength)
    else { return nil }
    (limit, figure, own) = (figures[0], figures[1], figures[2])
    self.lately = lately
  }

  var words: [UInt64] { [limit, figure, own].map(\.bitPattern) + lately.words }

  /// Recipients in the last 24 hours, as far as this host knows.
  var used: Double { figure + own }

  /// Recipients that may still go.
  var left: Double { limit - used }

  mutating func move(to now: Duration) { lately.move(to: now) }

  /// Takes over what SES says. Where its figure has not grown by what was handed over, the difference may be on its way,
  /// or older mail has left the 24 hours: it is kept as long as it may be on its way.
  mutating func learn(limit: Double, figure: Double) {
    own = min(max(0, used - figure), lately.total)
    self.figure = figure
    // SES says -1 for no bound.
    self.limit = limit < 0 ? .infinity : limit
  }

  mutating func add(_ recipients: Int) {
    own += Double(recipients)
    _ = lately.add(recipients)
  }

  mutating func add(_ newer: QuotaRecord, since older: QuotaRecord) {
    own += max(0, newer.own - older.own)
    lately.add(newer.lately, since: older.lately)
  }

  /// Takes back what SES did not take.
  mutating func remove(_ recipients: Int) {
    own = max(0, own - Double(recipients))
    lately.remove(recipients)
  }
}
