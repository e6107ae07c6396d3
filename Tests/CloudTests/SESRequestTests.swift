import AWS
import Emulator
import Foundation
import HTTPFixture
import Model
import Ports
import Testing

/// What goes to SES: field by field what botocore's serializer makes of the same call.
@Suite struct SESRequestTests {
  /// The body botocore 1.43.11 sends: printed from its event `before-send.sesv2.SendBulkEmail`, for a call with these
  /// parameters as keyword arguments.
  private static let botocore = #"""
    {"DefaultContent": {"Template": {"TemplateContent": {"Subject": "\uc548\ub155 {{name}}", "Text": "\uae00\n{{email}}", "Html": "<p>{{name}}</p>"}, "TemplateData": "{}"}}, "FromEmailAddress": "=?UTF-8?B?7IaM7Iud?= <news@example.com>", "BulkEmailEntries": [{"Destination": {"ToAddresses": ["kim@example.com"]}, "ReplacementTags": [{"Name": "sendboard-store", "Value": "teststore"}, {"Name": "sendboard-campaign", "Value": "7"}, {"Name": "sendboard-message", "Value": "1"}, {"Name": "sendboard-attempt", "Value": "1"}], "ReplacementEmailContent": {"ReplacementTemplate": {"ReplacementTemplateData": "{\"name\":\"\uae40 \\\"\ubbfc\uc544\\\" \\\\ 1\",\"email\":\"kim@example.com\"}"}}}, {"Destination": {"ToAddresses": ["lee@example.com"]}, "ReplacementTags": [{"Name": "sendboard-store", "Value": "teststore"}, {"Name": "sendboard-campaign", "Value": "7"}, {"Name": "sendboard-message", "Value": "2"}, {"Name": "sendboard-attempt", "Value": "3"}], "ReplacementEmailContent": {"ReplacementTemplate": {"ReplacementTemplateData": "{\"name\":\"\",\"email\":\"lee@example.com\"}"}}}], "ConfigurationSetName": "sendboard"}
    """#

  static func request(
    from: String = "소식 <news@example.com>", stored: String? = nil, count: Int = 2, unsubscribe: Unsubscribe? = nil
  ) -> SendRequest {
    let template = Template(
      from: from, subject: "안녕 {{name}}", text: "글\n{{email}}", html: "<p>{{name}}</p>", storedName: stored,
      unsubscribe: unsubscribe)
    let campaign = Campaign(
      id: CampaignID(rawValue: 7), name: "Test", channel: .email, state: .sending, operator: "t",
      createdAt: Timestamp(milliseconds: 0), audience: "a.csv", template: template, columns: ["name"], batchSize: 50)
    let known: [ClaimedMessage] = [
      .init(message: MessageID(rawValue: 1), attempt: 1, address: "kim@example.com", values: [#"김 "민아" \ 1"#]),
      .init(message: MessageID(rawValue: 2), attempt: 3, address: "lee@example.com", values: [""]),
    ]
    return SendRequest(
      campaign: campaign,
      recipients: (0..<count).map { number in
        number < 2
          ? known[number]
          : .init(
            message: MessageID(rawValue: Int64(number + 1)), attempt: 1, address: "u\(number)@example.com",
            values: ["n"])
      }, storeID: "teststore")
  }

  private func sent(_ request: SendRequest) async throws -> [String: Any] {
    let server = try HTTPFixture { _ in
      .ok(#"{"BulkEmailEntryResults":[{"Status":"SUCCESS","MessageId":"a"},{"Status":"SUCCESS","MessageId":"b"}]}"#)
    }
    defer { server.close() }
    let answer = try await SESAnswerTests.provider(server.url).send(request)
    #expect(answer == .answered([.accepted(providerID: "a"), .accepted(providerID: "b")]))
    let call = try #require(server.requests.first)
    #expect(server.requests.count == 1)
    #expect(call.method == "POST" && call.target == "/v2/email/outbound-bulk-emails")
    #expect(call.header("Content-Type") == "application/json")
    #expect(call.header("Authorization")?.contains("/us-east-1/ses/aws4_request") == true)
    return try #require(try JSONSerialization.jsonObject(with: Data(call.body)) as? [String: Any])
  }

  @Test func inlineContentIsWhatBotocoreSends() async throws {
    let expected = try JSONSerialization.jsonObject(with: Data(Self.botocore.utf8)) as? NSDictionary
    #expect(try await sent(Self.request()) as NSDictionary == expected)
  }

  /// Each recipient's own headers, as botocore 1.43.11 serializes `ReplacementHeaders`, and as the operator was shown them.
  @Test func theWayOffTheListGoesAlongAsItWasShown() async throws {
    let unsubscribe = try Unsubscribe("https://example.com/u?e={{email}}&n={{name}} off@example.com")
    let request = Self.request(unsubscribe: unsubscribe)
    let entries = try #require(try await sent(request)["BulkEmailEntries"] as? [[String: Any]])
    let wanted = [
      #"[{"Name": "List-Unsubscribe", "Value": "<https://example.com/u?e=kim%40example.com&n=%EA%B9%80%20%22%EB%AF%BC%EC%95%84%22%20%5C%201>, <mailto:off@example.com>"}, {"Name": "List-Unsubscribe-Post", "Value": "List-Unsubscribe=One-Click"}]"#,
      #"[{"Name": "List-Unsubscribe", "Value": "<https://example.com/u?e=lee%40example.com&n=>, <mailto:off@example.com>"}, {"Name": "List-Unsubscribe-Post", "Value": "List-Unsubscribe=One-Click"}]"#,
    ]
    for ((entry, recipient), text) in zip(zip(entries, request.recipients), wanted) {
      let expected = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSArray
      let headers = try #require(entry["ReplacementHeaders"] as? [[String: String]])
      #expect(headers as NSArray == expected)
      let shown = Mail.Letter(request.campaign, address: recipient.address, values: recipient.values)
      #expect(shown.headers.map(\.line) == headers.map { "\($0["Name"] ?? ""): \($0["Value"] ?? "")" })
    }
  }

  /// A link that is too long with somebody's values is their own trouble: the others get theirs.
  @Test func whoseLinkIsTooLongIsRefusedAlone() async throws {
    var request = Self.request(unsubscribe: try Unsubscribe("https://example.com/u?n={{name}}"))
    request.recipients[0].values = [String(repeating: "x", count: 2_000)]
    let server = try HTTPFixture { _ in
      .ok(#"{"BulkEmailEntryResults":[{"Status":"SUCCESS","MessageId":"b"}]}"#)
    }
    defer { server.close() }
    let answer = try await SESAnswerTests.provider(server.url).send(request)
    guard case .answered(let results) = answer, case .refused(let refusal) = results[0] else {
      Issue.record("\(answer)")
      return
    }
    #expect(refusal.cause == .invalidParameter && refusal.reason == OwnReason.unsubscribeTooLong.sentence)
    #expect(results[1] == .accepted(providerID: "b") && server.requests.count == 1)
    request.recipients.removeLast()
    #expect(try await SESAnswerTests.provider(server.url).send(request) == .answered([.refused(refusal)]))
    #expect(server.requests.count == 1, "nobody is left to call for")
  }

  @Test func aStoredTemplateIsNamed() async throws {
    var expected = try #require(try JSONSerialization.jsonObject(with: Data(Self.botocore.utf8)) as? [String: Any])
    // The serializer leaves out what was not given: `TemplateContent`.
    expected["DefaultContent"] = ["Template": ["TemplateName": "news", "TemplateData": "{}"]]
    #expect(try await sent(Self.request(stored: "news")) as NSDictionary == expected as NSDictionary)
  }

  /// Encoded by hand with `base64.b64encode` of Python.
  @Test(arguments: [
    ("news@example.com", "news@example.com"),
    ("News <news@example.com>", "News <news@example.com>"),
    ("Kim, Inc. <news@example.com>", #""Kim, Inc." <news@example.com>"#),
    (#""Kim" <news@example.com>"#, "Kim <news@example.com>"),
    (#"The "Big" One <news@example.com>"#, #""The \"Big\" One" <news@example.com>"#),
    (#""The \"Big\" One" <news@example.com>"#, #""The \"Big\" One" <news@example.com>"#),
    ("<news@example.com>", "news@example.com"),
    (" News < news@예.kr > ", "News <news@xn--2j5b.kr>"),
    (#"A\B <news@example.com>"#, #""A\\B" <news@example.com>"#),
    ("news@münchen.example", "news@xn--mnchen-3ya.example"),
    ("News <news@münchen.example>", "News <news@xn--mnchen-3ya.example>"),
    (#""소식, 오늘" <news@example.com>"#, "=?UTF-8?B?7IaM7IudLCDsmKTripg=?= <news@example.com>"),
    (
      // 16 syllables of 3 octets: 15 fill an encoded word of 75 characters.
      "가가가가가가가가가가가가가가가나 <n@example.com>",
      "=?UTF-8?B?6rCA6rCA6rCA6rCA6rCA6rCA6rCA6rCA6rCA6rCA6rCA6rCA6rCA6rCA6rCA?= =?UTF-8?B?64KY?= <n@example.com>"
    ),
  ]) func sendersAreEncoded(_ sender: String, _ expected: String) async throws {
    #expect(try await sent(Self.request(from: sender))["FromEmailAddress"] as? String == expected)
  }

  @Test func theEmulatorRendersWhatWeSend() async throws {
    let fixture = try await CloudFixture()
    let template = Emulator.name("stored")
    try await fixture.cloud.ses.createEmailTemplate(
      template, SESTemplate(subject: "저장 {{name}}", text: "{{email}}", html: nil))
    #expect(try await fixture.provider.granted(upTo: 2).recipients == 2)
    for (stored, subject) in [(nil, #"안녕 김 "민아" \ 1"#), (template, #"저장 김 "민아" \ 1"#)] {
      guard case .answered(let outcomes) = await fixture.provider.send(Self.request(stored: stored)) else {
        Issue.record("not answered")
        continue
      }
      #expect(outcomes.count == 2)
      guard case .accepted(let id)? = outcomes.first else {
        Issue.record("not accepted: \(outcomes)")
        continue
      }
      let mail = try await fixture.cloud.sentMails().first { $0.id == id }
      #expect(mail?.subject == subject)
      #expect(mail?.text.hasSuffix("kim@example.com") == true)
    }
    #expect(fixture.relay.mails[0].tags["sendboard-message"] == "1")
    // A template that is not there: nobody is sent to, and the campaign is stopped rather than a list refused.
    let answer = await fixture.provider.send(Self.request(stored: "nobodys"))
    guard case .notSent(let refusal) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(refusal.cause == .unverifiedSender, "\(refusal.reason)")
  }
}
