import Foundation
import HTTP
import HTTPFixture
import Synchronization
import Testing

@testable import AWS
@testable import Provisioning

@Suite struct ProvisionerTests {
  private struct TestCredentials: CredentialSource {
    func credentials() async throws -> Credentials {
      Credentials(accessKeyID: "a", secretAccessKey: "b", source: "test")
    }
    func invalidate(_ credentials: Credentials) async {}
  }

  /// The clients of a server on loopback.
  private static func clients(_ server: HTTPFixture) throws -> ProvisionClients {
    let environment = ServiceEnvironment(
      transport: try CurlTransport(HTTPSettings(environment: [:])), credentials: TestCredentials(),
      sign: { _, _, _, _, _ in }, retries: .never)
    let endpoint = ServiceEndpoint(url: server.url, region: "us-east-1")
    return ProvisionClients(
      sqs: SQSClient(environment, endpoint: endpoint), sns: SNSClient(environment, endpoint: endpoint),
      ses: SESClient(environment, endpoint: endpoint), texts: SMSVoiceClient(environment, endpoint: endpoint),
      cloudWatch: CloudWatchClient(environment, endpoint: endpoint))
  }

  /// As SQS answers within 60 seconds of deleting a queue.
  private static let deletedRecently = FixtureReply.response(
    400,
    headers: [
      ("Content-Type", "application/x-amz-json-1.0"),
      ("x-amzn-query-error", "AWS.SimpleQueueService.QueueDeletedRecently;Sender"),
    ],
    """
    {"__type":"com.amazonaws.sqs#QueueDeletedRecently",\
    "message":"You must wait 60 seconds after deleting a queue before you can create another with the same name."}
    """)

  @Test func aNameThatIsBlockedIsWaitedForWithWords() async throws {
    let server = try HTTPFixture(
      script: Self.deletedRecently, Self.deletedRecently, .ok(#"{"QueueUrl":"http://q/sendboard-send-dlq"}"#))
    defer { server.close() }
    let said = Mutex<[String]>([])
    let slept = Mutex<[Duration]>([])
    let provisioner = Provisioner(
      try Self.clients(server), say: { words in said.withLock { $0.append(words) } },
      sleep: { span in slept.withLock { $0.append(span) } })
    let blueprint = try Blueprint(place: .init(region: "us-east-1", account: "123456789012"))
    let first = try #require(try blueprint.differences(from: Inspection()).first)
    try await provisioner.apply(first)
    #expect(server.requests.count == 3)
    #expect(slept.withLock { $0 } == [.seconds(10), .seconds(10)])
    #expect(said.withLock { $0 }.first?.hasPrefix("queue sendboard-send-dlq: one of this name was deleted") == true)
  }

  @Test func aConfigurationSetThatIsThereAlreadyIsNoError() async throws {
    let server = try HTTPFixture(
      script: .response(
        400, headers: [("Content-Type", "application/json"), ("x-amzn-errortype", "AlreadyExistsException")],
        #"{"message":"Configuration set <sendboard> already exists."}"#))
    defer { server.close() }
    let provisioner = Provisioner(try Self.clients(server), say: { _ in })
    try await provisioner.apply(
      Difference(.create, "configuration-set", "sendboard", step: .createConfigurationSet("sendboard")))
    #expect(server.requests.map(\.target) == ["/v2/email/configuration-sets"])
  }
}
