/// What every handle of a transport is set up with.
struct CurlSettings: Sendable {
  /// Bounds an answer's header, in bytes; AWS's have less than a thousand.
  static let headLimit = 256 << 10
  /// Bounds how long a connection may have idled, in seconds. Nobody knows when AWS closes one; a request that must not
  /// be sent twice is in doubt when it meets one just being closed, so it rather pays for a new connection.
  static let idleLimit = (repeatable: 60, otherwise: 3)
  /// Bounds the content of requests over HTTP/2, in bytes: as much as a server takes before it opens its window
  /// (<https://www.rfc-editor.org/rfc/rfc9113#name-initial-flow-control-window>).
  static let http2BodyLimit = 65_535

  let environment: CurlEnvironment
  let connectionsPerHost: Int
  let connectMilliseconds: Int
  let answerLimit: Int

  init(_ settings: HTTPSettings) {
    environment = CurlEnvironment(settings.environment)
    connectionsPerHost = max(1, settings.connectionsPerHost)
    let longest = Duration.seconds(3_600)
    connectMilliseconds = max(1, Int(min(settings.connectTimeout, longest) / .milliseconds(1)))
    answerLimit = max(0, settings.answerLimit)
  }
}
