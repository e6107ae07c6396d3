/// How ``CurlTransport`` connects.
package struct HTTPSettings: Equatable, Sendable {
  /// Holds the environment's variables: proxies (`http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`, as libcurl reads
  /// them, <https://curl.se/libcurl/c/libcurl-env.html>) and certificates (`AWS_CA_BUNDLE`, else `SSL_CERT_FILE`, else
  /// `CURL_CA_BUNDLE`; `SSL_CERT_DIR`).
  package var environment: [String: String]
  /// Bounds the requests under way to one host, and with them the connections; others wait for their turn.
  package var connectionsPerHost: Int
  /// Bounds the time from resolving the name to the end of the TLS handshake.
  package var connectTimeout: Duration
  /// Bounds an answer's content, in bytes.
  package var answerLimit: Int

  /// Makes a value from its parts.
  package init(
    environment: [String: String], connectionsPerHost: Int = 64, connectTimeout: Duration = .seconds(5),
    answerLimit: Int = 16 << 20
  ) {
    self.environment = environment
    self.connectionsPerHost = connectionsPerHost
    self.connectTimeout = connectTimeout
    self.answerLimit = answerLimit
  }
}
