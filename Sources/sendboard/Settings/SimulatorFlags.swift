import ArgumentParser
import Model
import Sandbox

/// The simulator's options of `run`, `demo` and `dashboard`.
struct SimulatorFlags: ParsableArguments {
  /// The same from the environment or the configuration.
  struct Values: Sendable {
    var latency: Duration?
    var rate: Double?
    var failures: Double?
    var timeScale: Double?
    var seed: UInt64?
    var ledger: String?
  }

  @Option(help: ArgumentHelp("Append a JSON line for each message the simulator accepts.", valueName: "file"))
  var simulatorLedger: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("How long a provider call takes.", valueName: "seconds"))
  var simulatorLatency: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Recipients a second the simulator takes before it throttles.", valueName: "n"))
  var simulatorRate: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Share of calls, 0 to 1, that fail for a passing reason: three in a row make a dead letter.", valueName: "share"))
  var simulatorFailures: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How far apart events come: 1 within 15 minutes, 0 all at once.", valueName: "factor"))
  var simulatorTimeScale: Double?

  @Option(parsing: .unconditional, help: ArgumentHelp("What the simulator's draws depend on.", valueName: "n"))
  var simulatorSeed: UInt64?

  func validate() throws {
    if let latency = simulatorLatency, !(0...3600).contains(latency) {
      throw ValidationError("--simulator-latency must be 0 to 3600 seconds")
    }
    if let rate = simulatorRate, !(1...1_000_000).contains(rate) {
      throw ValidationError("--simulator-rate must be 1 to 1000000")
    }
    if let share = simulatorFailures, !(0...1).contains(share) {
      throw ValidationError("--simulator-failures must be 0 to 1")
    }
    if let scale = simulatorTimeScale, !(0...1000).contains(scale) {
      throw ValidationError("--simulator-time-scale must be 0 to 1000")
    }
  }

  /// What is set here wins over what is set elsewhere, and both over `base`.
  func settings(_ values: Values, over base: SimulatorSettings) -> SimulatorSettings {
    var settings = base
    settings.latency = simulatorLatency.map { .seconds($0) } ?? values.latency ?? base.latency
    settings.recipientsPerSecond = simulatorRate ?? values.rate ?? base.recipientsPerSecond
    settings.rates.failure = simulatorFailures ?? values.failures ?? base.rates.failure
    settings.timeScale = simulatorTimeScale ?? values.timeScale ?? base.timeScale
    settings.seed = simulatorSeed ?? values.seed ?? base.seed
    return settings
  }

  /// What an operator watches: opens and clicks come within seconds, where they take hours in life.
  static let watchable: SimulatorSettings = {
    var settings = SimulatorSettings()
    settings.timeScale = 0.02
    return settings
  }()

  /// The same with more complaints, for there to be any to see.
  static let demonstrating: SimulatorSettings = {
    var settings = watchable
    settings.rates.complaint = 0.001
    return settings
  }()

  /// What ends: all events at once, so that a drain does not wait for somebody to open a mail.
  static let draining: SimulatorSettings = {
    var settings = SimulatorSettings()
    settings.timeScale = 0
    return settings
  }()

  func ledgerPath(_ values: Values) -> String? { simulatorLedger ?? values.ledger }
}
