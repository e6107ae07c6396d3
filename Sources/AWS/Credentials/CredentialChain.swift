package import struct Foundation.Date
package import HTTP

/// Looks for credentials where every AWS tool does, in the same order: environment, shared files, container, instance
/// (<https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html>).
///
/// It looks anew at every call; ``CachedCredentials`` keeps what it found.
package struct CredentialChain: CredentialSource {
  private let environment: AWSEnvironment
  private let providers: [any CredentialProvider]
  private let clock: @Sendable () -> Date

  /// Makes a chain.
  ///
  /// - Parameters:
  ///   - transport: asks the container's agent and the instance's metadata service.
  ///   - clock: tells the time, which decides what has expired.
  package init(
    environment: AWSEnvironment, transport: any HTTPTransport, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.init(
      environment: environment,
      providers: [
        EnvironmentProvider(environment: environment),
        ProfileProvider(environment: environment, transport: transport),
        ContainerProvider(environment: environment, transport: transport),
        InstanceProvider(environment: environment, transport: transport),
      ], clock: clock)
  }

  init(environment: AWSEnvironment, providers: [any CredentialProvider], clock: @escaping @Sendable () -> Date) {
    self.environment = environment
    self.providers = providers
    self.clock = clock
  }

  /// Returns what the first place that has some gives.
  ///
  /// - Throws: ``CredentialError`` when a place that was meant cannot be used, or none has any; `CancellationError`.
  package func credentials() async throws -> Credentials {
    for provider in providers {
      if let found = try await provider.find(now: clock()) { return found }
    }
    let first = environment.explicitProfile == nil ? "the environment, " : ""
    throw CredentialError(
      .none,
      "no credentials in \(first)profile \(environment.profileName), a container or an instance role; run aws "
        + "configure, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile in AWS_PROFILE")
  }

  /// Does nothing: nothing is kept.
  package func invalidate(_ credentials: Credentials) async {}
}
