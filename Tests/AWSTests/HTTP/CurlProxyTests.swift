import AWS
import HTTP
import HTTPFixture
import Testing

@Suite(.timeLimit(.minutes(10))) struct CurlProxyTests {
  @Test(arguments: ["http_proxy", "all_proxy", "ALL_PROXY"])
  func aProxyGetsTheWholeURL(_ variable: String) async throws {
    let proxy = try HTTPFixture()
    defer { proxy.close() }
    let transport = try CurlTransport.plain([variable: proxy.url, "no_proxy": "elsewhere.invalid"])
    _ = try await transport.send(HTTPRequest(.get, "http://nowhere.invalid:81/path?a=1"))
    #expect(proxy.requests.map(\.target) == ["http://nowhere.invalid:81/path?a=1"])
    #expect(proxy.requests.first?.header("host") == "nowhere.invalid:81")
  }

  @Test(arguments: ["no_proxy", "NO_PROXY"]) func someHostsGoWithout(_ variable: String) async throws {
    let (proxy, server) = (try HTTPFixture(), try HTTPFixture())
    defer {
      proxy.close()
      server.close()
    }
    let transport = try CurlTransport.plain(["http_proxy": proxy.url, variable: "127.0.0.1"])
    _ = try await transport.send(server.request())
    #expect(server.record.requestCount == 1)
    #expect(proxy.record.connections == 0)
  }

  /// The proxy refuses the tunnel: nothing of the request was sent, only the host's name.
  @Test func aTunnelRefused() async throws {
    let proxy = try HTTPFixture(script: .response(403, "no"))
    defer { proxy.close() }
    let transport = try CurlTransport.plain(["https_proxy": proxy.url])
    let error = try await transport.failure(of: HTTPRequest(.post, "https://nowhere.invalid/path", body: [1]))
    #expect(error.code == .cannotConnect, "\(error)")
    #expect(!error.mayHaveArrived)
    #expect(proxy.requests.map(\.method) == ["CONNECT"])
    #expect(proxy.requests.map(\.target) == ["nowhere.invalid:443"])
  }

  @Test(arguments: [
    "http://user:secret@127.0.0.1:1", "strange://user:secret@127.0.0.1:1", "http://user:secret@[", "::",
  ])
  func aProxysPasswordIsNotTold(_ proxy: String) async throws {
    let error = try await CurlTransport.plain(["http_proxy": proxy]).failure(
      of: HTTPRequest(.get, "http://nowhere.invalid/"))
    #expect(!error.description.contains("secret"))
    #expect(!error.mayHaveArrived)
  }
}
