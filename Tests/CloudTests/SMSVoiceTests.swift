import AWS
import Cloud
import Emulator
import Foundation
import HTTPFixture
import Model
import Pacing
import Ports
import Synchronization
import Testing

/// Texts by AWS End User Messaging, against a server that answers as its model says: no emulator offers it, and nothing here
/// reached AWS.
@Suite struct SMSVoiceTests {
  /// The body that botocore 1.43.11 sends, from its event `before-send.pinpoint-sms-voice-v2.SendTextMessage`.
  private static let botocore = #"""
    {"DestinationPhoneNumber": "+14254147755", "OriginationIdentity": "+12065550100", "MessageBody": "\uc548\ub155 \uae40 \"\ubbfc\uc544\" \\ 1", "MessageType": "TRANSACTIONAL", "ConfigurationSetName": "sendboard", "MaxPrice": "0.05", "TimeToLive": 3600, "Context": {"sendboard-store": "teststore", "sendboard-campaign": "7", "sendboard-message": "1", "sendboard-attempt": "1"}}
    """#

  private static let options = SMSVoiceProvider.Options(
    configurationSet: "sendboard", timeToLive: 3600, maximumPrice: "0.05")

  private func provider(_ url: String, timeout: Duration = .seconds(5)) throws -> SMSVoiceProvider {
    SMSVoiceProvider(
      client: SMSVoiceClient(
        .plain(try HastyTransport(timeout)), endpoint: ServiceEndpoint(url: url, region: "us-east-1")),
      options: Self.options, gate: ProviderGate("SMS", monitor: HealthMonitor(clock: .system)))
  }

  private func request(
    _ count: Int = 1, channel: Channel = .sms, from: String = "+12065550100", isAdvertising: Bool = false
  ) -> SendRequest {
    let campaign = Campaign(
      id: CampaignID(rawValue: 7), name: "Test", channel: channel, state: .sending, operator: "t",
      createdAt: Timestamp(milliseconds: 0), audience: "a.csv",
      template: Template(from: from, subject: "", text: "안녕 {{name}}", html: nil), columns: ["name"], batchSize: 10,
      isAdvertising: isAdvertising)
    return SendRequest(
      campaign: campaign,
      recipients: (1...count).map {
        ClaimedMessage(
          message: MessageID(rawValue: Int64($0)), attempt: 1, address: "+1425414775\(($0 + 4) % 10)",
          values: [$0 == 1 ? #"김 "민아" \ 1"# : "이 \($0)"])
      }, storeID: "teststore")
  }

  private func send(_ request: SendRequest, to server: HTTPFixture) async throws -> SendAnswer {
    try await provider(server.url).send(request, under: Permit(recipients: request.recipients.count))
  }

  private static func error(_ type: String, reason: String? = nil, status: Int = 400) -> FixtureReply {
    let reason = reason.map { #","Reason":"\#($0)""# } ?? ""
    return .response(
      status, headers: [("x-amzn-RequestId", "r-1")],
      #"{"__type":"com.amazonaws.pinpointsmsvoicev2#\#(type)","Message":"words"\#(reason)}"#)
  }

  @Test func aCallIsWhatBotocoreSends() async throws {
    let server = try HTTPFixture { _ in .ok(#"{"MessageId":"m-1"}"#) }
    defer { server.close() }
    #expect(try await send(request(), to: server) == .answered([.accepted(providerID: "m-1")]))
    let call = try #require(server.requests.first)
    #expect(server.requests.count == 1 && call.method == "POST" && call.target == "/")
    #expect(call.header("X-Amz-Target") == "PinpointSMSVoiceV2.SendTextMessage")
    #expect(call.header("Content-Type") == "application/x-amz-json-1.0")
    #expect(call.header("Authorization")?.contains("/us-east-1/sms-voice/aws4_request") == true)
    let sent = try JSONSerialization.jsonObject(with: Data(call.body)) as? NSDictionary
    let expected = try JSONSerialization.jsonObject(with: Data(Self.botocore.utf8)) as? NSDictionary
    #expect(sent == expected)
  }

  @Test func advertisingIsPromotional() async throws {
    let server = try HTTPFixture { _ in .ok(#"{"MessageId":"m-1"}"#) }
    defer { server.close() }
    _ = try await send(request(isAdvertising: true), to: server)
    #expect(server.requests.first?.text.contains(#""MessageType":"PROMOTIONAL""#) == true)
  }

  /// Each has its own answer, in the order of the request, however the calls end; and no more than five are under way.
  @Test func aBatchIsACallForEach() async throws {
    let under = Mutex((now: 0, most: 0))
    let server = try HTTPFixture { request in
      let number = Int(request.text.firstMatch(of: #/"sendboard-message":"(\d+)"/#)?.1 ?? "0") ?? 0
      under.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      // The reply is written after this returns; what counts is who was let in at once.
      usleep(20_000)
      under.withLock { $0.now -= 1 }
      return number % 3 == 0
        ? Self.error("ValidationException", reason: "COUNTRY_NOT_ENABLED") : .ok(#"{"MessageId":"m-\#(number)"}"#)
    }
    defer { server.close() }
    guard case .answered(let results) = try await send(request(10), to: server) else {
      Issue.record("no answer")
      return
    }
    #expect(results.count == 10 && server.requests.count == 10)
    for (index, result) in results.enumerated() {
      let number = index + 1
      if number % 3 == 0 {
        guard case .refused(let refusal) = result else {
          Issue.record("\(number): \(result)")
          continue
        }
        #expect(refusal.cause == .invalidParameter && refusal.reason.contains("COUNTRY_NOT_ENABLED"))
      } else {
        #expect(result == .accepted(providerID: "m-\(number)"))
      }
    }
    #expect((2...5).contains(under.withLock { $0.most }))
  }

  /// Every error of the model, by its reason where that decides.
  @Test(
    arguments: [
      ("ThrottlingException", nil, Refusal.Cause.throttled),
      ("ServiceQuotaExceededException", "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT", .quota),
      ("ServiceQuotaExceededException", "PHONE_NUMBERS_PER_ACCOUNT", .other),
      ("AccessDeniedException", "INSUFFICIENT_ACCOUNT_REPUTATION", .accountPaused),
      ("AccessDeniedException", "ACCOUNT_DISABLED", .accountPaused), ("AccessDeniedException", nil, .unusable),
      ("ResourceNotFoundException", nil, .unverifiedSender),
      ("ConflictException", "NO_ORIGINATION_IDENTITIES_FOUND", .unverifiedSender),
      ("ConflictException", "RESOURCE_NOT_ACTIVE", .unverifiedSender),
      ("ConflictException", "NUMBER_CAPABILITIES_MISMATCH", .unverifiedSender),
      ("ConflictException", "MESSAGE_TYPE_MISMATCH", .unverifiedSender),
      ("ConflictException", "DESTINATION_PHONE_NUMBER_OPTED_OUT", .optedOut),
      ("ConflictException", "DESTINATION_PHONE_NUMBER_NOT_VERIFIED", .unverifiedRecipient),
      ("ConflictException", "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION", .invalidParameter),
      // By the country of the number: it must not stop the campaign.
      ("ValidationException", "SENDER_ID_NOT_REGISTERED", .invalidParameter),
      ("ValidationException", "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY", .invalidParameter),
      ("ValidationException", "PRICE_OVER_THRESHOLD", .invalidParameter),
      ("ValidationException", nil, .invalidParameter),
    ] as [(String, String?, Refusal.Cause)])
  func whatARefusalMeans(type: String, reason: String?, cause: Refusal.Cause) async throws {
    let server = try HTTPFixture { _ in Self.error(type, reason: reason) }
    defer { server.close() }
    guard case .answered(let results) = try await send(request(), to: server),
      case .refused(let refusal) = results.first
    else {
      Issue.record("no refusal")
      return
    }
    #expect(refusal.cause == cause)
    #expect(refusal.reason.contains(reason ?? "words"))
    #expect(server.requests.count == 1, "a call is made once")
  }

  /// No answer, a broken one, or a fault of AWS's: nobody knows, and nothing is sent again.
  @Test(arguments: [
    FixtureReply.response(500, #"{"__type":"InternalServerException","Message":"?"}"#),
    .response(503, "<html>busy</html>"),
    .ok("{"), .ok("<html></html>"), .ok(#"{"MessageId":""}"#), .ok("{}"),
    .truncated(#"{"MessageId":"m"#, promising: 100), FixtureReply(.reset),
  ]) func whatNobodyKnows(reply: FixtureReply) async throws {
    let server = try HTTPFixture { _ in reply }
    defer { server.close() }
    guard case .answered(let results) = try await send(request(), to: server), case .unknown = results.first else {
      Issue.record("it should be unknown")
      return
    }
    #expect(server.requests.count == 1)
  }

  @Test func slownessIsUnknownToo() async throws {
    let server = try HTTPFixture { _ in .pause(.seconds(3)).then(.ok(#"{"MessageId":"m-1"}"#)) }
    defer { server.close() }
    let answer = try await provider(server.url, timeout: .milliseconds(300))
      .send(request(), under: Permit(recipients: 1))
    guard case .answered(let results) = answer, case .unknown = results.first else {
      Issue.record("\(answer)")
      return
    }
  }

  /// What would turn the next call away too is asked once for each lane at most.
  @Test func anAccountThatIsStoppedIsNotAskedForEverybody() async throws {
    let server = try HTTPFixture { _ in Self.error("AccessDeniedException", reason: "ACCOUNT_DISABLED") }
    defer { server.close() }
    guard case .answered(let results) = try await send(request(10), to: server) else {
      Issue.record("no answer")
      return
    }
    #expect(results.count == 10 && server.requests.count <= 5)
    for result in results {
      guard case .refused(let refusal) = result else {
        Issue.record("\(result)")
        continue
      }
      #expect(refusal.cause == .accountPaused)
    }
  }

  @Test func mailIsNotTaken() async throws {
    let server = try HTTPFixture()
    defer { server.close() }
    guard case .notSent(let refusal) = try await send(request(channel: .email), to: server) else {
      Issue.record("it was taken")
      return
    }
    #expect(refusal.cause == .invalidParameter && server.requests.isEmpty)
  }
}
