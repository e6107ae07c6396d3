import Emulator
import HTTPFixture
import Model
import Ports
import Testing
import TestSupport

@testable import AWS
@testable import Cloud
@testable import Pacing

/// What keeps calls back, at invented times.
@Suite struct AccountLimitsTests {
  private let start = ContinuousClock.now

  private static func account(
    rate: Double = 1000, isEnabled: Bool = true, status: String = "HEALTHY"
  ) throws -> SESAccount {
    let text = """
      {"EnforcementStatus":"\(status)","ProductionAccessEnabled":true,"SendingEnabled":\(isEnabled),
      "SendQuota":{"Max24HourSend":100,"MaxSendRate":\(rate),"SentLast24Hours":0}}
      """
    return try JSONAnswer.read(Array(text.utf8), SESAccount.init)
  }

  private static func quota(limit: Double = 100, sent: Double = 0, used: Double? = nil) -> PaceFile.Quota {
    PaceFile.Quota(limit: limit, sent: sent, used: used ?? sent)
  }

  private func limits(_ account: SESAccount? = nil, at now: ContinuousClock.Instant? = nil) throws -> AccountLimits {
    var limits = AccountLimits()
    limits.answer(try account ?? Self.account(), askedAt: now ?? start)
    return limits
  }

  @Test func nothingGoesBeforeSESWasAskedAndWhoWaitsDoesNotAskToo() throws {
    var limits = AccountLimits()
    let known = Self.quota(limit: .infinity)
    #expect(limits.step(for: 50, known: known, since: start, at: start) == .ask)
    limits.figures.begin()
    #expect(limits.step(for: 50, known: known, since: start, at: start) == .wait(until: nil))
    // It is asked again later after each failure.
    var now = start
    for pause in [2, 4, 8, 16, 30, 30] {
      limits.figures.fail(at: now)
      #expect(limits.step(for: 50, known: known, since: start, at: now) == .wait(until: now + .seconds(pause)))
      now += .seconds(pause)
      #expect(limits.step(for: 50, known: known, since: start, at: now) == .ask)
      limits.figures.begin()
    }
    limits.answer(try Self.account(), askedAt: now)
    #expect(limits.step(for: 50, known: known, since: start, at: now + .seconds(59)) == .go(50))
    #expect(limits.step(for: 50, known: known, since: start, at: now + .seconds(60)) == .ask)
    // Nobody waited for the answer: whoever comes next asks at once.
    limits.figures.begin()
    limits.figures.cancel()
    #expect(limits.step(for: 50, known: known, since: start, at: now + .seconds(60)) == .ask)
  }

  @Test(arguments: [(false, "HEALTHY"), (true, "SHUTDOWN")])
  func aStopIsToldToWhoCameBeforeItAndAskedForAnewByWhoComesAfter(isEnabled: Bool, status: String) throws {
    var limits = try limits(Self.account(isEnabled: isEnabled, status: status), at: start)
    guard case .stopped(let refusal) = limits.step(for: 50, known: Self.quota(), since: start, at: start) else {
      Issue.record("it was not stopped")
      return
    }
    #expect(refusal.cause == .accountPaused)
    let later = start + .seconds(1)
    #expect(limits.step(for: 50, known: Self.quota(), since: later, at: later) == .ask)
    limits.answer(try Self.account(), askedAt: later)
    #expect(limits.step(for: 50, known: Self.quota(), since: later, at: later) == .go(50))
  }

  @Test func theRestOfTheDayIsHeldForWhomItWasPermittedTo() throws {
    var limits = try limits()
    let known = Self.quota(sent: 70)
    #expect(limits.step(for: 50, known: known, since: start, at: start) == .go(30))
    limits.permit(30)
    // It is not used up: whoever asks whether anything may go is told so.
    #expect(limits.step(for: 50, known: known, since: start, at: start + .seconds(59)) == .wait(until: nil))
    #expect(limits.step(for: 0, known: known, since: start, at: start) == .go(0))
    limits.giveBack(20, isWhole: false)
    #expect(limits.step(for: 50, known: known, since: start, at: start) == .go(20))
    limits.begin(reserved: 10)
    #expect(limits.quota.reserved == 0)
    #expect(limits.outage.underWay == 1)
  }

  @Test func aGuessKeepsBackAndOnlySESsWordStops() throws {
    var limits = try limits()
    let guess = Self.quota(sent: 90, used: 100)
    let next = start + .seconds(5)
    #expect(limits.step(for: 50, known: guess, since: start, at: start) == .wait(until: next))
    #expect(limits.quotaTrouble?.sentence.contains("SES counts 90 of 100 in 24 hours, and 10 went since") == true)
    #expect(limits.step(for: 50, known: guess, since: start, at: next) == .ask)
    limits.answer(try Self.account(), askedAt: next)
    guard case .stopped(let refusal) = limits.step(for: 50, known: Self.quota(sent: 100), since: start, at: next) else {
      Issue.record("it was not stopped")
      return
    }
    #expect(refusal.cause == .quota)
    #expect(limits.quotaTrouble == nil)
    // Whoever resumes after that is not told the old figures.
    let later = next + .seconds(1)
    #expect(limits.step(for: 50, known: Self.quota(sent: 100), since: later, at: later) == .ask)
    limits.answer(try Self.account(), askedAt: later)
    #expect(limits.step(for: 50, known: Self.quota(limit: 130, sent: 100), since: later, at: later) == .go(30))
  }

  @Test func whatIsUnderWayMayYetBeTurnedAwayAndIsNoTrouble() throws {
    var limits = try limits()
    limits.permit(10)
    limits.begin(reserved: 10)
    _ = limits.step(for: 50, known: Self.quota(sent: 90, used: 100), since: start, at: start)
    #expect(limits.quotaTrouble == nil)
  }

  @Test func anOutageHoldsAllButOne() throws {
    var limits = try limits()
    limits.outage.fail(at: start)
    let next = start + .milliseconds(500)
    #expect(limits.step(for: 50, known: Self.quota(), since: start, at: start) == .wait(until: next))
    #expect(limits.step(for: 0, known: Self.quota(), since: start, at: start) == .wait(until: next))
    #expect(limits.step(for: 50, known: Self.quota(), since: start, at: next) == .go(50))
    limits.permit(50)
    #expect(limits.step(for: 50, known: Self.quota(), since: start, at: next) == .wait(until: nil))
    limits.giveBack(50, isWhole: true)
    #expect(limits.step(for: 50, known: Self.quota(), since: start, at: next) == .go(50))
  }

  @Test(arguments: [(14.0, 14), (80, 40), (101, 33), (1000, 50), (0.5, 1), (1e-300, 1), (1e300, 50), (0, 50)])
  func aCallIsAWholePartOfASecondsWorth(rate: Double, recipients: Int) throws {
    var limits = try limits(Self.account(rate: rate))
    #expect(limits.step(for: 50, known: Self.quota(), since: start, at: start) == .go(recipients))
  }
}

/// What drives them.
@Suite struct AccountPermitTests {
  @Test func oneThatNobodyUsesLeavesNothingBehind() async throws {
    let fixture = try await CloudFixture()
    fixture.relay.setAccount(Relay.account(rate: 50, daily: 100, sent: 50))
    for _ in 0..<20 { #expect(try await fixture.provider.granted(upTo: 50).recipients == 50) }
    let permit = try await fixture.provider.granted(upTo: 50)
    guard case .answered = await fixture.provider.send(SESRequestTests.request(count: 50), under: permit.take()) else {
      Issue.record("it was turned away")
      return
    }
  }

  /// What is not handed over may go at once by whoever waits, in this process and in others.
  @Test func whatComesBackWakesWhoWaits() async throws {
    // No time passes by itself: nothing else could wake it.
    let fixture = try await CloudFixture(isByHand: true)
    fixture.relay.setAccount(Relay.account(rate: 0.1, daily: 1000))
    var permit: HeldPermit? = try await fixture.provider.granted(upTo: 1)
    async let next = fixture.provider.granted(upTo: 1)
    try await fixture.hand.untilAsleep()
    permit?.giveBack(allBut: 0)
    permit = nil
    #expect(try await next.recipients == 1)
  }

  @Test func whoIsCancelledWhileWaitingHoldsNothing() async throws {
    let fixture = try await CloudFixture()
    fixture.relay.setAccount(Relay.account(rate: 1000, daily: 100, sent: 70))
    let first = try await fixture.provider.granted(upTo: 50)
    for _ in 0..<20 {
      let waiting = Task { try await fixture.provider.granted(upTo: 50) }
      try await eventually("it waits", every: .milliseconds(1)) { await fixture.provider.account.callers == 1 }
      waiting.cancel()
      await #expect(throws: CancellationError.self) { _ = try await waiting.value }
    }
    first.giveBack(allBut: 0)
    _ = first.take()
    #expect(try await fixture.provider.granted(upTo: 50).recipients == 30)
  }

  @Test func nothingLeaksHoweverHoldersEnd() async throws {
    let fixture = try await CloudFixture()
    fixture.relay.setAccount(Relay.account(rate: 1_000_000, daily: 100, sent: 50))
    let provider = fixture.provider
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<300 {
        group.addTask {
          let holder = Task {
            let permit = try await provider.granted(upTo: 1 + number % 50)
            if number % 3 == 0 { permit.giveBack(allBut: permit.recipients / 2) }
            // Some hold it for longer; whoever is cancelled may end here.
            if number % 5 == 0 {
              for _ in 0..<number % 9 { await Task.yield() }
              try Task.checkCancellation()
            }
            if number % 7 == 0 { permit.take().giveBack() }
          }
          if number % 4 == 0 { holder.cancel() }
          _ = await holder.result
        }
      }
    }
    #expect(try await provider.granted(upTo: 50).recipients == 50)
    #expect(fixture.relay.calls == 0)
  }

  /// One that waits for SES's answer is cancelled, the others are not.
  @Test func whoIsCancelledDoesNotEndTheQuestionOfOthers() async throws {
    let fixture = try await CloudFixture()
    fixture.relay.setAccount(FixtureReply.pause(.milliseconds(500)).then(Relay.account(rate: 1000)))
    let one = Task { try await fixture.provider.granted(upTo: 50) }
    let two = Task { try await fixture.provider.granted(upTo: 50) }
    try await eventually("SES is asked") { fixture.relay.accountCalls == 1 }
    one.cancel()
    await #expect(throws: CancellationError.self) { _ = try await one.value }
    #expect(try await two.value.recipients == 50)
    #expect(fixture.relay.accountCalls == 1)
  }
}
