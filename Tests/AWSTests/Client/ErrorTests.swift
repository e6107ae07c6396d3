import Testing

@testable import AWS

/// Errors in the words of each protocol, as the services send them.
@Suite struct ErrorTests {
  private static let typed = HTTPField(
    "x-amzn-ErrorType", "NotFoundException:http://internal.amazon.com/coral/com.amazonaws.services.simpleemail/")

  @Test func jsonRPC() async throws {
    let bench = Bench([
      .status(
        400, #"{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"The specified queue does not exist."}"#,
        [
          HTTPField("x-amzn-requestid", "r-1"),
          HTTPField("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender"),
        ])
    ])
    let error = try await failure { () throws(AWSError) in try await bench.sqs.getQueueURL("q") }
    #expect(error.code == .notFound)
    #expect(error.awsCode == "QueueDoesNotExist")
    #expect(error.requestID == "r-1")
    #expect(!error.isRetryable && !error.isOutcomeUnknown)
    #expect(
      error.description == "SQS GetQueueUrl: QueueDoesNotExist: The specified queue does not exist. (request r-1)")
  }

  @Test func restJSON() async throws {
    let bench = Bench([.status(404, #"{"message":"Template x does not exist."}"#, [Self.typed])])
    let error = try await failure { () throws(AWSError) in try await bench.ses.getEmailTemplate("x") }
    #expect(error.code == .notFound)
    #expect(error.awsCode == "NotFoundException")
    #expect(error.message == "Template x does not exist.")
  }

  @Test func query() async throws {
    let bench = Bench([
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
    let error = try await failure { () throws(AWSError) in try await bench.sns.createTopic("t") }
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
    let bench = Bench(
      [.status(status, #"{"__type":"\#(awsCode)","message":"\#(message)"}"#)], retries: .never)
    let error = try await failure { () throws(AWSError) in try await bench.sqs.getQueueURL("q") }
    #expect(error.code == code)
    #expect(error.isOutcomeUnknown == (status >= 500))
  }

  @Test func noCredentials() async throws {
    let bench = Bench([], credentials: TestCredentials(CredentialError(.none, "nothing found; set AWS_PROFILE")))
    let error = try await failure { () throws(AWSError) in try await bench.sqs.getQueueURL("q") }
    #expect(error.code == .noCredentials)
    #expect(error.description == "SQS GetQueueUrl: nothing found; set AWS_PROFILE")
    #expect(!error.isOutcomeUnknown)
    #expect(bench.transport.requests.isEmpty)
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
}
