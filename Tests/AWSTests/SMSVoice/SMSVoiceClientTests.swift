import Foundation
import HTTP
import Testing

@testable import AWS

/// Calls and answers in the shapes of botocore's model of pinpoint-sms-voice-v2, 2022-03-31.
@Suite struct SMSVoiceClientTests {
  private static func object(_ text: String) throws -> NSDictionary {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
  }

  @Test func tellsOfTheAccount() async throws {
    let root = Bench([
      .ok(#"{"AccountAttributes":[{"Name":"DEFAULT_PROTECT_CONFIGURATION_ID","Value":"p-1"}],"NextToken":"n"}"#),
      .ok(#"{"AccountAttributes":[{"Name":"ACCOUNT_TIER","Value":"SANDBOX"}]}"#),
      .ok(#"{"AccountAttributes":[]}"#),
      .ok(
        #"""
        {"SpendLimits":[{"Name":"VOICE_MESSAGE_MONTHLY_SPEND_LIMIT","EnforcedLimit":9,"MaxLimit":9,"Overridden":false},
        {"Name":"TEXT_MESSAGE_MONTHLY_SPEND_LIMIT","EnforcedLimit":1,"MaxLimit":50,"Overridden":true}]}
        """#),
    ])
    #expect(try await root.texts.accountTier() == "SANDBOX")
    #expect(try await root.texts.accountTier() == nil)
    #expect(try await root.texts.textSpendLimit() == SMSVoiceSpendLimit(enforced: 1, most: 50))
    #expect(try Self.object(root.body(0)) == [:])
    #expect(try Self.object(root.body(1)) == ["NextToken": "n"])
    #expect(
      root.transport.requests.map { request in request.headers.first { $0.name == "X-Amz-Target" }?.value } == [
        "PinpointSMSVoiceV2.DescribeAccountAttributes", "PinpointSMSVoiceV2.DescribeAccountAttributes",
        "PinpointSMSVoiceV2.DescribeAccountAttributes", "PinpointSMSVoiceV2.DescribeSpendLimits",
      ])
  }

  @Test func listsWhatTextsComeFrom() async throws {
    let root = Bench([
      .ok(
        #"""
        {"PhoneNumbers":[{"PhoneNumberArn":"arn:n","PhoneNumberId":"phone-1","PhoneNumber":"+12065550100",
        "Status":"PENDING","IsoCountryCode":"US","MessageType":"TRANSACTIONAL","NumberCapabilities":["SMS"],
        "NumberType":"TOLL_FREE","MonthlyLeasingPrice":"2.00","TwoWayEnabled":false,"SelfManagedOptOutsEnabled":false,
        "OptOutListName":"Default","DeletionProtectionEnabled":false,"CreatedTimestamp":1.7E9}]}
        """#),
      .ok(
        #"""
        {"SenderIds":[{"SenderIdArn":"arn:s","SenderId":"NEWS","IsoCountryCode":"GB",
        "MessageTypes":["TRANSACTIONAL","PROMOTIONAL"],"MonthlyLeasingPrice":"0","DeletionProtectionEnabled":false,
        "Registered":true}]}
        """#),
      .ok(
        #"""
        {"Pools":[{"PoolArn":"arn:p","PoolId":"pool-1","Status":"ACTIVE","MessageType":"TRANSACTIONAL",
        "TwoWayEnabled":false,"SelfManagedOptOutsEnabled":false,"OptOutListName":"Default","SharedRoutesEnabled":false,
        "DeletionProtectionEnabled":false,"CreatedTimestamp":1.7E9}]}
        """#),
    ])
    let identities = try await root.texts.originationIdentities()
    #expect(
      identities.map(\.names) == [["+12065550100", "phone-1", "arn:n"], ["NEWS", "arn:s"], ["pool-1", "arn:p"]])
    #expect(identities.map(\.isActive) == [false, true, true])
    #expect(identities.map(\.country) == ["US", "GB", nil])
    #expect(identities.map(\.types) == [["TRANSACTIONAL"], ["TRANSACTIONAL", "PROMOTIONAL"], ["TRANSACTIONAL"]])
  }

  @Test func makesAndReadsConfigurationSets() async throws {
    let root = Bench([
      .ok(
        #"""
        {"ConfigurationSets":[{"ConfigurationSetArn":"arn:c","ConfigurationSetName":"sendboard","CreatedTimestamp":1.7E9,
        "EventDestinations":[{"EventDestinationName":"e","Enabled":true,"MatchingEventTypes":["TEXT_ALL"],
        "SnsDestination":{"TopicArn":"arn:t"}},{"EventDestinationName":"logs","Enabled":false,
        "MatchingEventTypes":["ALL"],"CloudWatchLogsDestination":{"IamRoleArn":"r","LogGroupArn":"l"}}]}]}
        """#),
      .ok(#"{"ConfigurationSetName":"sendboard"}"#), .ok("{}"), .ok("{}"),
    ])
    let set = try await root.texts.describeConfigurationSet("sendboard")
    #expect(
      set
        == SMSVoiceConfigurationSet(
          name: "sendboard",
          destinations: [
            SMSVoiceEventDestination(name: "e", topic: "arn:t"),
            SMSVoiceEventDestination(name: "logs", isEnabled: false, types: ["ALL"]),
          ]))
    #expect(set.destinations.map(\.takesAllTexts) == [true, true])
    #expect(try Self.object(root.body(0)) == ["ConfigurationSetNames": ["sendboard"]])
    try await root.texts.createConfigurationSet("sendboard")
    #expect(try Self.object(root.body(1)) == ["ConfigurationSetName": "sendboard"])
    let destination = SMSVoiceEventDestination(name: "e", topic: "arn:t")
    try await root.texts.createEventDestination("sendboard", destination)
    var members: [String: Any] = [
      "ConfigurationSetName": "sendboard", "EventDestinationName": "e", "MatchingEventTypes": ["TEXT_ALL"],
      "SnsDestination": ["TopicArn": "arn:t"],
    ]
    #expect(try Self.object(root.body(2)) == members as NSDictionary)
    try await root.texts.updateEventDestination("sendboard", destination)
    members["Enabled"] = true
    #expect(try Self.object(root.body(3)) == members as NSDictionary)
  }

  /// One code for all that stands in the way; only its reason tells that it is there already.
  @Test(
    arguments: [
      (
        #"{"__type":"ConflictException","Message":"m","Reason":"RESOURCE_ALREADY_EXISTS","ResourceType":"configuration-set"}"#,
        AWSError.Code.alreadyExists
      ),
      (#"{"__type":"ConflictException","Message":"m","Reason":"RESOURCE_NOT_ACTIVE"}"#, .other),
      (
        #"{"__type":"ResourceNotFoundException","Message":"m","ResourceType":"configuration-set","ResourceId":"sendboard"}"#,
        .notFound
      ),
      (
        #"{"__type":"ServiceQuotaExceededException","Message":"m","Reason":"CONFIGURATION_SETS_PER_ACCOUNT"}"#,
        .limitExceeded
      ),
    ])
  func errorsByTheirReasons(body: String, code: AWSError.Code) async throws {
    let root = Bench([.status(400, body)])
    let error = try await failure { () throws(AWSError) in try await root.texts.createConfigurationSet("sendboard") }
    #expect(error.code == code)
  }

  @Test func aSetThatIsNotListedIsNotThere() async throws {
    let root = Bench([.ok(#"{"ConfigurationSets":[]}"#)])
    let error = try await failure { () throws(AWSError) in try await root.texts.describeConfigurationSet("other") }
    #expect(error.code == .notFound)
  }
}
