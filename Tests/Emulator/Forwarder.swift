import AWS
import Dispatch
package import HTTP
package import HTTPFixture
import Synchronization

/// Hands requests on to the emulator, as a proxy of a test does that looks at them or holds them up.
package final class Forwarder: Sendable {
  private let url: String
  private let transport: CurlTransport

  /// Makes one.
  package init(to cloud: Emulator) throws {
    url = cloud.url
    transport = try CurlTransport(HTTPSettings(environment: [:]))
  }

  deinit { transport.close() }

  /// Makes the same request of the emulator; `nil` when there is no answer. Blocks: a fixture calls it on the
  /// connection's own thread.
  package func handOn(_ request: FixtureRequest) -> HTTPResponse? {
    let kept = request.headers.filter { !["host", "content-length"].contains($0.name.lowercased()) }
    guard let method = HTTPRequest.Method(rawValue: request.method) else { return nil }
    let copy = HTTPRequest(
      method, url + request.target, headers: kept.map { HTTPField($0.name, $0.value) }, body: request.body)
    let answer = Mutex<HTTPResponse?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    Task { [transport] in
      // Nothing then: the emulator is gone.
      let response = try? await transport.send(copy)
      answer.withLock { $0 = response }
      isDone.signal()
    }
    isDone.wait()
    return answer.withLock { $0 }
  }
}

extension FixtureRequest {
  /// The operation that a request of SQS, SNS, STS or CloudWatch asks for, such as `SendMessageBatch`; `nil` for SES, whose
  /// paths say it.
  package var operation: String? {
    header("X-Amz-Target")?.split(separator: ".").last.map(String.init)
      ?? text.split(separator: "&").first { $0.hasPrefix("Action=") }.map { String($0.dropFirst(7)) }
  }
}

extension FixtureReply {
  /// Gives the emulator's answer back; closes the connection when there was none.
  ///
  /// - Parameter more: headers beside those that say something of the answer.
  package static func handedBack(_ response: HTTPResponse?, adding more: [(String, String)] = []) -> FixtureReply {
    guard let response else { return .end }
    let told = response.headers.filter {
      $0.name.lowercased() == "content-type" || $0.name.lowercased().hasPrefix("x-amz")
    }
    return .response(response.status, headers: told.map { ($0.name, $0.value) } + more, response.body)
  }
}
