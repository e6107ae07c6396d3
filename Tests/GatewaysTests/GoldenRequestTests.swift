import Foundation
import HTTPFixture
import Model
import Ports
import Testing

/// What each gateway sends, byte by byte, at a fixed time. Signatures are compared with vectors that Python made
/// (`hmac.new(key, text, sha256)`), not with what this program writes.
@Suite struct GoldenRequestTests {
  private func calls(_ name: String, _ count: Int = 2, text: String = "안녕 {{name}}", isAdvertising: Bool = false)
    async throws
    -> [FixtureRequest]
  {
    let server = try HTTPFixture { _ in .response(500, "") }
    defer { server.close() }
    _ = try await Stage.send(Stage.request(count, text: text, isAdvertising: isAdvertising), by: name, to: server)
    return server.requests.sorted { $0.text < $1.text }
  }

  private func call(_ name: String, text: String = "안녕 {{name}}", isAdvertising: Bool = false) async throws
    -> FixtureRequest
  {
    try #require(await calls(name, text: text, isAdvertising: isAdvertising).first)
  }

  @Test func solapi() async throws {
    let call = try await call("solapi")
    #expect(call.method == "POST" && call.target == "/messages/v4/send-many/detail")
    #expect(
      call.header("Authorization")
        == "HMAC-SHA256 apiKey=test-key, date=2026-11-21T01:00:00.000Z, salt=0123456789abcdef0123456789abcdef, "
        + "signature=47196eb4b1802d250803a49ddaa7c57e15e3d6efa6332dbc8e4d09ad9975e570")
    #expect(call.header("Content-Type") == "application/json; charset=utf-8")
    #expect(
      call.text
        == #"{"allowDuplicates":true,"showMessageList":true,"messages":["#
        + #"{"to":"01012340001","from":"0212345678","type":"SMS","text":"안녕 김 1","customFields":{"ref":"s1.7.1.1"}},"#
        + #"{"to":"01012340002","from":"0212345678","type":"SMS","text":"안녕 김 2","customFields":{"ref":"s1.7.2.1"}}]}"#)
  }

  /// One text a call: two people with two texts are two calls, with one text one.
  @Test func nhn() async throws {
    let calls = try await calls("nhn")
    #expect(calls.count == 2)
    #expect(calls[0].target == "/sms/v3.0/appKeys/app1/sender/sms" && calls[0].header("X-Secret-Key") == "test-secret")
    #expect(
      calls[0].text
        == #"{"title":"알림","body":"안녕 김 1","sendNo":"0212345678","recipientList":["#
        + #"{"recipientNo":"01012340001","recipientGroupingKey":"s1.7.1.1"}]}"#)
    let one = try await self.calls("nhn", text: "(광고) 모두에게", isAdvertising: true)
    #expect(one.count == 1 && one[0].target == "/sms/v3.0/appKeys/app1/sender/ad-sms")
    #expect(
      one[0].text
        == #"{"title":"알림","body":"(광고) 모두에게","sendNo":"0212345678","recipientList":["#
        + #"{"recipientNo":"01012340001","recipientGroupingKey":"s1.7.1.1"},"#
        + #"{"recipientNo":"01012340002","recipientGroupingKey":"s1.7.2.1"}]}"#)
  }

  @Test func sens() async throws {
    let call = try await call("sens")
    #expect(call.method == "POST" && call.target == "/sms/v2/services/ncp:sms:kr:123456789012:test/messages")
    #expect(call.header("x-ncp-apigw-timestamp") == "1795222800000")
    #expect(call.header("x-ncp-iam-access-key") == "test-access-key")
    #expect(call.header("x-ncp-apigw-signature-v2") == "qRkbRWTLFtToUtmdf71Ytbr1LoyyJiQKv18Uq9OZSG8=")
    #expect(
      call.text
        == #"{"type":"SMS","contentType":"COMM","countryCode":"82","from":"0212345678","content":"안녕 김 1","messages":["#
        + #"{"to":"01012340001","content":"안녕 김 1"},{"to":"01012340002","content":"안녕 김 2"}]}"#)
    #expect(try await self.call("sens", isAdvertising: true).text.contains(#""contentType":"AD""#))
  }

  @Test func aligo() async throws {
    let call = try await call("aligo")
    #expect(call.method == "POST" && call.target == "/send_mass/")
    #expect(call.header("Content-Type") == "application/x-www-form-urlencoded; charset=utf-8")
    let (hello, title) = ("%EC%95%88%EB%85%95+%EA%B9%80+", "%EC%95%8C%EB%A6%BC")
    #expect(
      call.text
        == "key=test%26key%3D&user_id=mina&sender=0212345678&cnt=2&msg_type=SMS&title=\(title)"
        + "&rec_1=01012340001&msg_1=\(hello)1&rec_2=01012340002&msg_2=\(hello)2")
  }

  /// One text a call, and their key in the header that basic authentication has.
  @Test func twilio() async throws {
    let calls = try await calls("twilio")
    #expect(calls.count == 2 && calls[0].target == "/2010-04-01/Accounts/AC1/Messages.json")
    // base64("AC1:test-token")
    #expect(calls[0].header("Authorization") == "Basic QUMxOnRlc3QtdG9rZW4=")
    #expect(calls[0].text == "To=%2B821012340001&From=0212345678&Body=%EC%95%88%EB%85%95+%EA%B9%80+1")
  }

  /// Short and long texts are different types, and where a call holds one type they go in two calls.
  @Test func aTypeIsChosenByLength() async throws {
    let long = String(repeating: "가", count: 46)
    #expect(try await call("solapi", text: String(repeating: "가", count: 45)).text.contains(#""type":"SMS""#))
    #expect(try await call("solapi", text: long).text.contains(#""type":"LMS""#))
    #expect(try await call("nhn", text: long).target.hasSuffix("/sender/mms"))
    // 43 syllables are 86 bytes: with "김 1" behind them 90, with two digits more 92.
    var request = Stage.request(2, text: String(repeating: "가", count: 43) + "{{name}}")
    request.recipients[1].values = ["김 123"]
    let server = try HTTPFixture { _ in .response(500, "") }
    defer { server.close() }
    _ = try await Stage.send(request, by: "sens", to: server)
    #expect(Set(server.requests.map { $0.text.contains(#""type":"SMS""#) }) == [true, false])
  }

  /// Who cannot be served is refused before any call, and for good: the others go.
  @Test func whoCannotBeServedIsRefusedBefore() async throws {
    var request = Stage.request(5)
    request.recipients[1].address = "+14254147755"
    request.recipients[2].values = ["똠양꿍"]
    request.recipients[3].values = [String(repeating: "가", count: 1000)]
    let server = try HTTPFixture { _ in .response(500, "") }
    defer { server.close() }
    let results = try await Stage.send(request, by: "solapi", to: server)
    #expect(server.requests.count == 1 && server.requests[0].text.components(separatedBy: #""to""#).count == 3)
    #expect(
      results.map { $0.refusal?.reason } == [
        nil, OwnReason.numberNotServed.sentence, OwnReason.textNotWritable("똠").sentence,
        OwnReason.textTooLong(length: 2005, most: 2000).sentence, nil,
      ])
    #expect(results[1].refusal?.isOwnFinding == true && results[1].refusal?.cause == .invalidParameter)
  }
}
