import Foundation
import HTTP
import Synchronization

@testable import AWS

/// A client's surroundings in a test: scripted answers, a clock that stands still, sleeps that are only noted.
final class Bench: Sendable {
  let transport: ScriptedTransport
  let credentials: TestCredentials
  let clock: ServerClock
  /// 2026-05-01T12:00:00Z, as `date -u -d @1777636800` says.
  static let now = Date(timeIntervalSince1970: 1_777_636_800)
  private let slept = Mutex<[Duration]>([])
  private let signed = Mutex<[Date]>([])
  private let throttled = Mutex<[(call: String, wait: Duration)]>([])
  private let random: Double
  private let retries: RetryPolicy
  private let isCancelledInSleep: Bool

  init(
    _ steps: [ScriptedTransport.Step], random: Double = 0.5, retries: RetryPolicy = RetryPolicy(),
    credentials: TestCredentials = TestCredentials(), isCancelledInSleep: Bool = false
  ) {
    transport = ScriptedTransport(steps)
    self.credentials = credentials
    clock = ServerClock { Bench.now }
    self.random = random
    self.retries = retries
    self.isCancelledInSleep = isCancelledInSleep
  }

  var sleeps: [Duration] { slept.withLock { $0 } }
  var throttles: [(call: String, wait: Duration)] { throttled.withLock { $0 } }
  var signingDates: [Date] { signed.withLock { $0 } }

  var environment: ServiceEnvironment {
    ServiceEnvironment(
      transport: transport, credentials: credentials,
      sign: { [self] request, credentials, service, region, date in
        signed.withLock { $0.append(date) }
        request.headers.append(HTTPField("Authorization", "\(credentials.accessKeyID)/\(region)/\(service)"))
      }, clock: clock, retries: retries,
      whenThrottled: { [self] call, wait in throttled.withLock { $0.append((call, wait)) } },
      sleep: { [self] delay in
        slept.withLock { $0.append(delay) }
        if isCancelledInSleep { throw CancellationError() }
      }, random: { [random] in random })
  }

  func endpoint(_ service: String) -> ServiceEndpoint {
    ServiceEndpoint(url: "https://\(service).test/", region: "eu-west-1")
  }

  var sqs: SQSClient { SQSClient(environment, endpoint: endpoint("sqs")) }
  var ses: SESClient { SESClient(environment, endpoint: endpoint("ses")) }
  var sns: SNSClient { SNSClient(environment, endpoint: endpoint("sns")) }
  var texts: SMSVoiceClient { SMSVoiceClient(environment, endpoint: endpoint("sms-voice")) }
  var sts: STSClient { STSClient(environment, endpoint: endpoint("sts")) }
  var cloudWatch: CloudWatchClient { CloudWatchClient(environment, endpoint: endpoint("monitoring")) }

  /// The content of a request as text.
  func body(_ index: Int = 0) -> String {
    transport.requests.indices.contains(index)
      ? String(decoding: transport.requests[index].body, as: UTF8.self) : "(no request \(index))"
  }
}

/// Credentials whose key is another one each time they are found invalid.
final class TestCredentials: CredentialSource {
  private let state = Mutex((generation: 1, invalidated: [String]()))
  private let error: CredentialError?

  init(_ error: CredentialError? = nil) { self.error = error }

  var invalidated: [String] { state.withLock { $0.invalidated } }

  func credentials() async throws -> Credentials {
    if let error { throw error }
    return Credentials(
      accessKeyID: "KEY\(state.withLock { $0.generation })", secretAccessKey: "SECRET", source: "test")
  }

  func invalidate(_ credentials: Credentials) async {
    state.withLock { state in
      state.generation += 1
      state.invalidated.append(credentials.accessKeyID)
    }
  }
}

/// Runs a call that must fail, and returns its error.
func failure<Value>(_ body: () async throws(AWSError) -> Value) async throws -> AWSError {
  do throws(AWSError) {
    _ = try await body()
  } catch {
    return error
  }
  throw UnexpectedSuccess()
}

struct UnexpectedSuccess: Error {}
