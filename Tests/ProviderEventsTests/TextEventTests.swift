import Model
import Ports
import ProviderEvents
import Testing

/// Events of AWS End User Messaging SMS, in the documented shape.
@Suite struct TextEventTests {
  private func event(
    _ type: String, isFinal: Bool = true, status: String = "", description: String = "(AWS's words)",
    at: Int64 = 1_795_222_803_127,
    context: String =
      #"{"sendboard-store":"s1","sendboard-campaign":"7","sendboard-message":"42","sendboard-attempt":"1"}"#
  ) -> String {
    """
    {"eventType":"\(type)","eventVersion":"1.0","eventTimestamp":\(at),"isFinal":\(isFinal),
     "originationPhoneNumber":"+12065550100","destinationPhoneNumber":"+14254147755","isoCountryCode":"US","mcc":"310",
     "messageId":"m-0001","messageRequestTimestamp":1795222800000,"messageEncoding":"GSM","messageType":"TRANSACTIONAL",
     "messageStatus":"\(status)","messageStatusDescription":"\(description)","context":\(context),
     "totalMessageParts":1,"totalMessagePrice":0.00581,"totalCarrierFee":0.0}
    """
  }

  @Test func aDeliveryIsReadWhole() throws {
    let found = try events(
      event("TEXT_DELIVERED", status: "DELIVERED", description: "Message has been accepted by phone"))
    #expect(found.type == .delivery)
    // 2026-11-21T01:00:03.127Z and three seconds before.
    #expect(
      found.at.description == "2026-11-21T01:00:03.127Z" && found.mailAt?.description == "2026-11-21T01:00:00.000Z")
    #expect(found.providerID == "m-0001")
    #expect(
      found.tags
        == MessageTags(
          store: "s1", campaign: CampaignID(rawValue: 7), message: MessageID(rawValue: 42), attempt: 1))
    #expect(found.facts.map(\.address) == ["+14254147755"])
    #expect(found.facts.map(\.reason) == ["Message has been accepted by phone"])
    #expect(found.facts.map(\.classification) == [nil])
    #expect(found.detail?.contains(#""totalMessageParts":1"#) == true)
    #expect(found.detail?.contains("destinationPhoneNumber") == false)
  }

  @Test(arguments: [
    ("TEXT_QUEUED", true, EventType.send, TextFailure?.none), ("TEXT_PENDING", false, .send, nil),
    ("TEXT_SENT", false, .send, nil), ("TEXT_SUCCESSFUL", false, .send, nil), ("TEXT_SUCCESSFUL", true, .delivery, nil),
    ("TEXT_DELIVERED", true, .delivery, nil), ("TEXT_INVALID", true, .bounce, .invalidNumber),
    ("TEXT_UNREACHABLE", true, .bounce, .unreachable), ("TEXT_CARRIER_UNREACHABLE", true, .bounce, .carrierUnreachable),
    ("TEXT_TTL_EXPIRED", true, .bounce, .expired), ("TEXT_INVALID_MESSAGE", true, .bounce, .invalidMessage),
    ("TEXT_CARRIER_BLOCKED", true, .bounce, .carrierBlocked), ("TEXT_SPAM", true, .bounce, .spam),
    ("TEXT_BLOCKED", true, .bounce, .blocked), ("TEXT_PROTECT_BLOCKED", true, .bounce, .protected),
    ("TEXT_UNKNOWN", true, .bounce, .unknown), ("TEXT_OF_TOMORROW", true, .other("TEXT_OF_TOMORROW"), nil),
  ]) func whatHappened(name: String, isFinal: Bool, type: EventType, failure: TextFailure?) throws {
    let found = try events(event(name, isFinal: isFinal))
    #expect(found.type == type && found.facts.map(\.type) == [type])
    #expect(found.facts.first?.classification == failure.map(Classification.text))
    #expect(found.facts.first?.classification?.textFailure == failure)
  }

  @Test func copiesAreOneEventAndOthersAreNot() throws {
    func identity(_ document: String) throws -> Int64 { try #require(try events(document).facts.first?.identity) }
    let one = try identity(event("TEXT_SUCCESSFUL", isFinal: false))
    let quoted = event("TEXT_SUCCESSFUL", isFinal: false).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    #expect(try identity(#"{"Type":"Notification","Message":"\#(quoted)"}"#) == one, "in SNS's envelope it is the same")
    #expect(try identity(event("TEXT_SUCCESSFUL", isFinal: true)) != one)
    #expect(try identity(event("TEXT_SUCCESSFUL", isFinal: false, at: 1_795_222_803_128)) != one)
    #expect(try identity(event("TEXT_DELIVERED", isFinal: false)) != one)
  }

  @Test func whatIsNoTextOfOurs() throws {
    #expect(ignored(event("VOICE_ANSWERED")) == "an event of AWS's messaging that is about no text")
    #expect(ignored(event("RCS_READ")) != nil)
    #expect(ignored(event("\\u0056OICE_ANSWERED")) != nil, "however its letters are escaped")
    #expect(try events(event("TEXT_DELIVERED", context: "{}")).tags == nil, "another program's")
    #expect(
      unreadable(event("TEXT_DELIVERED").replacing("1795222803127", with: "\"soon\""))?.contains("eventTimestamp")
        == true)
    let nobody = event("TEXT_DELIVERED", context: "{}").replacing(#""messageId":"m-0001""#, with: #""messageId":"""#)
    #expect(unreadable(nobody)?.contains("names no message") == true)
  }

  /// By the same rules as mail: what may pass may be resent, and nothing else.
  @Test func onlyWhatPassesMayBeResent() {
    let resendable = TextFailure.allCases.filter { Classification.text($0).isResendable }
    #expect(resendable == [.unreachable, .carrierUnreachable, .expired])
  }
}
