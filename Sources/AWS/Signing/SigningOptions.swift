/// What differs between services in how their requests are signed.
package struct SigningOptions: Equatable, Sendable {
  /// Whether the path, encoded already as it is sent, is encoded once more for the signature. All but S3 want it.
  package var encodesPathTwice: Bool
  /// Whether `.`, `..` and repeated slashes are taken out of the path. All but S3 want it; S3's keys may hold them.
  package var normalizesPath: Bool
  /// Whether the body's hash goes into an `X-Amz-Content-Sha256` field; S3 wants it, for others it is a waste.
  package var sendsContentHash: Bool
  /// Whether the session token is part of what is signed. Some services of old want it added afterwards.
  package var signsSessionToken: Bool

  /// Makes a value from its parts.
  package init(
    encodesPathTwice: Bool = true, normalizesPath: Bool = true, sendsContentHash: Bool = false,
    signsSessionToken: Bool = true
  ) {
    self.encodesPathTwice = encodesPathTwice
    self.normalizesPath = normalizesPath
    self.sendsContentHash = sendsContentHash
    self.signsSessionToken = signsSessionToken
  }

  /// Gives what a service wants, by its signing name.
  package static func standard(for service: String) -> SigningOptions {
    guard service == "s3" else { return SigningOptions() }
    return SigningOptions(encodesPathTwice: false, normalizesPath: false, sendsContentHash: true)
  }
}
