import Model
package import Ports
import Synchronization

/// A provider that behaves like SES with its mailbox simulator, and puts SES-shaped events on a queue.
///
/// Effects come in this order: the ledger's lines, the events on the queue, the answer. What a crash leaves:
///
/// - before the ledger: nothing was sent, and nobody knows.
/// - between ledger and events: sent, as with a provider that loses its events; no answer, so its messages are
///   uncertain.
/// - between events and answer: sent; no answer, but the events settle it.
package final class Simulator: Provider {
  /// SES's limit: `SendBulkEmail` takes 50 destinations.
  package let callLimit = 50
  /// How it behaves.
  package let settings: SimulatorSettings
  private let events: EmbeddedQueue
  private let ledger: SimulatorLedger?
  private let clock: WallClock
  private let gate: Mutex<RateGate?>

  /// Makes a simulator.
  ///
  /// - Parameters:
  ///   - events: the queue its events go to.
  ///   - ledger: where it writes down what it accepted.
  package init(
    settings: SimulatorSettings = SimulatorSettings(), events: EmbeddedQueue, ledger: SimulatorLedger? = nil,
    clock: WallClock = .system
  ) {
    self.settings = settings
    self.events = events
    self.ledger = ledger
    self.clock = clock
    gate = Mutex(settings.recipientsPerSecond.map { RateGate(rate: $0, callLimit: 50) })
  }

  /// Permits everything: it turns away at the call what comes too fast.
  package func permitNow(upTo recipients: Int) async -> Permit? { Permit(recipients: recipients) }

  /// Accepts messages, each with a fate of its own.
  package func send(_ request: SendRequest, under permit: consuming Permit) async -> SendAnswer {
    permit.use()
    let count = request.recipients.count
    guard let first = request.recipients.first, count <= callLimit else {
      return .notSent(Refusal(cause: .invalidParameter, reason: "\(count) destinations; 1 to \(callLimit) are taken"))
    }
    await pass(settings.latency / 2)
    let now = clock.now()
    if !gate.withLock({ $0?.admits(count, at: now) ?? true }) {
      return .notSent(Refusal(cause: .throttled, reason: "Maximum sending rate exceeded."))
    }
    var failing = SplitMix64(
      seed: settings.seed, message: first.message.rawValue, attempt: first.attempt, purpose: 4)
    if failing.happens(settings.rates.failure) {
      return .notSent(Refusal(cause: .transient, reason: "Service unavailable: try again later."))
    }
    var random = SplitMix64(
      seed: settings.seed, message: first.message.rawValue, attempt: first.attempt, purpose: 2)
    let isLost = random.happens(settings.rates.timeout)
    if isLost && random.happens(0.5) {
      await pass(settings.timeout)
      return .unknown(reason: "the request timed out")
    }
    let decided = SimulatedCall(request, settings: settings, at: now)
    do {
      try ledger?.append(decided.accepted)
    } catch {
      return .notSent(Refusal(cause: .transient, reason: "the simulator cannot write its ledger: \(error)"))
    }
    do {
      try await events.sendAll(decided.events)
    } catch {
      // The ledger says that they went out: nobody may be told that they did not.
      return .unknown(reason: "the simulator's events could not be queued: \(error)")
    }
    await pass(isLost ? settings.timeout : settings.latency / 2)
    return isLost ? .unknown(reason: "the request timed out") : .answered(decided.outcomes)
  }

  private func pass(_ span: Duration) async {
    if span <= .zero { return }
    // A cancelled call answers sooner; what it did stays done.
    try? await Task.sleep(for: span)
  }
}
