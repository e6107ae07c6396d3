import AWS

/// Puts differences right, one after the other. Stopped anywhere, the next run finds what is left.
package struct Provisioner: Sendable {
  private let clients: ProvisionClients
  private let say: @Sendable (String) -> Void
  private let sleep: @Sendable (Duration) async throws -> Void

  /// Makes a provisioner.
  ///
  /// - Parameters:
  ///   - say: is told why there is a wait.
  ///   - sleep: waits; throws when the task was cancelled.
  package init(
    _ clients: ProvisionClients, say: @escaping @Sendable (String) -> Void,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.clients = clients
    self.say = say
    self.sleep = sleep
  }

  /// Puts one difference right. What AWS does not see yet, and a name that is still blocked, is tried again.
  ///
  /// - Throws: `AWSError`; `CancellationError`.
  package func apply(_ difference: Difference) async throws {
    guard let step = difference.step else { return }
    var tries = 0
    while true {
      do throws(AWSError) {
        return try await carryOut(step)
      } catch {
        tries += 1
        guard let (words, wait) = Self.patience(error, tries: tries) else { throw error }
        say("\(difference.resource) \(difference.name): \(words)")
        try await sleep(wait)
      }
    }
  }

  /// Says why an error may pass, and how long to wait for it; `nil` when it will not.
  static func patience(_ error: AWSError, tries: Int) -> (words: String, wait: Duration)? {
    if error.awsCode?.hasSuffix("QueueDeletedRecently") == true {
      // SQS keeps a name for 60 seconds.
      return tries > 9
        ? nil : ("one of this name was deleted just now; SQS frees the name after 60 s; waiting", .seconds(10))
    }
    // Without an answer of its own a service has said nothing that waiting could change.
    guard tries <= 5, error.awsCode != nil else { return nil }
    switch error.code {
    case .notFound: return ("AWS does not see yet what was made just now; waiting", .seconds(2))
    case .invalidRequest
    where ["exist", "found", "topic", "target"].contains(where: error.message.lowercased().contains):
      return ("AWS does not accept yet what was made just now (\(error.message)); waiting", .seconds(2))
    case .conflict: return ("somebody else is changing it; waiting", .seconds(2))
    case .invalidRequest, .throttled, .dailyQuotaExceeded, .accountSuspended, .sendingPaused, .messageRejected,
      .accessDenied, .expiredCredentials, .invalidCredentials, .noCredentials, .clockSkew, .alreadyExists,
      .limitExceeded,
      .unsupported, .unavailable, .brokenAnswer, .redirected, .unreachable, .timedOut, .connectionLost, .cancelled,
      .other:
      return nil
    }
  }

  private func carryOut(_ step: ProvisionStep) async throws(AWSError) {
    switch step {
    case .createQueue(let queue): _ = try await clients.sqs.createQueue(queue.name, attributes: queue.attributes)
    case .setQueue(_, let url, let attributes): try await clients.sqs.setQueueAttributes(url, attributes)
    case .createTopic(let name, let policy):
      _ = try await clients.sns.createTopic(name, attributes: policy.map { ["Policy": $0] } ?? [:])
    case .setTopicPolicy(let arn, let policy): try await clients.sns.setTopicAttribute(arn, "Policy", policy)
    case .subscribe(let topic, let `protocol`, let endpoint, let attributes):
      _ = try await clients.sns.subscribe(topic, protocol: `protocol`, endpoint: endpoint, attributes: attributes)
    case .setRaw(let subscription):
      try await clients.sns.setSubscriptionAttribute(subscription, "RawMessageDelivery", "true")
    case .createConfigurationSet(let name):
      do throws(AWSError) {
        try await clients.ses.createConfigurationSet(name)
      } catch  where error.code == .alreadyExists {
        // An earlier try made it, or somebody else: it is there, which is what was wanted.
      }
    case .createDestination(let set, let destination):
      do throws(AWSError) {
        try await clients.ses.createConfigurationSetEventDestination(set, destination)
      } catch  where error.code == .alreadyExists {
        try await clients.ses.updateConfigurationSetEventDestination(set, destination)
      }
    case .updateDestination(let set, let destination):
      try await clients.ses.updateConfigurationSetEventDestination(set, destination)
    case .createTextConfigurationSet(let name):
      do throws(AWSError) {
        try await clients.texts.createConfigurationSet(name)
      } catch  where error.code == .alreadyExists {
        // As above.
      }
    case .createTextDestination(let set, let destination):
      do throws(AWSError) {
        try await clients.texts.createEventDestination(set, destination)
      } catch  where error.code == .alreadyExists {
        try await clients.texts.updateEventDestination(set, destination)
      }
    case .updateTextDestination(let set, let destination):
      try await clients.texts.updateEventDestination(set, destination)
    case .putAlarm(let alarm): try await clients.cloudWatch.putMetricAlarm(alarm)
    }
  }
}
