import AWS
import HTTP
import HTTPFixture
import Testing

@Suite(.timeLimit(.minutes(10))) struct CurlAnswerTests {
  private func answer(to request: HTTPRequest? = nil, _ script: FixtureReply) async throws -> HTTPResponse {
    let server = try HTTPFixture(script: script)
    defer { server.close() }
    return try await CurlTransport.plain().send(server.request())
  }

  @Test func anErrorPageIsAnAnswer() async throws {
    let answer = try await answer(.response(500, headers: [("Content-Type", "text/html")], "<h1>Sorry</h1>"))
    #expect(answer.status == 500)
    #expect(answer.header("content-type") == "text/html")
    #expect(answer.body == Array("<h1>Sorry</h1>".utf8))
  }

  @Test func aRedirectIsNotFollowed() async throws {
    let server = try HTTPFixture { request in
      .response(302, headers: [("Location", "http://127.0.0.1:1/elsewhere")], "")
    }
    defer { server.close() }
    let answer = try await CurlTransport.plain().send(server.request())
    #expect(answer.status == 302)
    #expect(answer.header("LOCATION") == "http://127.0.0.1:1/elsewhere")
    #expect(server.requests.count == 1)
  }

  @Test func fieldsOddCaseTwiceFoldedEmptyAndInterim() async throws {
    let answer = try await answer(
      .bytes(
        "HTTP/1.1 103 Early Hints\r\nLink: no\r\n\r\n"
          + "HTTP/1.1 200 OK\r\nx-AMZN-requestID:  r 1 \r\nSet-Cookie: a\r\nset-cookie: b\r\nX-Folded: one\r\n \t two\r\n"
          + "X-Empty:\r\nX-Colon: a:b\r\nContent-Length: 2\r\n\r\n{}"))
    #expect(
      answer.headers == [
        HTTPField("x-AMZN-requestID", "r 1"), HTTPField("Set-Cookie", "a"), HTTPField("set-cookie", "b"),
        HTTPField("X-Folded", "one two"), HTTPField("X-Empty", ""), HTTPField("X-Colon", "a:b"),
        HTTPField("Content-Length", "2"),
      ])
    #expect(answer.header("X-Amzn-RequestId") == "r 1")
    #expect(answer.body == Array("{}".utf8))
  }

  @Test func aTrailerIsLeftOut() async throws {
    let answer = try await answer(
      .bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\nX-Late: 1\r\n\r\n"))
    #expect(answer.body == Array("ab".utf8))
    #expect(answer.header("x-late") == nil)
  }

  @Test func chunksComeTogether() async throws {
    #expect(try await answer(.chunked(["ab", "c", "defg"])).body == Array("abcdefg".utf8))
  }

  @Test func noContentAtAll() async throws {
    #expect(try await answer(.response(200, "")).body.isEmpty)
    #expect(try await answer(.bytes("HTTP/1.1 204 No Content\r\n\r\n")).status == 204)
  }

  @Test func contentUntilTheEnd() async throws {
    #expect(try await answer(.bytes("HTTP/1.0 200 OK\r\n\r\nabc").then(.end)).body == Array("abc".utf8))
  }

  @Test func compressedContentIsLeftAsItIs() async throws {
    let bytes: [UInt8] = [0x1F, 0x8B, 0, 1, 2]
    #expect(try await answer(.response(200, headers: [("Content-Encoding", "gzip")], bytes)).body == bytes)
  }

  @Test func eightMegabytesBothWays() async throws {
    let server = try HTTPFixture { request in .response(200, request.body) }
    defer { server.close() }
    // A period that no buffer's size is a multiple of, so that a piece in the wrong place is noticed.
    let body = (0..<(8 << 20)).map { UInt8(truncatingIfNeeded: $0 % 251) }
    let answer = try await CurlTransport.plain().send(HTTPRequest(.post, server.url + "/", body: body))
    #expect(answer.body == body)
    #expect(server.requests.first?.header("expect") == nil)
  }

  @Test func everyByteOfContentIsSent() async throws {
    let server = try HTTPFixture { request in .response(200, request.body) }
    defer { server.close() }
    let body = Array(UInt8.min...UInt8.max) + [0, 0]
    let answer = try await CurlTransport.plain().send(HTTPRequest(.post, server.url + "/", body: body))
    #expect(server.requests.first?.body == body)
    #expect(answer.body == body)
  }

  @Test func nothingIsSentButWhatWasGiven() async throws {
    let server = try HTTPFixture()
    defer { server.close() }
    let fields = [HTTPField("X-Empty", ""), HTTPField("X-One", "1"), HTTPField("content-length", "3")]
    _ = try await CurlTransport.plain().send(
      HTTPRequest(.post, server.url + "/a/../b%2Fc//d@?z=%20&a&b=", headers: fields, body: [0x61, 0, 0x62]))
    let sent = String(decoding: try #require(server.requests.first).bytes, as: UTF8.self)
    #expect(
      sent
        == "POST /a/../b%2Fc//d@?z=%20&a&b= HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nUser-Agent: sendboard/1\r\n"
        + "X-Empty:\r\nX-One: 1\r\nContent-Length: 3\r\n\r\na\0b")
  }

  @Test func callersFieldsTakePrecedence() async throws {
    let server = try HTTPFixture()
    defer { server.close() }
    let fields = [
      HTTPField("host", "example.com"), HTTPField("user-agent", "other"), HTTPField("accept", "text/plain"),
      HTTPField("Content-Type", "application/x-amz-json-1.0"),
    ]
    _ = try await CurlTransport.plain().send(HTTPRequest(.post, server.url + "/", headers: fields))
    let names = try #require(server.requests.first).headers.map { "\($0.name.lowercased()): \($0.value)" }
    #expect(
      names.sorted() == [
        "accept: text/plain", "content-length: 0", "content-type: application/x-amz-json-1.0", "host: example.com",
        "user-agent: other",
      ])
  }

  static let lengths: [(HTTPRequest.Method, String, String?)] = [
    (.get, "", nil), (.delete, "", nil), (.put, "", "0"), (.post, "", "0"), (.put, "ab", "2"), (.delete, "ab", "2"),
    (.get, "ab", "2"),
  ]

  @Test(arguments: lengths) func methods(_ method: HTTPRequest.Method, _ body: String, _ length: String?) async throws {
    let server = try HTTPFixture()
    defer { server.close() }
    // A handle is used again, and must have forgotten the request before.
    let transport = try CurlTransport.plain()
    for before in [HTTPRequest.Method.post, .get, .put, .delete] {
      _ = try await transport.send(server.request(before, "/", body: "before"))
      _ = try await transport.send(server.request(method, "/", body: body))
      let request = try #require(server.requests.last)
      #expect(request.method == method.rawValue)
      #expect(request.header("content-length") == length)
      #expect(request.text == body)
    }
  }
}
