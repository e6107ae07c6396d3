/// What differs between services in how their requests are signed.
public struct SigningOptions: Equatable, Sendable {
  /// Whether the path, encoded already as it is sent, is encoded once more for the signature. All but S3 want it.
  public var encodesPathTwice: Bool
  /// Whether `.`, `..` and repeated slashes are taken out of the path. All but S3 want it; S3's keys may hold them.
  public var normalizesPath: Bool
  /// Whether the body's hash goes into an `X-Amz-Content-Sha256` field; S3 wants it, for others it is a waste.
  public var sendsContentHash: Bool
  /// Whether the session token is part of what is signed. Some services of old want it added afterwards.
  public var signsSessionToken: Bool

  /// Makes a value from its parts.
  public init(
    encodesPathTwice: Bool = true, normalizesPath: Bool = true, sendsContentHash: Bool = false,
    signsSessionToken: Bool = true
  ) {
    self.encodesPathTwice = encodesPathTwice
    self.normalizesPath = normalizesPath
    self.sendsContentHash = sendsContentHash
    self.signsSessionToken = signsSessionToken
  }

  /// Gives what a service wants, by its signing name.
  public static func standard(for service: String) -> SigningOptions {
    guard service == "s3" else { return SigningOptions() }
    return SigningOptions(encodesPathTwice: false, normalizesPath: false, sendsContentHash: true)
  }
}
