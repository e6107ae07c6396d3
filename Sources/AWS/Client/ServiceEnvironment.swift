import struct Foundation.Date
import HTTP

/// What every service's client needs, shared by all of them.
public struct ServiceEnvironment: Sendable {
  /// Signs a request for a service (its signing name) in a region, at a date.
  public typealias Signing =
    @Sendable (
      _ request: inout HTTPRequest, _ credentials: Credentials, _ service: String, _ region: String, _ date: Date
    ) throws -> Void

  /// Carries the requests.
  public var transport: any HTTPTransport
  /// Knows what to sign with.
  public var credentials: any CredentialSource
  /// Signs.
  public var sign: Signing
  /// Tells the time as AWS sees it.
  public var clock: ServerClock
  /// Says how often a call is tried.
  public var retries: RetryPolicy
  /// Is told before a wait for a call that was turned away for coming too fast.
  public var whenThrottled: @Sendable (_ call: String, _ wait: Duration) -> Void
  /// Waits between tries; throws when the task was cancelled.
  public var sleep: @Sendable (Duration) async throws -> Void
  /// Draws a number of at least 0 and less than 1.
  public var random: @Sendable () -> Double

  /// Makes an environment from its parts.
  public init(
    transport: any HTTPTransport, credentials: any CredentialSource, sign: @escaping Signing,
    clock: ServerClock = ServerClock(), retries: RetryPolicy = RetryPolicy(),
    whenThrottled: @escaping @Sendable (_ call: String, _ wait: Duration) -> Void = { _, _ in },
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
  ) {
    self.transport = transport
    self.credentials = credentials
    self.sign = sign
    self.clock = clock
    self.retries = retries
    self.whenThrottled = whenThrottled
    self.sleep = sleep
    self.random = random
  }
}

/// Where a service is.
public struct ServiceEndpoint: Equatable, Sendable {
  /// The scheme and host, with a port and a path where needed and no slash at the end:
  /// `https://sqs.eu-west-1.amazonaws.com`.
  public var url: String
  /// Names the region that requests are signed for.
  public var region: String

  /// Makes an endpoint; a slash at its end makes no difference.
  public init(url: String, region: String) {
    var url = url[...]
    while url.hasSuffix("/") { url.removeLast() }
    self.url = String(url)
    self.region = region
  }
}
