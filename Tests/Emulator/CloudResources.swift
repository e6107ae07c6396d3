import AWS
import Foundation

/// The queues, the topic and the configuration set of one test, named like nobody else's.
package struct CloudResources: Sendable {
  /// Is where they are.
  package let cloud: Emulator
  /// URLs of queues.
  package let sendQueue, deadLetterQueue, eventQueue: String
  /// Names the topic of events, by its ARN.
  package let topic: String

  /// Makes them.
  ///
  /// - Parameters:
  ///   - visibility: of the send queue, in seconds.
  ///   - isRaw: whether the topic sends events without its envelope.
  package init(_ cloud: Emulator, visibility: Int = 120, receives: Int = 3, isRaw: Bool = true) async throws {
    self.cloud = cloud
    (sendQueue, deadLetterQueue) = try await Self.makeQueue(cloud, visibility: visibility, receives: receives)
    eventQueue = try await cloud.sqs.createQueue(
      Emulator.name("events"), attributes: ["VisibilityTimeout": "10"])
    topic = try await cloud.sns.createTopic(Emulator.name("events"))
    _ = try await cloud.sns.subscribe(
      topic, protocol: "sqs", endpoint: try await Self.arn(cloud, eventQueue),
      attributes: ["RawMessageDelivery": isRaw ? "true" : "false"])
    try await cloud.verify(sender: "news@example.com")
  }

  /// Makes a queue and its dead-letter queue, as the program wants them.
  package static func makeQueue(
    _ cloud: Emulator, visibility: Int, receives: Int
  ) async throws -> (queue: String, deadLetters: String) {
    let name = Emulator.name("send")
    let dead = try await cloud.sqs.createQueue(
      name + "-dead", attributes: ["MessageRetentionPeriod": "1209600", "VisibilityTimeout": "30"])
    let redrive = #"{"deadLetterTargetArn":"\#(try await arn(cloud, dead))","maxReceiveCount":"\#(receives)"}"#
    let queue = try await cloud.sqs.createQueue(
      name, attributes: ["VisibilityTimeout": "\(visibility)", "RedrivePolicy": redrive])
    return (queue, dead)
  }

  /// Makes the queues under the same names, where they are gone.
  package func makeAgain(in cloud: Emulator) async throws {
    for url in [deadLetterQueue, sendQueue, eventQueue] {
      _ = try await cloud.sqs.createQueue(url.components(separatedBy: "/").last ?? "")
    }
  }

  private static func arn(_ cloud: Emulator, _ queue: String) async throws -> String {
    try await cloud.sqs.getQueueAttributes(queue, ["QueueArn"])["QueueArn"] ?? ""
  }

  /// The environment in which the program works on them.
  ///
  /// - Parameter ses: where SES is, when it is elsewhere.
  package func environment(ses: String? = nil) -> [String: String] {
    [
      "SENDBOARD_QUEUE": "sqs", "SENDBOARD_PROVIDER": "ses", "SENDBOARD_AWS_SEND_QUEUE": sendQueue,
      "SENDBOARD_AWS_DEAD_LETTER_QUEUE": deadLetterQueue, "SENDBOARD_AWS_EVENT_QUEUE": eventQueue,
      "SENDBOARD_AWS_TOPIC": topic, "SENDBOARD_AWS_CONFIGURATION_SET": "sendboard",
      "AWS_REGION": Emulator.region, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
      "AWS_EC2_METADATA_DISABLED": "true", "AWS_ENDPOINT_URL": cloud.url, "AWS_ENDPOINT_URL_SESV2": ses ?? cloud.url,
    ]
  }

  /// Publishes events to the topic, ten in a call.
  package func publish(_ events: [String]) async throws {
    for start in stride(from: 0, to: events.count, by: 10) {
      var form = [("Action", "PublishBatch"), ("Version", "2010-03-31"), ("TopicArn", topic)]
      for (index, event) in events[start..<min(start + 10, events.count)].enumerated() {
        let entry = "PublishBatchRequestEntries.member.\(index + 1)."
        form += [(entry + "Id", "\(index)"), (entry + "Message", event)]
      }
      let answer = try await cloud.call("sns", form: form)
      guard !answer.contains("<Code>") else { throw EmulatorError("SNS did not take all: \(answer)") }
    }
  }
}
