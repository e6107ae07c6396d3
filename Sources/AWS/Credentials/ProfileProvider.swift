import struct Foundation.Date

/// Finds credentials in the shared files: keys, or a process that prints them.
struct ProfileProvider: CredentialProvider {
  let environment: AWSEnvironment
  var timeLimit: Duration = .seconds(60)

  func find(now: Date) async throws -> Credentials? {
    let profile: AWSProfile
    do throws(AWSConfigurationError) {
      profile = try AWSProfile(environment)
    } catch {
      throw CredentialError(.unusable, error.context)
    }
    try refuse(profile, Self.beforeKeys)
    if let found = try keys(profile.name, now, { profile.inCredentialsFile($0) }) { return found }
    try refuse(profile, Self.afterKeys)
    if let command = profile["credential_process"] {
      let process = CredentialProcess(command: command, environment: environment, timeLimit: timeLimit)
      return try await process.run(now: now)
    }
    return try keys(profile.name, now) { profile.inConfigFile($0) }
  }

  private func keys(_ name: String, _ now: Date, _ value: (String) -> String?) throws -> Credentials? {
    let id = value("aws_access_key_id")
    let secret = value("aws_secret_access_key")
    if id == nil, secret == nil { return nil }
    return try .checked(
      accessKeyID: id, secretAccessKey: secret,
      sessionToken: value("aws_session_token") ?? value("aws_security_token"), expiration: nil,
      source: "profile \(name)", now: now)
  }

  /// What other tools can do and this one leaves to them. They prefer it to keys in the credentials file, so those must not
  /// be taken in its place: they are another identity. (`source_profile` alone, without a role, they pass over.)
  private static let beforeKeys = [
    "role_arn", "web_identity_token_file", "sso_session", "sso_start_url", "sso_account_id", "sso_role_name",
  ]
  /// What they prefer to a process and to keys in the configuration only.
  private static let afterKeys = ["login_session"]

  private func refuse(_ profile: AWSProfile, _ unsupported: [String]) throws {
    guard let key = unsupported.first(where: { profile[$0] != nil }) else { return }
    let name = profile.name.contains(" ") ? "\"\(profile.name)\"" : profile.name
    throw CredentialError(
      .unusable,
      "profile \(profile.name): \(key) is not supported; name another profile that holds the line "
        + "credential_process = aws configure export-credentials --profile \(name) --format process")
  }
}
