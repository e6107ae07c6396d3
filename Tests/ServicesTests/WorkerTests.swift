import Sandbox
import EventStore
import Logging
import Model
import Pacing
import Ports
import Sending
import ServiceLifecycle
import Services
import Synchronization
import Testing
import TestSupport

@Suite struct WorkerTests {
  @Test func everybodyIsHandedOverOnceAndTheBatchIsDeletedLast() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(1030)
    let provider = ScriptedProvider { request, _ in ScriptedProvider.accepting(request) }
    try await fixture.run(fixture.worker(provider)) { try await fixture.sendQueue.depths().total == 0 }
    let sent = provider.requests.flatMap(\.recipients)
    #expect(sent.count == 1030)
    #expect(Set(sent.map(\.message)).count == 1030)
    #expect(provider.requests.allSatisfy { $0.recipients.count <= 50 })
    #expect(try await fixture.summary(id).counts == [.accepted: 1030])
    #expect(try await fixture.summary(id).state == .finished)
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aPassingFailureBringsTheBatchBackForThoseOnly() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(50)
    let provider = ScriptedProvider { request, call in
      .answered(
        request.recipients.enumerated().map { index, recipient in
          call == 1 && index < 3
            ? .refused(.init(cause: .throttled, reason: "Maximum sending rate exceeded"))
            : .accepted(providerID: "p-\(recipient.message)")
        })
    }
    try await fixture.run(fixture.worker(provider)) {
      fixture.advance(.seconds(1))
      return try await fixture.sendQueue.depths().total == 0
    }
    #expect(provider.requests.map(\.recipients.count) == [50, 3])
    #expect(provider.requests[1].recipients.map(\.message.rawValue) == [1, 2, 3])
    #expect(provider.requests[1].recipients.map(\.attempt) == [2, 2, 2])
    #expect(try await fixture.summary(id).counts == [.accepted: 50])
  }

  @Test func aRefusedRecipientDoesNotFailTheBatch() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(2)
    let provider = ScriptedProvider { _, _ in
      .answered([.refused(.init(cause: .invalidParameter, reason: "Invalid address")), .accepted(providerID: "p")])
    }
    try await fixture.run(fixture.worker(provider)) { try await fixture.sendQueue.depths().total == 0 }
    #expect(provider.requests.count == 1)
    #expect(try await fixture.summary(id).counts == [.refused: 1, .accepted: 1])
    #expect(try await fixture.store.message(MessageID(rawValue: 1))?.reason == "Invalid address")
  }

  @Test func aCallWithoutAnAnswerLeavesItsRecipientsUncertainAndIsNotRepeated() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(60)
    let provider = ScriptedProvider { request, call in
      request.recipients.count == 50 ? .unknown(reason: "the call timed out") : ScriptedProvider.accepting(request)
    }
    try await fixture.run(fixture.worker(provider)) { try await fixture.sendQueue.depths().total == 0 }
    #expect(provider.requests.count == 2)
    #expect(try await fixture.summary(id).counts == [.uncertain: 50, .accepted: 10])
  }

  @Test func anAnswerThatIsTooShortLeavesTheRestUncertain() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(3)
    let provider = ScriptedProvider { _, _ in .answered([.accepted(providerID: "p")]) }
    try await fixture.run(fixture.worker(provider)) { try await fixture.sendQueue.depths().total == 0 }
    #expect(try await fixture.summary(id).counts == [.accepted: 1, .uncertain: 2])
  }

  @Test func afterTheThirdReceiveTheBatchIsADeadLetterWithItsReasonAndCanBeRedriven() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(5)
    let isUp = Mutex(false)
    let isUpNow: @Sendable () -> Bool = { isUp.withLock { $0 } }
    let provider = ScriptedProvider { request, call in
      if isUpNow() { return ScriptedProvider.accepting(request) }
      if call == 1 {
        return .answered(
          request.recipients.map {
            $0.message.rawValue == 1
              ? .accepted(providerID: "first") : .refused(.init(cause: .transient, reason: "try \(call)"))
          })
      }
      return .notSent(.init(cause: .transient, reason: "Service unavailable, try \(call)"))
    }
    try await fixture.run(fixture.worker(provider)) {
      fixture.advance(.seconds(1))
      return try await fixture.deadLetters.depths().total == 1
    }
    #expect(provider.requests.map(\.recipients.count) == [5, 4, 4])
    try await fixture.desk.refresh()
    let letter = try #require(try await fixture.store.deadLetters(limit: 1000).first)
    #expect(letter.error == "transient: Service unavailable, try 3")
    #expect(letter.recipients == 4)
    #expect(letter.receiveCount == 3)
    #expect(try await fixture.summary(id).batches == .init(dead: 1))

    isUp.withLock { $0 = true }
    let redriven = try await fixture.desk.redrive(nil)
    #expect(redriven.letters == 1)
    #expect(redriven.recipients == 4)
    #expect(try await fixture.deadLetters.depths().total == 0)
    try await fixture.run(fixture.worker(provider)) { try await fixture.sendQueue.depths().total == 0 }
    #expect(provider.requests.last?.recipients.map(\.message.rawValue) == [2, 3, 4, 5])
    #expect(try await fixture.summary(id).counts == [.accepted: 5])
    #expect(try await fixture.store.deadLetters(limit: 1000).isEmpty)
    #expect(try await fixture.store.replay() == [])
  }

  @Test func discardingADeadLetterCancelsWhoWaitsInIt() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(5)
    try await fixture.bury()
    try await fixture.desk.refresh()
    let letter = try #require(try await fixture.store.deadLetters(limit: 1000).first)
    #expect(letter.error == "received 3 times without an outcome")
    let discarded = try await fixture.desk.discard([letter.id])
    #expect(discarded.letters == 1)
    #expect(try await fixture.summary(id).counts == [.cancelled: 5])
    #expect(try await fixture.deadLetters.depths().total == 0)
    #expect(try await fixture.store.deadLetters(limit: 1000).isEmpty)
  }

  @Test func aUsedUpQuotaPausesTheCampaignWithTheReason() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(200)
    let provider = ScriptedProvider { _, _ in .notSent(.init(cause: .quota, reason: "Daily message quota exceeded")) }
    try await fixture.run(fixture.worker(provider)) { try await fixture.summary(id).state == .paused }
    #expect(try await fixture.summary(id).note == "Daily message quota exceeded")
  }

  @Test func aStopFinishesTheCallsUnderWayAndGivesTheRestBack() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(1000)
    // The provider answers only when the stop was asked for.
    let provider = ScriptedProvider { request, _ in
      do { try await gracefulShutdown() } catch { Issue.record("the call was cut off: \(error)") }
      return ScriptedProvider.accepting(request)
    }
    try await fixture.run(fixture.worker(provider)) { provider.requests.count == 5 }
    #expect(provider.requests.count == 5)
    let summary = try await fixture.summary(id)
    #expect(summary.counts[.sending] == nil)
    #expect(summary.counts[.accepted] == provider.requests.reduce(0) { $0 + $1.recipients.count })
    let depths = try await fixture.sendQueue.depths()
    #expect(depths.inFlight == 0)
    #expect(depths.visible == 20 - provider.requests.count)
  }

  @Test func theRateIsKept() async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.launch(300)
    let provider = ScriptedProvider { request, _ in ScriptedProvider.accepting(request) }
    let start = fixture.hand.now
    try await fixture.run(fixture.worker(provider, rate: 200, time: fixture.time), every: .milliseconds(2)) {
      try await fixture.advanceWhenIdle(.milliseconds(10))
      return try await fixture.sendQueue.depths().total == 0
    }
    // One call of 50 goes at once, the other 250 recipients wait for their turn.
    #expect(start.duration(to: fixture.hand.now) >= .milliseconds(1250))
  }

  @Test func aCallHasNoMoreRecipientsThanASecondsWorth() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(30)
    let provider = ScriptedProvider { request, _ in ScriptedProvider.accepting(request) }
    let start = fixture.hand.now
    try await fixture.run(fixture.worker(provider, rate: 12, time: fixture.time), every: .milliseconds(2)) {
      try await fixture.advanceWhenIdle(.milliseconds(10))
      return try await fixture.summary(id).state == .finished
    }
    #expect(provider.requests.map(\.recipients.count) == [12, 12, 6])
    #expect(start.duration(to: fixture.hand.now) >= .milliseconds(1500))
    #expect(try await fixture.summary(id).counts == [.accepted: 30])
  }

  @Test func throttlingAloneCostsNoReceives() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(50)
    let provider = ScriptedProvider { request, call in
      call <= 5 ? .notSent(.init(cause: .throttled, reason: "slow down")) : ScriptedProvider.accepting(request)
    }
    // The queue's clock stands still: a batch that was given back would never come again.
    try await fixture.run(fixture.worker(provider, time: fixture.time), every: .milliseconds(2)) {
      fixture.hand.advance(by: .milliseconds(50))
      return try await fixture.summary(id).state == .finished
    }
    #expect(try await fixture.summary(id).counts == [.accepted: 50])
    #expect(try await fixture.store.deadLetters(limit: 1000).isEmpty)
    #expect(try await fixture.store.replay() == [])
    #expect(provider.requests.count > 5)
  }

  @Test func aStopDuringThrottlingGivesTheBatchBack() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(50)
    let provider = ScriptedProvider { _, _ in .notSent(.init(cause: .throttled, reason: "slow down")) }
    try await fixture.run(fixture.worker(provider, time: fixture.time), every: .milliseconds(2)) {
      fixture.hand.advance(by: .milliseconds(50))
      return provider.requests.count == 3
    }
    #expect(try await fixture.sendQueue.depths().visible == 1)
    #expect(try await fixture.summary(id).counts == [.refused: 50])
    let next = ScriptedProvider { request, _ in ScriptedProvider.accepting(request) }
    try await fixture.run(fixture.worker(next)) { try await fixture.sendQueue.depths().total == 0 }
    #expect(try await fixture.summary(id).counts == [.accepted: 50])
  }

  @Test func aStoppedAccountPausesEveryCampaignBeforeAnythingIsReceived() async throws {
    let fixture = try await ServiceFixture()
    let ids = [try await fixture.launch(10), try await fixture.launch(10)]
    let provider = StoppedProvider()
    try await fixture.run(fixture.worker(provider)) { try await fixture.summary(ids[0]).state == .paused }
    for id in ids {
      #expect(try await fixture.summary(id).state == .paused)
      #expect(try await fixture.summary(id).note == "The account is suspended.")
      #expect(try await fixture.summary(id).counts == [.queued: 10])
    }
    #expect(try await fixture.sendQueue.depths().visible == 2)
  }

  @Test func aSenderThatIsNotSetUpPausesItsCampaignAfterTheFirstCalls() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(1000)
    let provider = ScriptedProvider { _, _ in
      .notSent(.init(cause: .unverifiedSender, reason: "Email address is not verified."))
    }
    try await fixture.run(fixture.worker(provider)) { try await fixture.sendQueue.depths().total == 0 }
    #expect(try await fixture.summary(id).state == .paused)
    #expect(try await fixture.summary(id).counts[.refused, default: 0] <= 5 * 50)

    // It is set up now: the rest goes with the campaign, and whom it failed is resent to.
    let now = fixture.clock.now()
    _ = try await fixture.store.resume(id, operator: "tester", now: now)
    let report = try await fixture.store.resend(
      id, isDryRun: false, operator: "tester", now: now, mayResend: \.isResendable)
    #expect(report.resent > 0)
    let working = ScriptedProvider { request, _ in ScriptedProvider.accepting(request) }
    let outbox = Outbox(store: fixture.store, queue: fixture.sendQueue, clock: fixture.clock, logger: fixture.logger)
    try await outbox.drain(id)
    try await fixture.run(fixture.worker(working)) { try await fixture.summary(id).state == .finished }
    #expect(try await fixture.summary(id).counts == [.accepted: 1000])
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aMessageThatNamesNoBatchOfOursDiesWithoutHarm() async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.sendQueue.send([QueueEntry(body: "{\"somebody\":\"else's\"}")])
    let provider = ScriptedProvider { request, _ in ScriptedProvider.accepting(request) }
    try await fixture.run(fixture.worker(provider)) { try await fixture.deadLetters.depths().total == 1 }
    try await fixture.desk.refresh()
    #expect(try await fixture.store.deadLetters(limit: 1000).map(\.error) == ["its body names no batch of this store"])
    #expect(provider.requests.isEmpty)
  }
}

/// A worker that lives keeps what it has, however long it takes.
@Suite struct WorkerLeaseTests {
  private static let visibility = Duration.seconds(120)

  /// A worker with one lane, whose calls wait at a gate.
  private func worker(_ fixture: ServiceFixture, _ provider: ScriptedProvider, time: Timekeeper = Timekeeper())
    -> Worker
  {
    Worker(
      register: fixture.store, queue: fixture.sendQueue, providers: [.email: provider],
      settings: WorkerSettings(concurrency: 1, visibility: Self.visibility), clock: fixture.clock,
      logger: fixture.logger, time: time)
  }

  private func held(at gate: Gate) -> ScriptedProvider {
    ScriptedProvider { request, _ in
      do { try await gate.pass() } catch { Issue.record("the call was cut off: \(error)") }
      return ScriptedProvider.accepting(request)
    }
  }

  /// Who sleeps while the only lane is in a call: the claims' renewal, the batch's heartbeat, the receiver and the sweep.
  private static let sleepers = 4

  /// Lets time pass in steps that are shorter than any of them sleeps. Whoever is woken has done its part when it sleeps
  /// again.
  private func pass(_ span: Duration, _ fixture: ServiceFixture, _ look: () async throws -> Void) async throws {
    let step = Duration.seconds(5)
    for _ in 0..<Int(span / step) {
      try await fixture.hand.untilAsleep(Self.sleepers)
      fixture.advance(step)
      try await fixture.hand.untilAsleep(Self.sleepers)
      try await look()
    }
  }

  @Test func aLongCallIsNotTakenForADeadWorkers() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(50)
    let gate = Gate()
    let provider = held(at: gate)
    try await fixture.run(worker(fixture, provider, time: fixture.time)) {
      try await eventually("the call is under way") { gate.waiters == 1 }
      try await pass(.seconds(600), fixture) {
        #expect(try await fixture.sendQueue.depths() == QueueDepths(visible: 0, inFlight: 1, delayed: 0))
        let now = fixture.clock.now()
        #expect(try await fixture.store.expireAbandonedClaims(overdue: Self.visibility, now: now) == 0)
        let claim = try await fixture.store.claim(
          BatchID(rawValue: 1), limit: 50, now: now, lease: Self.visibility / 2)
        if case .inProgress = claim {} else { Issue.record("\(claim)") }
      }
      gate.open()
      return true
    }
    #expect(provider.requests.count == 1)
    #expect(try await fixture.summary(id).counts == [.accepted: 50])
  }

  @Test func batchesThatWaitForALaneStayHidden() async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.launch(1000)
    let gate = Gate()
    try await fixture.run(worker(fixture, held(at: gate), time: fixture.time)) {
      try await eventually("the call is under way") { gate.waiters == 1 }
      try await pass(.seconds(600), fixture) {
        let depths = try await fixture.sendQueue.depths()
        #expect(depths == QueueDepths(visible: 10, inFlight: 10, delayed: 0))
      }
      gate.open()
      return true
    }
  }

  @Test func aStopCostsWhatWasNotTriedNoReceive() async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.launch(1000)
    for _ in 1...4 {
      let gate = Gate()
      try await fixture.run(worker(fixture, held(at: gate))) {
        guard try await fixture.sendQueue.depths().inFlight == 10 else { return false }
        gate.open()
        return true
      }
    }
    #expect(try await fixture.deadLetters.depths().total == 0)
    var counts: [Int] = []
    while case let messages = try await fixture.sendQueue.receive(max: 10, wait: .zero, visibility: nil),
      !messages.isEmpty
    {
      counts += messages.map(\.receiveCount)
    }
    #expect(!counts.isEmpty && counts.allSatisfy { $0 == 1 }, "\(counts)")
  }

  /// Together they are more than one send takes; ours must not suffer for it.
  @Test func aStopPutsLongBodiesOfOthersBackToo() async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.launch(150)
    let long = String(repeating: "x", count: 200_000)
    for _ in 0..<3 { _ = try await fixture.sendQueue.send([QueueEntry(body: long)]) }
    let gate = Gate()
    try await fixture.run(worker(fixture, held(at: gate))) {
      guard try await fixture.sendQueue.depths().inFlight == 6 else { return false }
      gate.open()
      return true
    }
    let left = try await fixture.sendQueue.receive(max: 10, wait: .zero, visibility: nil)
    #expect(left.count { $0.body == long } == 3)
    #expect(left.count >= 5 && left.allSatisfy { $0.receiveCount == 1 }, "\(left.map(\.receiveCount))")
  }

  @Test func anotherStoresBatchIsNotWornOut() async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.sendQueue.send([QueueEntry(body: "{\"somebody\":\"else's\"}")])
    let said = Mutex<[String]>([])
    let logger = Logger(label: "test") { _ in Listener { words in said.withLock { $0.append(words) } } }
    var settings = WorkerSettings(visibility: Self.visibility)
    settings.poll = .milliseconds(20)
    let worker = Worker(
      register: fixture.store, queue: fixture.sendQueue,
      providers: [.email: ScriptedProvider { _, _ in .answered([]) }], settings: settings, clock: fixture.clock,
      logger: logger, time: fixture.time)
    @Sendable func complaints() -> Int {
      said.withLock { $0.count { $0.contains("names no batch of this store") && $0.contains("for 60 s") } }
    }
    // The sweep, the receiver, and the five lanes: nobody receives.
    let all = 2 + 5
    try await fixture.run(worker) {
      for round in 1...2 {
        try await fixture.hand.untilAsleep(all)
        #expect(complaints() == round)
        #expect(try await fixture.sendQueue.depths() == QueueDepths(visible: 1, inFlight: 0, delayed: 0))
        fixture.advance(.seconds(59))
        try await fixture.hand.untilAsleep(all)
        #expect(complaints() == round)
        if round == 1 { fixture.advance(.seconds(1)) }
      }
      return true
    }
    #expect(try await fixture.deadLetters.depths().total == 0)
    let message = try await fixture.sendQueue.receive(max: 1, wait: .zero, visibility: nil).first
    #expect(message?.receiveCount == 3)
  }
}

/// An account that AWS has stopped.
private struct StoppedProvider: Provider {
  let callLimit = 50

  func permit(upTo recipients: Int) async throws -> Admission {
    .stopped(Refusal(cause: .accountPaused, reason: "The account is suspended."))
  }

  func send(_ request: SendRequest, under permit: consuming Permit) async -> SendAnswer {
    permit.use()
    Issue.record("a call was made for an account that is stopped")
    return .unknown(reason: "")
  }
}
