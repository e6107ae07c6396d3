import Foundation
import HTTP
import Testing

@testable import AWS

/// What a client puts right by itself, once: expired credentials and a wrong clock.
@Suite struct MendingTests {
  private static func refusal(
    _ code: String, _ message: String = "no", date: String? = nil
  ) -> ScriptedTransport.Step {
    .status(403, #"{"__type":"\#(code)","message":"\#(message)"}"#, date.map { [HTTPField("Date", $0)] } ?? [])
  }

  private static let found = ScriptedTransport.Step.ok(#"{"QueueUrl":"u"}"#)
  /// Ten minutes ahead of the root's clock.
  private static let ahead = "Fri, 01 May 2026 12:10:00 GMT"
  private static let same = "Fri, 01 May 2026 12:00:01 GMT"

  @Test(arguments: ["ExpiredTokenException", "ExpiredToken", "UnrecognizedClientException", "InvalidClientTokenId"])
  func takesNewCredentials(code: String) async throws {
    let root = Bench([Self.refusal(code), Self.found])
    #expect(try await root.sqs.getQueueURL("q") == "u")
    #expect(root.credentials.invalidated == ["KEY1"])
    #expect(root.transport.requests.map { $0.headers.last?.value } == ["KEY1/eu-west-1/sqs", "KEY2/eu-west-1/sqs"])
    #expect(root.sleeps.isEmpty)
  }

  @Test func takesNewCredentialsOnce() async throws {
    let root = Bench([Self.refusal("ExpiredToken"), Self.refusal("ExpiredToken"), Self.found])
    let error = try await failure { () throws(AWSError) in try await root.sqs.getQueueURL("q") }
    #expect(error.code == .expiredCredentials)
    #expect(!error.isOutcomeUnknown)
    #expect(root.transport.requests.count == 2)
    #expect(root.credentials.invalidated == ["KEY1", "KEY2"])
  }

  @Test func bulkEmailMayBeSentWithNewCredentials() async throws {
    let root = Bench([
      Self.refusal("ExpiredTokenException"), .ok(#"{"BulkEmailEntryResults":[{"Status":"SUCCESS"}]}"#),
    ])
    let email = SESBulkEmail(from: "a@b.c", content: .stored("t"), entries: [SESBulkEmail.Entry(to: ["d@e.f"])])
    #expect(try await root.ses.sendBulkEmail(email).first?.status == .success)
  }

  @Test(arguments: [
    ("RequestTimeTooSkewed", "no"), ("RequestExpired", "no"),
    ("InvalidSignatureException", "Signature expired: 20260501T120000Z is now earlier than 20260501T120500Z"),
    ("InvalidSignatureException", "Signature not yet current: x"), ("SignatureDoesNotMatch", "no"),
  ])
  func takesTheServersTime(code: String, message: String) async throws {
    let root = Bench([Self.refusal(code, message, date: Self.ahead), Self.found, Self.found])
    #expect(try await root.sqs.getQueueURL("q") == "u")
    #expect(try await root.sqs.getQueueURL("q") == "u")
    #expect(root.signingDates == [Bench.now, Bench.now + 600, Bench.now + 600])
    #expect(root.clock.offset == .seconds(600))
    #expect(root.credentials.invalidated.isEmpty)
    #expect(root.sleeps.isEmpty)
  }

  @Test func takesTheServersTimeOnce() async throws {
    let skewed = Self.refusal("RequestTimeTooSkewed", date: Self.ahead)
    let root = Bench([skewed, skewed, Self.found])
    let error = try await failure { () throws(AWSError) in try await root.sqs.getQueueURL("q") }
    #expect(error.code == .clockSkew)
    #expect(root.transport.requests.count == 2)
  }

  @Test func withoutADateThereIsNoTimeToTake() async throws {
    let root = Bench([Self.refusal("RequestTimeTooSkewed"), Self.found])
    let error = try await failure { () throws(AWSError) in try await root.sqs.getQueueURL("q") }
    #expect(error.code == .clockSkew)
    #expect(root.transport.requests.count == 1)
  }

  @Test func aWrongSecretIsNoWrongClock() async throws {
    let refusal = Self.refusal("SignatureDoesNotMatch", date: Self.same)
    let root = Bench([refusal, refusal, Self.found])
    let error = try await failure { () throws(AWSError) in try await root.sqs.getQueueURL("q") }
    #expect(error.code == .invalidCredentials)
    #expect(root.clock.offset == .zero)
    #expect(root.clock.difference == .seconds(1))
  }

  /// Expected values by `date -u -d … +%s`.
  @Test(
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
      ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199), ("Fri, 01 Mar 2024 00:00:00 GMT", 1_709_251_200),
      ("Fri, 01 May 2026 12:00:00 GMT", 1_777_636_800), ("Fri, 01 May 2026 12:00:00 +0900", nil),
      ("Fri, 01 Mai 2026 12:00:00 GMT", nil), ("Fri, 01 May 2026 24:00:00 GMT", nil), ("", nil),
    ] as [(String, Int64?)])
  func readsDates(text: String, seconds: Int64?) {
    #expect(HTTPDate.seconds(text) == seconds)
  }
}
