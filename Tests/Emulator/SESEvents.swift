import Foundation

/// Events in the shape SES publishes them in, as its documentation records them
/// (<https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html>).
package enum SESEvents {
  /// Which event.
  package enum Kind: Sendable {
    case send, delivery, bounce, complaint
  }

  /// Writes an event of a mail.
  package static func event(_ kind: Kind, _ mail: Relay.Mail) -> String {
    let tags = mail.tags.sorted { $0.key < $1.key }.map { #","\#($0.key)":["\#($0.value)"]"# }.joined()
    let (name, object) =
      switch kind {
      case .send: ("Send", #""send":{}"#)
      case .delivery:
        (
          "Delivery",
          #""delivery":{"timestamp":"2026-11-21T01:00:02.127Z","processingTimeMillis":1337,"recipients":["\#(mail.address)"],"smtpResponse":"250 2.6.0 Message received","remoteMtaIp":"192.0.2.54","reportingMTA":"a8-52.smtp-out.amazonses.com"}"#
        )
      case .bounce:
        (
          "Bounce",
          #""bounce":{"bounceType":"Permanent","bounceSubType":"General","bouncedRecipients":[{"emailAddress":"\#(mail.address)","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}],"timestamp":"2026-11-21T01:00:03.300Z","feedbackId":"f-\#(mail.id)","reportingMTA":"dns; a8-52.smtp-out.amazonses.com"}"#
        )
      case .complaint:
        (
          "Complaint",
          #""complaint":{"complainedRecipients":[{"emailAddress":"\#(mail.address)"}],"timestamp":"2026-11-21T02:00:00.000Z","feedbackId":"c-\#(mail.id)","complaintSubType":null,"userAgent":"Yahoo!-Mail-Feedback/2.0","complaintFeedbackType":"abuse","arrivalDate":"2026-11-21T01:59:59.000Z"}"#
        )
      }
    return
      #"{"eventType":"\#(name)","mail":{"timestamp":"\#(mail.time)","source":"news@example.com","sourceArn":"arn:aws:ses:us-east-1:123456789012:identity/example.com","sendingAccountId":"123456789012","messageId":"\#(mail.id)","destination":["\#(mail.address)"],"headersTruncated":false,"headers":[{"name":"From","value":"news@example.com"},{"name":"To","value":"\#(mail.address)"}],"commonHeaders":{"from":["news@example.com"],"to":["\#(mail.address)"],"messageId":"\#(mail.id)","subject":"소식"},"tags":{"ses:operation":["SendBulkTemplatedEmail"],"ses:configuration-set":["sendboard"]\#(tags)}},\#(object)}"#
  }

  /// Puts an event in the envelope of EventBridge
  /// (<https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html>).
  package static func bridged(_ event: String, id: String) -> String {
    #"{"version":"0","id":"\#(id)","detail-type":"Email Event","source":"aws.ses","account":"123456789012","time":"2026-11-21T01:00:02Z","region":"us-east-1","resources":["arn:aws:ses:us-east-1:123456789012:configuration-set/sendboard"],"detail":\#(event)}"#
  }
}
