/// Why no answer came.
package struct HTTPError: Error, Equatable, CustomStringConvertible {
  /// The cases a caller can tell apart.
  package enum Code: String, Sendable {
    /// The request itself is wrong: a URL or a header that cannot be sent.
    case invalidRequest
    /// The name has no address.
    case cannotResolve
    /// Nobody listens, or the network has no way there.
    case cannotConnect
    /// The certificate is not trusted, or TLS failed.
    case insecure
    /// The time given was over.
    case timedOut
    /// The connection ended before the answer was whole.
    case connectionLost
    /// The answer is longer than any AWS answer.
    case tooLong
    /// What answered does not speak HTTP, or breaks its rules.
    case malformed
    /// The task was cancelled, or the transport was closed.
    case cancelled
  }

  /// Tells what kind of error it is.
  package var code: Code
  /// Host and port, without path and query: they may hold what must not be logged.
  package var host: String
  /// What happened, in words.
  package var context: String
  /// Whether the server may have read the request, or a part of it. `false` only where that is certain: then it is safe
  /// to send it again whatever it does.
  package var mayHaveArrived: Bool

  /// Makes a value from its parts.
  package init(_ code: Code, host: String, context: String, mayHaveArrived: Bool) {
    self.code = code
    self.host = host
    self.context = context
    self.mayHaveArrived = mayHaveArrived
  }

  /// Says what happened and where, in one line.
  package var description: String { "\(host): \(context)" }
}
