import Model
import Testing

@testable import AWS
@testable import Provisioning

@Suite struct BlueprintTests {
  private static func blueprint(_ alert: Blueprint.Alert = .none, sendsTexts: Bool = false) throws -> Blueprint {
    try Blueprint(
      place: .init(region: "eu-west-1", account: "123456789012"), alert: alert, sendsTexts: sendsTexts)
  }

  /// What is there when everything is as wanted.
  private static func whole(_ blueprint: Blueprint) -> Inspection {
    var found = Inspection()
    for queue in blueprint.queues {
      found.queues[queue.name] = .init(url: "https://q/\(queue.name)", attributes: queue.attributes)
    }
    let events = "arn:aws:sqs:eu-west-1:123456789012:sendboard-events"
    found.topics[blueprint.topic] = .init(
      policy: blueprint.topicGrants.policy,
      subscriptions: [SNSSubscription(arn: "arn:sub", protocol: "sqs", endpoint: events)])
    found.subscriptions["arn:sub"] = ["RawMessageDelivery": "true"]
    found.configurationSet = SESConfigurationSet(name: "sendboard", isSendingEnabled: true, suppressedReasons: nil)
    found.destinations = [blueprint.destination]
    found.textConfigurationSet = blueprint.textConfigurationSet.map {
      SMSVoiceConfigurationSet(name: $0, destinations: [blueprint.textDestination])
    }
    for alarm in blueprint.alarms { found.alarms[alarm.metric.name] = alarm.metric }
    return found
  }

  @Test func anEmptyAccountGetsEverythingInOrder() throws {
    let lines = try Self.blueprint(.email("ops@example.com")).differences(from: Inspection()).map(\.description)
    #expect(
      lines == [
        "create queue sendboard-send-dlq", "create queue sendboard-events-dlq", "create queue sendboard-send",
        "create queue sendboard-events", "create topic sendboard-events", "create subscription sendboard-events",
        "create configuration-set sendboard", "create event-destination sendboard-events",
        "create topic sendboard-alarms",
        "create subscription ops@example.com: (AWS asks that address to confirm)", "create alarm sendboard-send-dlq",
      ])
  }

  @Test func whatIsAsWantedIsLeft() throws {
    let blueprint = try Self.blueprint()
    #expect(try blueprint.differences(from: Self.whole(blueprint)) == [])
  }

  @Test func whatTextsNeedComesWhenItIsAskedFor() throws {
    let plain = try Self.blueprint()
    let both = try Self.blueprint(sendsTexts: true)
    #expect(try both.differences(from: Self.whole(both)) == [])
    let differences = try both.differences(from: Self.whole(plain))
    #expect(
      differences.map(\.description) == [
        "change topic sendboard-events: Policy + SendboardEventsFromSMS", "create text-configuration-set sendboard",
        "create text-event-destination sendboard-events",
      ])
    guard case .setTopicPolicy(_, let policy)? = differences.first?.step else {
      Issue.record("the policy is not set")
      return
    }
    // SES's statement stays beside the new one, each for its own configuration set.
    #expect(both.topicGrants.allSatisfy { $0.isCovered(by: policy) })
    #expect(policy.contains(#""aws:SourceArn":"arn:aws:sms-voice:eu-west-1:123456789012:configuration-set/sendboard""#))
    #expect(policy.contains(#""Service":"sms-voice.amazonaws.com""#))
    // Whoever has no texts any more leaves what is there.
    #expect(try plain.differences(from: Self.whole(both)) == [])
  }

  @Test func aDestinationOfTextsIsPutRight() throws {
    let blueprint = try Self.blueprint(sendsTexts: true)
    var found = Self.whole(blueprint)
    found.textConfigurationSet?.destinations[0].isEnabled = false
    found.textConfigurationSet?.destinations[0].types = ["TEXT_DELIVERED", "VOICE_ALL"]
    let differences = try blueprint.differences(from: found)
    #expect(
      differences.map(\.description) == [
        "change text-event-destination sendboard-events: Enabled false → true, MatchingEventTypes TEXT_DELIVERED "
          + "VOICE_ALL → TEXT_ALL"
      ])
    guard case .updateTextDestination(set: "sendboard", let destination)? = differences.first?.step else {
      Issue.record("it is not changed")
      return
    }
    #expect(destination.isEnabled && destination.types == ["TEXT_ALL", "VOICE_ALL"])
    // ALL is all texts too.
    found.textConfigurationSet?.destinations = [blueprint.textDestination]
    found.textConfigurationSet?.destinations[0].types = ["ALL"]
    #expect(try blueprint.differences(from: found) == [])
  }

  @Test(arguments: [["a b"], ["한글"], [""], ["a/b"], ["a\"b"], ["solapi", "solapi"], ["a-b", "aB"]])
  func namesOfBrokersInAnAddressAreChecked(hooks: [String]) throws {
    let blueprint = try Blueprint(place: CloudFormation.anywhere)
    #expect(throws: ProvisionError.self) { try CloudFormation.template(blueprint, hooks: hooks) }
  }

  @Test func theSendQueueHasTheNumbersOfTheDesign() throws {
    let attributes = try #require(try Self.blueprint().queues.first { $0.name == "sendboard-send" }).attributes
    #expect(
      attributes == [
        "VisibilityTimeout": "120", "ReceiveMessageWaitTimeSeconds": "20",
        "RedrivePolicy":
          #"{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:sendboard-send-dlq","maxReceiveCount":3}"#,
      ])
    let dead = try #require(try Self.blueprint().queues.first { $0.name == "sendboard-send-dlq" })
    #expect(dead.attributes == ["MessageRetentionPeriod": "1209600"])
  }

  @Test func everyChangeSaysWhatWasThere() throws {
    let blueprint = try Self.blueprint(.topic("arn:aws:sns:eu-west-1:123456789012:ops"))
    var found = Self.whole(try Self.blueprint())
    found.queues["sendboard-send"]?.attributes["VisibilityTimeout"] = "30"
    found.queues["sendboard-send"]?.attributes["RedrivePolicy"] =
      #"{"maxReceiveCount":"7","deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:sendboard-send-dlq"}"#
    found.subscriptions["arn:sub"] = ["RawMessageDelivery": "false", "FilterPolicy": #"{"a":["b"]}"#]
    found.destinations[0].isEnabled = false
    found.destinations[0].types = ["SEND"]
    found.alarms["sendboard-send-dlq"]?.alarmActions = ["arn:theirs"]
    let differences = try blueprint.differences(from: found)
    #expect(
      differences.map(\.description) == [
        "change queue sendboard-send: VisibilityTimeout 30 → 120, maxReceiveCount 7 → 3",
        "change subscription sendboard-events: RawMessageDelivery false → true",
        #"keep subscription sendboard-events: FilterPolicy {"a":["b"]} (events it does not match never arrive)"#,
        "change event-destination sendboard-events: Enabled false → true, MatchingEventTypes + REJECT BOUNCE "
          + "COMPLAINT DELIVERY OPEN CLICK RENDERING_FAILURE DELIVERY_DELAY SUBSCRIPTION",
        "change alarm sendboard-send-dlq: AlarmActions + arn:aws:sns:eu-west-1:123456789012:ops",
      ])
    guard case .putAlarm(let alarm)? = differences.last?.step else {
      Issue.record("the alarm is not put")
      return
    }
    #expect(alarm.alarmActions == ["arn:theirs", "arn:aws:sns:eu-west-1:123456789012:ops"])
  }

  @Test func aPolicyKeepsTheStatementsOfOthers() throws {
    let grant = try #require(try Self.blueprint().topicGrants.first)
    let theirs = #"{"Version":"2008-10-17","Id":"x","Statement":{"Sid":"a","Effect":"Deny","Principal":"*"}}"#
    #expect(!grant.isCovered(by: theirs))
    let added = try #require(grant.added(to: theirs))
    #expect(grant.isCovered(by: added))
    #expect(added.contains(#""Sid":"a""#) && added.contains(#""Id":"x""#) && added.contains("2008-10-17"))
    // A second time replaces ours, and adds nothing.
    #expect(grant.added(to: added) == added)
    #expect(grant.added(to: "{broken") == nil)
  }

  /// A statement's principal, action, resource and condition, and whether our topic may send by it.
  private static let statements: [(String, String, String, String, Bool)] = [
    (#"{"Service":"sns.amazonaws.com"}"#, #""sqs:SendMessage""#, "q", #"{"ArnEquals":{"aws:SourceArn":"t"}}"#, true),
    (#"{"Service":["a","sns.amazonaws.com"]}"#, #"["SQS:*"]"#, "*", #"{"ArnLike":{"AWS:SourceArn":["x","t*"]}}"#, true),
    (#""*""#, #""*""#, "q", "{}", true),
    (#"{"AWS":"*"}"#, #""sqs:Send*""#, "q", #"{"StringEquals":{"aws:SourceArn":"t"}}"#, true),
    (#"{"Service":"ses.amazonaws.com"}"#, #""sqs:SendMessage""#, "q", "{}", false),
    (#"{"Service":"sns.amazonaws.com"}"#, #""sqs:ReceiveMessage""#, "q", "{}", false),
    (#"{"Service":"sns.amazonaws.com"}"#, #""sqs:SendMessage""#, "other", "{}", false),
    (#"{"Service":"sns.amazonaws.com"}"#, #""sqs:SendMessage""#, "q", #"{"ArnEquals":{"aws:SourceArn":"u"}}"#, false),
    (#"{"Service":"sns.amazonaws.com"}"#, #""sqs:SendMessage""#, "q", #"{"StringEquals":{"a:b":"c"}}"#, false),
  ]

  @Test(arguments: statements)
  func aStatementCoversTheGrantOrNot(
    principal: String, action: String, resource: String, condition: String, isCovered: Bool
  ) {
    let grant = Grant(name: "n", service: "sns.amazonaws.com", action: "sqs:SendMessage", resource: "q", source: "t")
    let statement =
      #"{"Effect":"Allow","Principal":\#(principal),"Action":\#(action),"Resource":"\#(resource)","Condition":\#(condition)}"#
    #expect(grant.isCovered(by: #"{"Statement":[\#(statement)]}"#) == isCovered)
  }

  @Test func namesAreChecked() {
    for prefix in ["", "a b", "é", String(repeating: "a", count: 51)] {
      #expect(throws: ProvisionError.self) {
        try Blueprint(prefix: prefix, place: .init(region: "eu-west-1", account: "123456789012"))
      }
    }
  }

  @Test func whatMayPassIsWaitedForAndNothingElse() {
    func error(_ code: AWSError.Code, _ name: String?, _ message: String = "") -> AWSError {
      AWSError(code, service: "SQS", operation: "CreateQueue", awsCode: name, message: message)
    }
    #expect(Provisioner.patience(error(.conflict, "QueueDeletedRecently"), tries: 1)?.wait == .seconds(10))
    #expect(Provisioner.patience(error(.conflict, "QueueDeletedRecently"), tries: 10) == nil)
    #expect(Provisioner.patience(error(.notFound, "QueueDoesNotExist"), tries: 1) != nil)
    #expect(Provisioner.patience(error(.notFound, "QueueDoesNotExist"), tries: 6) == nil)
    #expect(Provisioner.patience(error(.accessDenied, "AccessDenied"), tries: 1) == nil)
    #expect(Provisioner.patience(error(.invalidRequest, "InvalidAttributeValue", "bad value"), tries: 1) == nil)
    #expect(Provisioner.patience(error(.unreachable, nil), tries: 1) == nil)
  }
}
