import JSON

/// Calls Amazon SQS (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/Welcome.html>).
///
/// Every call but ``startMessageMoveTask(from:to:perSecond:)`` may be done twice without harm: a queue of this kind
/// delivers at least once anyway.
public struct SQSClient: Sendable {
  let service: ServiceClient

  /// Makes a client.
  public init(_ environment: ServiceEnvironment, endpoint: ServiceEndpoint) {
    service = ServiceClient(
      name: "SQS", signingName: AWSService.sqs.signingName, endpoint: endpoint, environment: environment)
  }

  /// Builds a call with its members written by `body`.
  func call(_ operation: String, capacity: Int = 256, _ body: (inout JSONWriter) -> Void) -> ServiceCall {
    var json = JSONWriter(capacity: capacity)
    json.object(body)
    return .json("AmazonSQS", operation, json.bytes)
  }
}
