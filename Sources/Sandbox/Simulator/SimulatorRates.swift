/// How often the simulator lets what happen; each a share from 0 to 1.
package struct SimulatorRates: Equatable, Sendable {
  /// Of calls: nobody answers. In half of them the mail goes out all the same.
  package var timeout = 1.0 / 2000
  /// Of calls: turned away for a reason that passes.
  package var failure = 0.0
  /// Of recipients handed over: refused for this attempt only (throttled).
  package var throttled = 0.003
  /// Of recipients handed over: refused for good (invalid parameter).
  package var refused = 0.001
  /// Of messages accepted: hard bounces, over several subtypes.
  package var hardBounce = 0.015
  /// Of messages accepted: soft bounces, over several subtypes.
  package var softBounce = 0.02
  /// Of messages accepted: rejected for bad content.
  package var reject = 0.0002
  /// Of messages accepted: not rendered. Missing template data always fails, whatever this rate.
  package var renderingFailure = 0.0002
  /// Of messages delivered: delayed before.
  package var delay = 0.03
  /// Of messages delivered: opened.
  package var open = 0.30
  /// Of messages delivered: opened, and a link in it followed. At most ``open``.
  package var click = 0.05
  /// Of messages delivered: complained about. A third of where AWS reviews an account, and a breaker stops.
  package var complaint = 0.0003
  /// Of events: put on the queue twice.
  package var duplicate = 0.01
  /// Of messages: an event comes after the ones that happened later.
  package var outOfOrder = 0.01

  /// Makes the standard mix.
  package init() {}

  /// Nothing goes wrong: every message is delivered, none opened, every event comes once and in order.
  package static let none: SimulatorRates = {
    var rates = SimulatorRates()
    rates.timeout = 0
    rates.throttled = 0
    rates.refused = 0
    rates.hardBounce = 0
    rates.softBounce = 0
    rates.reject = 0
    rates.renderingFailure = 0
    rates.delay = 0
    rates.open = 0
    rates.click = 0
    rates.complaint = 0
    rates.duplicate = 0
    rates.outOfOrder = 0
    return rates
  }()
}
