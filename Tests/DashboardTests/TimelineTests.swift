import Canvas
import Model
import Testing

@testable import Dashboard

/// What the timeline says of each event beside what it is.
@Suite struct TimelineTests {
  private static func event(
    _ at: Int64, _ type: EventType, _ classification: Classification? = nil, detail: String? = nil
  )
    -> Event
  {
    Event(
      message: MessageID(rawValue: 7), attempt: 1, at: Timestamp(milliseconds: at), type: type, source: .provider,
      identity: at, classification: classification, reason: nil, detail: detail)
  }

  private static func state(_ status: MessageStatus, _ classification: Classification?, _ events: [Event])
    -> TimelineState
  {
    var message = Sample.message(7)
    (message.status, message.classification) = (status, classification)
    var state = TimelineState()
    state.receive(message, events, earlier: 0, nil, wanted: message.id)
    return state
  }

  @Test("The event that decides is the one that says what the message is, which need not be the last")
  func deciding() {
    let hard = Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.1.1")
    let events = [Self.event(1, .send), Self.event(2, .bounce, hard), Self.event(3, .delivery), Self.event(4, .open)]
    #expect(Self.state(.hardBounced, hard, events).deciding == 1)
    #expect(Self.state(.opened, nil, events).deciding == 3)
    #expect(Self.state(.queued, nil, []).deciding == nil)
  }

  @Test("Each event says how long after the one before it happened, and v shows all that was received")
  func onTheScreen() {
    var desk = Desk(width: 100, height: 40)
    desk.type("2")
    desk.press(.enter)
    let events = [
      Self.event(0, .send), Self.event(40, .delivery, detail: #"{"smtpResponse":"250 2.0.0 OK"}"#),
      Self.event(62_040, .open),
    ]
    desk.state.panes.timeline.receive(Sample.message(1), events, earlier: 0, nil, wanted: MessageID(rawValue: 1))
    #expect(desk.screen().contains("    +40ms ✓ Delivery"))
    #expect(desk.screen().contains("   +1m02s ✓ Open"))
    #expect(!desk.screen().contains("250 2.0.0 OK"))
    desk.type("v")
    #expect(desk.screen().contains(#"{"smtpResponse":"250 2.0.0 OK"}"#))
    desk.type("v")
    #expect(!desk.screen().contains("250 2.0.0 OK"))
  }

  @Test("A leads to everything that was sent to the address, and Esc back")
  func sameAddress() {
    var desk = Desk()
    desk.type("2")
    desk.press(.enter)
    let address = Sample.message(1).address
    desk.type("A")
    #expect(desk.screen().contains("Everything sent to \(address)"))
    desk.press(.escape)
    #expect(desk.screen().contains("Timeline of message 1 "))
  }
}
