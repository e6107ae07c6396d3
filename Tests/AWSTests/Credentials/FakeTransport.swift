import AWS
import HTTP
import Synchronization

/// Answers from a table and keeps what was asked; what is not in the table cannot be connected to.
final class FakeTransport: HTTPTransport {
  private let answers: [String: (status: Int, body: String)]
  private let seen = Mutex<[HTTPRequest]>([])

  /// - Parameter answers: by method and URL, as in `GET http://host/`.
  init(_ answers: [String: (status: Int, body: String)] = [:]) {
    self.answers = answers
  }

  var requests: [HTTPRequest] { seen.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
    seen.withLock { $0.append(request) }
    guard let answer = answers["\(request.method.rawValue) \(request.url)"] else {
      throw HTTPError(.cannotConnect, host: "fake", context: "nobody listens", mayHaveArrived: false)
    }
    return HTTPResponse(status: answer.status, body: Array(answer.body.utf8))
  }
}

/// A clock that a test moves.
final class SettableClock: Sendable {
  private let value: Mutex<Double>

  /// - Parameter seconds: since 1970; 2026-11-21T08:09:10Z unless told.
  init(_ seconds: Double = 1_795_248_550) {
    value = Mutex(seconds)
  }

  var seconds: Double { value.withLock { $0 } }
  func advance(_ seconds: Double) { value.withLock { $0 += seconds } }
}
