import AWS

/// A blueprint as a CloudFormation template, for those who set everything up that way
/// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/Welcome.html>).
package struct CloudFormation {
  let blueprint: Blueprint
  private var resources: [CloudFormationValue.Member] = []

  /// Stands for wherever the stack is made.
  package static let anywhere = Blueprint.Place(
    partition: "${AWS::Partition}", region: "${AWS::Region}", account: "${AWS::AccountId}")

  private static let logicalNames = [
    "-send": "SendQueue", "-send-dlq": "SendDeadLetterQueue", "-events": "EventQueue",
    "-events-dlq": "EventDeadLetterQueue",
  ]

  /// Builds the template.
  ///
  /// - Parameters:
  ///   - blueprint: one at ``anywhere``.
  ///   - hooks: the brokers that send reports by themselves, by name.
  ///   - isApart: whether the way of reports is all there is in it, for queues that are there already.
  /// - Throws: ``ProvisionError`` when a broker's name cannot stand in an address, or two make one name of a resource.
  package static func template(
    _ blueprint: Blueprint, hooks: [String] = [], isApart: Bool = false
  ) throws(ProvisionError) -> CloudFormationValue {
    try check(hooks)
    var template = CloudFormation(blueprint)
    if !isApart { template.addSending() }
    template.addHooks(hooks, isApart: isApart)
    var whole: [CloudFormationValue.Member] = [
      .init("AWSTemplateFormatVersion", "2010-09-09"),
      .init("Description", "What sendboard needs to send through SES and SQS, as 'sendboard provision' makes it"),
    ]
    if !hooks.isEmpty { whole.append(.init("Parameters", Self.hookParameters)) }
    whole.append(.init("Resources", .object(template.resources)))
    let outputs = isApart ? [] : template.outputs
    whole.append(.init("Outputs", .object(outputs + template.hookOutputs(hooks))))
    return .object(whole)
  }

  private mutating func addSending() {
    for queue in blueprint.queues { add(queue) }
    addTopic()
    addConfigurationSet()
    addTextConfigurationSet()
    addAlarms()
  }

  private var outputs: [CloudFormationValue.Member] {
    var outputs: [CloudFormationValue.Member] = [
      .init("SendQueueUrl", ["Value": .ref("SendQueue")]),
      .init("DeadLetterQueueUrl", ["Value": .ref("SendDeadLetterQueue")]),
      .init("EventQueueUrl", ["Value": .ref("EventQueue")]), .init("TopicArn", ["Value": .ref("EventTopic")]),
      .init("ConfigurationSetName", ["Value": .ref("ConfigurationSet")]),
    ]
    if blueprint.sendsTexts {
      outputs.append(.init("TextConfigurationSetName", ["Value": .ref("TextConfigurationSet")]))
    }
    return outputs
  }

  private init(_ blueprint: Blueprint) { self.blueprint = blueprint }

  private mutating func add(_ queue: QueueBlueprint) {
    let id = logicalName(queue)
    var properties: [CloudFormationValue.Member] = [.init("QueueName", .text(queue.name))]
    for (name, value) in queue.seconds.sorted(by: { $0.key < $1.key }) {
      properties.append(.init(name, .number(value)))
    }
    if let redrive = queue.redrive {
      properties.append(
        .init(
          "RedrivePolicy",
          [
            "deadLetterTargetArn": reference(redrive.target), "maxReceiveCount": .number(redrive.maxReceiveCount),
          ]))
    }
    add(id, "AWS::SQS::Queue", .object(properties))
    if let grant = queue.grant {
      add(id + "Policy", "AWS::SQS::QueuePolicy", ["Queues": [.ref(id)], "PolicyDocument": policy([grant])])
    }
  }

  private mutating func addTopic() {
    add("EventTopic", "AWS::SNS::Topic", ["TopicName": .text(blueprint.prefix + "-events")])
    add(
      "EventTopicPolicy", "AWS::SNS::TopicPolicy",
      ["Topics": [.ref("EventTopic")], "PolicyDocument": policy(blueprint.topicGrants)])
    add(
      "EventSubscription", "AWS::SNS::Subscription", after: ["EventQueuePolicy"],
      [
        "TopicArn": .ref("EventTopic"), "Protocol": "sqs", "Endpoint": .attribute("Arn", of: "EventQueue"),
        "RawMessageDelivery": true,
      ])
  }

  private mutating func addConfigurationSet() {
    let destination = blueprint.destination
    add("ConfigurationSet", "AWS::SES::ConfigurationSet", ["Name": .text(blueprint.configurationSet)])
    // SES tries the topic when the destination is made.
    add(
      "EventDestination", "AWS::SES::ConfigurationSetEventDestination", after: ["EventTopicPolicy"],
      [
        "ConfigurationSetName": .ref("ConfigurationSet"),
        "EventDestination": [
          "Name": .text(destination.name), "Enabled": .flag(destination.isEnabled),
          "MatchingEventTypes": .list(destination.types.map { .text(Self.camelCase($0)) }),
          "SnsDestination": ["TopicARN": .ref("EventTopic")],
        ],
      ])
  }

  private mutating func addTextConfigurationSet() {
    guard let set = blueprint.textConfigurationSet else { return }
    let destination = blueprint.textDestination
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-smsvoice-configurationset.html
    add(
      "TextConfigurationSet", "AWS::SMSVOICE::ConfigurationSet", after: ["EventTopicPolicy"],
      [
        "ConfigurationSetName": .text(set),
        "EventDestinations": [
          [
            "EventDestinationName": .text(destination.name), "Enabled": .flag(destination.isEnabled),
            "MatchingEventTypes": .list(destination.types.map { .text($0) }),
            "SnsDestination": ["TopicArn": .ref("EventTopic")],
          ]
        ],
      ])
  }

  private mutating func addAlarms() {
    if case .email(let address) = blueprint.alert {
      add(
        "AlarmTopic", "AWS::SNS::Topic",
        [
          "TopicName": .text(blueprint.prefix + "-alarms"),
          "Subscription": [["Protocol": "email", "Endpoint": .text(address)]],
        ])
    }
    for alarm in blueprint.alarms { add(alarm) }
  }

  private mutating func add(_ queueAlarm: Blueprint.QueueAlarm) {
    let alarm = queueAlarm.metric
    var properties: [CloudFormationValue.Member] = [
      .init("AlarmName", .text(alarm.name)), .init("AlarmDescription", .text(alarm.description ?? "")),
      .init("Namespace", .text(alarm.namespace)), .init("MetricName", .text(alarm.metric)),
      .init(
        "Dimensions", [["Name": "QueueName", "Value": .attribute("QueueName", of: queueAlarm.watched)]]),
      .init("Statistic", .text(alarm.statistic)), .init("Period", .number(alarm.periodSeconds)),
      .init("EvaluationPeriods", .number(alarm.evaluationPeriods)), .init("Threshold", .number(Int(alarm.threshold))),
      .init("ComparisonOperator", .text(alarm.comparison)),
    ]
    if let missing = alarm.missingData { properties.append(.init("TreatMissingData", .text(missing))) }
    if !alarm.alarmActions.isEmpty {
      properties.append(.init("AlarmActions", .list(alarm.alarmActions.map(reference))))
    }
    add(queueAlarm.resource, "AWS::CloudWatch::Alarm", .object(properties))
  }

  mutating func add(
    _ id: String, _ type: String, after others: [String] = [], _ properties: CloudFormationValue
  ) {
    var resource: [CloudFormationValue.Member] = [.init("Type", .text(type))]
    if !others.isEmpty {
      resource.append(.init("DependsOn", others.count == 1 ? .text(others[0]) : .list(others.map { .text($0) })))
    }
    resource.append(.init("Properties", properties))
    resources.append(.init(id, .object(resource)))
  }

  private func policy(_ grants: [Grant]) -> CloudFormationValue {
    ["Version": "2012-10-17", "Statement": .list(grants.map(statement))]
  }

  private func statement(_ grant: Grant) -> CloudFormationValue {
    var conditions: [CloudFormationValue.Member] = [
      .init("ArnEquals", ["aws:SourceArn": reference(grant.source)])
    ]
    if let account = grant.account {
      conditions.append(.init("StringEquals", ["aws:SourceAccount": reference(account)]))
    }
    return [
      "Sid": .text(grant.name), "Effect": "Allow", "Principal": ["Service": .text(grant.service)],
      "Action": .text(grant.action), "Resource": reference(grant.resource), "Condition": .object(conditions),
    ]
  }

  private func logicalName(_ queue: QueueBlueprint) -> String {
    Self.logicalNames[String(queue.name.dropFirst(blueprint.prefix.count))] ?? "Queue"
  }

  /// Names what the stack makes by its logical name, so that CloudFormation knows what comes first.
  private func reference(_ arn: String) -> CloudFormationValue {
    if let queue = blueprint.queues.first(where: { $0.arn == arn }) {
      return .attribute("Arn", of: logicalName(queue))
    }
    if arn == blueprint.topic { return .ref("EventTopic") }
    if arn == blueprint.alertTopic { return .ref("AlarmTopic") }
    return arn.contains("${") ? ["Fn::Sub": .text(arn)] : .text(arn)
  }

  /// CloudFormation's own names of the types: `RENDERING_FAILURE` is `renderingFailure` there.
  private static func camelCase(_ type: String) -> String {
    let words = type.lowercased().split(separator: "_")
    return (words.prefix(1) + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }).joined()
  }
}
