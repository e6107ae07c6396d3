import AWS
import Cloud
import Emulator
import Foundation
import HTTPFixture
import Model
import Pacing
import Ports
import Testing

/// What SES answers, and what comes instead of an answer.
@Suite struct SESAnswerTests {
  static func provider(_ url: String, timeout: Duration = .seconds(5)) throws -> SESProvider {
    let clock = WallClock.system
    return SESProvider(
      client: SESClient(
        .plain(try HastyTransport(timeout)), endpoint: ServiceEndpoint(url: url, region: "us-east-1")),
      configurationSet: "sendboard",
      pace: try PaceFile(path: NSTemporaryDirectory() + "/sendboard-pace-\(UUID().uuidString)"),
      monitor: HealthMonitor(clock: clock))
  }

  /// The statuses of <https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_BulkEmailEntryResult.html>.
  static let statuses: [(String, Refusal.Cause)] = [
    ("MESSAGE_REJECTED", .other), ("MAIL_FROM_DOMAIN_NOT_VERIFIED", .unverifiedSender),
    ("CONFIGURATION_SET_NOT_FOUND", .unverifiedSender), ("TEMPLATE_NOT_FOUND", .unverifiedSender),
    ("ACCOUNT_SUSPENDED", .accountPaused), ("ACCOUNT_THROTTLED", .throttled),
    ("ACCOUNT_DAILY_QUOTA_EXCEEDED", .quota), ("INVALID_SENDING_POOL_NAME", .unverifiedSender),
    ("ACCOUNT_SENDING_PAUSED", .accountPaused), ("CONFIGURATION_SET_SENDING_PAUSED", .accountPaused),
    ("INVALID_PARAMETER", .invalidParameter), ("TRANSIENT_FAILURE", .transient), ("FAILED", .failed),
    ("SOMETHING_NEW", .other),
  ]

  @Test func everyStatusOfAnEntryIsItsOwn() async throws {
    let results =
      Self.statuses.map { #"{"Status":"\#($0.0)","Error":"words about kim@example.com"}"# }
      + [#"{"Status":"SUCCESS","MessageId":"010001"}"#, #"{"Status":"SUCCESS"}"#]
    let server = try HTTPFixture { _ in .ok(#"{"BulkEmailEntryResults":[\#(results.joined(separator: ","))]}"#) }
    defer { server.close() }
    let answer = try await Self.provider(server.url).send(SESRequestTests.request(count: results.count))
    let expected =
      Self.statuses.map {
        SendResult.refused(Refusal(cause: $0.1, reason: "\($0.0): words about ***@example.com"))
      } + [
        .accepted(providerID: "010001"), .unknown(reason: "SES says that it took the message, and not by which id"),
      ]
    #expect(answer == .answered(expected))
    #expect(server.requests.count == 1)
  }

  /// The model and AWS's page of the call spell them otherwise.
  @Test(arguments: ["TEMPLATE_NOT_FOUND", "TEMPLATE_DOES_NOT_EXIST", "CONFIGURATION_SET_DOES_NOT_EXIST", "FAILED"])
  func whatCanBeMendedMayBeResent(status: String) async throws {
    let server = try HTTPFixture { _ in .ok(#"{"BulkEmailEntryResults":[{"Status":"\#(status)"}]}"#) }
    defer { server.close() }
    let answer = try await Self.provider(server.url).send(SESRequestTests.request(count: 1))
    guard case .refused(let refusal) = answer.result(at: 0) else {
      Issue.record("\(answer)")
      return
    }
    #expect(refusal.classification.isResendable)
  }

  private static func failure(_ status: Int, _ code: String, _ message: String = "words") -> FixtureReply {
    .response(
      status, headers: [("Content-Type", "application/json"), ("x-amzn-ErrorType", code)],
      #"{"message":"\#(message)"}"#)
  }

  /// Whole calls that were turned away: nobody was sent to.
  static let refusals: [(FixtureReply, Refusal.Cause)] = [
    (failure(429, "TooManyRequestsException"), .throttled),
    (failure(400, "ThrottlingException", "Maximum sending rate exceeded."), .throttled),
    (failure(400, "Throttling", "Daily message quota exceeded."), .quota),
    (failure(400, "LimitExceededException", "Daily message quota exceeded."), .quota),
    (failure(400, "LimitExceededException", "too many of something"), .transient),
    (failure(400, "AccountSuspendedException"), .accountPaused),
    (failure(400, "SendingPausedException"), .accountPaused),
    (failure(400, "MessageRejected", "Email address is not verified."), .unverifiedSender),
    (failure(400, "MessageRejected", "Email content contains a virus."), .other),
    (failure(400, "MailFromDomainNotVerifiedException"), .unverifiedSender),
    (failure(404, "NotFoundException"), .unverifiedSender),
    (failure(400, "BadRequestException"), .invalidParameter),
    (Relay.denied("SendBulkEmail"), .unusable), (failure(403, "ExpiredTokenException"), .unusable),
    (failure(403, "InvalidClientTokenId"), .unusable),
  ]

  @Test(arguments: refusals.indices) func aCallThatWasTurnedAway(_ index: Int) async throws {
    let (reply, cause) = Self.refusals[index]
    let server = try HTTPFixture { _ in reply }
    defer { server.close() }
    let answer = try await Self.provider(server.url).send(SESRequestTests.request())
    guard case .notSent(let refusal) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(refusal.cause == cause, "\(refusal.reason)")
    #expect(refusal.reason.hasPrefix("SES SendBulkEmail: "))
  }

  /// The worker learns the rate from it and keeps the batch in hand; tries made on the way would be above the limit too.
  @Test func aCallThatWasThrottledIsTheCallersToMakeAgain() async throws {
    let server = try HTTPFixture(
      script: Self.failure(429, "TooManyRequestsException"),
      .ok(#"{"BulkEmailEntryResults":[{"Status":"SUCCESS","MessageId":"a"},{"Status":"SUCCESS","MessageId":"b"}]}"#))
    defer { server.close() }
    guard case .notSent(let refusal) = try await Self.provider(server.url).send(SESRequestTests.request()) else {
      Issue.record("it was made again")
      return
    }
    #expect(refusal.cause == .throttled)
    #expect(server.requests.count == 1)
  }

  @Test func aStatusNotKnownHereIsUncertainWhenTheMailHasAnId() async throws {
    let server = try HTTPFixture(
      script: .ok(#"{"BulkEmailEntryResults":[{"Status":"QUEUED","MessageId":"a"},{"Status":"QUEUED"}]}"#))
    defer { server.close() }
    let answer = try await Self.provider(server.url).send(SESRequestTests.request())
    #expect(
      answer
        == .answered([
          .unknown(reason: "SES gave the message an id, and a status not known here: QUEUED"),
          .refused(Refusal(cause: .other, reason: "QUEUED")),
        ]))
  }

  /// What leaves nobody knowing what became of the call: it must never be made again.
  static let riddles: [(String, FixtureReply)] = [
    (
      "an HTML page with status 500",
      .response(500, headers: [("Content-Type", "text/html")], "<html><body>Sorry</body></html>")
    ),
    ("an error of SES's own", failure(500, "InternalFailure")),
    ("a gateway's 502", .response(502, headers: [], "")),
    ("no answer in time", .never),
    ("a connection that is closed instead of an answer", .end),
    ("a connection that is reset instead of an answer", .reset),
    ("an answer that breaks off", .truncated(#"{"BulkEmailEntryResults":[{"Sta"#, promising: 400)),
    ("JSON that breaks off", .ok(#"{"BulkEmailEntryResults":[{"Status":"SUCCESS","MessageId":"a"},"#)),
    ("too few results", .ok(#"{"BulkEmailEntryResults":[{"Status":"SUCCESS","MessageId":"a"}]}"#)),
    ("an empty body", .ok("")),
    (
      "a gateway that turns the answer away, in JSON of its own",
      .response(
        403, headers: [("Content-Type", "application/json")], #"{"code":"RESPONSE_BLOCKED","message":"blocked"}"#)
    ),
    (
      "a gateway that turns the answer away, in XML of its own",
      .response(
        400, headers: [("Content-Type", "text/xml")],
        "<Error><Code>InvalidRequest</Code><Message>blocked</Message></Error>")
    ),
    ("another service's answer", .ok(#"{"MessageId":"a"}"#)),
    // A gateway may have let the call through before it sent the caller elsewhere.
    ("a gateway's 301", .response(301, headers: [("Location", "https://portal.example/login")], "")),
    ("a gateway's 302", .response(302, headers: [("Location", "https://portal.example/login")], "")),
    ("a gateway's 307", .response(307, headers: [("Location", "https://portal.example/login")], "")),
    ("a gateway's 308", .response(308, headers: [], "<html>")),
    ("a gateway's 304", .response(304, headers: [], "")),
    ("a gateway's 429", .response(429, headers: [("Content-Type", "text/plain")], "slow down")),
    ("a gateway's 404 in JSON of its own", .response(404, #"{"code":"NotFound","message":"no route"}"#)),
  ]

  @Test(arguments: riddles.indices) func anOutcomeNobodyKnowsIsSeenOnce(_ index: Int) async throws {
    let (what, reply) = Self.riddles[index]
    let server = try HTTPFixture { _ in reply }
    defer { server.close() }
    let answer = try await Self.provider(server.url, timeout: .milliseconds(700)).send(SESRequestTests.request())
    guard case .unknown(let reason) = answer else {
      Issue.record("\(what): \(answer)")
      return
    }
    #expect(!reason.contains("kim@"))
    // The call is over, and nobody is left who would make another.
    #expect(server.requests.count == 1, "\(what)")
  }

  @Test func aConnectionThatIsClosedWhenItIsUsedAgainIsNoReasonToSendTwice() async throws {
    let whole = FixtureReply.ok(
      #"{"BulkEmailEntryResults":[{"Status":"SUCCESS","MessageId":"a"},{"Status":"SUCCESS","MessageId":"b"}]}"#)
    let server = try HTTPFixture(script: whole, .end, whole)
    defer { server.close() }
    let provider = try Self.provider(server.url)
    _ = await provider.send(SESRequestTests.request())
    guard case .unknown = await provider.send(SESRequestTests.request()) else {
      Issue.record("the outcome is known")
      return
    }
    #expect(server.requests.map(\.connection) == [0, 0])
  }

  @Test func whereNobodyListensNothingWasSent() async throws {
    let server = try HTTPFixture()
    let url = server.url
    server.close()
    let answer = try await Self.provider(url).send(SESRequestTests.request())
    guard case .notSent(let refusal) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(refusal.cause == .unusable, "\(refusal.reason)")
  }
}
