package import AWS

/// The AWS side as it is: what of a blueprint exists, and how.
package struct Inspection: Equatable, Sendable {
  /// A queue that exists.
  package struct Queue: Equatable, Sendable {
    /// Names it in calls.
    package var url: String
    /// Holds what SQS says of it.
    package var attributes: [String: String]

    /// Makes a value from its parts.
    package init(url: String, attributes: [String: String]) {
      self.url = url
      self.attributes = attributes
    }
  }

  /// A topic that exists.
  package struct Topic: Equatable, Sendable {
    /// Holds its policy.
    package var policy: String?
    /// Lists who gets its messages.
    package var subscriptions: [SNSSubscription]

    /// Makes a value from its parts.
    package init(policy: String? = nil, subscriptions: [SNSSubscription] = []) {
      self.policy = policy
      self.subscriptions = subscriptions
    }
  }

  /// Holds the queues that exist, by name.
  package var queues: [String: Queue] = [:]
  /// Holds the topics that exist, by ARN.
  package var topics: [String: Topic] = [:]
  /// Holds the attributes of the event queue's subscription, by the subscription's ARN.
  package var subscriptions: [String: [String: String]] = [:]
  /// Holds the configuration set, when it exists.
  package var configurationSet: SESConfigurationSet?
  /// Lists where its events go.
  package var destinations: [SESEventDestination] = []
  /// Holds what texts are sent with, when it exists.
  package var textConfigurationSet: SMSVoiceConfigurationSet?
  /// Holds the alarms that exist, by name.
  package var alarms: [String: MetricAlarm] = [:]

  /// Makes the state of an account that has nothing yet.
  package init() {}
}
