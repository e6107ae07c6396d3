/// What an account may still send in 24 hours: what SES says now and then, and what this process handed over since.
struct AccountQuota {
  /// Recipients in 24 hours; `nil` for no bound.
  private(set) var limit: Double?
  /// What SES said last.
  private var figure = 0.0
  /// What this process handed over and SES's figure may not have yet.
  private var own = 0.0
  private var lately: [(at: ContinuousClock.Instant, count: Double)] = []
  /// SES's figure comes late; for how late, nothing is promised.
  private static let lag = Duration.seconds(600)

  /// Recipients in the last 24 hours, as far as anybody knows.
  var used: Double { figure + own }

  /// Recipients that may still go.
  var left: Double { limit.map { $0 - used } ?? .infinity }

  /// Takes over what SES says. Where its figure has not grown by what was handed over, the difference may be on its way,
  /// or older mail has left the 24 hours: it is kept as long as it may be on its way.
  mutating func learn(limit: Double, figure: Double, at now: ContinuousClock.Instant) {
    lately.removeAll { now - $0.at > Self.lag }
    let missing = used - figure
    own = min(max(0, missing), lately.reduce(0) { $0 + $1.count })
    self.figure = figure
    // SES says -1 for no bound.
    self.limit = limit < 0 ? nil : limit
  }

  mutating func add(_ recipients: Int, at now: ContinuousClock.Instant) {
    own += Double(recipients)
    if let last = lately.last, now - last.at < .seconds(5) {
      lately[lately.count - 1].count += Double(recipients)
    } else {
      lately.append((now, Double(recipients)))
    }
  }

  /// Takes back what SES did not take.
  mutating func remove(_ recipients: Int) {
    own = max(0, own - Double(recipients))
    guard let last = lately.indices.last else { return }
    lately[last].count = max(0, lately[last].count - Double(recipients))
  }
}
