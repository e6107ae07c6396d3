package import AWS
package import Model

/// The AWS side as it should be: everything follows from a prefix, and from where it is.
package struct Blueprint: Equatable, Sendable {
  /// Begins every name.
  package let prefix: String
  /// Says in which partition, region and account it is.
  package let place: Place
  /// Says how the send queue treats batches.
  package let policy: QueuePolicy
  /// Says who is told when a batch died.
  package let alert: Alert
  /// Says whether AWS sends texts as well.
  package let sendsTexts: Bool

  /// Where resources are.
  package struct Place: Equatable, Sendable {
    /// Holds `aws`, `aws-cn`, `aws-us-gov`.
    package var partition: String
    /// Names the region.
    package var region: String
    /// Names the account, in 12 digits.
    package var account: String

    /// Makes a place.
    package init(partition: String = "aws", region: String, account: String) {
      self.partition = partition
      self.region = region
      self.account = account
    }
  }

  /// Who is told by the alarm.
  package enum Alert: Equatable, Sendable {
    /// Nobody: the alarm shows in CloudWatch only.
    case none
    /// A topic that exists, by its ARN.
    case topic(String)
    /// An address, by way of a topic that is made for it.
    case email(String)
  }

  /// Makes the wanted state.
  ///
  /// - Throws: ``ProvisionError`` when names could not begin with the prefix.
  package init(
    prefix: String = "sendboard", place: Place, policy: QueuePolicy = .standard, alert: Alert = .none,
    sendsTexts: Bool = false
  ) throws(ProvisionError) {
    guard prefix.isPlainName, (1...50).contains(prefix.utf8.count) else {
      throw ProvisionError(
        .invalidName, "the prefix '\(prefix)' cannot begin a name: 1 to 50 of letters, digits, - and _ are taken")
    }
    self.prefix = prefix
    self.place = place
    self.policy = policy
    self.alert = alert
    self.sendsTexts = sendsTexts
  }

  /// The most receives of an event before it is put aside: events fail for want of a store, and not for what they are.
  static let eventReceives = 10

  /// The queues, dead-letter queues first.
  package var queues: [QueueBlueprint] {
    let dead = queue(sendQueueName + "-dlq", retention: policy.deadLetterRetention)
    let deadEvents = queue(eventQueueName + "-dlq", retention: .seconds(14 * 86_400))
    var send = queue(sendQueueName, visibility: policy.visibilityTimeout)
    send.redrive = QueueBlueprint.Redrive(target: dead.arn, maxReceiveCount: policy.maxReceiveCount)
    var events = queue(eventQueueName, visibility: .seconds(120))
    events.redrive = QueueBlueprint.Redrive(target: deadEvents.arn, maxReceiveCount: Self.eventReceives)
    events.grant = Grant(
      name: "SendboardEventsFromTopic", service: "sns.amazonaws.com", action: "sqs:SendMessage", resource: events.arn,
      source: topic)
    return [dead, deadEvents, send, events]
  }

  /// Names the queue that batches travel on.
  package var sendQueueName: String { prefix + "-send" }
  /// Names the queue that events arrive on.
  package var eventQueueName: String { prefix + "-events" }

  /// Names the topic that SES puts events on, by its ARN.
  package var topic: String { arn("sns", prefix + "-events") }

  /// What lets those who send put events there, and nobody else.
  package var topicGrants: [Grant] {
    let mail = Grant(
      name: "SendboardEventsFromSES", service: "ses.amazonaws.com", action: "sns:Publish", resource: topic,
      source: arn("ses", "configuration-set/" + configurationSet), account: place.account)
    guard let textConfigurationSet else { return [mail] }
    // https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-sns.html
    let texts = Grant(
      name: "SendboardEventsFromSMS", service: "sms-voice.amazonaws.com", action: "sns:Publish", resource: topic,
      source: arn("sms-voice", "configuration-set/" + textConfigurationSet), account: place.account)
    return [mail, texts]
  }

  /// Names what mail is sent with.
  package var configurationSet: String { prefix }

  /// Names what texts are sent with; `nil` when AWS sends none.
  package var textConfigurationSet: String? { sendsTexts ? prefix : nil }

  /// Says which events of texts go to the topic: all.
  package var textDestination: SMSVoiceEventDestination {
    SMSVoiceEventDestination(name: prefix + "-events", topic: topic)
  }

  /// Says which events go to the topic: all.
  package var destination: SESEventDestination { SESEventDestination(name: prefix + "-events", topic: topic) }

  /// Names the topic made for an address, by its ARN; `nil` without one.
  package var alertTopic: String? {
    if case .email = alert { arn("sns", prefix + "-alarms") } else { nil }
  }

  private func queue(
    _ name: String, visibility: Duration? = nil, retention: Duration? = nil
  ) -> QueueBlueprint {
    QueueBlueprint(
      name: name, arn: arn("sqs", name), visibility: visibility, retention: retention,
      longPoll: visibility == nil ? nil : .seconds(20))
  }

  private func arn(_ service: String, _ resource: String) -> String {
    "arn:\(place.partition):\(service):\(place.region):\(place.account):\(resource)"
  }
}

extension String {
  /// Whether it has only what AWS's names and addresses have in common: letters and digits of ASCII, `-` and `_`.
  var isPlainName: Bool {
    utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }
}
