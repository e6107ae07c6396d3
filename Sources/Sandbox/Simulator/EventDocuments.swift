import JSON
import Model
import Ports

/// Writes the events of one call in the shape SES publishes them in.
///
/// <https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html>
struct EventDocuments: Sendable {
  /// A message that was accepted.
  struct Accepted: Sendable {
    var recipient: ClaimedMessage
    var providerID: String
    var at: Timestamp
  }

  let campaign: Campaign
  private let subject: SubjectLine
  /// From `"source"` to the message's id: the same for the whole call.
  private var sender = JSONWriter()
  /// The header of the sender, and the tags that are the same for the whole call.
  private var from = JSONWriter()
  private var tags = JSONWriter()

  init(_ request: SendRequest) {
    campaign = request.campaign
    subject = SubjectLine(request.campaign)
    let source = request.campaign.template.from
    let domain = Self.domain(of: source)
    sender.raw(#","source":"#)
    sender.string(source)
    sender.raw(#","sourceArn":"#)
    sender.string("arn:aws:ses:us-east-1:123456789012:identity/\(domain)")
    sender.raw(#","sendingAccountId":"123456789012","messageId":"#)
    from.string(source)
    tags.raw(#"],"ses:configuration-set":["sendboard"],"ses:from-domain":["#)
    tags.string(domain)
    tags.raw(#"],"ses:caller-identity":["sendboard"],""# + MessageTags.Name.store + #"":["#)
    tags.string(request.storeID)
    tags.raw(#"],""# + MessageTags.Name.campaign + #"":["# + "\"\(request.campaign.id)\"" + "]")
  }

  /// Writes the `mail` object of a message's events.
  func mail(of accepted: Accepted) -> JSONWriter {
    var json = JSONWriter(capacity: 1400)
    let isEmail = campaign.channel == .email
    var to = JSONWriter(capacity: 64)
    to.string(accepted.recipient.address)
    json.raw(#"{"timestamp":""# + accepted.at.description + "\"")
    json.raw(sender)
    json.raw("\"" + accepted.providerID + #"","destination":["#)
    json.raw(to)
    json.raw(#"],"headersTruncated":false,"headers":[{"name":"From","value":"#)
    json.raw(from)
    json.raw(#"},{"name":"To","value":"#)
    json.raw(to)
    var line = JSONWriter(capacity: 96)
    line.string(subject.text(for: accepted.recipient))
    if isEmail {
      json.raw(#"},{"name":"Subject","value":"#)
      json.raw(line)
    }
    json.raw(#"}],"commonHeaders":{"from":["#)
    json.raw(from)
    json.raw(#"],"to":["#)
    json.raw(to)
    json.raw(#"],"messageId":""# + accepted.providerID + "\"")
    if isEmail {
      json.raw(#","subject":"#)
      json.raw(line)
    }
    json.raw(#"},"tags":{"ses:operation":["#)
    json.raw(isEmail ? "\"SendBulkEmail\"" : "\"SendTextMessage\"")
    json.raw(tags)
    json.raw(#",""# + MessageTags.Name.message + #"":[""# + accepted.recipient.message.description)
    json.raw(#""],""# + MessageTags.Name.attempt + #"":[""# + String(accepted.recipient.attempt) + #""]}}"#)
    return json
  }

  /// Puts an event in the envelope SNS wraps it in.
  func notification(_ event: JSONWriter, at time: Timestamp) -> JSONWriter {
    var json = JSONWriter(capacity: event.bytes.count + 1400)
    json.raw(#"{"Type":"Notification","MessageId":""# + ProviderID.make(at: time).dropFirst(17).dropLast(7))
    json.raw(#"","TopicArn":"arn:aws:sns:us-east-1:123456789012:sendboard-events","#)
    json.raw(#""Subject":"Amazon SES Email Event Notification","Message":"#)
    json.string(event)
    json.raw(#","Timestamp":""# + time.description + #"","SignatureVersion":"1","Signature":"U2VuZGJvYXJk","#)
    json.raw(#""SigningCertURL":"https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0000.pem","#)
    json.raw(#""UnsubscribeURL":"https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe"}"#)
    return json
  }

  /// The domain of an address with or without a display name.
  private static func domain(of source: String) -> String {
    guard let at = source.lastIndex(of: "@") else { return source }
    return source[source.index(after: at)...].prefix { $0 != ">" && $0 != " " }.lowercased()
  }
}
