import Foundation
import HTTP
import Testing

@testable import AWS

@Suite struct PublishedVectorTests {
  static let all =
    SigningVector.queries + SigningVector.headers + SigningVector.paths + SigningVector.posts
  let signer = RequestSigner()
  let credentials = Credentials(
    accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", source: "suite")
  /// 2015-08-30T12:36:00Z
  let date = Date(timeIntervalSince1970: 1_440_938_160)

  @Test func theWholeSuiteIsHere() {
    #expect(Set(PublishedVectorTests.all.map(\.name)).count == 33)
  }

  @Test(arguments: all) func eachStepIsAsPublished(vector: SigningVector) throws {
    var request = HTTPRequest(
      vector.method, "https://example.amazonaws.com" + vector.target, headers: vector.headers,
      body: Array(vector.body.utf8))
    var credentials = credentials
    credentials.sessionToken = vector.token
    let steps = try signer.parts(
      &request, credentials: credentials, service: "service", region: "us-east-1", at: date)
    #expect(String(decoding: steps.canonical.bytes, as: UTF8.self) == vector.canonical)
    #expect(
      String(decoding: steps.stringToSign, as: UTF8.self) == """
        AWS4-HMAC-SHA256
        20150830T123600Z
        20150830/us-east-1/service/aws4_request
        \(vector.canonicalHash)
        """)
    try signer.sign(
      &request, credentials: credentials, service: "service", region: "us-east-1", at: date)
    let authorization = request.headers.filter { $0.name == "Authorization" }.map(\.value)
    #expect(
      authorization == [
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
          + "SignedHeaders=\(vector.signedHeaders), Signature=\(vector.signature)"
      ])
    #expect(request.headers.first { $0.name == "X-Amz-Security-Token" }?.value == vector.token)
    #expect(request.headers.starts(with: vector.headers))
  }
}
