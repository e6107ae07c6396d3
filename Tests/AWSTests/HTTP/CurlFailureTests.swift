import AWS
import HTTP
import HTTPFixture
import Testing
import TestSupport

@Suite(.timeLimit(.minutes(10))) struct CurlFailureTests {
  @Test func nobodyListens() async throws {
    let server = try HTTPFixture()
    let port = server.port
    server.close()
    let transport = try CurlTransport.plain()
    // The port is free as soon as the server's thread has heard of it.
    let error = try await eventually("nobody listens", every: .milliseconds(1)) { () -> HTTPError? in
      // Until then it may be answered.
      let error = try? await transport.failure(of: server.request())
      return error?.code == .cannotConnect ? error : nil
    }
    #expect(!error.mayHaveArrived)
    #expect(error.host == "127.0.0.1:\(port)")
  }

  @Test func theNameHasNoAddress() async throws {
    // No name is that long, which is clear without asking anybody.
    let host = String(repeating: "x", count: 70) + ".invalid"
    let error = try await CurlTransport.plain().failure(of: HTTPRequest(.get, "http://\(host)/secret?path"))
    #expect(error.code == .cannotResolve)
    #expect(!error.mayHaveArrived)
    #expect(error.host == host)
    #expect(!error.description.contains("secret"))
  }

  static let broken: [(FixtureReply, HTTPError.Code)] = [
    (.truncated("{\"a\":", promising: 100), .connectionLost),
    (.bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc").then(.end), .connectionLost),
    (.bytes("HTTP/1.1 200 OK\r\nContent-Le").then(.end), .connectionLost),
    (.end, .connectionLost),
    (.reset, .connectionLost),
    (.bytes("SSH-2.0-OpenSSH_9.2\r\n").then(.end), .malformed),
    (.bytes("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}").then(.end), .malformed),
    (.bytes("HTTP/1.1 700 What\r\nContent-Length: 0\r\n\r\n"), .malformed),
    (.bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n").then(.end), .connectionLost),
  ]

  @Test(arguments: broken) func anAnswerThatIsNone(_ reply: FixtureReply, _ code: HTTPError.Code) async throws {
    let server = try HTTPFixture(script: reply)
    defer { server.close() }
    let error = try await CurlTransport.plain().failure(of: server.request(body: "x"))
    #expect(error.code == code, "\(error)")
    #expect(error.mayHaveArrived)
    #expect(server.requests.count == 1)
  }

  @Test func theTimeIsOver() async throws {
    let server = try HTTPFixture(script: .never)
    defer { server.close() }
    let transport = try CurlTransport.plain()
    let start = ContinuousClock.now
    let error = try await transport.failure(of: server.request(timeout: .milliseconds(150)))
    #expect(error.code == .timedOut)
    #expect(error.mayHaveArrived)
    #expect(.milliseconds(150)..<(.seconds(20)) ~= start.duration(to: .now))
    try await server.until { $0.closedConnections == 1 }
  }

  @Test func theTimeIsOverAmidTheAnswer() async throws {
    let server = try HTTPFixture(script: .bytes("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n1234").then(.never))
    defer { server.close() }
    let error = try await CurlTransport.plain().failure(of: server.request(timeout: .milliseconds(150)))
    #expect(error.code == .timedOut)
    #expect(error.context.contains("only a part of the answer"))
  }

  /// The server takes the connection and says nothing to TLS's greeting.
  @Test func theHandshakeTakesTooLong() async throws {
    let server = try HTTPFixture()
    defer { server.close() }
    let transport = try CurlTransport.plain(connectTimeout: .milliseconds(150))
    let error = try await transport.failure(of: HTTPRequest(.post, "https://127.0.0.1:\(server.port)/", body: [1]))
    #expect(error.code == .timedOut)
    #expect(!error.mayHaveArrived)
  }

  @Test func theTimeIsOverInLine() async throws {
    let server = try HTTPFixture(script: .never)
    defer { server.close() }
    let transport = try CurlTransport.plain(connectionsPerHost: 1)
    let first = Task { try await transport.send(server.request(body: "first")) }
    try await server.until { $0.requestCount == 1 }
    let error = try await transport.failure(of: server.request(body: "second", timeout: .milliseconds(100)))
    #expect(error.code == .timedOut)
    #expect(!error.mayHaveArrived)
    first.cancel()
    await #expect(throws: HTTPError.self) { try await first.value }
    #expect(server.requests.map(\.text) == ["first"])
  }

  static let long: [FixtureReply] = [
    .response(200, [UInt8](repeating: 1, count: 1_001)),
    .chunked([String](repeating: String(repeating: "x", count: 400), count: 3)),
    .bytes("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999999\r\n\r\n"),
  ]

  @Test(arguments: long) func anAnswerLongerThanAllowed(_ reply: FixtureReply) async throws {
    let server = try HTTPFixture(script: reply)
    defer { server.close() }
    let error = try await CurlTransport.plain(answerLimit: 1_000).failure(of: server.request())
    #expect(error.code == .tooLong, "\(error)")
    #expect(error.mayHaveArrived)
  }

  @Test func aHeaderLongerThanAny() async throws {
    let lines = String(repeating: "X-Field: \(String(repeating: "y", count: 1_000))\r\n", count: 400)
    let server = try HTTPFixture(script: .bytes("HTTP/1.1 200 OK\r\n\(lines)\r\n").then(.end))
    defer { server.close() }
    let error = try await CurlTransport.plain().failure(of: server.request())
    #expect([.tooLong, .connectionLost].contains(error.code), "\(error)")
  }

  @Test func anAnswerAsLongAsAllowed() async throws {
    let server = try HTTPFixture(script: .response(200, [UInt8](repeating: 1, count: 1_000)))
    defer { server.close() }
    #expect(try await CurlTransport.plain(answerLimit: 1_000).send(server.request()).body.count == 1_000)
  }

  static let unsendable: [HTTPRequest] = [
    HTTPRequest(.get, "ftp://127.0.0.1/"), HTTPRequest(.get, "127.0.0.1/"), HTTPRequest(.get, "http:///path"),
    HTTPRequest(.get, "http://127.0.0.1/a b"), HTTPRequest(.get, "http://127.0.0.1/\u{e4}"),
    HTTPRequest(.get, "http://user:secret@127.0.0.1/"), HTTPRequest(.get, "http://127.0.0.1:port/"),
    HTTPRequest(.get, "http://127.0.0.1/", headers: [HTTPField("X", "1\r\nY: 2")]),
    HTTPRequest(.get, "http://127.0.0.1/", headers: [HTTPField("X\0", "1")]),
    HTTPRequest(.get, "http://127.0.0.1/", headers: [HTTPField("", "1")]),
  ]

  @Test(arguments: unsendable) func aRequestThatCannotBeSent(_ request: HTTPRequest) async throws {
    let error = try await CurlTransport.plain().failure(of: request)
    #expect(error.code == .invalidRequest)
    #expect(!error.mayHaveArrived)
    #expect(!error.description.contains("secret"))
  }
}
