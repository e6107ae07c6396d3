import Model
import Ports
import Testing

/// What lies on the send queue is read by other versions too.
@Suite struct BatchTicketTests {
  private func ticket(_ channel: Channel?) -> BatchTicket {
    BatchTicket(store: "abc", campaign: CampaignID(rawValue: 7), batch: BatchID(rawValue: 12), channel: channel)
  }

  @Test(arguments: Channel.allCases) func itSaysItsChannel(channel: Channel) {
    let body = "sendboard/1 store=abc campaign=7 batch=12 channel=\(channel.rawValue)"
    #expect(ticket(channel).body == body)
    #expect(BatchTicket(body: body) == ticket(channel))
  }

  @Test(arguments: [0.5, 20, 0.001, 1234.25]) func itSaysItsCampaignsRate(perSecond: Double) {
    var ticket = ticket(.email)
    ticket.rate = SendRate(perSecond: perSecond)
    #expect(ticket.body == "sendboard/1 store=abc campaign=7 batch=12 channel=email rate=\(perSecond)")
    #expect(BatchTicket(body: ticket.body) == ticket)
    ticket.size = 10
    #expect(ticket.body.hasSuffix("rate=\(perSecond) size=10"))
    #expect(BatchTicket(body: ticket.body) == ticket)
  }

  @Test func oneOfTheVersionBeforeGoesByEmail() {
    #expect(BatchTicket(body: "sendboard/1 store=abc campaign=7 batch=12") == ticket(.email))
  }

  @Test func oneByAWayThatIsNotKnownIsOursAllTheSame() {
    #expect(BatchTicket(body: "sendboard/1 store=abc campaign=7 batch=12 channel=push") == ticket(nil))
  }

  @Test(arguments: [
    "", "sendboard/2 store=abc campaign=7 batch=12", "sendboard/1 store=abc campaign=7",
    "sendboard/1 store=abc campaign=7 batch=12 colour=red", "sendboard/1 store=abc campaign=x batch=12",
    "sendboard/1 store=abc campaign=7 batch=12 channel=sms more=1",
    "sendboard/1 store=abc campaign=7 batch=12 channel=sms rate=fast",
    "sendboard/1 store=abc campaign=7 batch=12 channel=sms rate=1 more=1", "{\"somebody\":\"else's\"}",
  ]) func anythingElseIsNone(body: String) {
    #expect(BatchTicket(body: body) == nil)
  }
}
