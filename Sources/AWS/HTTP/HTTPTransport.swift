/// What carries HTTP requests; ``CurlTransport`` does it for real.
public protocol HTTPTransport: Sendable {
  /// Sends a request and waits for its whole answer. Never retries: only the caller knows whether that is safe.
  ///
  /// - Throws: ``HTTPError``; its code is `cancelled` when the task was cancelled, which ends the transfer.
  func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse
}
