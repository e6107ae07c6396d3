import AWS
import HTTP
import HTTPFixture
import Testing

@Suite(.timeLimit(.minutes(10))) struct CurlTLSTests {
  @Test func aCertificateNobodyTrusts() async throws {
    let server = try TLSServer()
    let error = try await CurlTransport.plain().failure(of: HTTPRequest(.post, server.url + "/", body: [1]))
    #expect(error.code == .insecure)
    #expect(!error.mayHaveArrived)
  }

  @Test(arguments: ["AWS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE"])
  func aCertificateTrustedByTheEnvironment(_ variable: String) async throws {
    let server = try TLSServer()
    let transport = try CurlTransport.plain([variable: server.certificate])
    for repeatable in [true, false, true] {
      let request = HTTPRequest(.post, server.url + "/", body: Array("hello".utf8), repeatable: repeatable)
      #expect(try await transport.send(request).body == Array("hello".utf8))
    }
  }

  @Test func AWSsVariableComesFirst() async throws {
    let server = try TLSServer()
    let environment = ["AWS_CA_BUNDLE": server.certificate, "SSL_CERT_FILE": "/nowhere.pem"]
    let answer = try await CurlTransport.plain(environment).send(HTTPRequest(.post, server.url + "/", body: [1]))
    #expect(answer.body == [1])
  }

  @Test func aCertificateForAnotherHost() async throws {
    let server = try TLSServer()
    let transport = try CurlTransport.plain(["AWS_CA_BUNDLE": server.certificate, "no_proxy": "*"])
    let url = server.url.replacing("127.0.0.1", with: "127.0.0.2")
    let error = try await transport.failure(of: HTTPRequest(.post, url + "/", body: [1]))
    // Some systems have no second address on loopback.
    #expect([.insecure, .cannotConnect].contains(error.code))
    #expect(!error.mayHaveArrived)
  }

  @Test func aBundleThatIsNotThere() async throws {
    let server = try TLSServer()
    let transport = try CurlTransport.plain(["AWS_CA_BUNDLE": "/nowhere/ca.pem"])
    let error = try await transport.failure(of: HTTPRequest(.post, server.url + "/", body: [1]))
    #expect(error.code == .insecure)
    #expect(!error.mayHaveArrived)
    #expect(error.context.contains("AWS_CA_BUNDLE"))
    #expect(error.context.contains("/nowhere/ca.pem"))
  }

  /// A server that does not speak TLS where it should.
  @Test func noTLSAtAll() async throws {
    let server = try HTTPFixture { _ in .bytes("no") }
    defer { server.close() }
    let transport = try CurlTransport.plain(connectTimeout: .milliseconds(300))
    let error = try await transport.failure(of: HTTPRequest(.get, "https://127.0.0.1:\(server.port)/"))
    #expect([.insecure, .timedOut].contains(error.code))
    #expect(!error.mayHaveArrived)
  }
}
