package import AWS
package import HTTP

extension Credentials {
  /// What the emulator takes without looking at the signature.
  package static let test = Credentials(accessKeyID: "test", secretAccessKey: "test", source: "test")
}

extension ServiceEnvironment {
  /// Signs with given credentials and waits shortly between tries.
  package static func plain(_ transport: any HTTPTransport, _ credentials: Credentials = .test) -> ServiceEnvironment {
    let signer = RequestSigner()
    return ServiceEnvironment(
      transport: transport, credentials: FixedCredentials(known: credentials),
      sign: { request, credentials, service, region, date in
        try signer.sign(&request, credentials: credentials, service: service, region: region, at: date)
      }, retries: RetryPolicy(tries: 3, base: .milliseconds(5)))
  }
}

private struct FixedCredentials: CredentialSource {
  let known: Credentials

  func credentials() async throws -> Credentials { known }

  func invalidate(_ credentials: Credentials) async {}
}

/// Gives every request a shorter time.
package struct HastyTransport: HTTPTransport {
  private let transport: CurlTransport
  private let timeout: Duration

  /// Makes one with connections of its own.
  package init(_ timeout: Duration) throws {
    transport = try CurlTransport(HTTPSettings(environment: [:], connectTimeout: .seconds(2)))
    self.timeout = timeout
  }

  /// Sends a request, and gives up sooner.
  package func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
    var request = request
    request.timeout = min(request.timeout, timeout)
    return try await transport.send(request)
  }
}
