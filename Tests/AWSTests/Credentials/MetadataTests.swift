import Foundation
import HTTP
import Testing
import TestSupport

@testable import AWS

/// The answers are those that AWS's documentation prints, with other keys.
@Suite struct MetadataTests {
  private let now = Date(timeIntervalSince1970: 1_795_248_550)
  private static let role = "http://169.254.169.254/latest/meta-data/iam/security-credentials/"
  private static let tokenURL = "PUT http://169.254.169.254/latest/api/token"
  private static let document = """
    {
      "Code" : "Success",
      "LastUpdated" : "2026-11-21T07:09:10Z",
      "Type" : "AWS-HMAC",
      "AccessKeyId" : "ASIAEXAMPLE",
      "SecretAccessKey" : "secret",
      "Token" : "token",
      "Expiration" : "2026-11-21T14:09:10Z"
    }
    """

  private func instance(
    _ answers: [String: (status: Int, body: String)], _ variables: [String: String] = [:]
  ) async throws -> (Credentials?, FakeTransport) {
    let transport = FakeTransport(answers)
    let provider = InstanceProvider(environment: AWSEnvironment(variables: variables), transport: transport)
    return (try await provider.find(now: now), transport)
  }

  private func container(
    _ answers: [String: (status: Int, body: String)], _ variables: [String: String]
  ) async throws -> (Credentials?, FakeTransport) {
    let transport = FakeTransport(answers)
    let provider = ContainerProvider(
      environment: AWSEnvironment(variables: variables), transport: transport, pause: .zero)
    return (try await provider.find(now: now), transport)
  }

  @Test func anInstanceGivesItsRolesKeys() async throws {
    let (found, transport) = try await instance([
      MetadataTests.tokenURL: (200, "AQAE-token=="), "GET \(MetadataTests.role)": (200, "mailer"),
      "GET \(MetadataTests.role)mailer": (200, MetadataTests.document),
    ])
    #expect(
      found
        == Credentials(
          accessKeyID: "ASIAEXAMPLE", secretAccessKey: "secret", sessionToken: "token",
          expiration: now.addingTimeInterval(6 * 3_600), source: "instance role mailer"))
    #expect(
      transport.requests.map(\.headers) == [
        [HTTPField("X-aws-ec2-metadata-token-ttl-seconds", "21600")],
        [HTTPField("X-aws-ec2-metadata-token", "AQAE-token==")],
        [HTTPField("X-aws-ec2-metadata-token", "AQAE-token==")],
      ])
    #expect(transport.requests.allSatisfy { $0.timeout == .seconds(1) && !$0.usesProxy })
  }

  @Test func theServiceMayBeElsewhere() async throws {
    let (_, named) = try await instance([:], ["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:1338/"])
    #expect(named.requests.map(\.url) == ["http://127.0.0.1:1338/latest/api/token"])
    let (_, six) = try await instance([:], ["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "IPv6"])
    #expect(six.requests.map(\.url) == ["http://[fd00:ec2::254]/latest/api/token"])
  }

  @Test func noInstanceIsNoError() async throws {
    #expect(try await instance([:]).0 == nil)
    #expect(try await instance([MetadataTests.tokenURL: (403, "")]).0 == nil)
    for answer in [(404, ""), (200, "\n")] {
      let answers = [MetadataTests.tokenURL: (200, "t"), "GET \(MetadataTests.role)": answer]
      #expect(try await instance(answers).0 == nil)
    }
  }

  @Test(arguments: [
    ("t", "mailer", 200, #"{"Code":"AssumeRoleUnauthorized","Message":"MARKER"}"#, "AssumeRoleUnauthorized"),
    ("t", "mailer", 200, #"{"Code":"MARKER MARKER"}"#, "unknown code"),
    ("t", "mailer", 200, "<html>MARKER</html>", "not the JSON"), ("t", "mailer", 500, "MARKER", "status 500"),
    ("t", "mailer", 404, "MARKER", "no credentials"), ("t", "MARKER/..", 200, "", "role's name"),
    ("<html> MARKER", "mailer", 200, "", "token is none"),
    ("t", "mailer", 200, #"{"Code":"Success","SecretAccessKey":"MARKER"}"#, "access key id is missing"),
    (
      "t", "mailer", 200,
      #"{"AccessKeyId":"A","SecretAccessKey":"MARKER","Token":"MARKER","Expiration":"2026-11-21T08:09:09Z"}"#, "expired"
    ),
  ]) func aServiceThatAnswersWrongIsAnError(
    token: String, role: String, status: Int, body: String, words: String
  ) async throws {
    let error = await #expect(throws: CredentialError.self) {
      try await instance([
        MetadataTests.tokenURL: (200, token), "GET \(MetadataTests.role)": (200, role),
        "GET \(MetadataTests.role)\(role)": (status, body),
      ])
    }
    #expect(error?.context.contains(words) == true)
    #expect(error.map { String(reflecting: $0) }?.contains("MARKER") == false)
  }

  @Test func aContainerGivesItsTasksKeys() async throws {
    let (found, transport) = try await container(
      ["GET http://169.254.170.2/v2/credentials/1?a=b": (200, MetadataTests.document)],
      ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/credentials/1?a=b"])
    #expect(found?.accessKeyID == "ASIAEXAMPLE")
    #expect(found?.source == "container")
    #expect(transport.requests.map(\.headers) == [[HTTPField("Accept", "application/json")]])
    #expect(transport.requests.map(\.usesProxy) == [false])
    #expect(try await container([:], [:]).0 == nil)
  }

  @Test func theTokenOfTheFileIsSent() async throws {
    let folder = try TemporaryFolder()
    try folder.write("from-file\n", to: "token")
    let url = "http://169.254.170.23/v1/credentials"
    let variables = [
      "AWS_CONTAINER_CREDENTIALS_FULL_URI": url, "AWS_CONTAINER_AUTHORIZATION_TOKEN": "Bearer direct",
    ]
    let answers = ["GET \(url)": (status: 200, body: MetadataTests.document)]
    let (_, direct) = try await container(answers, variables)
    #expect(direct.requests[0].headers.last == HTTPField("Authorization", "Bearer direct"))
    let file = ["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": folder.path + "/token"]
    let (_, filed) = try await container(answers, variables.merging(file) { $1 })
    #expect(filed.requests[0].headers.last == HTTPField("Authorization", "from-file"))
    try folder.write("MARKER\r\nX: MARKER", to: "token")
    for path in ["token", "absent"] {
      let error = await #expect(throws: CredentialError.self) {
        try await container(
          answers,
          variables.merging(["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "\(folder.path)/\(path)"]) { $1 })
      }
      #expect(error?.context.contains("MARKER") == false)
    }
  }

  @Test(arguments: [
    ("https://anywhere.example/x", true), ("http://localhost:8080/x", true), ("http://127.9.9.9/x", true),
    ("http://[::1]:1/x", true), ("http://169.254.170.2/x", true), ("http://[fd00:ec2::23]/x", true),
    ("http://169.254.169.254/x", false), ("http://anywhere.example/x", false), ("http://127.0.0.1.example/x", false),
    ("http://127.0.0.1@example/x", false), ("http://127.0.0.1\\@example/x", false),
    ("http://example#@127.0.0.1/", false),
    ("http://example?@127.0.0.1/", false), ("ftp://127.0.0.1/x", false), ("127.0.0.1/x", false),
    ("http://127.1/x", false),
  ]) func keysAreAskedForOnlyWhereNobodyListensInBetween(url: String, trusted: Bool) async throws {
    let variables = ["AWS_CONTAINER_CREDENTIALS_FULL_URI": url]
    let transport = FakeTransport()
    let provider = ContainerProvider(
      environment: AWSEnvironment(variables: variables), transport: transport, pause: .zero)
    await #expect(throws: CredentialError.self) { try await provider.find(now: now) }
    #expect(transport.requests.isEmpty == !trusted)
  }

  @Test(arguments: [(503, 3), (429, 3), (401, 1), (200, 1)])
  func anAgentThatStartsIsAskedAgain(status: Int, tries: Int) async throws {
    let url = "http://localhost/x"
    let transport = FakeTransport(["GET \(url)": (status, "MARKER")])
    let variables = ["AWS_CONTAINER_CREDENTIALS_FULL_URI": url, "AWS_CONTAINER_AUTHORIZATION_TOKEN": "MARKER"]
    let provider = ContainerProvider(
      environment: AWSEnvironment(variables: variables), transport: transport, pause: .zero)
    let error = await #expect(throws: CredentialError.self) { try await provider.find(now: now) }
    #expect(transport.requests.count == tries)
    #expect(error.map { String(reflecting: $0) }?.contains("MARKER") == false)
  }
}
