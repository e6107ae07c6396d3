import Foundation
import HTTP
import Testing
import TestSupport

@testable import AWS

/// Profiles of companies: roles, web identities, logins. The shapes of calls and answers, and what comes before what, are
/// botocore's (1.43.11: `credentials.py`, `data/sts`, `data/sso`).
@Suite struct ProfileSourceTests {
  private let folder: TemporaryFolder
  private let clock = SettableClock()

  init() throws { folder = try TemporaryFolder() }

  private func find(
    _ transport: any HTTPTransport, profile: String? = nil, _ variables: [String: String] = [:]
  ) async throws -> Credentials {
    let environment = AWSEnvironment(
      variables: ["HOME": folder.path, "AWS_REGION": "eu-west-1", "PATH": folder.path + "/bin"]
        .merging(variables) { $1 }, profile: profile)
    let clock = clock
    return try await CredentialChain(environment: environment, transport: transport) {
      Date(timeIntervalSince1970: clock.seconds)
    }.credentials()
  }

  private func failure(_ transport: any HTTPTransport = ScriptedTransport([]), profile: String) async -> String {
    let error = await #expect(throws: CredentialError.self) { try await find(transport, profile: profile) }
    return error?.context ?? ""
  }

  private static func answer(_ operation: String, _ id: String) -> ScriptedTransport.Step {
    .ok(
      """
      <\(operation)Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><\(operation)Result>
      <AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/r/s</Arn></AssumedRoleUser>
      <Credentials><AccessKeyId>\(id)</AccessKeyId><SecretAccessKey>secret-\(id)</SecretAccessKey>
      <SessionToken>token-\(id)</SessionToken><Expiration>2026-11-21T09:09:10Z</Expiration></Credentials>
      </\(operation)Result></\(operation)Response>
      """)
  }

  private static func fields(_ request: HTTPRequest) -> [String: String] {
    let pairs = String(decoding: request.body, as: UTF8.self).split(separator: "&").map { pair in
      pair.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
    }
    return Dictionary(pairs.map { ($0[0], $0.count > 1 ? $0[1] : "") }) { first, _ in first }
  }

  private static func key(_ request: HTTPRequest) -> String? {
    request.headers.first { $0.name == "Authorization" }.flatMap { field in
      field.value.firstRange(of: "Credential=").map { String(field.value[$0.upperBound...].prefix { $0 != "/" }) }
    }
  }

  // MARK: Roles

  @Test func aRoleIsTakenOnWithItsSourceProfile() async throws {
    try folder.write("[base]\naws_access_key_id = BASE\naws_secret_access_key = s\n", to: ".aws/credentials")
    try folder.write(
      """
      [profile ops]
      role_arn = arn:aws:iam::123456789012:role/mailer
      source_profile = base
      external_id = ext 1
      role_session_name = kim
      duration_seconds = 900
      """, to: ".aws/config")
    let transport = ScriptedTransport([Self.answer("AssumeRole", "ROLE")])
    let found = try await find(transport, profile: "ops")
    #expect(
      found
        == Credentials(
          accessKeyID: "ROLE", secretAccessKey: "secret-ROLE", sessionToken: "token-ROLE",
          expiration: Date(timeIntervalSince1970: 1_795_252_150),
          source: "role arn:aws:iam::123456789012:role/mailer of profile ops"))
    let request = try #require(transport.requests.first)
    #expect(request.url == "https://sts.eu-west-1.amazonaws.com/")
    #expect(Self.key(request) == "BASE")
    #expect(
      Self.fields(request) == [
        "Action": "AssumeRole", "Version": "2011-06-15", "RoleArn": "arn:aws:iam::123456789012:role/mailer",
        "RoleSessionName": "kim", "ExternalId": "ext 1", "DurationSeconds": "900",
      ])
  }

  @Test func aRoleMayBeTheSourceOfAnother() async throws {
    try folder.write(
      """
      [profile c]
      role_arn = arn:c
      source_profile = b
      [profile b]
      role_arn = arn:b
      source_profile = a
      [profile a]
      aws_access_key_id = A
      aws_secret_access_key = s
      """, to: ".aws/config")
    let transport = ScriptedTransport([Self.answer("AssumeRole", "B"), Self.answer("AssumeRole", "C")])
    #expect(try await find(transport, profile: "c").accessKeyID == "C")
    #expect(transport.requests.map(Self.key) == ["A", "B"])
    #expect(transport.requests.map { Self.fields($0)["RoleArn"] } == ["arn:b", "arn:c"])
    #expect(Self.fields(transport.requests[0])["RoleSessionName"] == "sendboard-1795248550")
  }

  /// Keys and role in one profile: the keys are what it is taken on with.
  @Test func aProfileMayBeItsOwnSource() async throws {
    try folder.write(
      "[x]\naws_access_key_id = X\naws_secret_access_key = s\nrole_arn = arn:x\nsource_profile = x\n",
      to: ".aws/credentials")
    let transport = ScriptedTransport([Self.answer("AssumeRole", "R")])
    #expect(try await find(transport, profile: "x").accessKeyID == "R")
    #expect(transport.requests.map(Self.key) == ["X"])
  }

  @Test func aRoleIsTakenOnWithTheEnvironmentsKeys() async throws {
    try folder.write("[profile x]\nrole_arn = arn:x\ncredential_source = Environment\n", to: ".aws/config")
    let transport = ScriptedTransport([Self.answer("AssumeRole", "R")])
    let keys = ["AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "s"]
    #expect(try await find(transport, profile: "x", keys).accessKeyID == "R")
    #expect(transport.requests.map(Self.key) == ["ENV"])
  }

  @Test func whatIsWrongWithARoleIsSaid() async throws {
    try folder.write(
      """
      [profile round]
      role_arn = arn:1
      source_profile = trip
      [profile trip]
      role_arn = arn:2
      source_profile = round
      [profile both]
      role_arn = arn:x
      source_profile = x
      credential_source = Environment
      [profile none]
      role_arn = arn:x
      [profile nowhere]
      role_arn = arn:x
      source_profile = missing
      [profile code]
      role_arn = arn:x
      source_profile = base
      mfa_serial = arn:mfa
      [profile place]
      role_arn = arn:x
      credential_source = Elsewhere
      [profile base]
      aws_access_key_id = A
      aws_secret_access_key = MARKER
      [profile denied]
      role_arn = arn:x
      source_profile = base
      """, to: ".aws/config")
    #expect(await failure(profile: "round").contains("in a circle: round → trip → round"))
    #expect(await failure(profile: "both").contains("only one may be there"))
    #expect(await failure(profile: "none").contains("source_profile or credential_source is missing"))
    #expect(await failure(profile: "nowhere").contains("profile missing is in neither"))
    #expect(await failure(profile: "code").contains("mfa_serial asks for a code"))
    #expect(await failure(profile: "place").contains("credential_source may be Environment"))
    let denied = ScriptedTransport([
      .status(
        403,
        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no sts:AssumeRole for you</Message></Error></ErrorResponse>"
      )
    ])
    let words = await failure(denied, profile: "denied")
    #expect(words.hasPrefix("role arn:x of profile denied: no sts:AssumeRole for you (STS AssumeRole, AccessDenied"))
    #expect(!words.contains("MARKER"))
  }

  // MARK: Web identities

  @Test(arguments: [true, false]) func aWebIdentityTakesOnItsRoleUnsigned(isInEnvironment: Bool) async throws {
    try folder.write("the.token\n", to: "token")
    try folder.write("[default]\naws_access_key_id = FILE\naws_secret_access_key = s\n", to: ".aws/credentials")
    try folder.write(
      "[profile pod]\nrole_arn = arn:pod\nweb_identity_token_file = \(folder.path)/token\n", to: ".aws/config")
    let transport = ScriptedTransport([Self.answer("AssumeRoleWithWebIdentity", "POD")])
    let variables = [
      "AWS_WEB_IDENTITY_TOKEN_FILE": folder.path + "/token", "AWS_ROLE_ARN": "arn:pod",
      "AWS_ROLE_SESSION_NAME": "pod-1",
    ]
    let found = try await isInEnvironment ? find(transport, variables) : find(transport, profile: "pod")
    #expect(found.accessKeyID == "POD" && found.source == "role arn:pod by web identity")
    let request = try #require(transport.requests.first)
    #expect(Self.key(request) == nil)
    #expect(
      Self.fields(request) == [
        "Action": "AssumeRoleWithWebIdentity", "Version": "2011-06-15", "RoleArn": "arn:pod",
        "RoleSessionName": isInEnvironment ? "pod-1" : "sendboard-1795248550", "WebIdentityToken": "the.token",
      ])
  }

  @Test func keysInTheEnvironmentComeBeforeAWebIdentity() async throws {
    let found = try await find(
      ScriptedTransport([]),
      ["AWS_WEB_IDENTITY_TOKEN_FILE": "/t", "AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "s"])
    #expect(found.accessKeyID == "ENV")
  }

  @Test func aTokenThatIsNotThereIsSaid() async throws {
    try folder.write("[profile pod]\nrole_arn = arn:pod\nweb_identity_token_file = /nowhere\n", to: ".aws/config")
    #expect(await failure(profile: "pod").contains("the token file /nowhere cannot be read"))
  }

  // MARK: Logins

  private static let sso = """
    [profile dev]
    sso_session = corp
    sso_account_id = 123456789012
    sso_role_name = Mail Sender
    [sso-session corp]
    sso_region = eu-central-1
    sso_start_url = https://corp.awsapps.com/start
    """

  private func login(as name: String, until end: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/.aws/sso/cache", withIntermediateDirectories: true)
    try folder.write(
      #"{"accessToken":"MARKER","expiresAt":"\#(end)","region":"eu-central-1"}"#, to: ".aws/sso/cache/\(name).json")
  }

  /// Has a shell write it: a file that this process wrote may be busy for a moment when it is run.
  private func installCLI(_ script: String) async throws {
    let path = folder.path + "/bin"
    let made = try await ChildProcess(
      executable: "/bin/sh",
      arguments: [
        "sh", "-c", #"mkdir -p "$1" && printf '%s' "$2" > "$1/aws" && chmod 755 "$1/aws""#, "sh", path, script,
      ],
      environment: ["PATH": "/bin:/usr/bin"], timeLimit: .seconds(20)
    ).run()
    try #require(made.status == 0)
  }

  private static let cli = """
    #!/bin/sh
    asked=$(echo "$*" | /usr/bin/tr ' ' '_')
    echo '{"Version":1,"AccessKeyId":"CLI","SecretAccessKey":"s","SessionToken":"'"$asked"'"}'
    """

  @Test func aLoginIsExchangedForCredentials() async throws {
    try folder.write(Self.sso, to: ".aws/config")
    // `printf corp | sha1sum`
    try login(as: "ee0bfd2552fbd840c02cc48b6e823320543c450f", until: "2026-11-21T12:00:00Z")
    let transport = ScriptedTransport([
      .ok(
        #"{"roleCredentials":{"accessKeyId":"SSO","secretAccessKey":"s","sessionToken":"t","#
          + #""expiration":1795252150000}}"#)
    ])
    let found = try await find(transport, profile: "dev")
    #expect(
      found
        == Credentials(
          accessKeyID: "SSO", secretAccessKey: "s", sessionToken: "t",
          expiration: Date(timeIntervalSince1970: 1_795_252_150), source: "SSO of profile dev"))
    let request = try #require(transport.requests.first)
    #expect(
      request.url
        == "https://portal.sso.eu-central-1.amazonaws.com/federation/credentials?role_name=Mail%20Sender&account_id=123456789012"
    )
    #expect(request.method == .get)
    #expect(request.headers == [HTTPField("x-amz-sso_bearer_token", "MARKER")])
  }

  @Test func aProfileWithoutASessionHasItsTokenUnderTheStartURL() async throws {
    try folder.write(
      "[profile old]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = us-east-1\n"
        + "sso_account_id = 1\nsso_role_name = r\n", to: ".aws/config")
    // `printf https://corp.awsapps.com/start | sha1sum`
    try login(as: "a51746d4aa793ae07b25e90c3a5db96fc7832bd7", until: "2026-11-21T12:00:00Z")
    let transport = ScriptedTransport([
      .ok(
        #"{"roleCredentials":{"accessKeyId":"OLD","secretAccessKey":"s","sessionToken":"t","expiration":"9999999999000"}}"#
      )
    ])
    #expect(try await find(transport, profile: "old").accessKeyID == "OLD")
  }

  @Test func aLoginThatHasEndedIsLeftToTheCLIOrSaid() async throws {
    try folder.write(Self.sso, to: ".aws/config")
    try login(as: "ee0bfd2552fbd840c02cc48b6e823320543c450f", until: "2026-11-21T08:09:10Z")
    let words = await failure(profile: "dev")
    #expect(words.contains("there is no program aws in PATH; log in with 'aws sso login --profile dev'"))
    #expect(!words.contains("MARKER"))
    try await installCLI(Self.cli)
    let found = try await find(ScriptedTransport([]), profile: "dev")
    #expect(found.accessKeyID == "CLI" && found.source == "AWS CLI for profile dev")
    #expect(found.sessionToken == "configure_export-credentials_--profile_dev_--format_process")
  }

  @Test func aTokenThatThePortalRejectsIsALoginThatIsOver() async throws {
    try folder.write(Self.sso, to: ".aws/config")
    try login(as: "ee0bfd2552fbd840c02cc48b6e823320543c450f", until: "2026-11-21T12:00:00Z")
    let transport = ScriptedTransport([
      .status(
        401, #"{"message":"Session token not found or invalid"}"#,
        [HTTPField("x-amzn-ErrorType", "UnauthorizedException")])
    ])
    #expect(await failure(transport, profile: "dev").hasSuffix("log in with 'aws sso login --profile dev'"))
  }

  @Test func aLoginAtTheConsoleIsTheCLIs() async throws {
    try folder.write("[profile console]\nlogin_session = arn:x\n", to: ".aws/config")
    #expect(await failure(profile: "console").contains("login_session needs the AWS CLI"))
    try await installCLI(Self.cli)
    #expect(try await find(ScriptedTransport([]), profile: "console").accessKeyID == "CLI")
    // As version 1 says it.
    try await installCLI(
      "#!/bin/sh\necho 'aws: error: argument subcommand: Invalid choice, valid choices are:' >&2\nexit 2\n")
    #expect(await failure(profile: "console").contains("needs version 2 of the AWS CLI, and aws in PATH is version 1"))
    try await installCLI("#!/bin/sh\necho 'Your session has expired.' >&2\nexit 255\n")
    #expect(
      await failure(profile: "console").contains("status 255: Your session has expired.; log in with 'aws login'"))
  }

  @Test func whatIsWrongWithALoginIsSaid() async throws {
    try folder.write(
      """
      [profile gone]
      sso_session = nobody
      sso_account_id = 1
      sso_role_name = r
      [profile half]
      sso_session = corp
      sso_account_id = 1
      [profile two]
      sso_session = corp
      sso_account_id = 1
      sso_role_name = r
      sso_region = us-east-1
      [sso-session corp]
      sso_region = eu-central-1
      sso_start_url = https://corp
      """, to: ".aws/config")
    #expect(await failure(profile: "gone").contains("no section [sso-session nobody]"))
    #expect(await failure(profile: "half").contains("sso_role_name is missing"))
    #expect(await failure(profile: "two").contains("sso_region is one in the profile and another in its sso-session"))
  }

  /// A role may have a login as its source.
  @Test func aRoleIsTakenOnWithALogin() async throws {
    try folder.write(Self.sso + "\n[profile r]\nrole_arn = arn:r\nsource_profile = dev\n", to: ".aws/config")
    try login(as: "ee0bfd2552fbd840c02cc48b6e823320543c450f", until: "2026-11-21T12:00:00Z")
    let transport = ScriptedTransport([
      .ok(
        #"{"roleCredentials":{"accessKeyId":"SSO","secretAccessKey":"s","sessionToken":"t","expiration":1795252150000}}"#
      ),
      Self.answer("AssumeRole", "R"),
    ])
    #expect(try await find(transport, profile: "r").accessKeyID == "R")
    #expect(transport.requests.map(Self.key) == [nil, "SSO"])
  }
}
