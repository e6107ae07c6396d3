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
    try refuseUnsupported(profile)
    if let found = try keys(profile.name, now, { profile.inCredentialsFile($0) }) { return found }
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

  /// What other tools can do and this one leaves to them. They prefer it to keys in the same profile, so those must not
  /// be taken in its place: they are another identity.
  private func refuseUnsupported(_ profile: AWSProfile) throws {
    let unsupported = [
      "role_arn", "source_profile", "credential_source", "web_identity_token_file", "sso_session", "sso_start_url",
      "sso_account_id", "sso_role_name", "login_session",
    ]
    guard let key = unsupported.first(where: { profile[$0] != nil }) else { return }
    let name = profile.name.contains(" ") ? "\"\(profile.name)\"" : profile.name
    throw CredentialError(
      .unusable,
      "profile \(profile.name): \(key) is not supported; name another profile that holds the line "
        + "credential_process = aws configure export-credentials --profile \(name) --format process")
  }
}
