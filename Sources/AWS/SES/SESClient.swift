import HTTP
import JSON

/// Calls Amazon SES, API v2 (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/Welcome.html>).
package struct SESClient: Sendable {
  let service: ServiceClient

  /// Makes a client.
  package init(_ environment: ServiceEnvironment, endpoint: ServiceEndpoint) {
    service = ServiceClient(
      name: "SES", signingName: AWSService.sesv2.signingName, endpoint: endpoint, environment: environment)
  }

  /// Makes a call whose answer is an object.
  func get<Value>(
    _ operation: String, _ path: String, _ read: (JSONAnswer) throws(AnswerProblem) -> Value
  ) async throws(AWSError) -> Value {
    try await service.send(.rest(operation, .get, "/v2/email/" + path)) { bytes throws(AnswerProblem) in
      try JSONAnswer.read(bytes, read)
    }
  }

  /// Makes a call whose answer is nothing.
  func change(
    _ operation: String, _ method: HTTPRequest.Method, _ path: String, _ body: (inout JSONWriter) -> Void
  ) async throws(AWSError) {
    var json = JSONWriter()
    json.object(body)
    try await service.send(.rest(operation, method, "/v2/email/" + path, json.bytes), JSONAnswer.readNothing)
  }
}
