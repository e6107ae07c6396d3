/// Calls AWS STS (<https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html>).
package struct STSClient: Sendable {
  let service: ServiceClient

  /// Makes a client.
  package init(_ environment: ServiceEnvironment, endpoint: ServiceEndpoint) {
    service = ServiceClient(
      name: "STS", signingName: AWSService.sts.signingName, endpoint: endpoint, environment: environment)
  }

  /// Says whose credentials these are; no right is needed to ask
  /// (<https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>).
  package func getCallerIdentity() async throws(AWSError) -> STSIdentity {
    let call = ServiceCall.query("GetCallerIdentity", version: "2011-06-15", [])
    return try await service.send(call) { bytes throws(AnswerProblem) in
      let result = try QueryAnswer.result(bytes, of: "GetCallerIdentity")
      return STSIdentity(
        account: try result.require("Account"), arn: try result.require("Arn"), userID: try result.require("UserId"))
    }
  }
}

/// Who makes the calls.
package struct STSIdentity: Equatable, Sendable {
  /// Names the account, in 12 digits.
  package var account: String
  /// Names the user or the role's session.
  package var arn: String
  /// Names it within AWS.
  package var userID: String
}
