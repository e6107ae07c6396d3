import Foundation
import HTTP
import Testing

@testable import AWS

@Suite struct RetryTests {
  private static let throttled = ScriptedTransport.Step.status(
    400, #"{"__type":"ThrottlingException","message":"Rate exceeded"}"#)
  private static let email = SESBulkEmail(
    from: "a@example.com", content: .stored("t"), entries: [SESBulkEmail.Entry(to: ["b@example.com"])])
  private static let sent = ScriptedTransport.Step.ok(
    #"{"BulkEmailEntryResults":[{"Status":"SUCCESS","MessageId":"m-1"}]}"#)

  // MARK: The policy

  @Test func waitsGrowAndStayBelowTheCap() {
    let policy = RetryPolicy(tries: 100, base: .milliseconds(100), cap: .seconds(20))
    func delay(_ failures: Int, _ random: Double) -> Duration? {
      policy.delay(failures: failures, random: random, retryAfter: nil)
    }
    #expect(delay(1, 0) == .zero)
    #expect(delay(1, 1) == .milliseconds(100))
    #expect(delay(2, 1) == .milliseconds(200))
    #expect(delay(3, 0.5) == .milliseconds(200))
    #expect(delay(8, 1) == .milliseconds(12_800))
    #expect(delay(9, 1) == .seconds(20))
    #expect(delay(99, 1) == .seconds(20))
    #expect(delay(100, 0) == nil)
  }

  @Test func retryAfterIsTheLeastAndTooMuchOfItIsNotWaitedFor() {
    let policy = RetryPolicy()
    #expect(policy.delay(failures: 1, random: 0.5, retryAfter: .seconds(3)) == .seconds(3))
    #expect(policy.delay(failures: 1, random: 0.5, retryAfter: .zero) == .milliseconds(50))
    #expect(policy.delay(failures: 1, random: 0.5, retryAfter: .seconds(21)) == nil)
  }

  /// AWS allows most calls of SES once a second; what fails otherwise is not worth that patience.
  @Test func thePatientWaitForLimitsOnlyAndSayWhatFor() async throws {
    let policy = RetryPolicy.patient(tries: 2)
    let root = Bench(Array(repeating: Self.throttled, count: 11) + [.ok(#"{"QueueUrl":"u"}"#)], retries: policy)
    #expect(try await root.sqs.getQueueURL("q") == "u")
    // Half of 1, 2, 4 … seconds, and of a minute at most.
    let halves: [Duration] = [0.5, 1, 2, 4, 8, 16, 30, 30, 30, 30, 30].map { .seconds($0) }
    #expect(root.sleeps == halves)
    #expect(root.throttles.map(\.wait) == halves)
    #expect(root.throttles.first?.call == "SQS GetQueueUrl")
    let broken = Bench(Array(repeating: .status(503, ""), count: 9), retries: policy)
    _ = try await failure { () throws(AWSError) in try await broken.sqs.getQueueURL("q") }
    #expect(broken.transport.requests.count == 2 && broken.throttles.isEmpty)
  }

  // MARK: What is repeatable

  @Test func triesFourTimesAndSaysSo() async throws {
    let root = Bench(Array(repeating: Self.throttled, count: 9), random: 0.75)
    let error = try await failure { () throws(AWSError) in try await root.sqs.getQueueURL("q") }
    #expect(root.transport.requests.count == 4)
    #expect(root.sleeps == [.milliseconds(75), .milliseconds(150), .milliseconds(300)])
    #expect(error.code == .throttled)
    #expect(error.isRetryable && !error.isOutcomeUnknown)
    #expect(error.message == "Rate exceeded (tried 4 times)")
  }

  @Test(arguments: [
    ScriptedTransport.Step.failure(.timedOut), .failure(.connectionLost), .failure(.malformed),
    .failure(.cannotConnect, mayHaveArrived: false), .failure(.cannotResolve, mayHaveArrived: false),
    .status(500, #"{"__type":"InternalFailure"}"#), .status(503, ""), .ok("<html>"), Self.throttled,
  ])
  func repeatableCallsGoOn(step: ScriptedTransport.Step) async throws {
    let root = Bench([step, step, .ok(#"{"QueueUrl":"u"}"#)])
    #expect(try await root.sqs.getQueueURL("q") == "u")
    #expect(root.transport.requests.map(\.repeatable) == [true, true, true])
    #expect(root.sleeps == [.milliseconds(50), .milliseconds(100)])
  }

  @Test(arguments: [
    ScriptedTransport.Step.failure(.insecure), .failure(.invalidRequest), .failure(.cancelled), .failure(.tooLong),
    .status(400, #"{"__type":"AccessDeniedException"}"#), .status(403, "<html>"), .status(302, ""),
    .status(400, #"{"__type":"QueueDoesNotExist"}"#),
  ])
  func hopelessCallsEndAtOnce(step: ScriptedTransport.Step) async throws {
    let root = Bench([step, .ok(#"{"QueueUrl":"u"}"#)])
    _ = try await failure { () throws(AWSError) in try await root.sqs.getQueueURL("q") }
    #expect(root.transport.requests.count == 1)
    #expect(root.sleeps.isEmpty)
  }

  @Test func anOutcomeStaysUnknownAfterATryThatDidNothing() async throws {
    let root = Bench([.failure(.timedOut), Self.throttled, Self.throttled, Self.throttled])
    let error = try await failure { () throws(AWSError) in try await root.sqs.setQueueAttributes("u", [:]) }
    #expect(error.code == .throttled)
    #expect(error.isOutcomeUnknown)
  }

  @Test(arguments: ["2", "Fri, 01 May 2026 12:00:02 GMT"])
  func waitsAsLongAsTheServiceAsks(value: String) async throws {
    let busy = ScriptedTransport.Step.status(
      429, #"{"message":"slow down"}"#,
      [HTTPField("Retry-After", value), HTTPField("X-Amzn-ErrorType", "TooManyRequestsException")])
    let root = Bench([busy, .ok(#"{"QueueUrl":"u"}"#)])
    #expect(try await root.sqs.getQueueURL("q") == "u")
    #expect(root.sleeps == [.seconds(2)])
  }

  @Test func aTaskCancelledWhileWaitingEndsThere() async throws {
    let root = Bench([Self.throttled, .ok(#"{"QueueUrl":"u"}"#)], isCancelledInSleep: true)
    let error = try await failure { () throws(AWSError) in try await root.sqs.getQueueURL("q") }
    #expect(error.code == .cancelled)
    #expect(!error.isOutcomeUnknown && !error.isRetryable)
    #expect(root.transport.requests.count == 1)
  }

  // MARK: What is not

  @Test(arguments: [
    ScriptedTransport.Step.failure(.timedOut), .failure(.connectionLost), .failure(.cancelled), .failure(.tooLong),
    .failure(.malformed),
    .status(500, #"{"__type":"InternalFailure"}"#), .status(503, #"{"__type":"ThrottlingException"}"#),
    .status(500, "<html>"), .status(429, "<html>"), .status(400, "<html>"), .status(302, ""), .ok(""), .ok("{}"),
    .ok(#"{"BulkEmailEntryResults":[]}"#), .ok(#"{"BulkEmailEntryResults":[{"Status":"SUCC"#),
    .ok(#"{"BulkEmailEntryResults":[{"MessageId":"m"}]}"#),
    .ok(#"{"BulkEmailEntryResults":[{"Status":"SUCCESS"},{"Status":"SUCCESS"}]}"#),
    .status(400, #"{"__type":"RequestTimeoutException"}"#),
  ])
  func bulkEmailIsNeverSentTwice(step: ScriptedTransport.Step) async throws {
    let root = Bench([step, Self.sent, Self.sent])
    let error = try await failure { () throws(AWSError) in try await root.ses.sendBulkEmail(Self.email) }
    #expect(error.isOutcomeUnknown, "\(error)")
    #expect(root.transport.requests.map(\.repeatable) == [false])
    #expect(root.sleeps.isEmpty)
  }

  @Test(arguments: [
    ScriptedTransport.Step.failure(.cannotConnect, mayHaveArrived: false),
    .failure(.connectionLost, mayHaveArrived: false),
  ])
  func bulkEmailIsTriedAgainWhenNothingWasDone(step: ScriptedTransport.Step) async throws {
    let root = Bench([step, Self.sent])
    #expect(try await root.ses.sendBulkEmail(Self.email).map(\.messageID) == ["m-1"])
    #expect(root.sleeps == [.milliseconds(50)])
  }

  /// The caller paces: tries made here would be calls above a limit that it does not know of yet.
  @Test(arguments: [
    Self.throttled,
    .status(429, #"{"message":"slow"}"#, [HTTPField("x-amzn-errortype", "TooManyRequestsException")]),
  ])
  func throttledBulkEmailIsLeftToTheCaller(step: ScriptedTransport.Step) async throws {
    let root = Bench([step, Self.sent])
    let error = try await failure { () throws(AWSError) in try await root.ses.sendBulkEmail(Self.email) }
    #expect(error.code == .throttled)
    #expect(error.isRetryable && !error.isOutcomeUnknown)
    #expect(root.transport.requests.count == 1)
    #expect(root.sleeps.isEmpty)
  }

  @Test func bulkEmailEndsAtTheFirstTryThatMayHaveArrived() async throws {
    let root = Bench([.failure(.cannotConnect, mayHaveArrived: false), .failure(.connectionLost), Self.sent])
    let error = try await failure { () throws(AWSError) in try await root.ses.sendBulkEmail(Self.email) }
    #expect(error.isOutcomeUnknown)
    #expect(root.transport.requests.count == 2)
  }

  @Test(arguments: ["MessageRejected", "SendingPausedException", "AccessDeniedException", "LimitExceededException"])
  func aRefusalOfBulkEmailIsCertain(awsCode: String) async throws {
    let root = Bench([.status(400, #"{"__type":"\#(awsCode)","message":"no"}"#), Self.sent])
    let error = try await failure { () throws(AWSError) in try await root.ses.sendBulkEmail(Self.email) }
    #expect(!error.isOutcomeUnknown && !error.isRetryable)
    #expect(root.transport.requests.count == 1)
  }

  @Test func theDailyQuotaIsNotWaitedFor() async throws {
    let root = Bench([
      .status(400, #"{"__type":"ThrottlingException","message":"Daily message quota exceeded."}"#), Self.sent,
    ])
    let error = try await failure { () throws(AWSError) in try await root.ses.sendBulkEmail(Self.email) }
    #expect(error.code == .dailyQuotaExceeded)
    #expect(!error.isOutcomeUnknown)
    #expect(root.transport.requests.count == 1)
  }
}
