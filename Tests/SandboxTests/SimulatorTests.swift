import Foundation
import JSON
import Model
import Ports
import Testing
import TestSupport

@testable import Sandbox

@Suite struct SimulatorTests {
  private static let smooth: SimulatorSettings = {
    var settings = SimulatorSettings.quick
    settings.rates = .none
    return settings
  }()

  @Test func eventsCarryTheMailAndOurTags() async throws {
    let fixture = try await SimulatorFixture(Self.smooth)
    let recipient = ClaimedMessage(
      message: MessageID(rawValue: 12), attempt: 3, address: "kim@example.org",
      values: ["김\"철\\수\"\n\u{1}\u{FFFE}"])
    let answer = await fixture.send([recipient], campaign: SimulatorFixture.campaign(subject: "봄 {{ name }}님께"))
    guard case .answered(let outcomes) = answer, case .accepted(let providerID) = outcomes.first else {
      Issue.record("it answered \(answer)")
      return
    }
    let events = try await fixture.takeEvents()
    #expect(events.map { $0.text("eventType") } == ["Send", "Delivery"])
    for event in events {
      let mail = event["mail"]
      #expect(mail.text("messageId") == providerID)
      #expect(mail.text("source") == "News \"Desk\" <news@Example.com>")
      #expect(mail.text("timestamp") == "2023-11-14T22:13:20.000Z")
      #expect(mail.texts("destination") == ["kim@example.org"])
      #expect(mail["commonHeaders"].text("subject") == "봄 김\"철\\수\"\n\u{1}\u{FFFE}님께")
      let tags = mail["tags"]
      #expect(tags.texts("ses:from-domain") == ["example.com"])
      #expect(tags.texts("ses:configuration-set") == ["sendboard"])
      #expect(tags.texts(MessageTags.Name.store) == ["store-1"])
      #expect(tags.texts(MessageTags.Name.campaign) == ["7"])
      #expect(tags.texts(MessageTags.Name.message) == ["12"])
      #expect(tags.texts(MessageTags.Name.attempt) == ["3"])
    }
  }

  @Test func everyKindOfEventIsReadable() async throws {
    let call = SendRequest(campaign: SimulatorFixture.campaign(), recipients: [], storeID: "s")
    let documents = EventDocuments(call)
    let recipient = try #require(SimulatorFixture.recipients(["\"odd\\name\"@example.com"]).first)
    let accepted = EventDocuments.Accepted(
      recipient: recipient, providerID: "id", at: Timestamp(milliseconds: 1000))
    let bounces = (BounceScript.hard + BounceScript.soft).map { Happening.bounce($0.value) }
    let others: [Happening] = [
      .send, .delivery, .complaint, .reject, .renderingFailure(missing: "a\"b"), .open, .click,
      .bounce(.deadNumber), .bounce(.unreachable),
    ]
    let objects = [
      "Send": "send", "Delivery": "delivery", "Bounce": "bounce", "Complaint": "complaint", "Reject": "reject",
      "Rendering Failure": "failure", "DeliveryDelay": "deliveryDelay", "Open": "open", "Click": "click",
    ]
    for happening in bounces + others + DelayScript.all.map({ .delay($0.value) }) {
      let text = documents.event(
        happening, of: accepted, mail: documents.mail(of: accepted), at: Timestamp(milliseconds: 2000)
      ).text
      let event = try JSONObject(text)
      let type = try #require(event.text("eventType"))
      #expect(event.keys == ["eventType", "mail", try #require(objects[type])])
      let wrapped = try JSONObject(documents.notification(JSONWriter(text), at: Timestamp(milliseconds: 0)).text)
      #expect(wrapped.text("Type") == "Notification")
      #expect(wrapped.text("Message") == text)
    }
  }

  @Test func ledgerHoldsWhatWasAccepted() async throws {
    let fixture = try await SimulatorFixture(Self.smooth)
    let answer = await fixture.send(SimulatorFixture.recipients(["a@example.com", "\"b\\\"@example.com"]))
    guard case .answered(let outcomes) = answer else {
      Issue.record("it answered \(answer)")
      return
    }
    let lines = try await fixture.ledgerLines()
    #expect(lines.map { $0.text("message") } == ["1", "2"])
    #expect(lines.map { $0.text("address") } == ["a@example.com", "\"b\\\"@example.com"])
    #expect(lines.map { $0.text("at") } == Array(repeating: "2023-11-14T22:13:20.000Z", count: 2))
    #expect(outcomes == lines.map { .accepted(providerID: $0.text("providerID") ?? "") })
    #expect(Set(lines.map { $0.text("providerID") }).count == 2)
  }

  @Test func ledgerIsWrittenBeforeTheAnswer() async throws {
    var settings = Self.smooth
    settings.latency = .seconds(60)
    let fixture = try await SimulatorFixture(settings)
    // The first half of the latency is cut short by the cancellation, and so is the second: what was decided is done.
    let call = Task { await fixture.send(SimulatorFixture.recipients(["a@example.com"])) }
    call.cancel()
    guard case .answered = await call.value else {
      Issue.record("it was not answered")
      return
    }
    #expect(try await fixture.ledgerLines().count == 1)
  }

  @Test func withoutALedgerLineNothingGoesOut() async throws {
    let folder = try TemporaryFolder()
    let queue = try await QueueStore(path: folder.file("queues.db")).queue("events")
    let simulator = Simulator(settings: Self.smooth, events: queue, ledger: try SimulatorLedger(path: "/dev/full"))
    let answer = await simulator.send(
      SendRequest(
        campaign: SimulatorFixture.campaign(), recipients: SimulatorFixture.recipients(["a@example.com"]),
        storeID: "s"), under: Permit(recipients: 1))
    guard case .notSent(let refusal) = answer else {
      Issue.record("it answered \(answer)")
      return
    }
    #expect(refusal.cause == .transient)
    #expect(try await queue.depths().total == 0)
  }

  @Test(arguments: ["", "{\"message\":\"1\",\"address\":\"whole@example.com\"}\n"])
  func aLineTornByAKillIsTakenAway(before: String) async throws {
    let fixture = try await SimulatorFixture(Self.smooth)
    let path = fixture.folder.file("ledger")
    let torn = before + #"{"message":"2","address":"to"#
    // The process that tore it may be another one that shares the file, so this one has it open already.
    try torn.write(toFile: path, atomically: false, encoding: .utf8)
    _ = await fixture.send(SimulatorFixture.recipients(["a@example.com"]))
    let addresses = try await fixture.ledgerLines().map { $0.text("address") }
    #expect(addresses == (before.isEmpty ? [] : ["whole@example.com"]) + ["a@example.com"])
    try torn.write(toFile: path, atomically: false, encoding: .utf8)
    _ = try SimulatorLedger(path: path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
  }

  @Test func halfOfTheTimeOutsGoOutAllTheSame() async throws {
    var settings = Self.smooth
    settings.rates.timeout = 1
    let fixture = try await SimulatorFixture(settings)
    let calls = 400
    for index in 0..<Int64(calls) {
      let answer = await fixture.send(SimulatorFixture.recipients(["a@example.com"], from: index + 1))
      guard case .unknown = answer else {
        Issue.record("it answered \(answer)")
        return
      }
    }
    let sent = await Set(try fixture.ledgerLines().compactMap { $0.text("message") })
    // Half of 400, and five standard deviations of 10.
    #expect((150...250).contains(sent.count))
    let told = try await fixture.takeEvents().flatMap { $0["mail"]["tags"].texts(MessageTags.Name.message) }
    #expect(Set(told) == sent)
  }

  @Test func missingTemplateDataShowsAsRenderingFailure() async throws {
    let fixture = try await SimulatorFixture(Self.smooth)
    let short = ClaimedMessage(message: MessageID(rawValue: 1), attempt: 1, address: "a@example.com", values: [])
    _ = await fixture.send([short] + SimulatorFixture.recipients(["b@example.com"], from: 2))
    let events = try await fixture.takeEvents()
    #expect(events.map { $0.text("eventType") } == ["Rendering Failure", "Send", "Delivery"])
    #expect(
      events.first?["failure"].text("errorMessage") == "Attribute 'name' is not present in the rendering data.")

    let campaign = SimulatorFixture.campaign(subject: "Hello {{city}}")
    _ = await fixture.send(
      SimulatorFixture.recipients(["success@simulator.amazonses.com"], from: 3), campaign: campaign)
    let failed = try await fixture.takeEvents()
    #expect(failed.map { $0.text("eventType") } == ["Rendering Failure"])
    #expect(failed.first?["failure"].text("errorMessage")?.contains("'city'") == true)
  }

  @Test func eventsComeWhenTheyHappen() async throws {
    var settings = Self.smooth
    settings.timeScale = 1
    let fixture = try await SimulatorFixture(settings)
    _ = await fixture.send(SimulatorFixture.recipients(["ooto@simulator.amazonses.com"]))
    #expect(try await fixture.takeEvents().isEmpty)
    var types: [String?] = []
    for _ in 0..<30 {
      fixture.clock.advance(by: .milliseconds(100))
      for event in try await fixture.takeEvents() {
        types.append(event.text("eventType"))
        let time = event["bounce"].text("timestamp") ?? event["delivery"].text("timestamp")
        if let time { #expect(time == fixture.clock.now.description) }
      }
    }
    #expect(types == ["Send", "Delivery", "Bounce"])
  }

  @Test func copiesAndDisorderAsOftenAsDeclared() async throws {
    var settings = Self.smooth
    settings.rates.duplicate = 0.1
    settings.rates.outOfOrder = 0.1
    let fixture = try await SimulatorFixture(settings)
    let messages = 2000
    for start in stride(from: 1, through: messages, by: 50) {
      let addresses = Array(repeating: "a@example.com", count: 50)
      _ = await fixture.send(SimulatorFixture.recipients(addresses, from: Int64(start)))
    }
    let bodies = try await fixture.takeBodies()
    #expect(Set(bodies).count == 2 * messages)
    // 4,000 events, one in ten twice: 400, and five standard deviations of 19.
    #expect((305...495).contains(bodies.count - 2 * messages))
    var seen: Set<String> = []
    let early = try bodies.map(JSONObject.init).count { event in
      let message = event["mail"]["tags"].texts(MessageTags.Name.message).first ?? ""
      return seen.insert(message).inserted && event.text("eventType") == "Delivery"
    }
    // One in ten is in disorder. Its Send comes late when nothing came twice (0.9 × 0.9), in half of the cases when
    // the Delivery did (0.9 × 0.1), and a copy of it stays when the Send did: 2,000 × 0.1 × 0.855 = 171, and five
    // standard deviations of 12.5.
    #expect((109...233).contains(early))
  }

  @Test func rateTurnsCallsAway() async throws {
    var settings = Self.smooth
    settings.recipientsPerSecond = 100
    let fixture = try await SimulatorFixture(settings)
    let batch = SimulatorFixture.recipients(Array(repeating: "a@example.com", count: 50))
    func isAnswered() async -> Bool { if case .answered = await fixture.send(batch) { true } else { false } }
    #expect(await isAnswered())
    #expect(await isAnswered())
    let third = await fixture.send(batch)
    guard case .notSent(let refusal) = third else {
      Issue.record("it answered \(third)")
      return
    }
    #expect(refusal.cause == .throttled)
    fixture.clock.advance(by: .milliseconds(400))
    #expect(await !isAnswered())
    fixture.clock.advance(by: .milliseconds(100))
    #expect(await isAnswered())
    #expect(try await fixture.ledgerLines().count == 150)
  }

  @Test func textMessagesAreAcceptedAndDelivered() async throws {
    let fixture = try await SimulatorFixture(Self.smooth)
    let campaign = SimulatorFixture.campaign(channel: .sms, subject: "")
    _ = await fixture.send(SimulatorFixture.recipients(["+821012345678"]), campaign: campaign)
    let events = try await fixture.takeEvents()
    #expect(events.map { $0.text("eventType") } == ["Send", "Delivery"])
    #expect(events.last?["delivery"].texts("recipients") == ["+821012345678"])
    #expect(events.last?["mail"]["tags"].texts(MessageTags.Name.message) == ["1"])
  }

  @Test func callsOutOfBoundsAreTurnedAway() async throws {
    let fixture = try await SimulatorFixture(Self.smooth)
    for count in [0, 51] {
      let addresses = Array(repeating: "a@example.com", count: count)
      let answer = await fixture.send(SimulatorFixture.recipients(addresses))
      guard case .notSent(let refusal) = answer else {
        Issue.record("it answered \(answer)")
        return
      }
      #expect(refusal.cause == .invalidParameter)
    }
  }
}

extension JSONWriter {
  fileprivate init(_ text: String) {
    self.init()
    raw(text)
  }
}
