import Foundation
import Gateways
import HTTP
import HTTPFixture
import Model
import Pacing
import Ports

@testable import sendboard

/// A gateway that came with the program, in front of a server that plays its broker. Nothing here reached a broker.
struct Stage {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "../../gateways"
  ).standardized.path

  /// The time of every call: 2026-11-21T01:00:00Z.
  static let now = Timestamp(milliseconds: 1_795_222_800_000)
  static let nonce = "0123456789abcdef0123456789abcdef"

  static func gateway(_ name: String) throws -> Gateway { try GatewayLibrary(folders: [folder]).load(name) }

  static let names = ["solapi", "nhn", "sens", "aligo", "twilio"]

  /// What an operator would have filled in.
  static func account(_ name: String) -> GatewayAccount {
    switch name {
    case "solapi": GatewayAccount(settings: [:], secrets: ["apiKey": "test-key", "apiSecret": "test-secret"])
    case "nhn": GatewayAccount(settings: ["appKey": "app1", "title": "알림"], secrets: ["secretKey": "test-secret"])
    case "sens":
      GatewayAccount(
        settings: ["serviceId": "ncp:sms:kr:123456789012:test", "accessKey": "test-access-key"],
        secrets: ["secretKey": "test-secret"])
    case "aligo": GatewayAccount(settings: ["userID": "mina", "title": "알림"], secrets: ["key": "test&key="])
    default: GatewayAccount(settings: ["account": "AC1"], secrets: ["token": "test-token"])
    }
  }

  static func source() -> GatewayProvider.Source {
    GatewayProvider.Source(clock: WallClock(now: { now })) { nonce }
  }

  static func provider(_ name: String, to transport: any HTTPTransport) throws -> GatewayProvider {
    GatewayProvider(
      try gateway(name), account(name), transport: transport,
      gate: ProviderGate(name, monitor: HealthMonitor(clock: .system)), source: source())
  }

  static func request(_ count: Int, text: String = "안녕 {{name}}", isAdvertising: Bool = false) -> SendRequest {
    let campaign = Campaign(
      id: CampaignID(rawValue: 7), name: "Test", channel: .sms, state: .sending, operator: "t",
      createdAt: Timestamp(milliseconds: 0), audience: "a.csv",
      template: Template(from: "0212345678", subject: "", text: text, html: nil),
      columns: ["name"], batchSize: 1000, isAdvertising: isAdvertising)
    return SendRequest(
      campaign: campaign,
      recipients: (1...count).map {
        ClaimedMessage(
          message: MessageID(rawValue: Int64($0)), attempt: 1, address: "+8210\(12_340_000 + $0)", values: ["김 \($0)"])
      }, storeID: "s1")
  }

  static func send(_ request: SendRequest, by name: String, to server: HTTPFixture) async throws -> [SendResult] {
    let answer = try await provider(name, to: Rerouted(to: server.url)).send(
      request, under: Permit(recipients: request.recipients.count))
    return request.recipients.indices.map { answer.result(at: $0) }
  }
}

/// Sends to a server here what is for a broker, by the real client.
struct Rerouted: HTTPTransport {
  let url: String
  let inner: CurlTransport
  let timeout: Duration?

  init(to url: String, timeout: Duration? = nil) throws {
    (self.url, self.timeout) = (url, timeout)
    inner = try CurlTransport(HTTPSettings(environment: [:]))
  }

  func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
    var request = request
    let path = request.url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    request.url = url + "/" + (path.count > 3 ? path[3] : "")
    if let timeout { request.timeout = timeout }
    return try await inner.send(request)
  }
}

extension SendResult {
  var id: String? { if case .accepted(let id) = self { id } else { nil } }
  var refusal: Refusal? { if case .refused(let refusal) = self { refusal } else { nil } }
  var isUnknown: Bool { if case .unknown = self { true } else { false } }
}
