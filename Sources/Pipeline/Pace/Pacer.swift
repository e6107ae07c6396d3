import Model

/// Spaces provider calls so that recipients a second stay within a rate: a token bucket that may go into debt.
///
/// A call reserves a whole call's worth before anything is received or claimed, and gives back what it did not use: so
/// throttling alone never uses up a batch's receives, and lanes that wake together do not all go at once.
public actor Pacer {
  /// Recipients a second; `nil` for no limit.
  private var rate: Double?
  /// Recipients that may go at once after a pause: one second's worth.
  private var balance: Double
  private var filledAt: ContinuousClock.Instant
  private let clock = ContinuousClock()

  /// - Parameter rate: recipients a second; `nil` for no limit.
  public init(rate: Double?) {
    self.rate = rate
    balance = rate ?? 0
    filledAt = .now
  }

  /// Waits until the bucket is out of debt, and takes recipients from it.
  ///
  /// - Throws: `CancellationError`; nothing is taken then.
  public func reserve(_ recipients: Int) async throws {
    guard let rate else { return }
    while true {
      fill(rate)
      if balance > 0 { break }
      try await Task.sleep(for: .seconds(max(0.001, -balance / rate)), clock: clock)
    }
    balance -= Double(recipients)
  }

  /// Gives back recipients that were reserved and not handed over.
  public func giveBack(_ recipients: Int) {
    guard let rate else { return }
    balance = min(rate, balance + Double(recipients))
  }

  private func fill(_ rate: Double) {
    let now = clock.now
    balance = min(rate, balance + (now - filledAt).seconds * rate)
    filledAt = now
  }
}
