import AWS

/// The AWS side as it is: what of a blueprint exists, and how.
public struct Inspection: Equatable, Sendable {
  /// A queue that exists.
  public struct Queue: Equatable, Sendable {
    /// Names it in calls.
    public var url: String
    /// Holds what SQS says of it.
    public var attributes: [String: String]

    /// Makes a value from its parts.
    public init(url: String, attributes: [String: String]) {
      self.url = url
      self.attributes = attributes
    }
  }

  /// A topic that exists.
  public struct Topic: Equatable, Sendable {
    /// Holds its policy.
    public var policy: String?
    /// Lists who gets its messages.
    public var subscriptions: [SNSSubscription]

    /// Makes a value from its parts.
    public init(policy: String? = nil, subscriptions: [SNSSubscription] = []) {
      self.policy = policy
      self.subscriptions = subscriptions
    }
  }

  /// Holds the queues that exist, by name.
  public var queues: [String: Queue] = [:]
  /// Holds the topics that exist, by ARN.
  public var topics: [String: Topic] = [:]
  /// Holds the attributes of the event queue's subscription, by the subscription's ARN.
  public var subscriptions: [String: [String: String]] = [:]
  /// Holds the configuration set, when it exists.
  public var configurationSet: SESConfigurationSet?
  /// Lists where its events go.
  public var destinations: [SESEventDestination] = []
  /// Holds the alarm, when it exists.
  public var alarm: MetricAlarm?

  /// Makes the state of an account that has nothing yet.
  public init() {}
}
