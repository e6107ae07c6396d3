import Foundation
import HTTP
import Testing

@testable import AWS

@Suite struct SESClientTests {
  @Test func sendsInBulk() async throws {
    let root = Bench([
      .ok(
        #"""
        {"BulkEmailEntryResults":[{"Status":"SUCCESS","MessageId":"m-1","Error":null},
         {"Status":"MESSAGE_REJECTED","Error":"Address blacklisted: b@example.com","MessageId":""},
         {"Status":"SOMETHING_NEW"}]}
        """#)
    ])
    let template = SESTemplate(subject: "Hi {{name}}", text: "T", html: nil)
    let email = SESBulkEmail(
      from: "Ops <ops@example.com>", configurationSet: "sendboard",
      content: .inline(template),
      entries: [
        .init(to: ["a@example.com"], data: #"{"name":"가"}"#, tags: [SESTag("message", "1")]),
        .init(to: ["b@example.com"]), .init(to: ["c@example.com"]),
      ])
    let results = try await root.ses.sendBulkEmail(email)
    #expect(
      results == [
        SESBulkResult(status: .success, messageID: "m-1"),
        SESBulkResult(status: .messageRejected, error: "Address blacklisted: ***@example.com"),
        SESBulkResult(status: .other("SOMETHING_NEW")),
      ])
    let request = try #require(root.transport.requests.first)
    #expect(request.method == .post)
    #expect(request.url == "https://ses.test/v2/email/outbound-bulk-emails")
    #expect(request.headers.first == HTTPField("Content-Type", "application/json"))
    #expect(
      root.body()
        == #"{"FromEmailAddress":"Ops <ops@example.com>","#
        + #""DefaultContent":{"Template":{"TemplateContent":"#
        + #"{"Subject":"Hi {{name}}","Text":"T"},"TemplateData":"{}"}},"BulkEmailEntries":["#
        + #"{"Destination":{"ToAddresses":["a@example.com"]},"ReplacementTags":[{"Name":"message","Value":"1"}],"#
        + #""ReplacementEmailContent":{"ReplacementTemplate":{"ReplacementTemplateData":"{\"name\":\"가\"}"}}},"#
        + #"{"Destination":{"ToAddresses":["b@example.com"]},"#
        + #""ReplacementEmailContent":{"ReplacementTemplate":{"ReplacementTemplateData":"{}"}}},"#
        + #"{"Destination":{"ToAddresses":["c@example.com"]},"#
        + #""ReplacementEmailContent":{"ReplacementTemplate":{"ReplacementTemplateData":"{}"}}}],"#
        + #""ConfigurationSetName":"sendboard"}"#)
  }

  /// Every status of the service's model.
  @Test(arguments: [
    "SUCCESS", "MESSAGE_REJECTED", "MAIL_FROM_DOMAIN_NOT_VERIFIED", "CONFIGURATION_SET_NOT_FOUND",
    "TEMPLATE_NOT_FOUND", "ACCOUNT_SUSPENDED", "ACCOUNT_THROTTLED", "ACCOUNT_DAILY_QUOTA_EXCEEDED",
    "INVALID_SENDING_POOL_NAME", "ACCOUNT_SENDING_PAUSED", "CONFIGURATION_SET_SENDING_PAUSED", "INVALID_PARAMETER",
    "TRANSIENT_FAILURE", "FAILED",
  ])
  func knowsEveryStatus(word: String) {
    let status = SESBulkResult.Status(rawValue: word)
    #expect(status != .other(word))
    #expect(status.rawValue == word)
  }

  @Test func readsIdentities() async throws {
    let root = Bench([
      .ok(
        #"""
        {"IdentityType":"EMAIL_ADDRESS","VerifiedForSendingStatus":true,"VerificationStatus":"SUCCESS",
         "DkimAttributes":{"Status":"NOT_STARTED"},"ConfigurationSetName":"c"}
        """#),
      .ok(
        #"{"EmailIdentities":[{"IdentityType":"DOMAIN","IdentityName":"e.kr","SendingEnabled":true}],"NextToken":"a/b="}"#
      ),
      .ok(#"{"EmailIdentities":[]}"#),
    ])
    let identity = try await root.ses.getEmailIdentity("a+b@example.com")
    #expect(root.transport.requests[0].url == "https://ses.test/v2/email/identities/a%2Bb%40example.com")
    #expect(root.transport.requests[0].method == .get)
    #expect(root.transport.requests[0].headers.map(\.name) == ["Authorization"])
    #expect(identity.isVerifiedForSending)
    #expect(identity.dkimStatus == "NOT_STARTED")
    #expect(identity.configurationSet == "c")
    let page = try await root.ses.listEmailIdentities()
    #expect(page.identities.map(\.name) == ["e.kr"])
    #expect(try await root.ses.listEmailIdentities(token: page.token).token == nil)
    #expect(root.transport.requests[2].url.hasSuffix("/identities?PageSize=100&NextToken=a%2Fb%3D"))
  }

  @Test func configuresEvents() async throws {
    let root = Bench([
      .ok("{}"), .ok(#"{"ConfigurationSetName":"c","SendingOptions":{"SendingEnabled":false}}"#), .ok("{}"), .ok("{}"),
      .ok(
        #"""
        {"EventDestinations":[{"Name":"d","Enabled":true,"MatchingEventTypes":["SEND","BOUNCE"],
         "SnsDestination":{"TopicArn":"arn:t"}},{"Name":"e","MatchingEventTypes":[],
         "EventBridgeDestination":{"EventBusArn":"arn:b"}}]}
        """#),
    ])
    try await root.ses.createConfigurationSet("c")
    #expect(root.body() == #"{"ConfigurationSetName":"c"}"#)
    #expect(try await root.ses.getConfigurationSet("c").isSendingEnabled == false)
    let destination = SESEventDestination(name: "d", types: ["SEND"], topic: "arn:t")
    try await root.ses.createConfigurationSetEventDestination("c", destination)
    #expect(
      root.body(2)
        == #"{"EventDestinationName":"d","EventDestination":{"Enabled":true,"MatchingEventTypes":["SEND"],"#
        + #""SnsDestination":{"TopicArn":"arn:t"}}}"#)
    try await root.ses.updateConfigurationSetEventDestination("c", destination)
    #expect(root.transport.requests[3].method == .put)
    #expect(root.transport.requests[3].url.hasSuffix("/v2/email/configuration-sets/c/event-destinations/d"))
    let destinations = try await root.ses.getConfigurationSetEventDestinations("c")
    #expect(
      destinations == [
        SESEventDestination(name: "d", types: ["SEND", "BOUNCE"], topic: "arn:t"),
        SESEventDestination(name: "e", isEnabled: false, types: [], eventBus: "arn:b"),
      ])
  }

  @Test func storesTemplates() async throws {
    let root = Bench([
      .ok("{}"), .ok(#"{"TemplateName":"t","TemplateContent":{"Subject":"s","Html":"<b>"}}"#),
    ])
    let template = SESTemplate(subject: "s", html: "<b>")
    try await root.ses.createEmailTemplate("t", template)
    #expect(root.body() == #"{"TemplateName":"t","TemplateContent":{"Subject":"s","Html":"<b>"}}"#)
    #expect(try await root.ses.getEmailTemplate("t") == template)
  }
}
