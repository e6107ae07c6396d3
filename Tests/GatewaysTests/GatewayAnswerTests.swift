import Gateways
import HTTP
import HTTPFixture
import Model
import Ports
import Testing

/// What answers mean, per broker: written by hand after the brokers' documents.
@Suite struct GatewayAnswerTests {
  private func send(_ name: String, count: Int = 2, text: String = "모두에게", _ reply: FixtureReply) async throws
    -> [SendResult]
  {
    let server = try HTTPFixture { _ in reply }
    defer { server.close() }
    return try await Stage.send(Stage.request(count, text: text), by: name, to: server)
  }

  /// A good answer for two, and the ids that follow from it.
  private static let goods: [(String, status: Int, body: String, ids: [String])] = [
    (
      "solapi", 200,
      #"{"groupInfo":{"groupId":"G1"},"failedMessageList":[],"messageList":[{"messageId":"M2","statusCode":"2000","customFields":{"ref":"s1.7.2.1"}},{"messageId":"M1","statusCode":"2000","customFields":{"ref":"s1.7.1.1"}}]}"#,
      ["M1", "M2"]
    ),
    (
      "nhn", 200,
      #"{"header":{"isSuccessful":true,"resultCode":0,"resultMessage":"SUCCESS"},"body":{"data":{"requestId":"R1","statusCode":"2","sendResultList":[{"recipientNo":"01012340001","resultCode":0,"recipientSeq":1,"recipientGroupingKey":"s1.7.1.1"},{"recipientNo":"01012340002","resultCode":0,"recipientSeq":2,"recipientGropuingKey":"s1.7.2.1"}]}}}"#,
      ["R1/1", "R1/2"]
    ),
    (
      "sens", 202,
      #"{"requestId":"R1","requestTime":"2026-11-21T10:00:00.000","statusCode":"202","statusName":"success"}"#,
      ["R1/01012340001", "R1/01012340002"]
    ),
    (
      "aligo", 200,
      #"{"result_code":1,"message":"success","msg_id":123,"success_cnt":1,"error_cnt":1,"msg_type":"SMS"}"#,
      ["123/01012340001", "123/01012340002"]
    ),
    ("twilio", 201, #"{"sid":"SM1","status":"queued","error_code":null}"#, ["SM1", "SM1"]),
  ]

  @Test(arguments: Self.goods.map(\.0)) func good(name: String) async throws {
    let sample = try #require(Self.goods.first { $0.0 == name })
    let results = try await send(name, .response(sample.status, sample.body))
    #expect(results.map(\.id) == sample.ids)
  }

  /// Some of a call, by the broker's own codes; who is not mentioned is unknown.
  @Test func mixed() async throws {
    let solapi = try await send(
      "solapi", count: 4,
      .ok(
        #"{"failedMessageList":[{"statusCode":"1062","statusMessage":"발신번호 미등록","customFields":{"ref":"s1.7.1.1"}},{"statusCode":"1061","statusMessage":"080","customFields":{"ref":"s1.7.2.1"}}],"messageList":[{"messageId":"M3","statusCode":"2000","customFields":{"ref":"s1.7.3.1"}},{"messageId":"X","statusCode":"2000","customFields":{"ref":"s1.7.99.1"}}]}"#
      ))
    #expect(solapi[0].refusal == Refusal(cause: .unverifiedSender, reason: "1062: 발신번호 미등록"))
    #expect(solapi[1].refusal?.cause == .optedOut && solapi[2].id == "M3")
    #expect(solapi[3] == .unknown(reason: OwnReason.notMentioned.sentence))
    let nhn = try await send(
      "nhn", count: 2,
      .ok(
        #"{"header":{"isSuccessful":true},"body":{"data":{"requestId":"R1","sendResultList":[{"resultCode":-2018,"resultMessage":"bad","recipientSeq":1,"recipientGroupingKey":"s1.7.1.1"},{"resultCode":0,"recipientSeq":2,"recipientGroupingKey":"s1.7.2.1"}]}}}"#
      ))
    #expect(nhn[0].refusal == Refusal(cause: .invalidParameter, reason: "-2018: bad") && nhn[1].id == "R1/2")
  }

  /// The whole call, in the broker's own words.
  private static let refusals: [(String, status: Int, body: String, Refusal.Cause, reason: String)] = [
    (
      "solapi", 403, #"{"errorCode":"SignatureDoesNotMatch","errorMessage":"no"}"#, .unusable,
      "SignatureDoesNotMatch: no"
    ),
    ("solapi", 400, #"{"errorCode":"ValidationError","errorMessage":"no"}"#, .other, "ValidationError: no"),
    ("solapi", 400, #"{"errorCode":"1030","errorMessage":"no balance"}"#, .quota, "1030: no balance"),
    (
      "nhn", 200, #"{"header":{"isSuccessful":false,"resultCode":-1007,"resultMessage":"app"}}"#, .unusable,
      "-1007: app"
    ),
    (
      "nhn", 200, #"{"header":{"isSuccessful":false,"resultCode":-2052,"resultMessage":"month"}}"#, .quota,
      "-2052: month"
    ),
    (
      "sens", 401, #"{"error":{"errorCode":"200","message":"Authentication Failed"}}"#, .unusable,
      "200: Authentication Failed"
    ),
    ("sens", 404, #"{"statusCode":"404","statusName":"fail"}"#, .other, "404: fail"),
    ("aligo", 200, #"{"result_code":-101,"message":"인증오류"}"#, .unusable, "-101: 인증오류"),
    ("aligo", 200, #"{"result_code":"-201","message":"잔액"}"#, .quota, "-201: 잔액"),
    ("aligo", 200, #"{"result_code":0,"message":"?"}"#, .other, "0: ?"),
    ("twilio", 401, #"{"code":20003,"message":"Authenticate"}"#, .unusable, "20003: Authenticate"),
    ("twilio", 400, #"{"code":21610,"message":"unsubscribed"}"#, .optedOut, "21610: unsubscribed"),
    ("twilio", 400, #"{"code":21614,"message":"not mobile"}"#, .invalidParameter, "21614: not mobile"),
  ]

  @Test(arguments: 0..<13) func refused(number: Int) async throws {
    let sample = Self.refusals[number]
    let results = try await send(sample.0, .response(sample.status, sample.body))
    #expect(results.allSatisfy { $0.refusal == Refusal(cause: sample.3, reason: sample.reason) }, "\(results)")
  }

  @Test(arguments: Stage.names) func tooManyRequestsAreThrottled(name: String) async throws {
    #expect(try await send(name, .response(429, "slow down")).allSatisfy { $0.refusal?.cause == .throttled })
  }

  /// What says nothing for sure leaves everybody unknown: nothing of it is sent again by a machine.
  private static let doubts: [(String, FixtureReply)] = [
    ("a server's failure", .response(500, #"{"errorCode":"1030"}"#)), ("a gateway's", .response(503, "")),
    ("a server that waited in vain", .response(408, #"{"errorCode":"1030"}"#)),
    ("cut off", .truncated(#"{"messageList":["#, promising: 900)), ("closed", .end), ("reset", .reset),
    ("slow", .never), ("empty", .ok("")), ("HTML", .response(200, "<html>Welcome</html>")), ("half", .ok(#"{"a":"#)),
    ("not UTF-8", .response(200, [0x7B, 0x22, 0xFF, 0x22, 0x7D])), ("an empty object", .ok("{}")),
    ("a list", .ok("[]")),
    ("moved", .response(302, headers: [("Location", "http://127.0.0.1/")], "")),
    ("null", .ok("null")), ("no answer at all", .response(204, "")),
  ]

  @Test(arguments: Stage.names, Self.doubts.map(\.0)) func unsure(name: String, what: String) async throws {
    let reply = try #require(Self.doubts.first { $0.0 == what }).1
    let server = try HTTPFixture { _ in reply }
    defer { server.close() }
    let provider = try Stage.provider(name, to: Rerouted(to: server.url, timeout: .milliseconds(700)))
    let answer = await provider.send(Stage.request(1, text: "모두에게"), under: Permit(recipients: 1))
    #expect(answer.result(at: 0).isUnknown, "\(answer)")
    #expect(server.requests.count == 1, "a call is made once")
  }

  /// A request that certainly did not leave was not sent, and is tried again.
  @Test(arguments: Stage.names) func whatDidNotLeaveWasNotSent(name: String) async throws {
    let provider = try Stage.provider(name, to: Rerouted(to: "http://127.0.0.1:1"))
    let answer = await provider.send(Stage.request(1), under: Permit(recipients: 1))
    #expect(answer.result(at: 0).refusal?.cause == .unusable)
  }

  /// HTML of somebody on the way says nothing of the broker's, but by the status that the file names.
  @Test func aProxysRefusalIsByItsStatus() async throws {
    let results = try await send("solapi", .response(403, "<html>Forbidden</html>"))
    #expect(results.allSatisfy { $0.refusal == Refusal(cause: .unusable, reason: "HTTP 403") })
  }

  /// An answer that says two things of one is not believed in either.
  @Test func whatContradictsItselfIsUnknown() async throws {
    let results = try await send(
      "solapi", count: 2,
      .ok(
        #"{"failedMessageList":[{"statusCode":"1030","statusMessage":"no","customFields":{"ref":"s1.7.1.1"}}],"messageList":[{"messageId":"M1","statusCode":"2000","customFields":{"ref":"s1.7.1.1"}},{"messageId":"M2","statusCode":"2000","customFields":{"ref":"s1.7.2.1"}}]}"#
      ))
    #expect(results[0] == .unknown(reason: OwnReason.answerContradictsItself.sentence) && results[1].id == "M2")
  }

  /// Whom a list says was taken may have been, though the call is said to be turned away: nobody sends to them again by a machine.
  @Test(
    arguments: [
      (
        "nhn", 200,
        #"{"header":{"isSuccessful":false,"resultCode":-2021,"resultMessage":"x"},"body":{"data":{"requestId":"R","sendResultList":[{"resultCode":0,"recipientSeq":1,"recipientGroupingKey":"s1.7.1.1"}]}}}"#
      ),
      (
        "solapi", 400,
        #"{"errorCode":"1024","errorMessage":"x","messageList":[{"messageId":"M1","statusCode":"2000","customFields":{"ref":"s1.7.1.1"}}]}"#
      ),
    ])
  func aCallThatIsRefusedAndTakenIsUnknown(name: String, status: Int, body: String) async throws {
    let results = try await send(name, count: 2, .response(status, body))
    #expect(results[0] == .unknown(reason: OwnReason.answerContradictsItself.sentence))
    #expect(results[1].refusal?.cause == .transient)
  }

  /// What promises nothing is not tried again by a machine.
  @Test func anUnexpectedErrorOfNHNIsNotPassing() async throws {
    let results = try await send(
      "nhn", count: 1, .ok(#"{"header":{"isSuccessful":false,"resultCode":-9999,"resultMessage":"x"}}"#))
    #expect(results[0].refusal?.cause == .other)
  }

  /// Names with escape sequences, 100 MB, depth: no harm, and nobody counts as sent or as not sent for it.
  @Test func hostileAnswersDoNoHarm() async throws {
    let evil = "\\u001b]0;owned\\u0007\\u001b[2J\\u202e\\n\\u0000x"
    let named = try await send(
      "solapi", count: 1,
      .ok(
        #"{"failedMessageList":[{"statusCode":"9\u001b[31m","statusMessage":"\#(evil)","customFields":{"ref":"s1.7.1.1"}}]}"#
      ))
    let reason = try #require(named[0].refusal?.reason)
    #expect(!reason.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }, "\(reason.debugDescription)")
    let id = try await send("twilio", count: 1, .response(201, #"{"sid":"\#(evil)"}"#))
    #expect(id[0].id?.unicodeScalars.contains { $0.value < 0x20 } == false)
    let long = try await send("twilio", count: 1, .response(201, #"{"sid":"\#(String(repeating: "x", count: 300))"}"#))
    #expect(long[0].isUnknown)
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(try await send("solapi", count: 1, .ok(#"{"messageList":\#(deep)}"#))[0].isUnknown)
    let megabyte = String(repeating: " ", count: 1 << 20)
    let huge = FixtureReply.chunked(Array(repeating: megabyte, count: 100))
    #expect(try await send("solapi", count: 1, huge)[0].isUnknown)
  }

  /// What the broker repeats of what it was asked with is not shown.
  @Test func secretsAreTakenOutOfWhatIsSaid() async throws {
    let results = try await send(
      "aligo", count: 1, .ok(#"{"result_code":-5,"message":"bad key test&key= (test%26key%3D)"}"#))
    #expect(results[0].refusal?.reason == "-5: bad key … (…)")
    // In Base64 (dGVzdCZrZXk9, by Python), in small letters, at the place where reasons are cut off, and as an id.
    let forms = try await send(
      "aligo", count: 1, .ok(#"{"result_code":-5,"message":"dGVzdCZrZXk9 test%26key%3d Basic dGVzdDp0ZXN0LWtleQ=="}"#))
    #expect(forms[0].refusal?.reason == "-5: … … Basic …")
    let cut = String(repeating: "x", count: 290)
    let late = try await send("aligo", count: 1, .ok(#"{"result_code":-5,"message":"\#(cut)test&key="}"#))
    #expect(late[0].refusal?.reason == "-5: \(cut)…")
    let id = try await send(
      "aligo", count: 1, .ok(#"{"result_code":1,"message":"","msg_id":"test&key=","error_cnt":0}"#))
    #expect(id[0].id == "…/01012340001")
  }

  /// A stop of the account's ends the batch: the calls that have not begun are not made.
  @Test func whatIsOfTheAccountEndsTheBatch() async throws {
    let server = try HTTPFixture { _ in .response(401, #"{"code":20003,"message":"no"}"#) }
    defer { server.close() }
    let results = try await Stage.send(Stage.request(10), by: "twilio", to: server)
    #expect(server.requests.count <= 5, "five at once, and no more after the first answer")
    #expect(results.allSatisfy { $0.refusal?.cause == .unusable })
  }

  /// Two answers in one connection are two calls: kept alive.
  @Test func connectionsAreKept() async throws {
    let server = try HTTPFixture { _ in .response(201, #"{"sid":"SM1"}"#) }
    defer { server.close() }
    let provider = try Stage.provider("twilio", to: Rerouted(to: server.url))
    for _ in 0..<3 { _ = await provider.send(Stage.request(10), under: Permit(recipients: 10)) }
    #expect(server.record.requestCount == 30)
    // A connection that is just being given back may be missed by the next call.
    #expect(server.record.connections <= 10)
  }
}
