import Logging
import ServiceLifecycle
import UnixSignals

/// Runs services together: when one ends or fails, or a signal comes, the others finish what they have begun.
enum Services {
  static func group(_ services: [any Service], signals: [UnixSignal], logger: Logger) -> ServiceGroup {
    var configuration = ServiceGroupConfiguration(
      services: services.map {
        .init(
          service: $0, successTerminationBehavior: .gracefullyShutdownGroup,
          failureTerminationBehavior: .gracefullyShutdownGroup)
      }, gracefulShutdownSignals: signals, logger: quiet(logger))
    // SES may take a minute to answer a call, and the queues some seconds after it.
    configuration.maximumGracefulShutdownDuration = .seconds(80)
    return ServiceGroup(configuration: configuration)
  }

  /// The group's own chatter is of no use to an operator.
  private static func quiet(_ logger: Logger) -> Logger {
    var logger = logger
    logger.logLevel = .critical
    return logger
  }
}
