import AWS

/// Writes a blueprint as a CloudFormation template, for those who set everything up that way
/// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/Welcome.html>).
package struct CloudFormation {
  private let blueprint: Blueprint
  private var lines: [String] = []

  /// Stands for wherever the stack is made.
  package static let anywhere = Blueprint.Place(
    partition: "${AWS::Partition}", region: "${AWS::Region}", account: "${AWS::AccountId}")

  private static let logicalNames = [
    "-send": "SendQueue", "-send-dlq": "SendDeadLetterQueue", "-events": "EventQueue",
    "-events-dlq": "EventDeadLetterQueue",
  ]

  /// Writes the template, in YAML.
  ///
  /// - Parameter blueprint: one at ``anywhere``.
  package static func template(_ blueprint: Blueprint) -> String {
    var writer = CloudFormation(blueprint)
    writer.write()
    return writer.lines.joined(separator: "\n")
  }

  private init(_ blueprint: Blueprint) { self.blueprint = blueprint }

  private mutating func write() {
    lines = [
      "AWSTemplateFormatVersion: \"2010-09-09\"",
      "Description: What sendboard needs to send through SES and SQS, as 'sendboard provision' makes it",
      "Resources:",
    ]
    for queue in blueprint.queues { write(queue) }
    writeTopic()
    writeConfigurationSet()
    writeAlarm()
    lines.append("Outputs:")
    for (output, queue) in [
      ("SendQueueUrl", "SendQueue"), ("DeadLetterQueueUrl", "SendDeadLetterQueue"), ("EventQueueUrl", "EventQueue"),
      ("TopicArn", "EventTopic"), ("ConfigurationSetName", "ConfigurationSet"),
    ] {
      lines += ["  \(output):", "    Value: !Ref \(queue)"]
    }
  }

  private mutating func write(_ queue: QueueBlueprint) {
    let id = logicalName(queue)
    begin(id, "AWS::SQS::Queue")
    lines.append("      QueueName: \(Self.quoted(queue.name))")
    for (name, value) in queue.numbers.sorted(by: { $0.key < $1.key }) { lines.append("      \(name): \(value)") }
    if let redrive = queue.redrive {
      lines += [
        "      RedrivePolicy:", "        deadLetterTargetArn: \(reference(redrive.target))",
        "        maxReceiveCount: \(redrive.maxReceiveCount)",
      ]
    }
    guard let grant = queue.grant else { return }
    begin(id + "Policy", "AWS::SQS::QueuePolicy")
    lines += ["      Queues:", "        - !Ref \(id)"]
    write(grant)
  }

  private mutating func writeTopic() {
    begin("EventTopic", "AWS::SNS::Topic")
    lines.append("      TopicName: \(Self.quoted(blueprint.prefix + "-events"))")
    begin("EventTopicPolicy", "AWS::SNS::TopicPolicy")
    lines += ["      Topics:", "        - !Ref EventTopic"]
    write(blueprint.topicGrant)
    begin("EventSubscription", "AWS::SNS::Subscription", after: "EventQueuePolicy")
    lines += [
      "      TopicArn: !Ref EventTopic", "      Protocol: sqs", "      Endpoint: !GetAtt EventQueue.Arn",
      "      RawMessageDelivery: true",
    ]
  }

  private mutating func writeConfigurationSet() {
    let destination = blueprint.destination
    begin("ConfigurationSet", "AWS::SES::ConfigurationSet")
    lines.append("      Name: \(Self.quoted(blueprint.configurationSet))")
    // SES tries the topic when the destination is made.
    begin("EventDestination", "AWS::SES::ConfigurationSetEventDestination", after: "EventTopicPolicy")
    lines += [
      "      ConfigurationSetName: !Ref ConfigurationSet", "      EventDestination:",
      "        Name: \(Self.quoted(destination.name))", "        Enabled: \(destination.isEnabled)",
      "        MatchingEventTypes:",
    ]
    lines += destination.types.map { "          - \(Self.camelCase($0))" }
    lines += ["        SnsDestination:", "          TopicARN: !Ref EventTopic"]
  }

  private mutating func writeAlarm() {
    if case .email(let address) = blueprint.alert {
      begin("AlarmTopic", "AWS::SNS::Topic")
      lines += [
        "      TopicName: \(Self.quoted(blueprint.prefix + "-alarms"))", "      Subscription:",
        "        - Protocol: email",
        "          Endpoint: \(Self.quoted(address))",
      ]
    }
    let alarm = blueprint.alarm
    begin("DeadLetterAlarm", "AWS::CloudWatch::Alarm")
    lines += [
      "      AlarmName: \(Self.quoted(alarm.name))",
      "      AlarmDescription: \(Self.quoted(alarm.description ?? ""))",
      "      Namespace: \(alarm.namespace)", "      MetricName: \(alarm.metric)", "      Dimensions:",
      "        - Name: QueueName", "          Value: !GetAtt SendDeadLetterQueue.QueueName",
      "      Statistic: \(alarm.statistic)", "      Period: \(alarm.periodSeconds)",
      "      EvaluationPeriods: \(alarm.evaluationPeriods)", "      Threshold: \(Int(alarm.threshold))",
      "      ComparisonOperator: \(alarm.comparison)",
    ]
    if let missing = alarm.missingData { lines.append("      TreatMissingData: \(missing)") }
    if !alarm.alarmActions.isEmpty {
      lines.append("      AlarmActions:")
      lines += alarm.alarmActions.map { "        - \(reference($0))" }
    }
  }

  private mutating func write(_ grant: Grant) {
    lines += [
      "      PolicyDocument:", "        Version: \"2012-10-17\"", "        Statement:",
      "          - Sid: \(grant.name)",
      "            Effect: Allow", "            Principal:", "              Service: \(grant.service)",
      "            Action: \(grant.action)", "            Resource: \(reference(grant.resource))",
      "            Condition:", "              ArnEquals:", "                aws:SourceArn: \(reference(grant.source))",
    ]
    if let account = grant.account {
      lines += ["              StringEquals:", "                aws:SourceAccount: \(reference(account))"]
    }
  }

  /// A value as text: YAML takes `no` for false and `0123` for a number.
  private static func quoted(_ text: String) -> String { PolicyValue.text(text).json }

  private mutating func begin(_ id: String, _ type: String, after other: String? = nil) {
    lines += ["  \(id):", "    Type: \(type)"]
    if let other { lines.append("    DependsOn: \(other)") }
    lines.append("    Properties:")
  }

  private func logicalName(_ queue: QueueBlueprint) -> String {
    Self.logicalNames[String(queue.name.dropFirst(blueprint.prefix.count))] ?? "Queue"
  }

  /// Names what the stack makes by its logical name, so that CloudFormation knows what comes first.
  private func reference(_ arn: String) -> String {
    if let queue = blueprint.queues.first(where: { $0.arn == arn }) { return "!GetAtt \(logicalName(queue)).Arn" }
    if arn == blueprint.topic { return "!Ref EventTopic" }
    if arn == blueprint.alertTopic { return "!Ref AlarmTopic" }
    return arn.contains("${") ? "!Sub \"\(arn)\"" : PolicyValue.text(arn).json
  }

  /// CloudFormation's own names of the types: `RENDERING_FAILURE` is `renderingFailure` there.
  private static func camelCase(_ type: String) -> String {
    let words = type.lowercased().split(separator: "_")
    return (words.prefix(1) + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }).joined()
  }
}
