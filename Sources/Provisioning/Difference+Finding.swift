import AWS
import Model

extension Blueprint {
  /// Compares what is with what should be.
  ///
  /// - Returns: the differences in the order in which they are put right: what others name comes before them.
  /// - Throws: ``ProvisionError`` when something is there that cannot be changed without losing what is in it.
  package func differences(from found: Inspection) throws(ProvisionError) -> [Difference] {
    var differences: [Difference] = []
    // SES tries the topic when it is named to it, and the topic's policy names the queue's source.
    for queue in queues { differences += try compare(queue, found.queues[queue.name]) }
    differences += try compareTopic(found)
    differences += compareSubscription(found)
    differences += compareConfigurationSet(found)
    differences += compareTextConfigurationSet(found)
    differences += compareAlert(found)
    return differences
  }

  private func compare(
    _ queue: QueueBlueprint, _ found: Inspection.Queue?
  ) throws(ProvisionError) -> [Difference] {
    guard let found else { return [Difference(.create, "queue", queue.name, step: .createQueue(queue))] }
    var settings: [Difference.Setting] = []
    var changes: [String: String] = [:]
    for (name, wanted) in queue.numbers.sorted(by: { $0.key < $1.key }) where found.attributes[name] != wanted {
      settings.append(.init(name, from: found.attributes[name] ?? "unset", to: wanted))
      changes[name] = wanted
    }
    if let redrive = queue.redrive {
      let actual = QueueBlueprint.Redrive(found.attributes["RedrivePolicy"])
      if actual != redrive { changes["RedrivePolicy"] = redrive.attribute }
      if actual?.target != redrive.target {
        settings.append(.init("deadLetterTargetArn", from: actual?.target ?? "unset", to: redrive.target))
      }
      if actual?.maxReceiveCount != redrive.maxReceiveCount {
        settings.append(
          .init(
            "maxReceiveCount", from: actual.map { String($0.maxReceiveCount) } ?? "unset",
            to: String(redrive.maxReceiveCount)))
      }
    }
    if let grant = queue.grant, !grant.isCovered(by: found.attributes["Policy"]) {
      changes["Policy"] = try extended(found.attributes["Policy"], grant, of: "queue \(queue.name)")
      settings.append(.init("Policy", to: grant.name))
    }
    guard !settings.isEmpty else { return [] }
    return [
      Difference(.change, "queue", queue.name, settings, step: .setQueue(queue.name, url: found.url, changes))
    ]
  }

  private func compareTopic(_ found: Inspection) throws(ProvisionError) -> [Difference] {
    let name = prefix + "-events"
    guard let actual = found.topics[topic] else {
      let policy = topicGrants.policy
      return [Difference(.create, "topic", name, step: .createTopic(name: name, policy: policy))]
    }
    var policy = actual.policy ?? ""
    let missing = topicGrants.filter { !$0.isCovered(by: actual.policy) }
    for grant in missing { policy = try extended(policy, grant, of: "topic \(name)") }
    guard !missing.isEmpty else { return [] }
    return [
      Difference(
        .change, "topic", name, missing.map { .init("Policy", to: $0.name) },
        step: .setTopicPolicy(arn: topic, policy))
    ]
  }

  private func extended(
    _ policy: String?, _ grant: Grant, of what: String
  ) throws(ProvisionError) -> String {
    if let policy = grant.added(to: policy) { return policy }
    throw ProvisionError(
      .unreadable, "the policy of \(what) is not JSON, so nothing can be added to it: mend or remove it, and run again")
  }

  private func compareSubscription(_ found: Inspection) -> [Difference] {
    guard let queue = queues.first(where: { $0.name == eventQueueName }) else { return [] }
    let existing = found.topics[topic]?.subscriptions.first {
      $0.protocol == "sqs" && $0.endpoint == queue.arn && $0.isConfirmed
    }
    guard let existing else {
      return [
        Difference(
          .create, "subscription", queue.name,
          step: .subscribe(
            topic: topic, protocol: "sqs", endpoint: queue.arn, ["RawMessageDelivery": "true"]))
      ]
    }
    var differences: [Difference] = []
    let attributes = found.subscriptions[existing.arn] ?? [:]
    if attributes["RawMessageDelivery"]?.lowercased() != "true" {
      differences.append(
        Difference(
          .change, "subscription", queue.name,
          [.init("RawMessageDelivery", from: attributes["RawMessageDelivery"] ?? "unset", to: "true")],
          step: .setRaw(subscription: existing.arn)))
    }
    if let filter = attributes["FilterPolicy"], !filter.isEmpty {
      differences.append(
        Difference(
          .keep, "subscription", queue.name,
          [.init("FilterPolicy", from: "\(filter) (events it does not match never arrive)")]))
    }
    return differences
  }

  private func compareConfigurationSet(_ found: Inspection) -> [Difference] {
    let set = configurationSet
    let wanted = destination
    var differences: [Difference] = []
    if let actual = found.configurationSet {
      if !actual.isSendingEnabled {
        differences.append(
          Difference(
            .keep, "configuration-set", set, [.init("SendingEnabled", from: "false (somebody switched it off)")]))
      }
    } else {
      differences.append(Difference(.create, "configuration-set", set, step: .createConfigurationSet(set)))
    }
    guard let actual = found.destinations.first(where: { $0.name == wanted.name }) else {
      return differences + [
        Difference(
          .create, "event-destination", wanted.name, step: .createDestination(set: set, wanted))
      ]
    }
    var settings: [Difference.Setting] = []
    if !actual.isEnabled { settings.append(.init("Enabled", from: "false", to: "true")) }
    let missing = wanted.types.filter { !actual.types.contains($0) }
    if !missing.isEmpty { settings.append(.init("MatchingEventTypes", to: missing.joined(separator: " "))) }
    if actual.topic != wanted.topic {
      settings.append(.init("TopicArn", from: actual.topic ?? "unset", to: wanted.topic))
    }
    guard !settings.isEmpty else { return differences }
    var merged = wanted
    merged.types += actual.types.filter { !wanted.types.contains($0) }
    return differences + [
      Difference(
        .change, "event-destination", wanted.name, settings, step: .updateDestination(set: set, merged))
    ]
  }
}
