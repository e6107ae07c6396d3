extension STSClient {
  /// Takes on a role with other credentials (<https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>).
  func assumeRole(_ role: AssumedRole) async throws(AWSError) -> CredentialDocument {
    let call = ServiceCall.query("AssumeRole", version: Self.version, role.fields)
    return try await credentials(call)
  }

  /// Takes on a role with a token of an identity provider's; the call is not signed
  /// (<https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html>).
  func assumeRole(_ role: AssumedRole, webIdentity token: String) async throws(AWSError) -> CredentialDocument {
    var call = ServiceCall.query(
      "AssumeRoleWithWebIdentity", version: Self.version, role.fields + [("WebIdentityToken", token)])
    call.isSigned = false
    return try await credentials(call)
  }

  private static let version = "2011-06-15"

  private func credentials(_ call: ServiceCall) async throws(AWSError) -> CredentialDocument {
    try await service.send(call) { bytes throws(AnswerProblem) in
      let result = try QueryAnswer.result(bytes, of: call.operation)
      guard let found = result["Credentials"] else { throw AnswerProblem("<Credentials> is missing") }
      return CredentialDocument(
        accessKeyID: try found.require("AccessKeyId"), secretAccessKey: try found.require("SecretAccessKey"),
        sessionToken: try found.require("SessionToken"), expiration: try found.require("Expiration"))
    }
  }
}

/// Which role is taken on, and how.
struct AssumedRole: Equatable {
  var arn: String
  /// Names the session in AWS's records.
  var sessionName: String
  var externalID: String?
  var durationSeconds: Int?

  fileprivate var fields: [(String, String)] {
    var fields = [("RoleArn", arn), ("RoleSessionName", sessionName)]
    if let externalID { fields.append(("ExternalId", externalID)) }
    if let durationSeconds { fields.append(("DurationSeconds", String(durationSeconds))) }
    return fields
  }
}
