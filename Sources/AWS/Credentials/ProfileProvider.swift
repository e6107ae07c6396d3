import struct Foundation.Date
import HTTP

/// Finds credentials by a profile of the shared files, in the order of botocore (`credentials.py`): a role, a web identity,
/// a login at IAM Identity Center, keys in the credentials file, a login at the console, a process, keys in the config file.
struct ProfileProvider: CredentialProvider {
  let environment: AWSEnvironment
  let transport: any HTTPTransport
  var timeLimit: Duration = .seconds(60)

  func find(now: Date) async throws -> Credentials? {
    let profile = try profile(nil)
    if profile.hasRole { return try await assumeRole(of: profile, visited: [profile.name], now: now) }
    return try await withoutRole(profile, isMeant: true, now: now)
  }

  /// - Parameter other: a profile that another one names.
  func profile(_ other: String?) throws -> AWSProfile {
    do throws(AWSConfigurationError) {
      return try AWSProfile(environment, other)
    } catch {
      throw CredentialError(.unusable, error.context)
    }
  }

  /// Looks at everything in a profile but the role that it wants to be taken on.
  ///
  /// - Parameter isMeant: whether it is the profile that is meant, and not the source of another: only then the
  ///   environment's variables count.
  func withoutRole(_ profile: AWSProfile, isMeant: Bool, now: Date) async throws -> Credentials? {
    if let found = try await webIdentity(profile, isMeant: isMeant, now: now) { return found }
    if let found = try await sso(profile, now: now) { return found }
    if let found = try keys(profile.name, now, { profile.inCredentialsFile($0) }) { return found }
    if profile["login_session"] != nil {
      return try await throughCLI(profile.name, "login_session", "log in with 'aws login'", now: now)
    }
    if let command = profile["credential_process"] {
      let process = CredentialProcess(
        command: command, environment: environment, timeLimit: timeLimit, profile: profile.name)
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

  /// Has the AWS CLI find what it alone can find or renew.
  ///
  /// - Parameters:
  ///   - what: what of the profile is meant.
  ///   - remedy: what else the operator may do.
  func throughCLI(_ name: String, _ what: String, _ remedy: String, now: Date) async throws -> Credentials {
    guard let process = CredentialProcess(cliFor: name, environment: environment, timeLimit: timeLimit) else {
      throw CredentialError(
        .unusable, "profile \(name): \(what) needs the AWS CLI, and there is no program aws in PATH; \(remedy)")
    }
    do {
      return try await process.run(now: now)
    } catch let error as CredentialError {
      // Version 1 prints its whole usage.
      guard error.context.contains("Invalid choice") else {
        throw CredentialError(error.code, "\(error.context); \(remedy)")
      }
      throw CredentialError(
        .unusable,
        "profile \(name): \(what) needs version 2 of the AWS CLI, and aws in PATH is version 1; \(remedy)")
    }
  }

  /// The surroundings of a call that is signed with some credentials, or with none.
  func surroundings(_ credentials: Credentials? = nil) -> ServiceEnvironment {
    let signer = RequestSigner()
    return ServiceEnvironment(
      transport: transport, credentials: FixedCredentials(credentials: credentials),
      sign: { request, credentials, service, region, date in
        try signer.sign(&request, credentials: credentials, service: service, region: region, at: date)
      })
  }

  /// Makes a call, and says of its failure whose credentials it was made for.
  func document(
    for what: String, _ call: () async throws(AWSError) -> CredentialDocument
  ) async throws -> CredentialDocument {
    do throws(AWSError) {
      return try await call()
    } catch {
      if error.code == .cancelled { throw CancellationError() }
      throw CredentialError(.unusable, "\(what): \(error.causeFirst)")
    }
  }

  /// Finds an endpoint; its error is one of credentials here.
  func endpoint(of service: AWSService, in region: String? = nil, for what: String) throws -> ServiceEndpoint {
    do throws(AWSConfigurationError) {
      guard let region else { return try environment.endpoint(of: service) }
      try AWSEnvironment.check(region: region)
      return try environment.endpoint(of: service, in: region)
    } catch {
      throw CredentialError(.unusable, "\(what): \(error.context)")
    }
  }
}

/// Credentials that are what they are.
private struct FixedCredentials: CredentialSource {
  let credentials: Credentials?

  func credentials() async throws -> Credentials {
    guard let credentials else { throw CredentialError(.none, "this call is not signed") }
    return credentials
  }

  func invalidate(_ credentials: Credentials) async {}
}
