import EventStore
import Model
import Pacing
import Ports
import Sandbox
import Services
import Synchronization
import TestSupport
import Testing

/// Dead letters that go back little by little: how fast, paused, stopped, and killed in the middle.
@Suite struct DeadLetterRateTests {
  /// A desk whose waits take no time, and the clock they go by.
  private func desk(_ fixture: ServiceFixture, over deadLetters: (any MessageQueue)? = nil) -> (
    DeadLetterDesk, HastyClock
  ) {
    let clock = HastyClock()
    return (
      DeadLetterDesk(
        store: fixture.store, deadLetterQueue: deadLetters ?? fixture.deadLetters, sendQueue: fixture.sendQueue,
        policy: fixture.policy, clock: fixture.clock, logger: fixture.logger, time: Timekeeper(clock)), clock
    )
  }

  private func buried(_ letters: Int) async throws -> (ServiceFixture, CampaignID) {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(letters, batchSize: 1)
    try await fixture.bury()
    try await fixture.desk.refresh()
    return (fixture, id)
  }

  @Test(arguments: [(1.0, 1, 24), (2.0, 10, 10), (0.5, 5, 40), (1000.0, 25, 0)])
  func theyGoNoFasterThanToldAndAllOfThemGo(perSecond: Double, portion: Int, seconds: Int) async throws {
    let (fixture, _) = try await buried(25)
    let (desk, clock) = desk(fixture)
    let start = clock.now
    var steps: [Int] = []
    let rate = LetterRate(perSecond: perSecond, atATime: portion)
    #expect(try await desk.redrive(nil, at: LetterPace(rate: rate)) { done, _ in steps.append(done) } == (25, 25))
    #expect(start.duration(to: clock.now) >= .seconds(seconds))
    #expect(rate.span(of: 25) == .seconds(seconds) || perSecond == 1000)
    #expect(steps.last == 25 && steps == steps.sorted())
    #expect(zip([0] + steps, steps).allSatisfy { $1 - $0 <= min(10, portion) })
    #expect(try await fixture.sendQueue.depths().total == 25)
    #expect(try await fixture.deadLetters.depths().total == 0)
  }

  @Test func aWordToStopIsHeardBetweenTwoLettersAndTheRestStaysDead() async throws {
    let (fixture, id) = try await buried(25)
    let (desk, _) = desk(fixture)
    let control = Mutex(0)
    let pace = LetterPace(rate: LetterRate(perSecond: 1, atATime: 5)) { control.withLock { $0 < 10 } }
    #expect(try await desk.redrive(nil, at: pace) { done, _ in control.withLock { $0 = done } } == (10, 10))
    #expect(try await fixture.summary(id).batches == .init(queued: 10, dead: 15))
    #expect(try await fixture.deadLetters.depths() == .init(visible: 15), "nothing is in hand")
    // The same goes on with the rest.
    #expect(try await desk.redrive(nil, at: LetterPace(rate: LetterRate(perSecond: 1, atATime: 5))) == (15, 15))
    #expect(try await fixture.summary(id).batches == .init(queued: 25))
  }

  @Test func theMarkedAloneGoAndTheOthersAreInSightMeanwhile() async throws {
    let (fixture, _) = try await buried(30)
    let (desk, _) = desk(fixture)
    let chosen = Set(try await fixture.store.deadLetters(limit: 1000).suffix(4).map(\.id))
    #expect(try await desk.redrive(chosen, at: LetterPace(rate: LetterRate(perSecond: 0.01, atATime: 1))) == (4, 4))
    #expect(try await fixture.deadLetters.depths() == .init(visible: 26))
  }

  /// Wherever the process is killed between the first and the last portion, nobody is lost and nobody is sent to twice.
  @Test(arguments: DeadLetterTests.Kill.allCases, [1, 3]) func killedInTheMiddleNobodyIsLostAndNobodyTwice(
    _ kill: DeadLetterTests.Kill, portion: Int
  ) async throws {
    let (fixture, id) = try await buried(6)
    let calls = Mutex(0)
    // The third time, in the middle of the run.
    @Sendable func strike(_ call: MeddledQueue.Call, _ wanted: MeddledQueue.Call) throws {
      guard call == wanted,
        calls.withLock({
          $0 += 1; return $0
        }) == (portion == 1 ? 3 : 2)
      else { return }
      throw MeddledQueue.Killed()
    }
    let sendQueue = MeddledQueue(
      fixture.sendQueue, before: { if kill == .beforeSend { try strike($0, .send) } },
      after: { if kill == .afterSend { try strike($0, .send) } })
    let deadLetters = MeddledQueue(
      fixture.deadLetters, before: { if kill == .beforeDelete { try strike($0, .delete) } },
      after: { if kill == .afterDelete { try strike($0, .delete) } })
    let desk = DeadLetterDesk(
      store: fixture.store, deadLetterQueue: deadLetters, sendQueue: sendQueue, policy: fixture.policy,
      clock: fixture.clock, logger: fixture.logger, time: Timekeeper(HastyClock()))
    let pace = LetterPace(rate: LetterRate(perSecond: 1, atATime: portion))
    await #expect(throws: MeddledQueue.Killed.self) { try await desk.redrive(nil, at: pace) }

    // A new process, once what the dead one had in hand shows again.
    fixture.advance(.seconds(31))
    try await fixture.desk.refresh()
    _ = try await self.desk(fixture).0.redrive(nil, at: pace)
    #expect(try await fixture.deadLetters.depths().total == 0)
    let provider = ScriptedProvider { request, _ in ScriptedProvider.accepting(request) }
    try await fixture.run(fixture.worker(provider)) {
      if try await fixture.summary(id).batches.done == 6 { fixture.advance(.seconds(61)) }
      return try await fixture.sendQueue.depths().total == 0
    }
    #expect(provider.requests.flatMap(\.recipients).count == 6)
    #expect(try await fixture.summary(id).counts == [.accepted: 6])
    #expect(try await fixture.store.replay() == [])
  }

  /// A resend takes what was turned away out of its dead batch, which is nobody's work then; what nobody knows the fate of
  /// keeps its letter.
  @Test func aLetterWhoseMessagesWereAllResentIsRecovered() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(4, batchSize: 2)
    let provider = ScriptedProvider { request, _ in
      request.recipients[0].message.rawValue == 1
        ? .answered([.unknown(reason: "cut off"), .refused(.init(cause: .transient, reason: "hiccup"))])
        : .notSent(.init(cause: .transient, reason: "hiccup"))
    }
    try await fixture.run(fixture.worker(provider)) {
      fixture.advance(.seconds(61))
      return try await fixture.deadLetters.depths().total == 2
    }
    try await fixture.desk.refresh()
    #expect(try await fixture.store.deadLetters(withRecovered: false, limit: 10).map(\.recipients) == [1, 2])
    let report = try await fixture.store.resend(
      Scope(campaign: id), isDryRun: false, operator: "kim", now: fixture.clock.now(), mayResend: \.isResendable)
    #expect(report.resent == 3)
    let open = try await fixture.store.deadLetters(withRecovered: false, limit: 10)
    #expect(open.map(\.recipients) == [0], "of the first it is not known what became of one")
    #expect(try await fixture.store.health(now: fixture.clock.now()).deadLetters == 1)
    let totals = try await fixture.store.deadLetterTotals()
    #expect((totals.letters, totals.recovered, totals.recipients) == (2, 1, 0))
  }

  @Test func whatARedriveLeftBehindIsRecoveredAndNobodysWorkAnyMore() async throws {
    let (fixture, id) = try await buried(3)
    let deadLetters = MeddledQueue(
      fixture.deadLetters, spoil: { _ in QueueError(.unavailable, queue: "dead", context: "no disk") })
    let chosen = try await fixture.store.deadLetters(limit: 1).map(\.id)
    await #expect(throws: QueueError.self) {
      try await fixture.desk(over: deadLetters, to: fixture.sendQueue).redrive(Set(chosen))
    }
    try await fixture.desk.refresh()
    #expect(try await fixture.store.deadLetters(limit: 10).map(\.isRecovered) == [true, false, false])
    #expect(try await fixture.store.deadLetters(withRecovered: false, limit: 10).count == 2)
    let totals = try await fixture.store.deadLetterTotals()
    #expect((totals.letters, totals.recovered, totals.open, totals.recipients) == (3, 1, 2, 2))
    #expect(try await fixture.store.health(now: fixture.clock.now()).deadLetters == 2)
    #expect(try await fixture.summary(id).batches == .init(queued: 1, dead: 2))
    // Discarding it takes it away and cancels nobody.
    #expect(try await fixture.desk.discard(Set(chosen)) == (1, 0))
    #expect(try await fixture.store.deadLetterTotals().recovered == 0)
  }

  @Test func aLettersBodyIsFoundAndEverythingIsShownAgain() async throws {
    let (fixture, _) = try await buried(25)
    let letter = try #require(try await fixture.store.deadLetters(limit: 100).last)
    let body = try await fixture.desk.body(of: letter.id)
    #expect(body == "sendboard/1 store=teststore campaign=1 batch=\(letter.batch?.description ?? "") channel=email")
    #expect(try await fixture.desk.body(of: "none") == nil)
    #expect(try await fixture.deadLetters.depths() == .init(visible: 25))
  }
}
