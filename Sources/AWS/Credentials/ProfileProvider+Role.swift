import Foundation

/// Roles that are taken on (<https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html>).
extension ProfileProvider {
  /// Takes on a profile's role.
  ///
  /// - Parameter visited: the profiles that led here, with this one: none may come again.
  func assumeRole(of profile: AWSProfile, visited: [String], now: Date) async throws -> Credentials {
    let arn = profile["role_arn"] ?? ""
    let what = "role \(arn) of profile \(profile.name)"
    if profile["mfa_serial"] != nil {
      throw CredentialError(
        .unusable,
        "\(what): mfa_serial asks for a code at every renewal, and nobody is there to give it; name a profile whose "
          + "role asks for none, or one with a session of 'aws sts get-session-token'")
    }
    let source = try await source(of: profile, what, visited: visited, now: now)
    let sts = STSClient(surroundings(source), endpoint: try endpoint(of: .sts, for: what))
    let role = AssumedRole(
      arn: arn, sessionName: profile["role_session_name"] ?? Self.sessionName(now), externalID: profile["external_id"],
      durationSeconds: profile["duration_seconds"].flatMap { Int($0) })
    let found = try await document(for: what) { () async throws(AWSError) in try await sts.assumeRole(role) }
    return try found.credentials(source: what, now: now)
  }

  /// What the role is taken on with.
  private func source(
    of profile: AWSProfile, _ what: String, visited: [String], now: Date
  ) async throws -> Credentials {
    switch (profile["source_profile"], profile["credential_source"]) {
    case (_?, _?):
      throw CredentialError(.unusable, "\(what): it has source_profile and credential_source; only one may be there")
    case (nil, nil):
      throw CredentialError(.unusable, "\(what): source_profile or credential_source is missing")
    case (nil, let place?): return try await named(place, what, now: now)
    case (let name?, nil):
      let source = try self.profile(name)
      // A profile may be its own source: its keys are taken.
      let isChain = source.hasRole && !source.hasKeys
      if visited.contains(name), isChain || name != profile.name {
        let way = (visited + [name]).joined(separator: " → ")
        throw CredentialError(.unusable, "\(what): its source_profile leads in a circle: \(way)")
      }
      if isChain { return try await assumeRole(of: source, visited: visited + [name], now: now) }
      guard let found = try await withoutRole(source, isMeant: false, now: now) else {
        throw CredentialError(.unusable, "\(what): its source_profile \(name) has no credentials")
      }
      return found
    }
  }

  private func named(_ place: String, _ what: String, now: Date) async throws -> Credentials {
    var surroundings = environment
    // The place is named, whatever profile was.
    surroundings.explicitProfile = nil
    let provider: any CredentialProvider
    switch place {
    case "Environment": provider = EnvironmentProvider(environment: surroundings)
    case "Ec2InstanceMetadata": provider = InstanceProvider(environment: surroundings, transport: transport)
    case "EcsContainer": provider = ContainerProvider(environment: surroundings, transport: transport)
    default:
      throw CredentialError(
        .unusable, "\(what): credential_source may be Environment, Ec2InstanceMetadata or EcsContainer")
    }
    guard let found = try await provider.find(now: now) else {
      throw CredentialError(.unusable, "\(what): there are no credentials in its credential_source \(place)")
    }
    return found
  }

  /// Takes on the role of a web identity: the environment's, or else the profile's
  /// (<https://docs.aws.amazon.com/sdkref/latest/guide/access-assume-role-web.html>).
  func webIdentity(_ profile: AWSProfile, isMeant: Bool, now: Date) async throws -> Credentials? {
    let variables = isMeant && environment.explicitProfile == nil
    func value(_ key: String, _ variable: String) -> String? {
      (variables ? environment[variable] : nil) ?? profile[key]
    }
    guard let path = value("web_identity_token_file", "AWS_WEB_IDENTITY_TOKEN_FILE") else { return nil }
    guard let arn = value("role_arn", "AWS_ROLE_ARN") else {
      throw CredentialError(
        .unusable, "web identity: the role is missing: set AWS_ROLE_ARN, or role_arn in profile \(profile.name)")
    }
    let what = "role \(arn) by web identity"
    // Read at every renewal: the file's content changes.
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8), !text.trimmed.isEmpty else {
      throw CredentialError(.unusable, "\(what): the token file \(path) cannot be read, or is empty")
    }
    let sts = STSClient(surroundings(), endpoint: try endpoint(of: .sts, for: what))
    let role = AssumedRole(
      arn: arn, sessionName: value("role_session_name", "AWS_ROLE_SESSION_NAME") ?? Self.sessionName(now))
    let token = String(text.trimmed)
    KnownSecrets.shared.add(token)
    let found = try await document(for: what) { () async throws(AWSError) in
      try await sts.assumeRole(role, webIdentity: token)
    }
    return try found.credentials(source: what, now: now)
  }

  private static func sessionName(_ now: Date) -> String { "sendboard-\(Int(now.timeIntervalSince1970))" }
}

extension AWSProfile {
  /// Whether a role is to be taken on with other credentials; one of a web identity is another thing.
  var hasRole: Bool { self["role_arn"] != nil && self["web_identity_token_file"] == nil }

  /// Whether keys are written down in it.
  var hasKeys: Bool { self["aws_access_key_id"] != nil || self["aws_secret_access_key"] != nil }
}
