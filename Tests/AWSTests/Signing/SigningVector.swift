import HTTP
import Testing

@testable import AWS

/// One case of AWS's published test suite: a request, and what each step of signing makes of it. Left out is the one whose
/// session token is added after signing, which no service that is called wants.
///
/// All are signed with the key `AKIDEXAMPLE`, for `service` in `us-east-1`, at 2015-08-30T12:36:00Z. Method, target and
/// fields are those of the suite's `.req` files without `Host`, `X-Amz-Date` and the token, which the signer adds;
/// `canonical` is its `.creq`, `canonicalHash` the last line of its `.sts`, the rest its `.authz`.
struct SigningVector: Sendable, CustomTestStringConvertible {
  var name: String
  var method: HTTPRequest.Method
  var target: String
  var headers: [HTTPField]
  var body: String
  var token: String?
  var canonical: String
  var canonicalHash: String
  var signedHeaders: String
  var signature: String

  init(
    _ name: String, _ method: HTTPRequest.Method, _ target: String, headers: [HTTPField] = [], body: String = "",
    token: String? = nil, canonical: String, canonicalHash: String, signedHeaders: String,
    signature: String
  ) {
    self.name = name
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.token = token
    self.canonical = canonical
    self.canonicalHash = canonicalHash
    self.signedHeaders = signedHeaders
    self.signature = signature
  }

  var testDescription: String { name }

  /// Every character that stands for itself in a URI.
  static let everyUnreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

  /// The token of the suite's `post-sts-token` cases.
  static let longToken =
    "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8Y"
    + "UuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE"
    + "8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2"
    + "ICCR/oLxBA=="
}
