import Model
import Ports
import Sandbox
import Testing

/// <https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-email-simulator>
@Suite struct MailboxSimulatorTests {
  private func events(to name: String) async throws -> [JSONObject] {
    var settings = SimulatorSettings.quick
    settings.rates = .none
    let fixture = try await SimulatorFixture(settings)
    let answer = await fixture.send(SimulatorFixture.recipients(["\(name)@simulator.amazonses.com"]))
    guard case .answered(let outcomes) = answer, case .accepted = outcomes.first else {
      Issue.record("it answered \(answer)")
      return []
    }
    return try await fixture.takeEvents()
  }

  @Test(arguments: ["success", "Success", "success+label"]) func success(name: String) async throws {
    let events = try await events(to: name)
    #expect(events.map { $0.text("eventType") } == ["Send", "Delivery"])
    #expect(events.last?["delivery"].texts("recipients") == ["\(name)@simulator.amazonses.com"])
    #expect(events.last?["delivery"].text("smtpResponse")?.hasPrefix("250 ") == true)
  }

  @Test func bounce() async throws {
    let events = try await events(to: "bounce+a.b")
    #expect(events.map { $0.text("eventType") } == ["Send", "Bounce"])
    let bounce = try #require(events.last)["bounce"]
    #expect(bounce.text("bounceType") == "Permanent")
    #expect(bounce.text("bounceSubType") == "General")
    let recipient = try #require(bounce.objects("bouncedRecipients").first)
    #expect(recipient.text("emailAddress") == "bounce+a.b@simulator.amazonses.com")
    #expect(recipient.text("status") == "5.1.1")
    #expect(recipient.text("diagnosticCode") == "smtp; 550 5.1.1 user unknown")
  }

  @Test func outOfOffice() async throws {
    let events = try await events(to: "ooto")
    #expect(events.map { $0.text("eventType") } == ["Send", "Delivery", "Bounce"])
    let bounce = try #require(events.last)["bounce"]
    #expect(bounce.text("bounceType") == "Transient")
    #expect(bounce.text("bounceSubType") == "General")
    #expect(bounce.objects("bouncedRecipients").first?.keys == ["emailAddress"])
  }

  @Test func complaint() async throws {
    let events = try await events(to: "complaint")
    #expect(events.map { $0.text("eventType") } == ["Send", "Delivery", "Complaint"])
    let complaint = try #require(events.last)["complaint"]
    #expect(complaint.text("complaintFeedbackType") == "abuse")
    #expect(
      complaint.objects("complainedRecipients").map { $0.text("emailAddress") } == ["complaint@simulator.amazonses.com"]
    )
  }

  @Test func suppressionList() async throws {
    let events = try await events(to: "suppressionlist")
    #expect(events.map { $0.text("eventType") } == ["Send", "Bounce"])
    let bounce = try #require(events.last)["bounce"]
    #expect(bounce.text("bounceType") == "Permanent")
    #expect(bounce.text("bounceSubType") == "Suppressed")
  }
}
