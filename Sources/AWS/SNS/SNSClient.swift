/// Calls Amazon SNS (<https://docs.aws.amazon.com/sns/latest/api/welcome.html>).
package struct SNSClient: Sendable {
  private let service: ServiceClient

  /// Makes a client.
  package init(_ environment: ServiceEnvironment, endpoint: ServiceEndpoint) {
    service = ServiceClient(
      name: "SNS", signingName: AWSService.sns.signingName, endpoint: endpoint, environment: environment)
  }

  /// Makes a call and reads its result.
  func send<Value>(
    _ operation: String, _ fields: [(String, String)],
    _ read: (XMLElement) throws(AnswerProblem) -> Value
  ) async throws(AWSError) -> Value {
    let call = ServiceCall.query(operation, version: "2010-03-31", fields)
    return try await service.send(call) { bytes throws(AnswerProblem) in
      try read(QueryAnswer.result(bytes, of: operation))
    }
  }

  /// Makes a call that gives nothing.
  func send(_ operation: String, _ fields: [(String, String)]) async throws(AWSError) {
    let call = ServiceCall.query(operation, version: "2010-03-31", fields)
    try await service.send(call) { bytes throws(AnswerProblem) in _ = try QueryAnswer.root(bytes, of: operation) }
  }

  /// Writes a map as the query protocol wants it: `Attributes.entry.1.key`, `Attributes.entry.1.value`.
  static func fields(_ name: String, _ map: [String: String]) -> [(String, String)] {
    map.sorted { $0.key < $1.key }.enumerated().flatMap { index, entry in
      [("\(name).entry.\(index + 1).key", entry.key), ("\(name).entry.\(index + 1).value", entry.value)]
    }
  }
}
