import HTTP
import JSON

/// Calls Amazon SQS (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/Welcome.html>).
///
/// Every call but ``startMessageMoveTask(from:)`` is tried again when nobody knows what became of it. A send
/// that was done may then be done twice: who receives must expect that of a queue that delivers at least once.
package struct SQSClient: Sendable {
  let service: ServiceClient

  /// Makes a client.
  package init(_ environment: ServiceEnvironment, endpoint: ServiceEndpoint) {
    service = ServiceClient(
      name: "SQS", signingName: AWSService.sqs.signingName, endpoint: endpoint, environment: environment)
  }

  /// Builds a call with its members written by `body`.
  func call(_ operation: String, capacity: Int = 256, _ body: (inout JSONWriter) -> Void) -> ServiceCall {
    var json = JSONWriter(capacity: capacity)
    json.object(body)
    // Errors then keep the codes that SQS has had since its older protocol
    // (<https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait>).
    return .json("AmazonSQS", operation, json.bytes).with(HTTPField("x-amzn-query-mode", "true"))
  }
}
