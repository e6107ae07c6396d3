/// What carries HTTP requests; ``CurlTransport`` does it for real.
package protocol HTTPTransport: Sendable {
  /// Sends a request and waits for its whole answer. Never retries by itself: only the caller knows whether that is safe
  /// and says so by ``HTTPRequest/repeatable``, and even then only a connection that proved to be dead is a reason.
  ///
  /// - Throws: ``HTTPError``; its code is `cancelled` when the task was cancelled, which ends the transfer.
  func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse
}
