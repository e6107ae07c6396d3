import Foundation
import HTTP
import Testing

@testable import AWS

/// Errors in the words of each protocol, as the services send them.
@Suite struct ErrorTests {
  private static let typed = HTTPField(
    "x-amzn-ErrorType", "NotFoundException:http://internal.amazon.com/coral/com.amazonaws.services.simpleemail/")

  @Test func jsonRPC() async throws {
    let root = Bench([
      .status(
        400, #"{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"The specified queue does not exist."}"#,
        [
          HTTPField("x-amzn-requestid", "r-1"),
          HTTPField("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender"),
        ])
    ])
    let error = try await failure { () throws(AWSError) in try await root.sqs.getQueueURL("q") }
    #expect(error.code == .notFound)
    #expect(error.awsCode == "QueueDoesNotExist")
    #expect(error.requestID == "r-1")
    #expect(!error.isRetryable && !error.isOutcomeUnknown)
    #expect(
      error.description == "SQS GetQueueUrl: QueueDoesNotExist: The specified queue does not exist. (request r-1)")
  }

  @Test func restJSON() async throws {
    let root = Bench([.status(404, #"{"message":"Template x does not exist."}"#, [Self.typed])])
    let error = try await failure { () throws(AWSError) in try await root.ses.getEmailTemplate("x") }
    #expect(error.code == .notFound)
    #expect(error.awsCode == "NotFoundException")
    #expect(error.message == "Template x does not exist.")
  }

  @Test func query() async throws {
    let root = Bench([
      .status(
        403,
        """
        <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
          <Error><Type>Sender</Type><Code>AuthorizationError</Code>
            <Message>User: arn:aws:iam::1:user/x is not authorized to perform: SNS:CreateTopic &amp; more</Message></Error>
          <RequestId>r-2</RequestId>
        </ErrorResponse>
        """)
    ])
    let error = try await failure { () throws(AWSError) in try await root.sns.createTopic("t") }
    #expect(error.code == .accessDenied)
    #expect(error.requestID == "r-2")
    #expect(
      error.message == "User: arn:aws:iam::1:user/x is not authorized to perform: SNS:CreateTopic & more")
  }

  @Test(arguments: [
    (400, "ThrottlingException", "Maximum sending rate exceeded.", AWSError.Code.throttled),
    (429, "TooManyRequestsException", "slow", .throttled),
    (400, "Throttling", "Daily message quota exceeded.", .dailyQuotaExceeded),
    (400, "com.amazonaws.sqs#RequestThrottled", "", .throttled),
    (400, "AWS.SimpleQueueService.NonExistentQueue", "", .notFound),
    (400, "ResourceNotFoundException", "", .notFound),
    (400, "AccessDeniedException", "", .accessDenied),
    (400, "AlreadyExistsException", "", .alreadyExists),
    (400, "QueueDeletedRecently", "", .conflict),
    (400, "MessageRejected", "Email address is not verified.", .messageRejected),
    (400, "AccountSuspendedException", "", .accountSuspended),
    (400, "SendingPausedException", "", .sendingPaused),
    (400, "UnknownOperationException", "", .unsupported),
    (400, "InvalidParameterValue", "", .invalidRequest),
    (400, "SomethingNew", "", .other),
    (500, "InternalFailure", "", .unavailable),
    (503, "SomethingNew", "", .unavailable),
  ])
  func codes(status: Int, awsCode: String, message: String, code: AWSError.Code) async throws {
    let root = Bench(
      [.status(status, #"{"__type":"\#(awsCode)","message":"\#(message)"}"#)], retries: .never)
    let error = try await failure { () throws(AWSError) in try await root.sqs.getQueueURL("q") }
    #expect(error.code == code)
    #expect(error.isOutcomeUnknown == (status >= 500))
  }

  @Test func noCredentials() async throws {
    let root = Bench([], credentials: TestCredentials(CredentialError(.none, "nothing found; set AWS_PROFILE")))
    let error = try await failure { () throws(AWSError) in try await root.sqs.getQueueURL("q") }
    #expect(error.code == .noCredentials)
    #expect(error.description == "SQS GetQueueUrl: nothing found; set AWS_PROFILE")
    #expect(!error.isOutcomeUnknown)
    #expect(root.transport.requests.isEmpty)
  }

  @Test(arguments: [
    ("Address ann.lee+x@example.com is bad", "Address ***@example.com is bad"),
    ("not verified: <a@b.kr>, c@d.kr.", "not verified: <***@b.kr>, ***@d.kr."),
    ("arn:aws:ses:us-east-1:123456789012:identity/a@b.kr", "arn:aws:ses:us-east-1:123456789012:***@b.kr"),
    ("to=민준@example.kr!", "to=***@example.kr!"),
    ("number +821012345678 is opted out", "number +*** is opted out"),
    ("line one\n  line\ttwo\u{1b}[31m", "line one line two [31m"),
    ("token \(String(repeating: "Ab1/", count: 60))== is bad", "token … is bad"),
    (
      "The signature does not match. The Canonical String for this request should have been 'x-amz-security-token:S3'",
      "The signature does not match."
    ),
    (
      "requires 'Signature' parameter. Authorization=AWS4-HMAC-SHA256 Credential=AKIA/2026",
      "requires 'Signature' parameter."
    ),
  ])
  func masks(text: String, masked: String) {
    #expect(ErrorText.masked(text) == masked)
  }

  /// 64 characters, and 40: shorter than what no name has.
  private static let token = "FwoGZXIvYXdzEBYaDKx3vT9c2Zq8LmN4RyK7AUx1pQd5eWb6Hf0JsGtOiCkEnMuP"
  private static let key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

  @Test(arguments: [
    ("no: TOKEN", "no: …"), ("no: TOKEN== (KEY)", "no: … (…)"), ("'KEY' is wrong", "'…' is wrong"),
    ("token=FwoGZXIvYXdzEBYaD%2FKx3vT9c2Zq8%2BLmN4%3D%3D was sent", "token=… was sent"),
    ("AKIAIOSFODNN7EXAMPLE is off", "… is off"), (#"{"t":"TOKEN","u":["KEY"]}"#, #"{"t":"…","u":["…"]}"#),
    ("X-Amz-Security-Token: short", ""), (#"you sent {"x-amz-security-token": ["short"]}"#, #"you sent {""#),
    ("got <SessionToken>short</SessionToken>", "got <"), ("got aws_secret_access_key=short", "got aws_"),
    (#"you sent "Authorization": "AWS4-HMAC-SHA256 Credential=AKID/2026""#, #"you sent ""#),
    ("sum e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "sum …"),
    ("see https://proxy.example/TOKEN/x", "see https://proxy.example/…/x"),
    ("arn:aws:iam::1:role/x,TOKEN", "arn:aws:iam::1:role/x,…"),
    ("FwoGZXIvYXdzEBYaDKx3vT9c_Zq8LmN4RyK7AUx1pQd5eWb6-f0JsGtOiCkEnMuP", "…"),
  ])
  func masksKeysAndTokens(text: String, masked: String) {
    let text = text.replacingOccurrences(of: "TOKEN", with: Self.token).replacingOccurrences(of: "KEY", with: Self.key)
    #expect(ErrorText.masked(text) == masked)
  }

  @Test(arguments: [
    "request 5b1f6a2e-3c4d-5e6f-8a9b-0c1d2e3f4a5b, request 4442587FB7D0A2F9",
    "message 0100018f3a5b6c7d-1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d-000000 was taken",
    "User: arn:aws:sts::123456789012:assumed-role/SendboardProductionWorker2/i-0a1b2c3d4e5f67890 is not authorized",
    "resource arn:aws:ses:eu-west-1:123456789012:configuration-set/SendboardProduction2026Marketing, denied",
    "(arn:aws:sqs:eu-west-1:123456789012:SendboardProductionEvents2)",
    "https://sqs.eu-west-1.amazonaws.com/123456789012/SendboardProductionEvents",
    "vpce-0a1b2c3d4e5f6a7b8-abcd1234-eu-west-1a.email.eu-west-1.vpce.amazonaws.com:443",
    "email.eu-west-1.amazonaws.com, internal-k8s-default-ingress-1a2b3c4d5e-1234567890.elb.amazonaws.com",
    "queue Sendboard-Prod-Events-2026 and template Welcome_New_Customers_2026 are gone",
    "MailFromDomainNotVerifiedException, botocore.exceptions.UnauthorizedSSOTokenError",
    "Signature expired: 20260501T120000Z is now earlier than 20260501T120500Z",
    "/home/Ann/bin/Login2Company failed; perform: sqs:ChangeMessageVisibilityBatch",
    "No authorization; the security token included in the request is invalid",
  ])
  func keepsWhatTellsWhereToLook(text: String) {
    #expect(ErrorText.masked(text) == text)
  }
}
