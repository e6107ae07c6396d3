import struct Foundation.Date

/// Logins at IAM Identity Center (<https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html>).
extension ProfileProvider {
  /// Exchanges the token of `aws sso login` for credentials; a token that has ended is renewed by the AWS CLI, when it is
  /// there and can.
  func sso(_ profile: AWSProfile, now: Date) async throws -> Credentials? {
    guard profile["sso_account_id"] != nil || profile["sso_role_name"] != nil else { return nil }
    let what = "SSO of profile \(profile.name)"
    let session = profile["sso_session"]
    if let session, !profile.hasSSOSession(session) {
      throw CredentialError(.unusable, "\(what): there is no section [sso-session \(session)] in the config file")
    }
    func value(_ key: String) throws -> String {
      let there = session.flatMap { profile.ssoSession($0, key) }
      let here = profile[key]
      if let here, let there, here != there {
        throw CredentialError(.unusable, "\(what): \(key) is one in the profile and another in its sso-session")
      }
      guard let value = there ?? here else { throw CredentialError(.unusable, "\(what): \(key) is missing") }
      return value
    }
    let (account, role) = (try value("sso_account_id"), try value("sso_role_name"))
    let (region, start) = (try value("sso_region"), try value("sso_start_url"))
    let remedy = "log in with 'aws sso login --profile \(profile.name)'"
    let home = environment["HOME"] ?? ""
    guard let token = SSOToken.cached(for: session ?? start, home: home), token.isGood(at: now) else {
      return try await throughCLI(profile.name, "a login that has ended", remedy, now: now)
    }
    KnownSecrets.shared.add(token.accessToken)
    let client = SSOClient(surroundings(), endpoint: try endpoint(of: .sso, in: region, for: what))
    let found: CredentialDocument
    do throws(AWSError) {
      found = try await client.getRoleCredentials(role: role, account: account, token: token.accessToken)
    } catch {
      if error.code == .cancelled { throw CancellationError() }
      let isOver = error.status == 401
      throw CredentialError(isOver ? .expired : .unusable, "\(what): \(error.causeFirst)\(isOver ? "; \(remedy)" : "")")
    }
    return try found.credentials(source: what, now: now)
  }
}
