import Ports
import Model
import AWS
import Foundation
import Provisioning

/// The queues: there, wired to their dead-letter queues, and patient enough.
extension Doctor {
  func checkSendQueue(_ cloud: AWSConnection) async throws -> [Finding] {
    let name = "send queue"
    let url = try settings.cloud.required(\.sendQueue, "sendQueue", for: "queue: sqs")
    let attributes = try await cloud.sqs.getQueueAttributes(url)
    var findings: [Finding] = []
    let visibility = attributes["VisibilityTimeout"].flatMap { Int($0) } ?? 0
    let wanted = Int(settings.policy.visibilityTimeout.seconds)
    // The worker sets its own at every receive; what comes back after a crash is what this says.
    findings.append(
      visibility < wanted
        ? .warn(name, "VisibilityTimeout is \(visibility) s, less than the \(wanted) s configured", Self.provision)
        : .ok(name, "VisibilityTimeout \(visibility) s"))
    guard let redrive = QueueBlueprint.Redrive(attributes["RedrivePolicy"]) else {
      return findings + [.fail("dead letters", "the send queue has no dead-letter queue", Self.provision)]
    }
    if let dead = settings.cloud.deadLetterQueue {
      let target = try await cloud.sqs.getQueueAttributes(dead, ["QueueArn"])["QueueArn"]
      guard target == redrive.target else {
        return findings + [
          .fail(
            "dead letters", "the send queue's dead letters go to \(redrive.target), not to aws.deadLetterQueue",
            Self.provision)
        ]
      }
    }
    findings.append(
      redrive.maxReceiveCount == settings.policy.maxReceiveCount
        ? .ok("dead letters", "wired, maxReceiveCount \(redrive.maxReceiveCount)")
        : .warn(
          "dead letters",
          "maxReceiveCount is \(redrive.maxReceiveCount), configured are \(settings.policy.maxReceiveCount)",
          Self.provision))
    return findings
  }

  func checkDeadLetterQueue(_ cloud: AWSConnection) async throws -> [Finding] {
    let name = "dead-letter queue"
    let url = try settings.cloud.required(\.deadLetterQueue, "deadLetterQueue", for: "queue: sqs")
    let attributes = try await cloud.sqs.getQueueAttributes(url)
    let days = (attributes["MessageRetentionPeriod"].flatMap { Int($0) } ?? 0) / 86_400
    let count = attributes["ApproximateNumberOfMessages"].flatMap { Int($0) } ?? 0
    if days < 14 { return [.warn(name, "it keeps dead letters for \(counted(days, "day")) only", Self.provision)] }
    if count > 0 {
      return [
        .warn(name, "\(counted(count, "dead letter")) in it, kept for \(days) days", "see 'sendboard deadletters'")
      ]
    }
    return [.ok(name, "empty, keeps \(days) days")]
  }

  func checkEventQueue(_ cloud: AWSConnection) async throws -> [Finding] {
    let name = "event queue"
    let url = try settings.cloud.required(\.eventQueue, "eventQueue", for: "the way of events")
    let attributes = try await cloud.sqs.getQueueAttributes(url)
    var findings: [Finding] = []
    if let topic = settings.cloud.topic, let arn = attributes["QueueArn"] {
      let grant = Grant(
        name: "", service: "sns.amazonaws.com", action: "sqs:SendMessage", resource: arn, source: topic)
      findings.append(
        grant.isCovered(by: attributes["Policy"])
          ? .ok("queue policy", "the topic may send to the event queue")
          : .fail("queue policy", "the event queue's policy does not let \(topic) send to it", Self.provision))
    }
    guard let redrive = QueueBlueprint.Redrive(attributes["RedrivePolicy"]),
      let dead = try await cloud.eventDeadLetters()
    else { return findings + [.warn(name, "the event queue has no dead-letter queue of its own", Self.provision)] }
    findings.append(.ok(name, "dead letters wired, maxReceiveCount \(redrive.maxReceiveCount)"))
    let count = try await dead.depths().total
    findings.append(
      count > 0
        ? .warn(
          "event dead letters", "\(counted(count, "event")) received too often and not stored",
          "see 'sendboard deadletters', and redrive them")
        : .ok("event dead letters", "none"))
    return findings
  }

  static let provision = "run 'sendboard provision'"
}
