import Cloud
import Foundation
import HTTPFixture
import Model
import Ports
import Testing

/// In the sandbox recipients must be verified too: whoever is not is refused alone, and not the sender for him.
@Suite struct SESSandboxTests {
  private static let words = "sandbox: recipients must be verified too: "

  private static func addresses(_ request: FixtureRequest) -> [String] {
    let body = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
    let entries = body?["BulkEmailEntries"] as? [[String: Any]] ?? []
    return entries.compactMap { ($0["Destination"] as? [String: [String]])?["ToAddresses"]?.first }
  }

  private static func rejection(of identities: [String]) -> String {
    "Email address is not verified. The following identities failed the check in region US-EAST-1: "
      + identities.joined(separator: ", ")
  }

  private static func wholeCall(_ words: String) -> FixtureReply {
    .response(
      400, headers: [("Content-Type", "application/json"), ("x-amzn-ErrorType", "MessageRejected")],
      #"{"message":"\#(words)"}"#)
  }

  private static func outcomes(of request: SendRequest, _ answer: SendAnswer) -> [Refusal?] {
    request.recipients.indices.map { if case .refused(let refusal) = answer.result(at: $0) { refusal } else { nil } }
  }

  /// `GetAccount` is what tells the sandbox where SES names nobody.
  private static func account(_ request: FixtureRequest) -> FixtureReply? {
    guard request.target == "/v2/email/account" else { return nil }
    return .ok(
      #"{"EnforcementStatus":"HEALTHY","ProductionAccessEnabled":false,"SendingEnabled":true,"SendQuota":"#
        + #"{"Max24HourSend":200,"MaxSendRate":1000,"SentLast24Hours":0}}"#)
  }

  @Test func recipientsThatAnEntryNamesAreRefusedAlone() async throws {
    let request = SESRequestTests.request(count: 4)
    let server = try HTTPFixture { call in
      let results = Self.addresses(call).map { address in
        address == "lee@example.com"
          ? #"{"Status":"MESSAGE_REJECTED","Error":"\#(Self.rejection(of: ["Lee@Example.com"]))"}"#
          : #"{"Status":"SUCCESS","MessageId":"\#(address)"}"#
      }
      return .ok(#"{"BulkEmailEntryResults":[\#(results.joined(separator: ","))]}"#)
    }
    defer { server.close() }
    let found = Self.outcomes(of: request, try await SESAnswerTests.provider(server.url).send(request))
    #expect(found.map { $0?.cause } == [nil, .unverifiedRecipient, nil, nil])
    #expect(found[1]?.reason == Self.words + "MESSAGE_REJECTED: Email address is not verified.")
  }

  @Test(arguments: [[1], [0, 3], [0, 1, 2, 3]]) func recipientsThatAWholeCallNamesAreRefusedAlone(
    places: [Int]
  ) async throws {
    let request = SESRequestTests.request(count: 4)
    let bad = Set(places.map { request.recipients[$0].address })
    let server = try HTTPFixture { call in
      let failing = Self.addresses(call).filter(bad.contains)
      if !failing.isEmpty { return Self.wholeCall(Self.rejection(of: failing)) }
      let results = Self.addresses(call).map { #"{"Status":"SUCCESS","MessageId":"\#($0)"}"# }
      return .ok(#"{"BulkEmailEntryResults":[\#(results.joined(separator: ","))]}"#)
    }
    defer { server.close() }
    let answer = try await SESAnswerTests.provider(server.url).send(request)
    let found = Self.outcomes(of: request, answer)
    #expect(found.indices.filter { found[$0]?.cause == .unverifiedRecipient } == places)
    #expect(found.indices.filter { found[$0] == nil }.count == 4 - places.count)
    #expect(server.requests.count == (places.count == 4 ? 1 : 2))
  }

  @Test func aSenderThatIsNamedIsTheSenders() async throws {
    let request = SESRequestTests.request(count: 3)
    let named = ["News <news@example.com>", "kim@example.com"]
    let server = try HTTPFixture { _ in Self.wholeCall(Self.rejection(of: named)) }
    defer { server.close() }
    let answer = try await SESAnswerTests.provider(server.url).send(request)
    guard case .notSent(let refusal) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(refusal.cause == .unverifiedSender)
  }

  /// SES names nobody: who is meant shows when others of the same sender are taken.
  @Test func whereNobodyIsNamedTheOthersTell() async throws {
    let request = SESRequestTests.request(count: 10)
    let bad = request.recipients[7].address
    let server = try HTTPFixture { call in
      if let account = Self.account(call) { return account }
      let addresses = Self.addresses(call)
      if addresses.contains(bad) { return Self.wholeCall("Email address is not verified.") }
      let results = addresses.map { #"{"Status":"SUCCESS","MessageId":"\#($0)"}"# }
      return .ok(#"{"BulkEmailEntryResults":[\#(results.joined(separator: ","))]}"#)
    }
    defer { server.close() }
    let provider = try SESAnswerTests.provider(server.url)
    #expect(try await provider.ready() == nil)
    let found = Self.outcomes(of: request, await provider.send(request))
    #expect(found.indices.filter { found[$0] != nil } == [7])
    #expect(found[7]?.cause == .unverifiedRecipient)
  }

  @Test func whereNobodyIsNamedAndNobodyTakenItIsTheSender() async throws {
    let server = try HTTPFixture { Self.account($0) ?? Self.wholeCall("Email address is not verified.") }
    defer { server.close() }
    let provider = try SESAnswerTests.provider(server.url)
    #expect(try await provider.ready() == nil)
    guard case .notSent(let refusal) = await provider.send(SESRequestTests.request(count: 10)) else {
      Issue.record("it was sent")
      return
    }
    #expect(refusal.cause == .unverifiedSender)
    // GetAccount, the call, and three alone.
    #expect(server.requests.count == 5)
  }

  @Test func adviceNamesTheSandbox() {
    let classification = Refusal(cause: .unverifiedRecipient, reason: "").classification
    #expect(classification.isResendable)
    #expect(classification.advice == .refused(.unverifiedRecipient))
  }
}
