import struct Foundation.Date
import HTTP
import JSON

/// Calls the portal of IAM Identity Center
/// (<https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/Welcome.html>).
struct SSOClient: Sendable {
  private let service: ServiceClient

  init(_ environment: ServiceEnvironment, endpoint: ServiceEndpoint) {
    service = ServiceClient(
      name: "SSO", signingName: AWSService.sso.signingName, endpoint: endpoint, environment: environment)
  }

  /// Gives the credentials of a role to who has logged in; the token is the proof, and nothing is signed
  /// (<https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html>).
  func getRoleCredentials(role: String, account: String, token: String) async throws(AWSError) -> CredentialDocument {
    var call = ServiceCall.rest(
      "GetRoleCredentials", .get,
      "/federation/credentials?role_name=\(role.percentEncoded)&account_id=\(account.percentEncoded)")
    call.headers.append(HTTPField("x-amz-sso_bearer_token", token))
    call.isSigned = false
    return try await service.send(call) { bytes throws(AnswerProblem) in
      try JSONAnswer.read(bytes) { answer throws(AnswerProblem) in
        let found = try answer.object("roleCredentials")
        return CredentialDocument(
          accessKeyID: try found.text("accessKeyId"), secretAccessKey: try found.text("secretAccessKey"),
          sessionToken: try found.text("sessionToken"),
          expiration: try found.optionalInteger("expiration").map {
            Date(timeIntervalSince1970: Double($0) / 1000).rfc3339Seconds
          })
      }
    }
  }
}
