import AWS
import Cloud
import Emulator
import Model
import Ports
import Testing

/// One call of each service, read by a server that verifies signatures, and with a wrong secret.
@Suite struct SignatureTests {
  @Test func everyServiceTakesOurSignatures() async throws {
    let (cloud, keys) = try await place()
    let environment = try environment(keys)
    let sqs = SQSClient(environment, endpoint: cloud.endpoint)
    let url = try await sqs.createQueue(Emulator.name("signed"))
    let queue = SQSQueue(name: "send", url: url, client: sqs)
    _ = try await queue.send([QueueEntry(body: "한국어 & +=/%")])
    #expect(try await queue.receive(max: 1, wait: .zero, visibility: nil).map(\.body) == ["한국어 & +=/%"])
    let ses = SESClient(environment, endpoint: cloud.endpoint)
    #expect(try await ses.getAccount().isSendingEnabled)
    let sns = SNSClient(environment, endpoint: cloud.endpoint)
    let topic = try await sns.createTopic(Emulator.name("signed"))
    _ = try await sns.publish(topic, "a b+c/d=é&f%20")
    _ = try await CloudWatchClient(environment, endpoint: cloud.endpoint).describeAlarms(["none"])
    let caller = try await STSClient(environment, endpoint: cloud.endpoint).getCallerIdentity()
    #expect(caller.arn.contains(":user/"))
  }

  @Test func aWrongSecretIsRefusedClearly() async throws {
    let (cloud, keys) = try await place()
    var wrong = keys
    wrong.secretAccessKey = String(keys.secretAccessKey.reversed())
    let environment = try environment(wrong)
    let queue = SQSQueue(
      name: "send", url: cloud.url + "/000000000000/x", client: SQSClient(environment, endpoint: cloud.endpoint))
    do {
      _ = try await queue.depths()
      Issue.record("a wrong secret was taken")
    } catch let error as QueueError {
      #expect(error.code == .accessDenied, "\(error)")
      #expect(!error.description.contains(wrong.secretAccessKey))
    }
    do throws(AWSError) {
      _ = try await SESClient(environment, endpoint: cloud.endpoint).getAccount()
      Issue.record("a wrong secret was taken")
    } catch {
      #expect(error.code == .invalidCredentials, "\(error)")
    }
  }

  private func place() async throws -> (Emulator, Credentials) {
    let cloud = try await Emulator.verifying.value
    return (cloud, try await cloud.makeKeys())
  }

  private func environment(_ keys: Credentials) throws -> ServiceEnvironment {
    .plain(try HastyTransport(.seconds(10)), keys)
  }
}
