import HTTP
import Testing

@testable import AWS

@Suite struct SNSClientTests {
  private static func answer(_ operation: String, _ result: String?) -> ScriptedTransport.Step {
    let content = result.map { "<\(operation)Result>\($0)</\(operation)Result>" } ?? ""
    return .ok(
      #"<?xml version="1.0"?><\#(operation)Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/">"#
        + content + "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></\(operation)Response>")
  }

  @Test func makesTopics() async throws {
    let root = Bench([
      Self.answer("CreateTopic", "<TopicArn>arn:t</TopicArn>"), Self.answer("SetTopicAttributes", nil),
      Self.answer(
        "GetTopicAttributes",
        "<Attributes><entry><key>Policy</key><value>{&quot;a&quot;:1}</value></entry>"
          + "<entry><key>DisplayName</key><value/></entry></Attributes>"),
      Self.answer("Publish", "<MessageId>m</MessageId>"),
    ])
    #expect(try await root.sns.createTopic("t & co", attributes: ["A": "1"], tags: ["k": "v"]) == "arn:t")
    #expect(
      root.body()
        == "Action=CreateTopic&Version=2010-03-31&Name=t%20%26%20co&Attributes.entry.1.key=A"
        + "&Attributes.entry.1.value=1&Tags.member.1.Key=k&Tags.member.1.Value=v")
    #expect(root.transport.requests[0].url == "https://sns.test/")
    try await root.sns.setTopicAttribute("arn:t", "Policy", "{}")
    #expect(try await root.sns.getTopicAttributes("arn:t") == ["Policy": #"{"a":1}"#, "DisplayName": ""])
    #expect(try await root.sns.publish("arn:t", "가", subject: "s") == "m")
    #expect(
      root.body(3) == "Action=Publish&Version=2010-03-31&TopicArn=arn%3At&Message=%EA%B0%80&Subject=s")
  }

  @Test func subscribes() async throws {
    let root = Bench([
      Self.answer("Subscribe", "<SubscriptionArn>arn:s</SubscriptionArn>"),
      Self.answer(
        "ListSubscriptionsByTopic",
        "<Subscriptions><member><TopicArn>arn:t</TopicArn><Protocol>sqs</Protocol>"
          + "<SubscriptionArn>arn:s</SubscriptionArn><Owner>1</Owner><Endpoint>arn:q</Endpoint></member>"
          + "<member><TopicArn>arn:t</TopicArn><Protocol>email</Protocol><Endpoint>a@b.kr</Endpoint>"
          + "<SubscriptionArn>PendingConfirmation</SubscriptionArn></member></Subscriptions><NextToken>n</NextToken>"),
      Self.answer("ListSubscriptionsByTopic", "<Subscriptions/>"),
      Self.answer(
        "GetSubscriptionAttributes",
        "<Attributes><entry><key>RawMessageDelivery</key><value>true</value></entry></Attributes>"),
      Self.answer("SetSubscriptionAttributes", nil), Self.answer("Unsubscribe", nil),
    ])
    let arn = try await root.sns.subscribe(
      "arn:t", protocol: "sqs", endpoint: "arn:q", attributes: ["RawMessageDelivery": "true"])
    #expect(arn == "arn:s")
    #expect(root.body().hasSuffix("&ReturnSubscriptionArn=true"))
    let page = try await root.sns.listSubscriptions("arn:t")
    #expect(page.subscriptions.map(\.isConfirmed) == [true, false])
    #expect(page.subscriptions.first?.endpoint == "arn:q")
    let last = try await root.sns.listSubscriptions("arn:t", token: page.token)
    #expect(last.subscriptions.isEmpty)
    #expect(last.token == nil)
    #expect(root.body(2).hasSuffix("&NextToken=n"))
    #expect(try await root.sns.getSubscriptionAttributes("arn:s") == ["RawMessageDelivery": "true"])
    try await root.sns.setSubscriptionAttribute("arn:s", "RawMessageDelivery", "true")
  }

  @Test(arguments: [
    "", "{}", "<html><body>hello</body></html>", "<CreateTopicResponse><CreateTopicResult></CreateTopicResult>",
    "<CreateTopicResponse></CreateTopicResponse>",
    "<CreateTopicResponse><CreateTopicResult><Topic>x</Topic></CreateTopicResult></CreateTopicResponse>",
    "<DeleteTopicResponse/>",
  ])
  func refusesBrokenAnswers(body: String) async throws {
    let root = Bench([.ok(body)], retries: .never)
    let error = try await failure { () throws(AWSError) in try await root.sns.createTopic("t") }
    #expect(error.code == .brokenAnswer, "\(error)")
  }

  @Test func saysWhoItIs() async throws {
    let root = Bench([
      Self.answer(
        "GetCallerIdentity", "<Arn>arn:aws:iam::1:user/x</Arn><UserId>AIDA</UserId><Account>000000000001</Account>")
    ])
    let identity = try await root.sts.getCallerIdentity()
    #expect(identity == STSIdentity(account: "000000000001", arn: "arn:aws:iam::1:user/x", userID: "AIDA"))
    #expect(root.body() == "Action=GetCallerIdentity&Version=2011-06-15")
  }
}
