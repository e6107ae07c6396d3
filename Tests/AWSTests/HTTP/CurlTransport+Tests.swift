import AWS
import HTTP
import HTTPFixture
import Testing

extension CurlTransport {
  /// Makes one that knows nothing of the environment the tests run in.
  static func plain(
    _ environment: [String: String] = [:], connectionsPerHost: Int = 64, connectTimeout: Duration = .seconds(5),
    answerLimit: Int = 16 << 20
  ) throws -> CurlTransport {
    try CurlTransport(
      HTTPSettings(
        environment: environment, connectionsPerHost: connectionsPerHost, connectTimeout: connectTimeout,
        answerLimit: answerLimit))
  }

  /// Sends a request that is meant to fail.
  func failure(of request: HTTPRequest, _ location: SourceLocation = #_sourceLocation) async throws -> HTTPError {
    do {
      let answer = try await send(request)
      throw Unexpected(answer: answer)
    } catch let error as HTTPError {
      return error
    }
  }

  /// Says that there was an answer where none was meant to be.
  struct Unexpected: Error {
    var answer: HTTPResponse
  }
}

extension HTTPFixture {
  /// Makes a request to this server.
  func request(
    _ method: HTTPRequest.Method = .post, _ target: String = "/", body: String = "", timeout: Duration = .seconds(30),
    repeatable: Bool = false
  ) -> HTTPRequest {
    HTTPRequest(method, url + target, body: Array(body.utf8), timeout: timeout, repeatable: repeatable)
  }
}
