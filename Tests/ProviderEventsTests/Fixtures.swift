/// Documents after AWS's published examples
/// (<https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html>).
enum Fixtures {
  static func mail(tags: String = #"{"ses:configuration-set":["ConfigSet"],"campaign":["book"]}"#) -> String {
    #"""
    {"timestamp":"2017-08-05T00:40:02.012Z","source":"Sender Name <sender@example.com>",
     "sourceArn":"arn:aws:ses:us-east-1:123456789012:identity/sender@example.com","sendingAccountId":"123456789012",
     "messageId":"EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000",
     "destination":["recipient@example.com"],"headersTruncated":false,
     "headers":[{"name":"From","value":"Sender Name <sender@example.com>"},
       {"name":"To","value":"recipient@example.com"},{"name":"Subject","value":"Message sent from Amazon SES"},
       {"name":"MIME-Version","value":"1.0"},
       {"name":"Content-Type","value":"multipart/alternative; boundary=\"----=_Part_7307378\""}],
     "commonHeaders":{"from":["Sender Name <sender@example.com>"],"to":["recipient@example.com"],
       "messageId":"EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000",
       "subject":"Message sent from Amazon SES"},
     "tags":\#(tags)}
    """#
  }

  static func event(_ type: String, _ key: String, _ object: String, mail: String = mail()) -> String {
    "{\"eventType\":\"\(type)\",\"\(key)\":\(object),\"mail\":\(mail)}"
  }

  static let bounce = event(
    "Bounce", "bounce",
    #"""
    {"bounceType":"Permanent","bounceSubType":"General","bouncedRecipients":[{"emailAddress":"recipient@example.com",
     "action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}],
     "timestamp":"2017-08-05T00:41:02.669Z",
     "feedbackId":"01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000000","reportingMTA":"dsn; mta.example.com"}
    """#)

  static let complaint = event(
    "Complaint", "complaint",
    #"""
    {"complainedRecipients":[{"emailAddress":"recipient@example.com"}],"timestamp":"2017-08-05T00:41:02.669Z",
     "feedbackId":"01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000000","complaintSubType":null,
     "userAgent":"Mozilla/5.0","complaintFeedbackType":"abuse","arrivalDate":"2017-08-05T00:41:02.669Z"}
    """#)

  static let delivery = event(
    "Delivery", "delivery",
    #"""
    {"timestamp":"2016-10-19T23:21:04.133Z","processingTimeMillis":11893,"recipients":["recipient@example.com"],
     "smtpResponse":"250 2.6.0 Message received","remoteMtaIp":"192.0.2.10","reportingMTA":"mta.example.com"}
    """#)

  static let send = event("Send", "send", "{}")
  static let reject = event("Reject", "reject", #"{"reason":"Bad content"}"#)
  static let open = event(
    "Open", "open",
    #"{"ipAddress":"192.0.2.1","timestamp":"2017-08-09T22:00:19.652Z","userAgent":"Mozilla/5.0 (iPhone)"}"#)
  static let click = event(
    "Click", "click",
    #"""
    {"ipAddress":"192.0.2.1","link":"http://docs.aws.amazon.com/ses/","linkTags":{"samplekey0":["samplevalue0"]},
     "timestamp":"2017-08-09T23:51:25.570Z","userAgent":"Mozilla/5.0 (Windows NT 10.0)"}
    """#)
  static let renderingFailure = event(
    "Rendering Failure", "failure",
    #"{"errorMessage":"Attribute 'attributeName' is not present in the rendering data.","templateName":"MyTemplate"}"#)
  static let deliveryDelay = event(
    "DeliveryDelay", "deliveryDelay",
    #"""
    {"timestamp":"2020-06-16T00:25:40.095Z","delayType":"TransientCommunicationFailure",
     "expirationTime":"2020-06-16T00:25:40.914Z","delayedRecipients":[{"emailAddress":"recipient@example.com",
     "status":"4.4.1","diagnosticCode":"smtp; 421 4.4.1 Unable to connect to remote host"}]}
    """#)
  static let subscription = event(
    "Subscription", "subscription",
    #"""
    {"contactList":"ContactListName","timestamp":"2022-01-12T01:00:17.910Z","source":"UnsubscribeHeader",
     "newTopicPreferences":{"unsubscribeAll":true,
       "topicSubscriptionStatus":[{"topicName":"ExampleTopicName","subscriptionStatus":"OptOut"}]},
     "oldTopicPreferences":{"unsubscribeAll":false,
       "topicSubscriptionStatus":[{"topicName":"ExampleTopicName","subscriptionStatus":"OptOut"}]}}
    """#)

  static let all: [(name: String, document: String)] = [
    ("Bounce", bounce), ("Complaint", complaint), ("Delivery", delivery), ("Send", send), ("Reject", reject),
    ("Open", open), ("Click", click), ("Rendering Failure", renderingFailure), ("DeliveryDelay", deliveryDelay),
    ("Subscription", subscription),
  ]

  /// A JSON string literal; with `\u` escapes for everything but ASCII letters and digits when asked for.
  static func literal(_ text: String, escapingAll: Bool = false) -> String {
    var result = "\""
    for unit in text.utf16 {
      let isPlain = unit < 128 && Unicode.Scalar(unit).map { $0.properties.isAlphabetic || ("0"..."9") ~= $0 } == true
      if isPlain || (!escapingAll && unit >= 0x20 && unit < 128 && unit != 0x22 && unit != 0x5C) {
        result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      } else {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }

  static func sns(_ document: String, id: String = "950a823d-501f", escapingAll: Bool = false) -> String {
    #"{"Type" : "Notification", "MessageId" : "\#(id)", "TopicArn" : "arn:aws:sns:us-east-1:123456789012:t","#
      + #""Subject":"Amazon SES Email Event Notification","Message" : \#(literal(document, escapingAll: escapingAll)),"#
      + #""Timestamp" : "2017-08-05T00:41:03.000Z", "SignatureVersion" : "1", "SigningCertUrl" : "https://x"}"#
  }

  static func eventBridge(_ document: String) -> String {
    #"{"version":"0","id":"12345678-1234","detail-type":"Email Bounced","source":"aws.ses","account":"123456789012","#
      + #""time":"2017-08-05T00:41:04Z","region":"us-east-1","resources":["arn:aws:ses:x"],"detail":\#(document)}"#
  }
}
