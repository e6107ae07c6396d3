import HTTP
import JSON

/// Calls AWS End User Messaging SMS, API v2
/// (<https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/Welcome.html>).
package struct SMSVoiceClient: Sendable {
  let service: ServiceClient

  /// Makes a client.
  package init(_ environment: ServiceEnvironment, endpoint: ServiceEndpoint) {
    service = ServiceClient(
      name: "SMS", signingName: AWSService.smsVoice.signingName, endpoint: endpoint, environment: environment)
  }

  /// Makes a call, and reads its answer.
  func call<Value>(
    _ operation: String, _ body: (inout JSONWriter) -> Void = { _ in },
    _ read: (JSONAnswer) throws(AnswerProblem) -> Value
  ) async throws(AWSError) -> Value {
    var json = JSONWriter()
    json.object(body)
    return try await service.send(.json(Self.target, operation, json.bytes)) { bytes throws(AnswerProblem) in
      try JSONAnswer.read(bytes, read)
    }
  }

  /// Reads all pages of a list.
  func list<Item>(
    _ operation: String, _ member: StaticString, _ body: (inout JSONWriter) -> Void = { _ in },
    _ read: (JSONAnswer) throws(AnswerProblem) -> Item
  ) async throws(AWSError) -> [Item] {
    var items: [Item] = []
    var token: String?
    repeat {
      let page = token
      token = try await call(operation) { json in
        body(&json)
        json.member("NextToken", page)
      } _: { answer throws(AnswerProblem) in
        for item in try answer.objects(member) { items.append(try read(item)) }
        return try answer.optionalText("NextToken")
      }
    } while token != nil
    return items
  }

  static let target = "PinpointSMSVoiceV2"
}
