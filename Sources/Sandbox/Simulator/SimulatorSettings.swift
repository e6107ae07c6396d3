/// How the simulator behaves.
package struct SimulatorSettings: Equatable, Sendable {
  /// How events lie on the queue.
  package enum Envelope: Sendable {
    /// The event itself (raw message delivery).
    case raw
    /// In a notification of SNS.
    case sns
    /// Each of the two, by message.
    case mixed
  }

  /// What the draws depend on, besides message and attempt.
  package var seed: UInt64 = 1
  /// How long a call takes; half of it passes before anything happens, half before the answer.
  package var latency: Duration = .milliseconds(60)
  /// How long a call takes that is never answered.
  package var timeout: Duration = .seconds(5)
  /// Recipients it accepts in a second before it turns calls away as throttled; `nil` for any number.
  package var recipientsPerSecond: Double?
  /// What the spans between a message's events are multiplied by; 0 for all events at once.
  package var timeScale: Double = 1
  /// How events lie on the queue.
  package var envelope: Envelope = .raw
  /// How often what happens.
  package var rates = SimulatorRates()

  /// Makes the standard settings: 60 ms a call, events as far apart as in life but within 15 minutes.
  package init() {}

  /// No latency, all events at once.
  package static let quick: SimulatorSettings = {
    var settings = SimulatorSettings()
    settings.latency = .zero
    settings.timeout = .zero
    settings.timeScale = 0
    return settings
  }()
}
