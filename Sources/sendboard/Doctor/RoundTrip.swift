import AWS
import Foundation
import Provisioning

/// Publishes a text on the topic and takes exactly that one off the event queue again.
///
/// Everything else on the queue is given back at once. Every receive counts towards a message's last, so few are made,
/// and none when many messages wait.
struct RoundTrip: Sendable {
  private let cloud: AWSConnection
  /// The most messages of others that may wait before they are left alone.
  private static let crowd = 10
  /// The most receives that may bring messages of others.
  private static let patience = 3
  private static let time = Duration.seconds(8)

  init(_ cloud: AWSConnection) { self.cloud = cloud }

  func check() async throws -> [Finding] {
    let name = "round trip"
    guard let topic = cloud.settings.topic else { return [Doctor.noTopic(name)] }
    let url = try cloud.settings.required(\.eventQueue, "eventQueue", for: "the way of events")
    let sqs = try cloud.sqs
    let attributes = try await sqs.getQueueAttributes(url)
    let waiting = attributes["ApproximateNumberOfMessages"].flatMap { Int($0) } ?? 0
    guard waiting <= Self.crowd else {
      return [
        .warn(
          name, "not tried: \(counted(waiting, "event")) in the queue would be disturbed",
          "run 'sendboard run --only ingester --drain', then try again")
      ]
    }
    let limit = QueueBlueprint.Redrive(attributes["RedrivePolicy"])?.maxReceiveCount ?? .max
    let start = ContinuousClock.now
    let mark = "sendboard doctor \(UUID().uuidString)"
    // The ingester passes over what begins so, should it be there first: SES itself sends such a text once.
    _ = try await cloud.sns.publish(
      topic, "Successfully validated SNS topic for Amazon SES event publishing. (\(mark))")
    var disturbed = 0
    while .now - start < Self.time, disturbed < Self.patience {
      let messages = try await sqs.receiveMessage(url, max: 10, waitSeconds: 2, visibilitySeconds: 10)
      let (ours, others) = Self.sorted(messages, mark)
      if !others.isEmpty {
        disturbed += 1
        _ = try await sqs.changeMessageVisibilityBatch(
          url, others.map { SQSVisibility(receipt: $0.receipt, seconds: 0) })
      }
      if !ours.isEmpty {
        _ = try await sqs.deleteMessageBatch(url, ours.map(\.receipt))
        let took = (.now - start) / .milliseconds(1)
        return [.ok(name, "from the topic to the event queue in \(Int(took)) ms")]
      }
      if others.contains(where: { $0.receiveCount + 2 >= limit }) { break }
    }
    return [
      .warn(
        name, "published, and not seen on the event queue within \(Int(Self.time / .seconds(1))) s",
        "when another sendboard takes events in, it may have been first: stop it and try again; else run "
          + "'sendboard provision'")
    ]
  }

  /// Tells our message from those of others.
  static func sorted(_ messages: [SQSMessage], _ mark: String) -> (ours: [SQSMessage], others: [SQSMessage]) {
    (messages.filter { $0.body.contains(mark) }, messages.filter { !$0.body.contains(mark) })
  }
}
