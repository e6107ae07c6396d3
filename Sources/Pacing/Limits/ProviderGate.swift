package import Model
package import Ports

/// Lets a provider's calls through at a rate, and none while it cannot be used: then one at a time, and later after each that
/// failed. For providers that say nothing of their account.
package actor ProviderGate {
  /// What a call says of the provider.
  package enum Finding: Sendable {
    /// It can be used.
    case worked
    /// It cannot, not by the call's own fault.
    case failed(Fault)
    /// Nothing: there was no call.
    case nothing
  }

  private let component: String
  private let monitor: HealthMonitor
  private let time: Timekeeper
  private let rate: (pace: PaceFile, perSecond: Double)?
  private var outage = Outage()
  private nonisolated let returns = Returns<Void>()
  /// A damaged file may tell to wait for ever.
  private static let longestWait = Duration.seconds(1)

  /// Makes a gate that is open.
  ///
  /// - Parameters:
  ///   - component: what the provider is called where its faults are shown.
  ///   - rate: units a second, and the file that processes of this host share for it; `nil` for no bound.
  package init(
    _ component: String, monitor: HealthMonitor, rate: (pace: PaceFile, perSecond: Double)? = nil,
    time: Timekeeper = Timekeeper()
  ) {
    (self.component, self.monitor, self.rate, self.time) = (component, monitor, rate, time)
  }

  /// Waits until a call may be made; with recipients, permits one.
  ///
  /// - Throws: `CancellationError`; nothing is reserved then.
  package func permit(upTo recipients: Int) async throws -> Permit {
    while true {
      let rings = returns.bell.rings
      if let permit = permitNow(upTo: recipients) { return permit }
      guard case .wait(let until) = outage.turn(for: recipients, at: time.now) else { continue }
      try await returns.bell.wait(since: rings, until: until, by: time)
    }
  }

  /// Permits a call at once; `nil` while the provider cannot be used.
  package func permitNow(upTo recipients: Int) -> Permit? {
    for _ in returns.takeAll() { outage.giveBack() }
    guard case .go = outage.turn(for: recipients, at: time.now) else { return nil }
    if recipients == 0 { return Permit(recipients: 0) }
    outage.permit()
    return Permit(recipients: recipients, stakes: [GateStake(returns: returns)])
  }

  /// Notes that a call begins; ``end(_:)`` follows.
  ///
  /// - Parameter stakes: what its permit held.
  package func begin(_ stakes: [any PermitStake]) { outage.begin(isPermitted: stakes.contains { $0 is GateStake }) }

  /// Takes so many units of the rate, and waits until they may go. A cancelled call waits no longer: it ends where it is made.
  package func spend(_ units: Int) async {
    guard let rate else { return }
    while case .wait(let span) = rate.pace.take(units, rate: rate.perSecond) {
      do { try await time.sleep(for: min(span, Self.longestWait)) } catch { return }
    }
  }

  /// Notes that a call is over, and what it says.
  package func end(_ finding: Finding) {
    outage.end()
    switch finding {
    case .worked:
      outage.recover()
      monitor.recover(component)
    case .failed(let fault):
      outage.fail(at: time.now)
      monitor.fail(component, fault)
    case .nothing: break
    }
    returns.bell.ring()
  }
}

/// A permitted call that may not be made after all.
private final class GateStake: PermitStake {
  private let returns: Returns<Void>

  init(returns: Returns<Void>) { self.returns = returns }

  func giveBack(_ recipients: Int, isWhole: Bool) {
    if isWhole { returns.put(()) }
  }
}
