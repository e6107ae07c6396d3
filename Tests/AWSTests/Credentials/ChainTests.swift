import HTTP
import Foundation
import Testing
import TestSupport

@testable import AWS

@Suite struct ChainTests {
  private let folder: TemporaryFolder
  private let clock = SettableClock()

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "[default]\naws_access_key_id = FILE\naws_secret_access_key = s\n[ops]\naws_access_key_id = OPS\n"
        + "aws_secret_access_key = s\naws_session_token = t\n", to: ".aws/credentials")
  }

  private func find(
    _ variables: [String: String], profile: String? = nil, _ transport: FakeTransport = FakeTransport()
  ) async throws -> Credentials {
    let environment = AWSEnvironment(
      variables: ["HOME": folder.path].merging(variables) { $1 }, profile: profile)
    let clock = clock
    return try await CredentialChain(environment: environment, transport: transport) {
      Date(timeIntervalSince1970: clock.seconds)
    }.credentials()
  }

  private static let keys = ["AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "MARKER"]

  @Test func theEnvironmentComesFirst() async throws {
    let found = try await find(ChainTests.keys.merging(["AWS_SESSION_TOKEN": "t\n"]) { $1 })
    #expect(
      found == Credentials(accessKeyID: "ENV", secretAccessKey: "MARKER", sessionToken: "t", source: "environment"))
    let named = try await find(ChainTests.keys.merging(["AWS_PROFILE": "ops"]) { $1 })
    #expect(named.source == "environment")
  }

  @Test func aProfileNamedByTheOperatorBeatsTheEnvironment() async throws {
    let found = try await find(ChainTests.keys, profile: "ops")
    #expect(found == Credentials(accessKeyID: "OPS", secretAccessKey: "s", sessionToken: "t", source: "profile ops"))
  }

  @Test func filesComeBeforeTheContainer() async throws {
    let transport = FakeTransport()
    let found = try await find(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/x"], transport)
    #expect(found.source == "profile default")
    #expect(transport.requests.isEmpty)
    #expect(try await find(["AWS_PROFILE": "ops"]).source == "profile ops")
  }

  @Test func halfAPairIsAnErrorAndNotPassedOver() async throws {
    let error = await #expect(throws: CredentialError.self) { try await find(["AWS_SECRET_ACCESS_KEY": "MARKER"]) }
    #expect(error?.code == .unusable)
    #expect(error?.context.contains("AWS_SECRET_ACCESS_KEY is set and AWS_ACCESS_KEY_ID is not") == true)
    try folder.write("[half]\naws_secret_access_key = MARKER\n", to: ".aws/credentials")
    let half = await #expect(throws: CredentialError.self) { try await find([:], profile: "half") }
    #expect(half?.context == "profile half: the access key id is missing")
  }

  @Test func expiredKeysAreAnErrorWithWords() async throws {
    let variables = ChainTests.keys.merging(["AWS_CREDENTIAL_EXPIRATION": "2026-11-21T10:09:10+02:00"]) { $1 }
    let error = await #expect(throws: CredentialError.self) { try await find(variables) }
    #expect(error?.code == .expired)
    #expect(error?.context.contains("2026-11-21T08:09:10Z") == true)
    clock.advance(-1)
    #expect(try await find(variables).expiration == Date(timeIntervalSince1970: 1_795_248_550))
  }

  @Test(arguments: [
    "role_arn = arn:x\nsource_profile = missing", "sso_account_id = x", "sso_role_name = r",
    "web_identity_token_file = /x", "role_arn = arn:x\ncredential_source = Environment", "login_session = arn:x",
  ]) func whatIsMeantAndCannotBeHadIsAnError(lines: String) async throws {
    // The keys beside it are another identity, and must not be taken in its place.
    try folder.write(
      "[profile x y]\n\(lines)\naws_access_key_id = A\naws_secret_access_key = MARKER\n"
        .replacing("x y", with: "\"x y\""), to: ".aws/config")
    let error = await #expect(throws: CredentialError.self) { try await find([:], profile: "x y") }
    #expect(error?.code == .unusable)
    #expect(error?.context.contains("MARKER") == false)
  }

  /// As botocore 1.43 finds them: keys in the credentials file come before a login, and what belongs to a role is nothing
  /// without the role.
  @Test(arguments: [
    "login_session = arn:x", "source_profile = default", "credential_source = Environment", "sso_session = x",
    "sso_start_url = https://x",
  ])
  func keysInTheCredentialsFileAreTaken(line: String) async throws {
    try folder.write("[profile x]\n\(line)\n", to: ".aws/config")
    try folder.write("[x]\naws_access_key_id = A\naws_secret_access_key = s\n", to: ".aws/credentials")
    #expect(try await find([:], profile: "x").accessKeyID == "A")
  }

  @Test func nothingAnywhereIsAnErrorThatSaysWhatToDo() async throws {
    try folder.write("[profile ops]\nregion = eu-west-1\n", to: ".aws/config")
    try folder.write("", to: ".aws/credentials")
    let transport = FakeTransport()
    let error = await #expect(throws: CredentialError.self) { try await find(["AWS_PROFILE": "ops"], transport) }
    #expect(error?.code == CredentialError.Code.none)
    #expect(error?.context.contains("aws configure") == true)
    // A laptop waits for the one request that nobody answers.
    #expect(transport.requests.map(\.timeout) == [.seconds(1)])
    #expect(transport.requests.allSatisfy { !$0.usesProxy })
    let silent = FakeTransport()
    await #expect(throws: CredentialError.self) {
      try await find(["AWS_PROFILE": "ops", "AWS_EC2_METADATA_DISABLED": "True"], silent)
    }
    #expect(silent.requests.isEmpty)
  }

  @Test(arguments: [
    "[default]\naws_secret_access_key = MARKER\nMARKER", "[default]\naws_secret_access_key = MARKER",
    "[default]\naws_access_key_id = A\naws_secret_access_key = MARKER MARKER",
    "[default]\naws_access_key_id = MARKER\u{7}\naws_secret_access_key = MARKER",
    "MARKER = 1", "[default]\naws_access_key_id = A\naws_secret_access_key = s\naws_session_token = MARKER\n  MARKER",
  ]) func aBrokenFileShowsNoSecret(text: String) async throws {
    try folder.write(text, to: ".aws/credentials")
    let error = await #expect(throws: CredentialError.self) { try await find([:]) }
    #expect(error?.code == .unusable)
    var shown = error.map { "\($0) \(String(reflecting: $0))" } ?? ""
    dump(error, to: &shown)
    #expect(!shown.contains("MARKER"))
  }

  @Test func partsOfTheChainShowNoSecret() throws {
    try folder.write("[default]\naws_secret_access_key = MARKER\n", to: ".aws/credentials")
    let environment = AWSEnvironment(variables: ["HOME": folder.path, "AWS_SESSION_TOKEN": "MARKER"])
    let profile = try AWSProfile(environment)
    #expect(profile["aws_secret_access_key"] == "MARKER")
    let process = CredentialProcess(command: "x MARKER", environment: environment, timeLimit: .seconds(1))
    let document = try CredentialDocument(Array(#"{"SecretAccessKey":"MARKER"}"#.utf8), source: "x")
    let chain = CredentialChain(environment: environment, transport: FakeTransport())
    for value: Any in [profile, process, document, chain] {
      var text = String(reflecting: type(of: value))
      dump(value, to: &text)
      #expect(!text.contains("MARKER"))
    }
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0.0), ("2026-11-21T08:09:10Z", 1_795_248_550), ("2026-11-21t08:09:10Z", nil),
    ("2026-11-21T08:09:10.999Z", 1_795_248_550), ("2026-11-21T10:39:10+02:30", 1_795_248_550),
    ("2026-11-21T03:09:10-0500", 1_795_248_550), ("2024-02-29 23:59:59Z", 1_709_251_199), ("", nil),
    ("2026-11-21T08:09:10", nil), ("2026-11-21", nil), ("2026-13-21T08:09:10Z", nil), ("2026-11-21T08:09:10Zx", nil),
    ("2026-11-21T08:09:10.Z", nil), ("1795248550", nil), ("2026-11-21T08:09:10+02:3", nil),
  ]) func momentsAreRead(text: String, seconds: Double?) {
    #expect(Date(rfc3339: text)?.timeIntervalSince1970 == seconds)
  }
}
