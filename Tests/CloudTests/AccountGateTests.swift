import Pacing
import HTTP
import EventStore
import AWS
import Emulator
import HTTPFixture
import Model
import Ports
import Synchronization
import Testing
import TestSupport

@testable import Cloud

/// What the account as a whole does to the workers.
@Suite struct AccountGateTests {
  /// Visible, and received so far: every message of a queue that was never received from is visible.
  private func counts(_ fixture: CloudFixture) async throws -> (visible: Int, inFlight: Int) {
    let depths = try await fixture.sendQueue.depths()
    return (depths.visible, depths.inFlight)
  }

  @Test(arguments: [true, false])
  func anAccountThatCannotBeAskedHoldsEverythingAndCostsNoReceives(isDenied: Bool) async throws {
    let fixture = try await CloudFixture(isByHand: true)
    let id = try await fixture.launch(100)
    fixture.relay.setAccount(isDenied ? Relay.denied("GetAccount") : .end)
    try await fixture.run(fixture.worker()) {
      try await eventually("SES is in trouble") {
        fixture.monitor.faults.contains { $0.component == "SES (GetAccount)" }
      }
      let since = try #require(fixture.monitor.faults.first).since
      let asked = fixture.relay.accountCalls
      try await eventually("it is asked again") {
        fixture.hand.advance(by: .milliseconds(50))
        return fixture.relay.accountCalls > asked
      }
      #expect(try await counts(fixture) == (2, 0))
      #expect(fixture.monitor.faults.first?.since == since)
      if isDenied { #expect(fixture.monitor.faults.first?.problem.sentence.contains("not authorized") == true) }
      fixture.relay.setAccount(Relay.account(rate: 1000))
      try await eventually("the campaign is sent") {
        fixture.hand.advance(by: .milliseconds(50))
        return try await fixture.summary(id).state == .finished
      }
      #expect(fixture.monitor.faults.isEmpty)
    }
    #expect(try await fixture.summary(id).counts == [.accepted: 100])
    // The first receive did it: the attempt is the first.
    #expect(fixture.relay.mails.allSatisfy { $0.tags["sendboard-attempt"] == "1" })
  }

  @Test func aStoppedAccountPausesEveryCampaign() async throws {
    let fixture = try await CloudFixture()
    let ids = [try await fixture.launch(50), try await fixture.launch(50)]
    fixture.relay.setAccount(Relay.account(rate: 14, isEnabled: false))
    try await fixture.run(fixture.worker()) {
      try await eventually("both are paused") {
        let states = [try await fixture.summary(ids[0]).state, try await fixture.summary(ids[1]).state]
        return states == [.paused, .paused]
      }
    }
    #expect(fixture.relay.calls == 0)
    #expect(try await counts(fixture) == (2, 0))
    #expect(try await fixture.summary(ids[0]).note?.contains("SES has stopped sending for this account") == true)
  }

  /// Whoever resumes is told what SES says then, not what it said before.
  @Test func aResumeAfterTheStopWasLiftedIsNotUndone() async throws {
    let fixture = try await CloudFixture(isByHand: true)
    let id = try await fixture.launch(50)
    fixture.relay.setAccount(Relay.account(rate: 1000, isEnabled: false))
    try await fixture.run(fixture.worker()) {
      try await eventually("it is paused") { try await fixture.summary(id).state == .paused }
      // The sweep, the receiver, and whoever looks for an open campaign each second.
      let all = 3
      try await fixture.hand.untilAsleep(all)
      let asked = fixture.relay.accountCalls
      #expect(asked <= 2)
      for _ in 0..<60 {
        fixture.hand.advance(by: .seconds(1))
        try await fixture.hand.untilAsleep(all)
      }
      // Nothing is asked for a campaign that waits.
      #expect(fixture.relay.accountCalls == asked)
      fixture.relay.setAccount(Relay.account(rate: 1000))
      _ = try await fixture.store.resume(id, operator: "tester", now: WallClock.system.now())
      try await eventually("the campaign is sent") {
        fixture.hand.advance(by: .milliseconds(100))
        #expect(try await fixture.summary(id).state != .paused)
        return try await fixture.summary(id).state == .finished
      }
    }
    #expect(fixture.relay.mails.count == 50)
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
      try await eventually("it is paused") { try await fixture.summary(id).state == .paused }
    }
    #expect(fixture.relay.mails.isEmpty)
  }

  @Test func aSendThatIsDeniedStaysInHandAndCostsNoReceives() async throws {
    let fixture = try await CloudFixture(isByHand: true)
    let id = try await fixture.launch(50)
    fixture.relay.setRule { _, _ in .answer(Relay.denied("SendBulkEmail")) }
    try await fixture.run(fixture.worker()) {
      try await eventually("it was tried more often than the queue allows receives", every: .milliseconds(5)) {
        fixture.hand.advance(by: .milliseconds(50))
        return fixture.relay.calls > 4
      }
      let messages = try await fixture.cloud.get("/_ministack/sqs/messages?QueueUrl=\(fixture.sendQueueURL)")
      #expect(String(decoding: messages.body, as: UTF8.self).contains(#""ReceiveCount": 1"#))
      fixture.relay.setRule { _, _ in .pass }
      try await eventually("the campaign is sent", every: .milliseconds(5)) {
        fixture.hand.advance(by: .milliseconds(200))
        return try await fixture.summary(id).state == .finished
      }
    }
    #expect(try await fixture.summary(id).counts == [.accepted: 50])
    #expect(fixture.relay.mails.count == 50)
  }

  /// Expects that calls which are answered so become rare: the five lanes' first ones are under way together; after them
  /// comes one each, after 0.5, 1 and 2 s at the earliest. Returns when those have come.
  private func expectOneAtATime(_ fixture: CloudFixture, _ reply: FixtureReply) async throws {
    let time = fixture.time
    let began = Mutex<[ContinuousClock.Instant]>([])
    fixture.relay.setRule { _, _ in
      began.withLock { $0.append(time.now) }
      return .answer(reply)
    }
    // A busy machine has more time pass during a call: that makes calls no more frequent.
    try await eventually("it was tried again three times", every: .milliseconds(2)) {
      fixture.hand.advance(by: .milliseconds(50))
      return began.withLock(\.count) >= 8
    }
    let instants = began.withLock { $0 }
    let spans = instants.map { $0 - instants[0] }
    #expect(spans.count { $0 < .milliseconds(500) } <= 5, "\(spans)")
    #expect(spans.count { $0 < .milliseconds(1500) } <= 6, "\(spans)")
    #expect(spans.count { $0 < .milliseconds(3500) } <= 7, "\(spans)")
  }

  @Test func anOutageIsFeltWithOneCallAtATime() async throws {
    let fixture = try await CloudFixture(isByHand: true)
    let id = try await fixture.launch(1000)
    try await fixture.run(fixture.worker()) {
      try await expectOneAtATime(fixture, Relay.denied("SendBulkEmail"))
      let refused = try await fixture.summary(id).counts[.refused, default: 0]
      #expect(refused <= 9 * 50)
      fixture.relay.setRule { _, _ in .pass }
      try await eventually("the campaign is sent", every: .milliseconds(5)) {
        fixture.hand.advance(by: .milliseconds(200))
        return try await fixture.summary(id).state == .finished
      }
    }
    #expect(try await fixture.summary(id).counts == [.accepted: 1000])
    #expect(fixture.relay.mails.count == 1000)
  }

  /// Nobody knows what became of these calls, whatever they are answered with: no more of them are made than it takes to
  /// find out when SES is back.
  @Test(arguments: [
    FixtureReply.response(400, #"{"code":"BadRequestException","message":"blocked"}"#),
    .response(429, headers: [("Content-Type", "text/plain")], "slow down"),
    .response(307, headers: [("Location", "https://portal.example/login")], ""),
  ])
  func aGatewayThatAnswersForSESIsFeltWithOneCallAtATime(reply: FixtureReply) async throws {
    let fixture = try await CloudFixture(isByHand: true)
    let id = try await fixture.launch(1000)
    try await fixture.run(fixture.worker()) {
      try await expectOneAtATime(fixture, reply)
      fixture.relay.setRule { _, _ in .pass }
      try await eventually("the rest is sent", every: .milliseconds(5)) {
        fixture.hand.advance(by: .milliseconds(200))
        let counts = try await fixture.summary(id).counts
        return counts[.accepted, default: 0] + counts[.uncertain, default: 0] == 1000
      }
    }
    let counts = try await fixture.summary(id).counts
    #expect(counts[.uncertain, default: 0] <= 9 * 50)
    #expect(fixture.relay.mails.count == counts[.accepted])
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
      try await eventually("it is paused") { try await fixture.summary(id).state == .paused }
    }
    #expect(try await fixture.summary(id).note?.contains("Daily message quota exceeded") == true)
  }

  @Test func aCallNeverHasMoreRecipientsThanTheAccountSendsInASecond() async throws {
    let fixture = try await CloudFixture(isByHand: true)
    fixture.relay.setAccount(Relay.account(rate: 7))
    let first = try await fixture.provider.granted(upTo: 50)
    let began = fixture.hand.now
    let second = try await fixture.passing("more are permitted") { try await fixture.provider.granted(upTo: 7) }
    #expect(began.duration(to: fixture.hand.now) > .milliseconds(900))
    #expect([first.recipients, second.recipients] == [7, 7])
  }

  @Test func oneCallThatIsDeniedIsOneTroubleFromItsFirstFailureOn() async throws {
    let fixture = try await CloudFixture(isByHand: true)
    let id = try await fixture.launch(50)
    fixture.relay.setRule { _, _ in .answer(Relay.denied("SendBulkEmail")) }
    try await fixture.run(fixture.worker()) {
      try await eventually("it is known") { !fixture.monitor.faults.isEmpty }
      let first = try #require(fixture.monitor.faults.first)
      #expect(first.component == "SES (SendBulkEmail)")
      #expect(first.problem.sentence.contains("not authorized"))
      // Each failure has SES asked for the account, and that call works.
      let asked = fixture.relay.accountCalls
      try await eventually("the account is asked for again") {
        fixture.hand.advance(by: .milliseconds(50))
        #expect(fixture.monitor.faults.map(\.component) == ["SES (SendBulkEmail)"])
        #expect(fixture.monitor.faults.map(\.since) == [first.since])
        return fixture.relay.accountCalls > asked + 1
      }
      fixture.relay.setRule { _, _ in .pass }
      try await eventually("the campaign is sent", every: .milliseconds(5)) {
        fixture.hand.advance(by: .milliseconds(200))
        return try await fixture.summary(id).state == .finished
      }
      #expect(fixture.monitor.faults.isEmpty)
    }
  }

  // MARK: The daily quota

  @Test func noMoreGoThanTheDayAllowsAndTheCampaignIsPausedWithTheReason() async throws {
    let fixture = try await CloudFixture()
    let id = try await fixture.launch(300)
    // SES's figure stays what it was: it comes late.
    fixture.relay.setAccount(Relay.account(rate: 1000, daily: 100, sent: 90))
    try await fixture.run(fixture.worker()) {
      // Nobody is refused on a guess: the figure may stay because older mail has left the 24 hours.
      try await eventually("it waits") { fixture.monitor.faults.contains { $0.component == "SES (daily quota)" } }
      #expect(
        fixture.monitor.faults.first?.problem.sentence.contains("SES counts 90 of 100 in 24 hours, and 10 went") == true
      )
      #expect(try await fixture.summary(id).state == .sending)
      fixture.relay.setAccount(Relay.account(rate: 1000, daily: 100, sent: 100))
      try await eventually("it is paused") { try await fixture.summary(id).state == .paused }
      #expect(fixture.monitor.faults.isEmpty)
    }
    #expect(fixture.relay.mails.count == 10)
    #expect(try await fixture.summary(id).counts[.accepted] == 10)
    let note = try #require(try await fixture.summary(id).note)
    #expect(note.hasPrefix("SES's daily quota of 100 recipients is used up (100 in the last 24 hours)"), "\(note)")
    #expect(fixture.relay.accountCalls >= 2, "SES is asked again before anybody is refused")
  }

  @Test func aCallIsNeverGrantedMoreThanIsLeft() async throws {
    let fixture = try await CloudFixture()
    fixture.relay.setAccount(Relay.account(rate: 1000, daily: 100, sent: 70))
    let first = try await fixture.provider.granted(upTo: 50)
    #expect(first.recipients == 30)
    // What another lane holds is not used up: it waits for it.
    async let next = fixture.provider.granted(upTo: 50)
    try await eventually("the other waits") { await fixture.provider.account.callers == 1 }
    first.giveBack(allBut: 10)
    #expect(try await next.recipients == 20)
    #expect(fixture.relay.accountCalls == 1)
  }

  @Test func whoeverComesFirstHasTheRestAndNoCallIsMadeForTheOther() async throws {
    let fixture = try await CloudFixture()
    fixture.relay.setAccount(Relay.account(rate: 1000, daily: 100, sent: 70))
    // Two processes: what one of them holds the other does not know of until it is handed over.
    let other = try fixture.process()
    let one = try await fixture.provider.granted(upTo: 50)
    let two = try await other.granted(upTo: 50)
    #expect([one.recipients, two.recipients] == [30, 30])
    guard case .answered = await fixture.provider.send(SESRequestTests.request(count: 30), under: one.take()) else {
      Issue.record("the first was turned away")
      return
    }
    guard case .notSent(let refusal) = await other.send(SESRequestTests.request(count: 30), under: two.take()) else {
      Issue.record("the second was let through")
      return
    }
    // It stays in hand.
    #expect(refusal.cause == .unusable)
    #expect(refusal.reason.contains("the daily quota seems used up: SES counts 70 of 100"))
    #expect(fixture.relay.calls == 1)
  }

  @Test func whatSESRefusedIsNotCounted() async throws {
    let fixture = try await CloudFixture()
    let id = try await fixture.launch(100)
    fixture.relay.setAccount(Relay.account(rate: 1000, daily: 100, sent: 0))
    fixture.relay.setRule { call, _ in
      call > 2
        ? .pass
        : .answer(
          .response(
            429, headers: [("Content-Type", "application/json"), ("x-amzn-ErrorType", "TooManyRequestsException")],
            #"{"message":"slow"}"#))
    }
    try await fixture.run(fixture.worker()) {
      try await eventually("the campaign is sent") { try await fixture.summary(id).state == .finished }
    }
    #expect(fixture.relay.mails.count == 100)
  }

  @Test func callsThatMayYetBeTurnedAwayAreNoReasonToPause() async throws {
    let fixture = try await CloudFixture()
    let id = try await fixture.launch(100)
    fixture.relay.setAccount(Relay.account(rate: 1000, daily: 1000, sent: 900))
    let slow = FixtureReply.pause(.seconds(1)).then(
      .response(
        429, headers: [("Content-Type", "application/json"), ("x-amzn-ErrorType", "TooManyRequestsException")],
        #"{"message":"slow"}"#))
    fixture.relay.setRule { call, _ in call > 2 ? .pass : .answer(slow) }
    try await fixture.run(fixture.worker()) {
      try await eventually("the campaign is sent") {
        #expect(try await fixture.summary(id).state != .paused)
        return try await fixture.summary(id).state == .finished
      }
    }
    #expect(fixture.relay.mails.count == 100)
  }

  @Test(arguments: [-1.0, -2.0]) func anAccountWithoutAQuotaIsNotStopped(limit: Double) async throws {
    let fixture = try await CloudFixture()
    fixture.relay.setAccount(Relay.account(rate: 1000, daily: limit, sent: 5000))
    #expect(try await fixture.provider.granted(upTo: 50).recipients == 50)
  }

  @Test func aQuotaThatIsRaisedIsNoticedBeforeAnybodyIsRefused() async throws {
    let fixture = try await CloudFixture()
    fixture.relay.setAccount(Relay.account(rate: 1000, daily: 50, sent: 0))
    let permit = try await fixture.provider.granted(upTo: 50)
    #expect(permit.recipients == 50)
    _ = await fixture.provider.send(SESRequestTests.request(count: 50), under: permit.take())
    fixture.relay.setAccount(Relay.account(rate: 1000, daily: 80, sent: 50))
    #expect(try await fixture.provider.granted(upTo: 50).recipients == 30)
  }

  @Test func whoResumesAfterTheQuotaWasRaisedIsNotToldTheOldOne() async throws {
    let fixture = try await CloudFixture()
    fixture.relay.setAccount(Relay.account(rate: 1000, daily: 50, sent: 50))
    switch try await fixture.provider.permit(upTo: 50) {
    case .granted: Issue.record("the quota is used up")
    case .stopped(let refusal): #expect(refusal.cause == .quota)
    }
    fixture.relay.setAccount(Relay.account(rate: 1000, daily: 80, sent: 50))
    #expect(try await fixture.provider.granted(upTo: 50).recipients == 30)
  }

  // MARK: The rate

  @Test func whatWasAdmittedLongAgoDoesNotGoAllAtOnce() async throws {
    let fixture = try await CloudFixture(isByHand: true)
    fixture.relay.setAccount(Relay.account(rate: 14))
    let provider = fixture.provider
    // Lanes on an idle queue: each has its share when the batches come.
    let permits = try await fixture.passing("three are permitted") {
      var permits: [HeldPermit] = []
      for _ in 0..<3 { permits.append(try await provider.granted(upTo: 50)) }
      return permits
    }
    #expect(permits.map(\.recipients) == [14, 14, 14])
    fixture.hand.advance(by: .milliseconds(1100))
    let began = fixture.hand.now
    try await fixture.passing("three calls are made") {
      await withTaskGroup(of: Void.self) { group in
        for permit in permits {
          group.addTask { _ = await provider.send(SESRequestTests.request(count: 14), under: permit.take()) }
        }
      }
    }
    // Not when each arrived: a busy machine may hold up one and not the next. No delay makes it shorter than this.
    #expect(began.duration(to: fixture.hand.now) >= .seconds(2))
    #expect(fixture.relay.mails.count == 42)
  }

  @Test(arguments: [(14.0, 14), (80, 40), (101, 33), (1000, 50), (0.5, 1), (1e-300, 1), (1e300, 50)])
  func aCallIsAWholePartOfASecondsWorth(rate: Double, recipients: Int) async throws {
    let fixture = try await CloudFixture()
    fixture.relay.setAccount(Relay.account(rate: rate))
    #expect(try await fixture.provider.granted(upTo: 50).recipients == recipients)
  }
}
