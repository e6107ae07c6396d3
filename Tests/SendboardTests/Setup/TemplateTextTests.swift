import Foundation
import Model
import Provisioning
import Testing
import Yams

@testable import sendboard

/// The template as an operator gets it; that CloudFormation takes it, `ProvisionTests` asks its checker.
@Suite struct TemplateTextTests {
  private func text(_ alert: Blueprint.Alert) throws -> String {
    try TemplateText.yaml(
      CloudFormation.template(try Blueprint(prefix: "news", place: CloudFormation.anywhere, alert: alert)))
  }

  private func properties(_ id: String, in text: String) throws -> [String: Any] {
    let whole = try #require(try Yams.load(yaml: text) as? [String: Any])
    let resource = try #require((whole["Resources"] as? [String: Any])?[id] as? [String: Any])
    return try #require(resource["Properties"] as? [String: Any])
  }

  @Test func itReadsFromTopToBottom() throws {
    let lines = try text(.none).split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(9) == [
        "AWSTemplateFormatVersion: '2010-09-09'",
        "Description: What sendboard needs to send through SES and SQS, as 'sendboard provision' makes it",
        "Resources:",
        "  SendDeadLetterQueue:", "    Type: AWS::SQS::Queue", "    Properties:", "      QueueName: news-send-dlq",
        "      MessageRetentionPeriod: 1209600", "  EventDeadLetterQueue:",
      ])
    #expect(lines.contains("          Fn::GetAtt: [SendDeadLetterQueue, Arn]"))
  }

  @Test func asJSONItIsTheSameOnOneLine() throws {
    let template = try CloudFormation.template(
      try Blueprint(prefix: "news", place: CloudFormation.anywhere, alert: .none))
    let line = TemplateText.json(template)
    #expect(!line.contains("\n"))
    let json = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary)
    let yaml = try #require(try Yams.load(yaml: try text(.none)) as? [String: Any])
    #expect(json.isEqual(to: yaml))
  }

  /// Texts that look like dates or numbers stay texts, and numbers are numbers.
  @Test func valuesKeepTheirKind() throws {
    let text = try text(.none)
    let policy = try #require(try properties("EventTopicPolicy", in: text)["PolicyDocument"] as? [String: Any])
    #expect(policy["Version"] as? String == "2012-10-17")
    let queue = try properties("SendQueue", in: text)
    #expect(queue["VisibilityTimeout"] as? Int == 120)
    #expect((queue["RedrivePolicy"] as? [String: Any])?["maxReceiveCount"] as? Int == 3)
    #expect(try properties("EventSubscription", in: text)["RawMessageDelivery"] as? Bool == true)
  }

  @Test func whoIsToldOfTheAlarmIsInIt() throws {
    let mailed = try text(.email("o'neil+yes@example.com"))
    let subscription = try #require(
      (try properties("AlarmTopic", in: mailed)["Subscription"] as? [[String: Any]])?.first)
    #expect(subscription["Endpoint"] as? String == "o'neil+yes@example.com")
    let actions = try properties("DeadLetterAlarm", in: mailed)["AlarmActions"] as? [[String: String]]
    #expect(actions == [["Ref": "AlarmTopic"]])
    let told = try text(.topic("arn:aws:sns:eu-west-1:123456789012:ops"))
    #expect(
      try properties("DeadLetterAlarm", in: told)["AlarmActions"] as? [String]
        == ["arn:aws:sns:eu-west-1:123456789012:ops"])
    #expect(try properties("DeadLetterAlarm", in: text(.none))["AlarmActions"] == nil)
  }

  /// Where the stack is, only CloudFormation knows.
  @Test func placesAreLeftToCloudFormation() throws {
    let text = try text(.none)
    let statement = try #require(
      ((try properties("EventTopicPolicy", in: text)["PolicyDocument"] as? [String: Any])?["Statement"]
        as? [[String: Any]])?
        .first)
    let conditions = try #require(statement["Condition"] as? [String: [String: [String: String]]])
    #expect(
      conditions["ArnEquals"]?["aws:SourceArn"]
        == ["Fn::Sub": "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:configuration-set/news"])
    #expect(conditions["StringEquals"]?["aws:SourceAccount"] == ["Fn::Sub": "${AWS::AccountId}"])
  }
}
