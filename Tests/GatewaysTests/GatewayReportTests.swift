import Gateways
import HTTP
import HTTPFixture
import Model
import Ports
import Testing

/// What brokers tell when they are asked, page by page.
@Suite struct GatewayReportTests {
  private func reports(_ name: String, to server: HTTPFixture) throws -> GatewayReports {
    try #require(
      try GatewayReports(
        Stage.gateway(name), Stage.account(name), transport: Rerouted(to: server.url), source: Stage.source()))
  }

  private func all(_ name: String, _ question: ReportQuestion, _ pages: [String], most: Int = 10) async throws -> (
    [ReportAnswer.Item], [FixtureRequest]
  ) {
    let server = try HTTPFixture { request in .ok(pages[min(request.number, pages.count - 1)]) }
    defer { server.close() }
    let reports = try reports(name, to: server)
    var items: [ReportAnswer.Item] = []
    var page: String?
    for _ in 0..<most {
      let answer = try await reports.ask(question, page: page)
      items += answer.items
      page = answer.next
      if page == nil { break }
    }
    return (items, server.requests)
  }

  private static let since = ReportQuestion.since(
    Timestamp(milliseconds: 1_795_222_800_000), until: Timestamp(milliseconds: 1_795_226_400_000))

  @Test func solapi() async throws {
    let (items, requests) = try await all(
      "solapi", Self.since,
      [
        #"{"nextKey":"K2","messageList":{"M1":{"messageId":"M1","statusCode":"4000","reason":"정상","dateReported":"2026-11-21T01:00:03.127Z","customFields":{"ref":"s1.7.1.1"}}}}"#,
        #"{"nextKey":null,"messageList":{"M2":{"messageId":"M2","statusCode":"3010","reason":"no such","dateReported":"2026-11-21T01:00:04.000Z","customFields":{"ref":"s1.7.2.1"}},"X":{"messageId":"X","statusCode":"4000","dateReported":"2026-11-21T01:00:05.000Z"}}}"#,
      ])
    #expect(
      requests.map(\.target) == [
        "/messages/v4/list?dateType=UPDATED&startDate=2026-11-21T01:00:00.000Z&endDate=2026-11-21T02:00:00.000Z&limit=500",
        "/messages/v4/list?dateType=UPDATED&startDate=2026-11-21T01:00:00.000Z&endDate=2026-11-21T02:00:00.000Z&limit=500&startKey=K2",
      ])
    #expect(
      requests[0].header("Authorization")?.hasPrefix("HMAC-SHA256 apiKey=test-key, date=2026-11-21T01:00:00.000Z")
        == true)
    #expect(items.map(\.providerID) == ["M1", "M2", "X"] && items.map(\.store) == ["s1", "s1", nil])
    #expect(
      items[0].document
        == #"{"sendboardEvent":1,"provider":"solapi","type":"delivered","id":"M1","store":"s1","campaign":"7","message":"1","attempt":1,"channel":"sms","at":"2026-11-21T01:00:03.127Z","code":"4000","reason":"정상"}"#
    )
    #expect(items[1].document.contains(#""type":"failed","failure":"invalidNumber""#))
  }

  /// Times are Korean: ten o'clock there is one o'clock here.
  @Test func nhn() async throws {
    let (items, requests) = try await all(
      "nhn", Self.since,
      [
        #"{"header":{"isSuccessful":true},"body":{"totalCount":2,"data":[{"requestId":"R1","recipientSeq":1,"resultCode":"1000","resultCodeName":"성공","resultDate":"2026-11-21 10:00:03","recipientGroupingKey":"s1.7.1.1"}]}}"#,
        #"{"header":{"isSuccessful":true},"body":{"totalCount":2,"data":[{"requestId":"R1","recipientSeq":2,"resultCode":"3006","resultCodeName":"거부","resultDate":"2026-11-21 10:00:04.5","recipientGropuingKey":"s1.7.2.1"}]}}"#,
      ])
    #expect(
      requests.map(\.target)
        == [1, 2].map {
          "/sms/v3.0/appKeys/app1/message-results?startUpdateDate=2026-11-21%2010:00:00&endUpdateDate=2026-11-21%2011:00:00&pageNum=\($0)&pageSize=1000"
        })
    #expect(items.map(\.providerID) == ["R1/1", "R1/2"])
    #expect(items[0].document.contains(#""at":"2026-11-21T01:00:03.000Z""#))
    #expect(items[1].document.contains(#""failure":"blocked""#) && items[1].document.contains("01:00:04.500Z"))
  }

  @Test func sens() async throws {
    let (items, requests) = try await all(
      "sens", .request("R1"),
      [
        #"{"statusCode":"202","hasMore":true,"messages":[{"requestId":"R1","to":"01012340001","status":"COMPLETED","statusName":"success","statusCode":"0","statusMessage":"성공","completeTime":"2026-11-21T10:00:03.127"},{"requestId":"R1","to":"01012340009","status":"PROCESSING","statusName":"reserved"}]}"#,
        #"{"statusCode":"202","hasMore":false,"messages":[{"requestId":"R1","to":"01012340002","status":"COMPLETED","statusName":"fail","statusCode":"3018","statusMessage":"spam","completeTime":"2026-11-21T10:00:04.000"}]}"#,
      ])
    #expect(
      requests.map(\.target)
        == [0, 1].map {
          "/sms/v2/services/ncp:sms:kr:123456789012:test/messages?requestId=R1&pageIndex=\($0)&pageSize=100"
        })
    #expect(items.map(\.providerID) == ["R1/01012340001", "R1/01012340002"])
    #expect(items[0].document.contains(#""type":"delivered""#) && items[0].document.contains("01:00:03.127Z"))
    #expect(items[1].document.contains(#""reason":"3018/spam""#))
  }

  /// The vector of `GET` was made with Python: see the facts of SENS's documents.
  @Test func aQuestionIsSignedWithItsQuery() async throws {
    let server = try HTTPFixture { _ in .ok(#"{"messages":[]}"#) }
    defer { server.close() }
    _ = try await reports("sens", to: server).ask(.request("abc"), page: nil)
    // hmac.new(b"test-secret", b"GET /sms/v2/services/ncp:sms:kr:123456789012:test/messages?requestId=abc&pageIndex=0"
    //   b"&pageSize=100\n1795222800000\ntest-access-key", sha256)
    #expect(server.requests.first?.header("x-ncp-apigw-signature-v2") == "yhodd0nbaED3AerwIb8zJQUu4VI4L6DvYJE0DrZ5yXE=")
  }

  @Test func aligo() async throws {
    let (items, requests) = try await all(
      "aligo", .request("123"),
      [
        #"{"result_code":1,"next_yn":"Y","list":[{"mdid":"1","receiver":"01012340001","sms_state":"전송완료","send_date":"2026-11-21 10:00:03"}]}"#,
        #"{"result_code":1,"next_yn":"N","list":[{"mdid":"2","receiver":"01012340002","sms_state":"전송실패","send_date":"2026-11-21 10:00:04"}]}"#,
      ])
    #expect(
      requests.map(\.text) == [1, 2].map { "key=test%26key%3D&user_id=mina&mid=123&page=\($0)&page_size=500" })
    #expect(items.map(\.providerID) == ["123/01012340001", "123/01012340002"])
    #expect(items[0].document.contains(#""type":"delivered""#))
    #expect(items[1].document.contains(#""failure":"unknown""#) && items[1].document.contains("전송실패"))
  }

  /// The next page is where the answer says, on the same host alone.
  @Test func twilio() async throws {
    let page =
      #"{"next_page_uri":"/2010-04-01/Accounts/AC1/Messages.json?Page=1","messages":[{"sid":"SM1","status":"delivered","error_code":null,"error_message":null,"date_updated":"Sat, 21 Nov 2026 01:00:03 +0000"}]}"#
    let last =
      #"{"next_page_uri":null,"messages":[{"sid":"SM2","status":"undelivered","error_code":30006,"error_message":"Landline","date_updated":"Sat, 21 Nov 2026 10:00:04 +0900"}]}"#
    let (items, requests) = try await all("twilio", Self.since, [page, last])
    #expect(
      requests.map(\.target) == [
        "/2010-04-01/Accounts/AC1/Messages.json?DateSent%3E=2026-11-21&PageSize=1000",
        "/2010-04-01/Accounts/AC1/Messages.json?Page=1",
      ])
    #expect(requests[1].header("Authorization") == "Basic QUMxOnRlc3QtdG9rZW4=")
    #expect(items.map(\.providerID) == ["SM1", "SM2"])
    #expect(items[0].document.contains(#""at":"2026-11-21T01:00:03.000Z","code":"delivered/""#))
    #expect(items[1].document.contains(#""failure":"undeliverable""#) && items[1].document.contains("01:00:04.000Z"))
  }

  @Test func noKeyIsSentToAnotherHost() async throws {
    let server = try HTTPFixture { _ in
      .ok(#"{"next_page_uri":"https://evil.example/steal","messages":[]}"#)
    }
    defer { server.close() }
    let reports = try reports("twilio", to: server)
    let answer = try await reports.ask(Self.since, page: nil)
    await #expect(throws: ReportFault.self) { try await reports.ask(Self.since, page: answer.next) }
    #expect(server.requests.count == 1)
  }

  /// What nobody can read is counted, and the rest is read.
  @Test func whatCannotBeReadIsCounted() async throws {
    let server = try HTTPFixture { _ in
      .ok(
        #"{"messageList":[{"messageId":"M1","statusCode":"4000","dateReported":"yesterday"},{"statusCode":"4000","dateReported":"2026-11-21T01:00:03.127Z"},{"messageId":"M3","dateReported":"2026-11-21T01:00:03.127Z"},7,{"messageId":"M5","statusCode":4000,"dateReported":"2026-11-21T01:00:03.127Z"}]}"#
      )
    }
    defer { server.close() }
    let answer = try await reports("solapi", to: server).ask(Self.since, page: nil)
    #expect(answer.unread == 4 && answer.items.map(\.providerID) == ["M5"])
  }

  private static let broken: [(String, FixtureReply)] = [
    ("500", .response(500, "")), ("401", .response(401, #"{"message":"no"}"#)), ("429", .response(429, "")),
    ("HTML", .ok("<html>")), ("no list", .ok("{}")), ("cut off", .truncated("{", promising: 10)),
  ]

  @Test(arguments: Self.broken.map(\.0)) func whatIsNoAnswerIsAFault(what: String) async throws {
    let reply = try #require(Self.broken.first { $0.0 == what }).1
    let server = try HTTPFixture { _ in reply }
    defer { server.close() }
    let reports = try reports("solapi", to: server)
    await #expect(throws: ReportFault.self) { try await reports.ask(Self.since, page: nil) }
  }
}
