import AWS
import Counterpart
import HTTPFixture
import Model
import Pipeline
import Testing

/// What the account as a whole does to the workers.
@Suite struct AccountGateTests {
  /// Visible, and received so far: every message of a queue that was never received from is visible.
  private func counts(_ fixture: CloudFixture) async throws -> (visible: Int, inFlight: Int) {
    let depths = try await fixture.sendQueue.depths()
    return (depths.visible, depths.inFlight)
  }

  @Test(arguments: [true, false])
  func anAccountThatCannotBeAskedHoldsEverythingAndCostsNoReceives(isDenied: Bool) async throws {
    let fixture = try await CloudFixture()
    let id = try await fixture.launch(100)
    fixture.relay.setAccount(isDenied ? Relay.denied("GetAccount") : .end)
    try await fixture.run(fixture.worker()) {
      try await eventually("SES is in trouble") { fixture.links.troubles.contains { $0.link == "SES" } }
      let since = try #require(fixture.links.troubles.first).since
      let asked = fixture.relay.accountCalls
      try await eventually("it is asked again") { fixture.relay.accountCalls > asked }
      #expect(try await counts(fixture) == (2, 0))
      #expect(fixture.links.troubles.first?.since == since)
      if isDenied { #expect(fixture.links.troubles.first?.problem.contains("not authorized") == true) }
      fixture.relay.setAccount(Relay.account(rate: 1000))
      try await eventually("the campaign is sent") { try fixture.summary(id).state == .finished }
      #expect(fixture.links.troubles.isEmpty)
    }
    #expect(try fixture.summary(id).counts == [.accepted: 100])
    // The first receive did it: the attempt is the first.
    #expect(fixture.relay.mails.allSatisfy { $0.tags["sendboard-attempt"] == "1" })
  }

  @Test func aStoppedAccountPausesEveryCampaign() async throws {
    let fixture = try await CloudFixture()
    let ids = [try await fixture.launch(50), try await fixture.launch(50)]
    fixture.relay.setAccount(Relay.account(rate: 14, isEnabled: false))
    try await fixture.run(fixture.worker()) {
      try await eventually("both are paused") { try ids.allSatisfy { try fixture.summary($0).state == .paused } }
    }
    #expect(fixture.relay.calls == 0)
    #expect(try await counts(fixture) == (2, 0))
    #expect(try fixture.summary(ids[0]).note?.contains("SES has stopped sending for this account") == true)
  }

  @Test func aSuspendedAccountInAnAnswerPausesEveryCampaign() async throws {
    let fixture = try await CloudFixture()
    let id = try await fixture.launch(50)
    fixture.relay.setRule { _, addresses in
      .answer(
        .ok(
          "{\"BulkEmailEntryResults\":["
            + addresses.map { _ in #"{"Status":"ACCOUNT_SUSPENDED","Error":"suspended"}"# }.joined(separator: ",")
            + "]}"
        ))
    }
    try await fixture.run(fixture.worker()) {
      try await eventually("it is paused") { try fixture.summary(id).state == .paused }
    }
    #expect(fixture.relay.mails.isEmpty)
  }

  @Test func aSendThatIsDeniedStaysInHandAndCostsNoReceives() async throws {
    let fixture = try await CloudFixture()
    let id = try await fixture.launch(50)
    fixture.relay.setRule { _, _ in .answer(Relay.denied("SendBulkEmail")) }
    try await fixture.run(fixture.worker()) {
      try await eventually("it was tried more often than the queue allows receives") { fixture.relay.calls > 4 }
      let messages = try await fixture.cloud.get("/_ministack/sqs/messages?QueueUrl=\(fixture.sendQueueURL)")
      #expect(String(decoding: messages.body, as: UTF8.self).contains(#""ReceiveCount": 1"#))
      fixture.relay.setRule { _, _ in .pass }
      try await eventually("the campaign is sent") { try fixture.summary(id).state == .finished }
    }
    #expect(try fixture.summary(id).counts == [.accepted: 50])
    #expect(fixture.relay.mails.count == 50)
  }

  @Test func theDaysQuotaPausesTheCampaignAloneWithAReason() async throws {
    let fixture = try await CloudFixture()
    let id = try await fixture.launch(50)
    fixture.relay.setRule { _, _ in
      .answer(
        .response(
          400, headers: [("Content-Type", "application/json"), ("x-amzn-ErrorType", "ThrottlingException")],
          #"{"message":"Daily message quota exceeded."}"#))
    }
    try await fixture.run(fixture.worker()) {
      try await eventually("it is paused") { try fixture.summary(id).state == .paused }
    }
    #expect(try fixture.summary(id).note?.contains("Daily message quota exceeded") == true)
  }

  @Test func aCallNeverHasMoreRecipientsThanTheAccountSendsInASecond() async throws {
    let fixture = try await CloudFixture()
    fixture.relay.setAccount(Relay.account(rate: 7))
    #expect(try await fixture.provider.admit(50) == .granted(7))
    let started = ContinuousClock.now
    #expect(try await fixture.provider.admit(7) == .granted(7))
    #expect(ContinuousClock.now - started > .milliseconds(900))
  }
}
