import struct Foundation.Date

/// Finds keys in the environment's variables
/// (<https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html>).
struct EnvironmentProvider: CredentialProvider {
  let environment: AWSEnvironment

  func find(now: Date) throws -> Credentials? {
    // A profile named by the operator is meant, whatever the shell still holds from another day.
    if environment.explicitProfile != nil { return nil }
    let id = environment["AWS_ACCESS_KEY_ID"]
    let secret = environment["AWS_SECRET_ACCESS_KEY"]
    if id != nil || secret != nil {
      guard id != nil, secret != nil else {
        let (set, missing) =
          id != nil
          ? ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY") : ("AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID")
        throw CredentialError(.unusable, "environment: \(set) is set and \(missing) is not; set both or neither")
      }
      return try .checked(
        accessKeyID: id, secretAccessKey: secret, sessionToken: environment["AWS_SESSION_TOKEN"],
        expiration: environment["AWS_CREDENTIAL_EXPIRATION"], source: "environment", now: now)
    }
    return nil
  }
}
