import HTTP
import Synchronization

@testable import AWS

/// A server that answers with what it was told, one answer a request.
final class ScriptedTransport: HTTPTransport {
  enum Step: Sendable {
    case answer(HTTPResponse)
    case failure(HTTPError.Code, mayHaveArrived: Bool)
  }

  private let state: Mutex<(steps: [Step], requests: [HTTPRequest])>

  init(_ steps: [Step]) { state = Mutex((steps, [])) }

  var requests: [HTTPRequest] { state.withLock { $0.requests } }
  var stepsLeft: Int { state.withLock { $0.steps.count } }

  func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
    let step: Step? = state.withLock { state in
      state.requests.append(request)
      return state.steps.isEmpty ? nil : state.steps.removeFirst()
    }
    switch step {
    case .answer(let response): return response
    case .failure(let code, let mayHaveArrived):
      throw HTTPError(code, host: "sqs.test:443", context: "scripted \(code)", mayHaveArrived: mayHaveArrived)
    case nil: throw HTTPError(.invalidRequest, host: "sqs.test:443", context: "no step left", mayHaveArrived: false)
    }
  }
}

extension ScriptedTransport.Step {
  static func ok(_ body: String, _ headers: [HTTPField] = []) -> Self {
    .answer(HTTPResponse(status: 200, headers: headers, body: Array(body.utf8)))
  }

  static func status(_ status: Int, _ body: String = "", _ headers: [HTTPField] = []) -> Self {
    .answer(HTTPResponse(status: status, headers: headers, body: Array(body.utf8)))
  }

  static func failure(_ code: HTTPError.Code) -> Self { .failure(code, mayHaveArrived: true) }
}
