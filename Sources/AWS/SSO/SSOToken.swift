import Crypto
import Foundation

/// The token that `aws sso login` leaves for every tool.
struct SSOToken: Decodable {
  var accessToken: String
  var expiresAt: String

  /// Reads it where the AWS CLI keeps it: under the SHA-1 of the session's name, or of the start URL for profiles without
  /// a session (<https://docs.aws.amazon.com/sdkref/latest/guide/understanding-sso.html>).
  ///
  /// - Returns: `nil` when nobody has logged in.
  static func cached(for name: String, home: String) -> SSOToken? {
    let hash = Insecure.SHA1.hash(data: Data(name.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    // A file that is not there, or not whole, is no token; the decoder's own error could quote it.
    guard let data = try? Data(contentsOf: URL(filePath: "\(home)/.aws/sso/cache/\(hash).json")) else { return nil }
    return try? JSONDecoder().decode(SSOToken.self, from: data)
  }

  /// Whether it is still good at a moment.
  func isGood(at now: Date) -> Bool { Date(rfc3339: expiresAt).map { $0 > now } ?? false }
}
