package import struct Foundation.Date
package import HTTP

/// What every service's client needs, shared by all of them.
package struct ServiceEnvironment: Sendable {
  /// Signs a request for a service (its signing name) in a region, at a date.
  package typealias Signing =
    @Sendable (
      _ request: inout HTTPRequest, _ credentials: Credentials, _ service: String, _ region: String, _ date: Date
    ) throws -> Void

  /// Carries the requests.
  package var transport: any HTTPTransport
  /// Knows what to sign with.
  package var credentials: any CredentialSource
  /// Signs.
  package var sign: Signing
  /// Tells the time as AWS sees it.
  package var clock: ServerClock
  /// Says how often a call is tried.
  package var retries: RetryPolicy
  /// Is told before a wait for a call that was turned away for coming too fast.
  package var whenThrottled: @Sendable (_ call: String, _ wait: Duration) -> Void
  /// Waits between tries; throws when the task was cancelled.
  package var sleep: @Sendable (Duration) async throws -> Void
  /// Draws a number of at least 0 and less than 1.
  package var random: @Sendable () -> Double

  /// Makes an environment from its parts.
  package init(
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
package struct ServiceEndpoint: Equatable, Sendable {
  /// The scheme and host, with a port and a path where needed and no slash at the end:
  /// `https://sqs.eu-west-1.amazonaws.com`.
  package var url: String
  /// Names the region that requests are signed for.
  package var region: String

  /// Makes an endpoint; a slash at its end makes no difference.
  package init(url: String, region: String) {
    var url = url[...]
    while url.hasSuffix("/") { url.removeLast() }
    self.url = String(url)
    self.region = region
  }
}
