import AWS
import Cloud
import Provisioning

/// The way of an event: configuration set, topic, subscription.
extension Doctor {
  func checkConfigurationSet(_ cloud: AWSConnection) async throws -> [Finding] {
    let name = "configuration set"
    let set = try settings.cloud.required(\.configurationSet, "configurationSet", for: "provider: ses")
    let found = try await cloud.ses.getConfigurationSet(set)
    let destinations = try await cloud.ses.getConfigurationSetEventDestinations(set)
    return [
      found.isSendingEnabled
        ? .ok(name, set)
        : .fail(name, "sending with \(set) is switched off", "switch it on in the SES console"),
      Self.destinationFinding(destinations, topic: settings.cloud.topic),
    ]
  }

  static func destinationFinding(_ destinations: [SESEventDestination], topic: String?) -> Finding {
    let name = "event destination"
    // Without a topic in the configuration, events come by EventBridge or by a topic of somebody's own.
    let ours = destinations.filter { topic == nil ? $0.topic != nil || $0.eventBus != nil : $0.topic == topic }
    guard !ours.isEmpty else {
      return .fail(name, "no event of this configuration set goes to \(topic ?? "a topic or a bus")", provision)
    }
    let enabled = ours.filter(\.isEnabled)
    guard !enabled.isEmpty else {
      return .fail(name, "\(ours.map(\.name).joined(separator: ", ")) is switched off", provision)
    }
    let missing = SESEventDestination.allTypes.filter { type in !enabled.contains { $0.types.contains(type) } }
    guard missing.isEmpty else {
      let isGrave = !Set(missing).isDisjoint(with: ["SEND", "DELIVERY", "BOUNCE", "COMPLAINT", "REJECT"])
      let text = "these events do not come: \(missing.joined(separator: " "))"
      return isGrave ? .fail(name, text, provision) : .warn(name, text, provision)
    }
    return .ok(name, "\(enabled.map(\.name).joined(separator: ", ")): enabled, all types")
  }

  func checkTopic(_ cloud: AWSConnection) async throws -> [Finding] {
    guard let topic = settings.cloud.topic else { return [Self.noTopic("topic policy")] }
    let parts = topic.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6 else {
      return [.fail("topic", "aws.topic is no ARN: \(topic)", "write arn:aws:sns:REGION:ACCOUNT:NAME")]
    }
    let policy = try await cloud.sns.getTopicAttributes(topic)["Policy"]
    return publishers.map { publisher in
      let grant = Grant(
        name: "", service: publisher.service + ".amazonaws.com", action: "sns:Publish", resource: topic,
        source: "arn:\(parts[1]):\(publisher.service):\(parts[3]):\(parts[4]):configuration-set/\(publisher.set)",
        account: parts[4])
      return grant.isCovered(by: policy)
        ? .ok("topic policy", "\(publisher.name) may publish to \(parts[5])")
        : .fail(
          "topic policy", "the policy of \(parts[5]) does not let \(publisher.name) publish for \(publisher.set)",
          Self.provision)
    }
  }

  /// Who tells what became of messages, by the topic.
  private struct Publisher {
    var name, service, set: String
  }

  private var publishers: [Publisher] {
    let cloud = settings.cloud
    var all: [Publisher] = []
    if cloud.uses(.ses) { all.append(Publisher(name: "SES", service: "ses", set: cloud.configurationSet ?? "")) }
    if cloud.uses(.aws) {
      all.append(
        Publisher(
          name: "End User Messaging", service: "sms-voice", set: cloud.texts.configurationSet ?? ""))
    }
    return all
  }

  func checkSubscription(_ cloud: AWSConnection) async throws -> [Finding] {
    let name = "subscription"
    guard let topic = settings.cloud.topic else { return [] }
    let url = try settings.cloud.required(\.eventQueue, "eventQueue", for: "the way of events")
    let queue = try await cloud.sqs.getQueueAttributes(url, ["QueueArn"])["QueueArn"]
    var token: String?
    repeat {
      let page = try await cloud.sns.listSubscriptions(topic, token: token)
      if let ours = page.subscriptions.first(where: { $0.protocol == "sqs" && $0.endpoint == queue && $0.isConfirmed })
      {
        return [Self.subscriptionFinding(try await cloud.sns.getSubscriptionAttributes(ours.arn))]
      }
      token = page.token
    } while token != nil
    return [.fail(name, "the event queue is not subscribed to the topic", Self.provision)]
  }

  static func subscriptionFinding(_ attributes: [String: String]) -> Finding {
    let name = "subscription"
    if let filter = attributes["FilterPolicy"], !filter.isEmpty {
      return .warn(
        name, "a filter policy keeps events away: \(filter)", "remove it in the SNS console unless you want that")
    }
    guard attributes["RawMessageDelivery"]?.lowercased() == "true" else {
      return .warn(name, "RawMessageDelivery is off: events are read, and cost twice the bytes", provision)
    }
    return .ok(name, "the event queue, raw")
  }

  static func noTopic(_ check: String) -> Finding {
    .warn(check, "aws.topic is not in the configuration, so the way of events was not checked", provision)
  }
}
