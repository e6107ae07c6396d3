import HTTP

/// One call of a service, before it is signed.
struct ServiceCall: Sendable {
  /// Names it, for errors: `GetQueueUrl`.
  var operation: String
  var method = HTTPRequest.Method.post
  /// Below the endpoint, percent-encoded, with the query.
  var path = "/"
  var headers: [HTTPField] = []
  var body: [UInt8] = []
  var timeout = Duration.seconds(30)
  /// Whether doing it twice is as good as doing it once.
  ///
  /// What is not is tried again only when it is certain that nothing was done.
  var isRepeatable = true
  /// Whether it is signed. What brings a token of its own is not.
  var isSigned = true
  /// Whether being throttled is waited out here. Not where the caller paces its calls: it would learn too late of a limit
  /// that it is above, while the tries made here add to what is too much already.
  var waitsWhenThrottled = true

  /// A call of the AWS JSON protocol (<https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html>).
  static func json(_ target: String, _ operation: String, _ body: [UInt8]) -> ServiceCall {
    ServiceCall(
      operation: operation,
      headers: [
        HTTPField("Content-Type", "application/x-amz-json-1.0"), HTTPField("X-Amz-Target", "\(target).\(operation)"),
      ],
      body: body)
  }

  /// Adds a header.
  func with(_ header: HTTPField) -> ServiceCall {
    var call = self
    call.headers.append(header)
    return call
  }

  /// A call of the REST-JSON protocol (<https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html>).
  static func rest(
    _ operation: String, _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8] = []
  ) -> ServiceCall {
    ServiceCall(
      operation: operation, method: method, path: path,
      headers: body.isEmpty ? [] : [HTTPField("Content-Type", "application/json")], body: body)
  }

  /// A call of the query protocol (<https://smithy.io/2.0/aws/protocols/aws-query-protocol.html>).
  static func query(_ operation: String, version: String, _ fields: [(String, String)]) -> ServiceCall {
    let all = [("Action", operation), ("Version", version)] + fields
    let body = all.map { "\($0.0.percentEncoded)=\($0.1.percentEncoded)" }.joined(separator: "&")
    return ServiceCall(
      operation: operation,
      headers: [HTTPField("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
      body: Array(body.utf8))
  }
}

/// What is wrong with an answer that claims to be one.
struct AnswerProblem: Error, Equatable {
  var text: String

  init(_ text: String) { self.text = text }
}
