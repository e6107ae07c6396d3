/// How the simulator behaves.
public struct SimulatorSettings: Equatable, Sendable {
  /// How events lie on the queue.
  public enum Envelope: Sendable {
    /// The event itself (raw message delivery).
    case raw
    /// In a notification of SNS.
    case sns
    /// Each of the two, by message.
    case mixed
  }

  /// What the draws depend on, besides message and attempt.
  public var seed: UInt64 = 1
  /// How long a call takes; half of it passes before anything happens, half before the answer.
  public var latency: Duration = .milliseconds(60)
  /// How long a call takes that is never answered.
  public var timeout: Duration = .seconds(5)
  /// Recipients it accepts in a second before it turns calls away as throttled; `nil` for any number.
  public var recipientsPerSecond: Double?
  /// What the spans between a message's events are multiplied by; 0 for all events at once.
  public var timeScale: Double = 1
  /// How events lie on the queue.
  public var envelope: Envelope = .raw
  /// How often what happens.
  public var rates = SimulatorRates()

  /// Makes the standard settings: 60 ms a call, events as far apart as in life but within 15 minutes.
  public init() {}

  /// No latency, all events at once.
  public static let quick: SimulatorSettings = {
    var settings = SimulatorSettings()
    settings.latency = .zero
    settings.timeout = .zero
    settings.timeScale = 0
    return settings
  }()
}
