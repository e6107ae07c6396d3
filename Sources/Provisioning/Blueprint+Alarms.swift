package import AWS

extension Blueprint {
  /// An alarm on a queue. One more is one more in ``alarms``: what compares, makes and writes them down goes through all.
  package struct QueueAlarm: Sendable {
    /// Names it in a CloudFormation template.
    package var resource: String
    /// Names the watched queue in a CloudFormation template.
    package var watched: String
    /// What it is in CloudWatch.
    package var metric: MetricAlarm
  }

  /// Lists the alarms.
  package var alarms: [QueueAlarm] { [deadLetterAlarm] }

  /// Goes off when a batch lies in the dead-letter queue.
  private var deadLetterAlarm: QueueAlarm {
    let queue = sendQueueName + "-dlq"
    return QueueAlarm(
      resource: "DeadLetterAlarm", watched: "SendDeadLetterQueue",
      metric: MetricAlarm(
        name: queue, description: "Batches that failed wait for an operator: sendboard deadletters",
        namespace: "AWS/SQS", metric: "ApproximateNumberOfMessagesVisible", dimensions: ["QueueName": queue],
        statistic: "Maximum", periodSeconds: 300, threshold: 1, comparison: "GreaterThanOrEqualToThreshold",
        missingData: "notBreaching", alarmActions: told))
  }

  /// Who is told when one goes off.
  private var told: [String] {
    switch alert {
    case .none: []
    case .topic(let arn): [arn]
    case .email: [alertTopic].compactMap { $0 }
    }
  }
}
