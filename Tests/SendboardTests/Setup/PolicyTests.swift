import Model
import AWS
import Emulator
import Foundation
import HTTPFixture
import Synchronization
import Testing

extension SetupEndToEnd {
  /// The policies in the README allow every call that the program makes, and nothing that it never does.
  @Suite struct PolicyTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test(.timeLimit(.minutes(5))) func theREADMEsPoliciesAreEnoughAndNotTooMuch() async throws {
      let policies = try Policy.all()
      try #require(policies.count == 2)
      let cloud = try await Emulator()
      let forwarder = try Forwarder(to: cloud)
      let texts = TextServiceStandIn()
      let calls = Mutex<Set<AWSCall>>([])
      let server = try HTTPFixture { request in
        if let call = AWSCall(request) { _ = calls.withLock { $0.insert(call) } }
        return texts.answer(request) ?? .handedBack(forwarder.handOn(request))
      }
      defer { server.close() }
      let config = place.file("config.yaml")
      let settings = cloud.environment.merging(["AWS_ENDPOINT_URL": server.url]) { $1 }
      func run(_ words: String...) async throws {
        let done = try await place.run(words + ["--config", config], environment: settings, within: .seconds(60))
        #expect(done.isDrained || words[0] == "doctor", "\(words): \(done.errors)")
      }

      try await run("provision", "--yes", "--alarm-email", "ops@example.com")
      try await run("provision", "--yes", "--sms")
      try await run("doctor", "--from", "news@example.com", "--from", "+12065550100", "--dns", "127.0.0.1:9")
      try await run("doctor")
      try expect(
        calls.withLock { $0 }, by: policies[0],
        unseen: [
          // What is otherwise than wanted is put right with these, and other messages are left alone with the last.
          "sns:SetTopicAttributes", "sns:SetSubscriptionAttributes", "ses:UpdateConfigurationSetEventDestination",
          "sqs:SetQueueAttributes", "sqs:ChangeMessageVisibility", "sms-voice:UpdateEventDestination",
        ])

      calls.withLock { $0 = [] }
      try await cloud.ses.createEmailTemplate(
        "stored", .init(subject: "Hi {{name}}", text: "{{#if vip}}dear {{else}}{{/if}}{{name}}", html: nil))
      let audience = try place.writeAudience(60)
      try await run(
        "send", "--name", "May", "--recipients", audience, "--from", "news@example.com", "--template", "stored")
      try await run("run", "--drain")
      try await run("deadletters")
      try await run("deadletters", "redrive", "--all", "--yes", "100000")
      try expect(
        calls.withLock { $0 }, by: policies[1],
        unseen: [
          "ses:SendBulkTemplatedEmail", "sqs:ChangeMessageVisibility", "sqs:StartMessageMoveTask",
          // No emulator offers texts: SMSVoiceTests makes this call.
          "sms-voice:SendTextMessage",
          // The emulator keeps no list of addresses: SuppressAccountTests makes these calls.
          "ses:GetSuppressedDestination", "ses:PutSuppressedDestination", "ses:DeleteSuppressedDestination",
        ])
      try await cloud.stop()
    }

    private func expect(_ calls: Set<AWSCall>, by policy: Policy, unseen: Set<String>) throws {
      #expect(calls.count > 8)
      let denied = calls.filter { call in !policy.Statement.contains { $0.allows(call) } }
      #expect(denied == [], "denied")
      let seen = Set(calls.map(\.action))
      let unused = Set(policy.Statement.flatMap(\.Action.list)).subtracting(seen)
      #expect(unused.subtracting(unseen) == [], "never called")
    }
  }
}

/// A call as IAM sees it.
private struct AWSCall: Hashable, CustomStringConvertible {
  var action: String
  var resource: String

  var description: String { "\(action) on \(resource)" }

  /// `nil` for a call that everybody may make.
  init?(_ request: FixtureRequest) {
    let json = (try? JSONSerialization.jsonObject(with: Data(request.body))) as? [String: Any] ?? [:]
    if let target = request.header("X-Amz-Target"), target.hasPrefix("AmazonSQS.") {
      let name = target.dropFirst("AmazonSQS.".count)
      action = "sqs:" + (name.hasSuffix("Batch") ? name.dropLast("Batch".count) : name)
      let place = json["QueueUrl"] ?? json["QueueName"] ?? json["SourceArn"]
      let queue = (place as? String)?.split(whereSeparator: { "/:".contains($0) }).last ?? "?"
      resource = "arn:aws:sqs:us-east-1:000000000000:\(queue)"
    } else if let target = request.header("X-Amz-Target"), target.contains("Alarm") {
      action = "cloudwatch:" + (target.split(separator: ".").last ?? "?")
      resource = (json["AlarmName"] as? String).map { "arn:aws:cloudwatch:us-east-1:000000000000:alarm:\($0)" } ?? "*"
    } else if let target = request.header("X-Amz-Target"), target.hasPrefix("PinpointSMSVoiceV2.") {
      action = "sms-voice:" + (target.split(separator: ".").last ?? "?")
      resource =
        (json["ConfigurationSetName"] as? String).map {
          "arn:aws:sms-voice:us-east-1:000000000000:configuration-set/\($0)"
        } ?? "*"
    } else if request.target.hasPrefix("/v2/email/") {
      let parts = request.target.split(separator: "?")[0].split(separator: "/").dropFirst(2).map(String.init)
      let name = parts.dropFirst().first
      let verb = ["GET": "Get", "POST": "Create", "PUT": "Update"][request.method] ?? request.method
      (action, resource) =
        switch (parts[0], parts.count) {
        case ("account", _): ("ses:GetAccount", "*")
        case ("identities", 1): ("ses:ListEmailIdentities", "*")
        case ("identities", _): ("ses:GetEmailIdentity", "*")
        case ("templates", _): ("ses:GetEmailTemplate", "template/\(name ?? "?")")
        case ("outbound-bulk-emails", _): ("ses:SendBulkEmail", "identity/\(json["FromEmailAddress"] ?? "?")")
        case ("configuration-sets", 1):
          ("ses:CreateConfigurationSet", "configuration-set/\(json["ConfigurationSetName"] ?? "?")")
        case ("configuration-sets", 2): ("ses:GetConfigurationSet", "configuration-set/\(name ?? "?")")
        case ("configuration-sets", _):
          (
            "ses:\(verb)ConfigurationSetEventDestination\(verb == "Get" ? "s" : "")",
            "configuration-set/\(name ?? "?")"
          )
        default: ("ses:\(parts)", "?")
        }
      if resource != "*" { resource = "arn:aws:ses:us-east-1:000000000000:\(resource)" }
    } else {
      let fields = Dictionary(
        URLComponents(string: "?" + request.text)?.queryItems?.map { ($0.name, $0.value ?? "") } ?? [],
        uniquingKeysWith: { first, _ in first })
      guard let name = fields["Action"], name != "GetCallerIdentity" else { return nil }
      action = "sns:" + name
      resource =
        fields["TopicArn"] ?? fields["SubscriptionArn"]
        ?? fields["Name"].map { "arn:aws:sns:us-east-1:000000000000:\($0)" } ?? "*"
    }
  }
}

/// A policy of IAM, as far as ours go.
private struct Policy: Decodable {
  struct Words: Decodable {
    var list: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      list = try (try? [container.decode(String.self)]) ?? container.decode([String].self)
    }
  }

  struct Statement: Decodable {
    var Effect: String
    var Action, Resource: Words

    func allows(_ call: AWSCall) -> Bool {
      Effect == "Allow" && Action.list.contains(call.action)
        && Resource.list.contains { fnmatch($0, call.resource, 0) == 0 }
    }
  }

  var Version: String
  var Statement: [Statement]

  /// Those of the README, in order.
  static func all(file: String = #filePath) throws -> [Policy] {
    var folder = URL(fileURLWithPath: file)
    for _ in 1...4 { folder.deleteLastPathComponent() }
    let readme = try String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
    return try readme.components(separatedBy: "```json\n").dropFirst().map { part in
      try JSONDecoder().decode(Policy.self, from: Data(part.components(separatedBy: "```")[0].utf8))
    }
  }
}
