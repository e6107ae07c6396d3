import Model

/// Spaces provider calls so that recipients a second stay within a rate: a token bucket that may go into debt.
///
/// A call is let through while the bucket is not in debt and takes its recipients afterwards, when they are known:
/// so the wait comes before anything is received or claimed, and throttling alone never uses up a batch's receives.
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

  /// Waits until the bucket is out of debt.
  ///
  /// - Throws: `CancellationError`.
  public func waitForTurn() async throws {
    guard let rate else { return }
    while true {
      fill(rate)
      if balance > 0 { return }
      try await Task.sleep(for: .seconds(max(0.001, -balance / rate)), clock: clock)
    }
  }

  /// Takes recipients that are about to be handed over.
  public func take(_ recipients: Int) {
    guard let rate else { return }
    fill(rate)
    balance -= Double(recipients)
  }

  private func fill(_ rate: Double) {
    let now = clock.now
    balance = min(rate, balance + (now - filledAt).seconds * rate)
    filledAt = now
  }
}
