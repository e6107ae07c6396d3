import Ports
import JSON
import Model

extension EventDocuments {
  /// Writes one event of a message.
  func event(_ happening: Happening, of accepted: Accepted, mail: JSONWriter, at time: Timestamp) -> JSONWriter {
    var json = JSONWriter(capacity: mail.bytes.count + 700)
    json.raw(#"{"eventType":""# + happening.type + #"","mail":"#)
    json.raw(mail)
    let address = accepted.recipient.address
    switch happening {
    case .send: json.raw(#","send":{}}"#)
    case .delivery: writeDelivery(&json, address, accepted, time)
    case .delay(let script): writeDelay(&json, script, address, time)
    case .bounce(let script): writeBounce(&json, script, address, time)
    case .complaint: writeComplaint(&json, address, accepted, time)
    case .reject: json.raw(#","reject":{"reason":"Bad content"}}"#)
    case .renderingFailure(let missing):
      json.raw(#","failure":{"templateName":"sendboard-"# + campaign.id.description + #"","errorMessage":"#)
      json.string("Attribute '\(missing)' is not present in the rendering data.")
      json.raw("}}")
    case .open:
      json.raw(#","open":{"timestamp":""# + time.description + "\"," + Self.reader + "}}")
    case .click:
      json.raw(#","click":{"timestamp":""# + time.description + "\"," + Self.reader)
      json.raw(#","link":"https://www.example.com/news","linkTags":null}}"#)
    }
    return json
  }

  private func writeDelivery(
    _ json: inout JSONWriter, _ address: String, _ accepted: Accepted, _ time: Timestamp
  ) {
    json.raw(#","delivery":{"timestamp":""# + time.description + #"","processingTimeMillis":"#)
    json.raw(String((time - accepted.at).milliseconds) + #","recipients":["#)
    json.string(address)
    if campaign.channel == .email {
      json.raw(#"],"smtpResponse":"250 2.6.0 Message received","remoteMtaIp":"127.0.2.0","#)
      json.raw(#""reportingMTA":"a8-71.smtp-out.amazonses.com"}}"#)
    } else {
      json.raw(#"],"smtpResponse":"delivered to handset"}}"#)
    }
  }

  private func writeDelay(_ json: inout JSONWriter, _ script: DelayScript, _ address: String, _ time: Timestamp) {
    json.raw(#","deliveryDelay":{"timestamp":""# + time.description + #"","delayType":""# + script.type)
    json.raw(#"","expirationTime":""# + (time + .seconds(14 * 3600)).description)
    json.raw(#"","reportingMTA":"a8-71.smtp-out.amazonses.com","delayedRecipients":[{"emailAddress":"#)
    json.string(address)
    json.raw(#","status":""# + script.status + #"","diagnosticCode":"#)
    json.string(script.diagnostic)
    json.raw("}]}}")
  }

  private func writeBounce(_ json: inout JSONWriter, _ script: BounceScript, _ address: String, _ time: Timestamp) {
    json.raw(#","bounce":{"bounceType":""# + script.type + #"","bounceSubType":""# + script.subtype)
    json.raw(#"","bouncedRecipients":[{"emailAddress":"#)
    json.string(address)
    if let status = script.status { json.raw(#","action":"failed","status":""# + status + "\"") }
    if let diagnostic = script.diagnostic {
      json.raw(#","diagnosticCode":"#)
      json.string(diagnostic.replacing("$A", with: address))
    }
    json.raw(#"}],"timestamp":""# + time.description + #"","feedbackId":""# + ProviderID.make(at: time) + "\"")
    if let reporter = script.reportingMTA { json.raw(#","reportingMTA":""# + reporter + "\"") }
    json.raw("}}")
  }

  private func writeComplaint(
    _ json: inout JSONWriter, _ address: String, _ accepted: Accepted, _ time: Timestamp
  ) {
    json.raw(#","complaint":{"complainedRecipients":[{"emailAddress":"#)
    json.string(address)
    json.raw(#"}],"timestamp":""# + time.description + #"","feedbackId":""# + ProviderID.make(at: time))
    json.raw(#"","complaintSubType":null,"userAgent":"Amazon SES Mailbox Simulator","complaintFeedbackType":"abuse","#)
    json.raw(#""arrivalDate":""# + accepted.at.description + #""}}"#)
  }

  private static let reader = #""userAgent":"Mozilla/5.0 (Windows NT 10.0; Win64; x64)","ipAddress":"192.0.2.77""#
}

extension Happening {
  /// The event's type, as SES names it.
  fileprivate var type: String {
    switch self {
    case .send: "Send"
    case .delivery: "Delivery"
    case .delay: "DeliveryDelay"
    case .bounce: "Bounce"
    case .complaint: "Complaint"
    case .reject: "Reject"
    case .renderingFailure: "Rendering Failure"
    case .open: "Open"
    case .click: "Click"
    }
  }
}
