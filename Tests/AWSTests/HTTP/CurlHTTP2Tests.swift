import AWS
import HTTP
import Testing

/// HTTP/2 where it is offered, and only for what may be repeated.
@Suite(.timeLimit(.minutes(10))) struct CurlHTTP2Tests {
  @Test func shortRequestsThatMayBeRepeatedShareAConnection() async throws {
    let server = try TLSServer(.http2)
    let transport = try CurlTransport.plain(["AWS_CA_BUNDLE": server.certificate])
    let request = HTTPRequest(.post, server.url + "/", body: Array("hello".utf8), repeatable: true)
    let first = try await transport.send(request)
    #expect(String(decoding: first.body, as: UTF8.self) == "h2 0 1")
    let answers = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<20 {
        group.addTask { String(decoding: try await transport.send(request).body, as: UTF8.self) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    // A client's streams have odd numbers (RFC 9113, 5.1.1).
    #expect(Set(answers) == Set((1...20).map { "h2 0 \(2 * $0 + 1)" }))
  }

  /// One lost connection would leave all requests on it in doubt.
  @Test func whatMustNotBeRepeatedAsksForHTTP1() async throws {
    let server = try TLSServer(.http2)
    let transport = try CurlTransport.plain(["AWS_CA_BUNDLE": server.certificate])
    // The server speaks HTTP/2 only and hangs up: nothing was asked of it.
    _ = try await transport.failure(of: HTTPRequest(.post, server.url + "/", body: [1], repeatable: false))
    let other = try TLSServer()
    let plain = try CurlTransport.plain(["AWS_CA_BUNDLE": other.certificate])
    #expect(try await plain.send(HTTPRequest(.post, other.url + "/", body: [1], repeatable: false)).body == [1])
  }
}
