import HTTP
import Testing

@testable import AWS

/// A request whose signature is known from another implementation.
///
/// Every `path`, `query`, `signedHeaders` and `signature` was computed by botocore 1.43.11: `SigV4Auth` given an
/// `AWSRequest` of the same method, URL, fields and body, the key below, and 2026-11-21T08:09:10Z as the time.
struct CrossChecked: Sendable, CustomTestStringConvertible {
  static let credentials = Credentials(
    accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", source: "test")
  static let token = "IQoJb3JpZ2luX2VjEXAMPLE//token+with/slashes=="
  private static let sqsFields = [
    HTTPField("Content-Type", "application/x-amz-json-1.0"), HTTPField("X-Amz-Target", "AmazonSQS.SendMessageBatch"),
  ]

  var name: String
  var method: HTTPRequest.Method
  var url: String
  var service: String
  var region: String
  var headers: [HTTPField]
  var body: String
  var token: Bool
  var path: String
  var query: String
  var signedHeaders: String
  var signature: String

  var testDescription: String { name }

  init(
    _ name: String, _ method: HTTPRequest.Method, _ url: String, service: String, region: String,
    headers: [HTTPField] = [], body: String = "", token: Bool = false, path: String,
    query: String, signedHeaders: String, signature: String
  ) {
    self.name = name
    self.method = method
    self.url = url
    self.service = service
    self.region = region
    self.headers = headers
    self.body = body
    self.token = token
    self.path = path
    self.query = query
    self.signedHeaders = signedHeaders
    self.signature = signature
  }

  static let all: [CrossChecked] = [
    CrossChecked(
      "a configuration set with an at sign", .get,
      "https://email.eu-west-1.amazonaws.com/v2/email/configuration-sets/x%40y",
      service: "ses", region: "eu-west-1",
      path: "/v2/email/configuration-sets/x%2540y",
      query: "",
      signedHeaders: "host;x-amz-date",
      signature: "b5ad950889b71cf0535ffd4595affe918707921354e0cc340b13e51bba28862c"),
    CrossChecked(
      "a suppressed address, with a token", .delete,
      "https://email.eu-west-1.amazonaws.com/v2/email/suppression/addresses/a%40b.com",
      service: "ses", region: "eu-west-1", token: true,
      path: "/v2/email/suppression/addresses/a%2540b.com",
      query: "",
      signedHeaders: "host;x-amz-date;x-amz-security-token",
      signature: "0397ea157dbd258668cbe49e75714f1f304f8045867cc8804f91db66b0b97340"),
    CrossChecked(
      "an at sign sent bare", .get,
      "https://email.eu-west-1.amazonaws.com/v2/email/suppression/addresses/a@b.com",
      service: "ses", region: "eu-west-1",
      path: "/v2/email/suppression/addresses/a%40b.com",
      query: "",
      signedHeaders: "host;x-amz-date",
      signature: "84067172f518be43197a2a49228e5c1b0b9b4d9b21c72429aa46fb9cfe574475"),
    CrossChecked(
      "a percent sign in a name", .get,
      "https://email.eu-west-1.amazonaws.com/v2/email/templates/100%25%20off%3A%20a%2Bb%2Fc",
      service: "ses", region: "eu-west-1",
      path: "/v2/email/templates/100%2525%2520off%253A%2520a%252Bb%252Fc",
      query: "",
      signedHeaders: "host;x-amz-date",
      signature: "bc20526d31c2bbad708a4f1266bae42fe59aa6244691a40d92a85c3c00a3de0c"),
    CrossChecked(
      "Korean in a name", .get,
      "https://email.ap-northeast-2.amazonaws.com/v2/email/templates/%ED%99%98%EC%98%81",
      service: "ses", region: "ap-northeast-2",
      path: "/v2/email/templates/%25ED%2599%2598%25EC%2598%2581",
      query: "",
      signedHeaders: "host;x-amz-date",
      signature: "3fdbd1dae0b86fb07be6b52b994a1f5155424aa27216e57386b97366fd93a855"),
    CrossChecked(
      "queries unsorted, without value, repeated, with a token", .get,
      "https://email.eu-west-1.amazonaws.com/v2/email/suppression/addresses"
        + "?Reason=COMPLAINT&PageSize=10&NextToken=&StartDate&Reason=BOUNCE&A%20b=c%2Fd",
      service: "ses", region: "eu-west-1", token: true,
      path: "/v2/email/suppression/addresses",
      query: "A%20b=c%2Fd&NextToken=&PageSize=10&Reason=BOUNCE&Reason=COMPLAINT&StartDate=",
      signedHeaders: "host;x-amz-date;x-amz-security-token",
      signature: "322f1074248a8de3330c1fa3d36ad7c14857ca353a7d9d22f0aaec1fe7d47f52"),
    CrossChecked(
      "SQS on a port of its own", .post,
      "http://127.0.0.1:4566/",
      service: "sqs", region: "us-east-1",
      headers: sqsFields,
      body: "{\"MessageBody\":\"안녕\"}",
      path: "/",
      query: "",
      signedHeaders: "content-type;host;x-amz-date;x-amz-target",
      signature: "8aede9c292368d08f3e33e8174b39855d39d92ebd494addd8ca18817bd5b53a7"),
    CrossChecked(
      "SQS without a path, default port written out", .post,
      "https://sqs.us-east-1.amazonaws.com:443",
      service: "sqs", region: "us-east-1",
      headers: sqsFields,
      body: "{}", token: true,
      path: "/",
      query: "",
      signedHeaders: "content-type;host;x-amz-date;x-amz-security-token;x-amz-target",
      signature: "c6ae40e0f61928d94c64ef09faeff7166e4cfee64cefcea0508500a0fb35e363"),
    CrossChecked(
      "an IPv6 address with a port", .get,
      "http://[::1]:4566/a%40b?x",
      service: "sqs", region: "us-east-1",
      path: "/a%2540b",
      query: "x=",
      signedHeaders: "host;x-amz-date",
      signature: "07b7865dfd457343a4e3fe84c27312c7f98ccb600a24ef6568cd33da4182557f"),
    CrossChecked(
      "fields that are not signed, and one that is repeated and folded", .post,
      "https://sns.cn-north-1.amazonaws.com.cn/",
      service: "sns", region: "cn-north-1",
      headers: [
        HTTPField("User-Agent", "sendboard/1"), HTTPField("Expect", "100-continue"),
        HTTPField("X-B", "  two   words "), HTTPField("X-A", "1"), HTTPField("x-b", "three"),
      ],
      body: "Action=Publish",
      path: "/",
      query: "",
      signedHeaders: "host;x-a;x-amz-date;x-b",
      signature: "125a1f5eebb32964395adaad58c57c39767d7e4098a173c6c4a5b0cff6bab823"),
  ]
}
