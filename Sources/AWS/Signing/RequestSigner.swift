import Crypto
package import struct Foundation.Date
package import HTTP

/// Signs requests with Signature Version 4
/// (<https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html>).
package struct RequestSigner: Sendable {
  private let keys = SigningKeyCache()

  /// Makes a signer that keeps the keys it derives; its copies share them.
  package init() {}

  /// Signs a request: removes the fields of an earlier signature, then adds `X-Amz-Date`, `X-Amz-Security-Token` where
  /// the credentials have one, and `Authorization`. `Host` is signed as the
  /// transport sends it; a request that is sent again is signed again.
  ///
  /// - Parameters:
  ///   - service: the signing name: `sqs`, `ses`, `sns`, `monitoring`.
  ///   - date: the time now; AWS refuses what is more than five minutes off.
  /// - Throws: ``HTTPError`` with the code `invalidRequest` when the URL is not an absolute one of http or https.
  package func sign(
    _ request: inout HTTPRequest, credentials: Credentials, service: String, region: String, at date: Date
  ) throws(HTTPError) {
    let parts = try parts(
      &request, credentials: credentials, service: service, region: region, at: date)
    let key = keys.key(secret: credentials.secretAccessKey, day: parts.day, region: region, service: service)
    var value = Array("AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/".utf8)
    value += parts.scope
    value += ", SignedHeaders=".utf8
    value += parts.canonical.signedHeaders
    value += ", Signature=".utf8
    value.appendHex(HMAC<SHA256>.authenticationCode(for: parts.stringToSign, using: key))
    request.headers.append(HTTPField("Authorization", String(decoding: value, as: UTF8.self)))
  }

  struct Parts {
    var day: ArraySlice<UInt8>
    var scope: [UInt8]
    var canonical: CanonicalRequest
    var stringToSign: [UInt8]
  }

  /// Does all but the signature itself, so that a test sees the steps.
  func parts(
    _ request: inout HTTPRequest, credentials: Credentials, service: String, region: String, at date: Date
  ) throws(HTTPError) -> Parts {
    guard let target = RequestTarget(request.url) else {
      throw HTTPError(
        .invalidRequest, host: "?", context: "the URL to sign is not an absolute one of http or https",
        mayHaveArrived: false)
    }
    let time = SigningTime(date)
    request.headers.removeAll { signatureFields.contains($0.name.utf8.map(\.asciiLowercased)) }
    request.headers.append(HTTPField("X-Amz-Date", String(decoding: time.stamp, as: UTF8.self)))
    if let token = credentials.sessionToken {
      request.headers.append(HTTPField("X-Amz-Security-Token", token))
    }
    let canonical = CanonicalRequest(request, target: target)
    var scope = Array(time.day)
    scope += "/\(region)/\(service)/aws4_request".utf8
    var text = Array("AWS4-HMAC-SHA256\n".utf8)
    text += time.stamp
    text.append(UInt8(ascii: "\n"))
    text += scope
    text.append(UInt8(ascii: "\n"))
    text.appendHex(SHA256.hash(data: canonical.bytes))
    return Parts(day: time.day, scope: scope, canonical: canonical, stringToSign: text)
  }
}

private let signatureFields: Set<[UInt8]> = Set(
  ["authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"].map { Array($0.utf8) })
