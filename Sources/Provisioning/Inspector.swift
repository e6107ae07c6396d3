package import AWS

/// Reads what of a blueprint exists.
package struct Inspector: Sendable {
  let clients: ProvisionClients

  /// Makes an inspector.
  package init(_ clients: ProvisionClients) { self.clients = clients }

  /// Reads everything.
  ///
  /// - Throws: `AWSError` of the first call that failed; that something is not there is no failure.
  package func inspect(_ blueprint: Blueprint) async throws(AWSError) -> Inspection {
    var found = Inspection()
    for queue in blueprint.queues { found.queues[queue.name] = try await self.queue(queue.name) }
    for topic in [blueprint.topic, blueprint.alertTopic].compactMap({ $0 }) {
      found.topics[topic] = try await self.topic(topic)
    }
    for subscription in found.topics[blueprint.topic]?.subscriptions ?? []
    where subscription.isConfirmed && subscription.protocol == "sqs" {
      found.subscriptions[subscription.arn] = try await existing { () async throws(AWSError) in
        try await clients.sns.getSubscriptionAttributes(subscription.arn)
      }
    }
    let set = blueprint.configurationSet
    found.configurationSet = try await existing { () async throws(AWSError) in
      try await clients.ses.getConfigurationSet(set)
    }
    if found.configurationSet != nil {
      found.destinations = try await clients.ses.getConfigurationSetEventDestinations(set)
    }
    if let set = blueprint.textConfigurationSet {
      found.textConfigurationSet = try await existing { () async throws(AWSError) in
        try await clients.texts.describeConfigurationSet(set)
      }
    }
    let names = blueprint.alarms.map(\.metric.name)
    for alarm in try await clients.cloudWatch.describeAlarms(names) where names.contains(alarm.name) {
      found.alarms[alarm.name] = alarm
    }
    return found
  }

  private func queue(_ name: String) async throws(AWSError) -> Inspection.Queue? {
    try await existing { () async throws(AWSError) in
      let url = try await clients.sqs.getQueueURL(name)
      return Inspection.Queue(url: url, attributes: try await clients.sqs.getQueueAttributes(url))
    }
  }

  private func topic(_ arn: String) async throws(AWSError) -> Inspection.Topic? {
    try await existing { () async throws(AWSError) in
      var topic = Inspection.Topic(policy: try await clients.sns.getTopicAttributes(arn)["Policy"])
      var token: String?
      repeat {
        let page = try await clients.sns.listSubscriptions(arn, token: token)
        topic.subscriptions += page.subscriptions
        token = page.token
      } while token != nil
      return topic
    }
  }

  private func existing<Value>(
    _ read: () async throws(AWSError) -> Value
  ) async throws(AWSError) -> Value? {
    do throws(AWSError) {
      return try await read()
    } catch  where error.code == .notFound {
      return nil
    }
  }
}

/// The services that provisioning calls.
package struct ProvisionClients: Sendable {
  let sqs: SQSClient
  let sns: SNSClient
  let ses: SESClient
  let texts: SMSVoiceClient
  let cloudWatch: CloudWatchClient

  /// Makes a value from its parts.
  package init(
    sqs: SQSClient, sns: SNSClient, ses: SESClient, texts: SMSVoiceClient, cloudWatch: CloudWatchClient
  ) {
    self.texts = texts
    self.sqs = sqs
    self.sns = sns
    self.ses = ses
    self.cloudWatch = cloudWatch
  }
}
