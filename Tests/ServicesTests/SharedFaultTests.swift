import Sandbox
import EventStore
import Model
import Pacing
import Ports
import Sending
import Services
import Synchronization
import Testing

/// A fault that all recipients share must not burn the campaign; one bad recipient among good ones must not stop it.
@Suite struct SharedFaultTests {
  private static func invalid(_ words: String) -> Refusal { Refusal(cause: .invalidParameter, reason: words) }

  @Test(arguments: [Refusal.Cause.invalidParameter, .other, .failed], [50, 1])
  func everybodyStaysResendableAndTheCampaignIsPaused(cause: Refusal.Cause, batchSize: Int) async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(batchSize == 50 ? 1000 : 20, batchSize: batchSize)
    let isMended = Mutex(false)
    let provider = ScriptedProvider { request, _ in
      isMended.withLock { $0 }
        ? ScriptedProvider.accepting(request) : .notSent(Refusal(cause: cause, reason: "BadRequest: words"))
    }
    try await fixture.run(fixture.worker(provider)) {
      let summary = try await fixture.summary(id)
      return summary.state == .paused && summary.batches.queued == 0
    }
    let paused = try await fixture.summary(id)
    #expect(paused.note == "BadRequest: words: everybody is turned away alike; mend it, then resume")
    // The five lanes' first calls, and no more.
    #expect(provider.requests.count <= 5)
    let failures = try await fixture.store.failures(id)
    #expect(failures.map(\.classification) == [Refusal(cause: .sharedFault, reason: "").classification])
    #expect(failures.allSatisfy { $0.classification.isResendable })
    #expect(try await fixture.deadLetters.depths().total == 0)

    isMended.withLock { $0 = true }
    _ = try await fixture.store.resume(id, operator: "tester", now: fixture.clock.now())
    let outbox = Outbox(store: fixture.store, queue: fixture.sendQueue, clock: fixture.clock, logger: fixture.logger)
    try await outbox.drain(id)
    try await fixture.run(fixture.worker(provider)) { try await fixture.summary(id).state == .finished }
    #expect(try await fixture.summary(id).counts == [.accepted: batchSize == 50 ? 1000 : 20])
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aFaultThatComesInTheMiddleIsSharedToo() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(500)
    let provider = ScriptedProvider { request, call in
      call <= 3 ? ScriptedProvider.accepting(request) : .notSent(Self.invalid("UnknownOperation"))
    }
    try await fixture.run(fixture.worker(provider)) {
      let summary = try await fixture.summary(id)
      return summary.state == .paused && summary.batches.queued == 0
    }
    let failures = try await fixture.store.failures(id)
    #expect(!failures.isEmpty && failures.allSatisfy { $0.classification.isResendable }, "\(failures)")
    #expect(try await fixture.summary(id).counts[.accepted] == 150)
  }

  /// With one recipient a call, the first two of a fault in the middle cannot be told from bad recipients.
  @Test(arguments: [1, 2]) func aFaultThatComesInTheMiddleOfSmallBatchesLosesNobody(batchSize: Int) async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(40, batchSize: batchSize)
    let provider = ScriptedProvider { request, call in
      call <= 10 ? ScriptedProvider.accepting(request) : .notSent(Self.invalid("UnknownOperation"))
    }
    try await fixture.run(fixture.worker(provider)) {
      let summary = try await fixture.summary(id)
      return summary.state == .paused && summary.batches.queued == 0
    }
    let summary = try await fixture.summary(id)
    #expect(summary.counts[.accepted] == 10 * batchSize)
    let failures = try await fixture.store.failures(id)
    #expect(failures.allSatisfy { $0.classification.isResendable }, "\(failures)")
    #expect(failures.reduce(0) { $0 + $1.count } == (summary.counts[.refused] ?? 0))
    #expect((summary.counts[.refused] ?? 0) >= 3)
  }

  /// The last batch may hold one recipient, and that one may be bad.
  @Test func aBatchOfOneBadRecipientAmongGoodOnesIsHisOwnFault() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(101)
    let provider = ScriptedProvider { request, _ in
      request.recipients.count == 50 ? ScriptedProvider.accepting(request) : .notSent(Self.invalid("Invalid address"))
    }
    // One lane, so that the small batch comes after the others.
    let worker = Worker(
      register: fixture.store, queue: fixture.sendQueue, providers: [.email: provider],
      settings: WorkerSettings(concurrency: 1),
      clock: fixture.clock, logger: fixture.logger)
    try await fixture.run(worker) { try await fixture.summary(id).state == .finished }
    #expect(try await fixture.summary(id).counts == [.accepted: 100, .refused: 1])
    // Nobody can tell, with one recipient a call; whoever corrected what is wrong may resend.
    let failures = try await fixture.store.failures(id).map(\.classification)
    #expect(failures.map(\.cause) == ["undecided"])
    #expect(failures.allSatisfy { $0.isResendable })
  }

  /// What is found here, without the provider, says nothing about others.
  @Test func addressesThatNoProviderTakesPauseNothing() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(100)
    let provider = ScriptedProvider { request, call in
      call == 1
        ? .notSent(Refusal(cause: .invalidParameter, reason: "ASCII only", isOwnFinding: true))
        : ScriptedProvider.accepting(request)
    }
    try await fixture.run(fixture.worker(provider)) { try await fixture.summary(id).state == .finished }
    #expect(try await fixture.summary(id).counts == [.accepted: 50, .refused: 50])
  }
}

/// What a worker does with the rate.
@Suite struct WorkerPaceTests {
  /// Grants at a rate, as a token bucket of one call, and counts what it grants and what comes back.
  private final class Meter: Provider {
    let callLimit = 50
    let rate: Double
    let time: Timekeeper
    let state: Mutex<(next: ContinuousClock.Instant, admitted: Int, returned: Int, sent: Int)>

    init(rate: Double, time: Timekeeper) {
      self.rate = rate
      self.time = time
      state = Mutex((time.now, 0, 0, 0))
    }

    func permit(upTo recipients: Int) async throws -> Admission {
      let granted = min(recipients, Int(rate))
      let at = state.withLock { state in
        let at = max(state.next, time.now)
        state.next = at + .seconds(Double(granted) / rate)
        state.admitted += granted
        return at
      }
      try await time.sleep(until: at)
      return .granted(Permit(recipients: granted, stakes: [Stake(meter: self)]))
    }

    private struct Stake: PermitStake {
      let meter: Meter

      func giveBack(_ recipients: Int, isWhole: Bool) { meter.state.withLock { $0.returned += recipients } }
    }

    func send(_ request: SendRequest, under permit: consuming Permit) async -> SendAnswer {
      permit.use()
      state.withLock { $0.sent += request.recipients.count }
      return ScriptedProvider.accepting(request)
    }
  }

  @Test(arguments: [5, 20]) func lanesWithoutWorkReserveNothing(concurrency: Int) async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(140, batchSize: 140)
    let meter = Meter(rate: 70, time: fixture.time)
    let worker = Worker(
      register: fixture.store, queue: fixture.sendQueue, providers: [.email: meter],
      settings: WorkerSettings(concurrency: concurrency), clock: fixture.clock, logger: fixture.logger,
      time: fixture.time)
    try await fixture.run(worker, every: .milliseconds(2)) {
      try await fixture.advanceWhenIdle(.milliseconds(20), lanes: concurrency)
      return try await fixture.summary(id).state == .finished
    }
    let counts = meter.state.withLock { $0 }
    #expect(counts.sent == 140)
    // The one lane that has the batch reserves for it; one of its calls may find it empty.
    #expect(counts.admitted <= 140 + 50, "\(counts)")
    #expect(counts.admitted == counts.sent + counts.returned, "\(counts)")
  }

  /// Takes one call a second, whatever is in it, as AWS does with most of its operations.
  private final class OneASecond: Provider {
    let callLimit = 50
    private let time: Timekeeper
    private let state: Mutex<(next: ContinuousClock.Instant, sizes: [Int], throttled: Int)>

    init(_ time: Timekeeper) {
      self.time = time
      state = Mutex((time.now, [], 0))
    }

    var sizes: [Int] { state.withLock(\.sizes) }
    var throttled: Int { state.withLock(\.throttled) }

    func send(_ request: SendRequest, under permit: consuming Permit) async -> SendAnswer {
      permit.use()
      let isTaken = state.withLock { state in
        if time.now < state.next {
          state.throttled += 1
          return false
        }
        state.next = time.now + .seconds(1)
        state.sizes.append(request.recipients.count)
        return true
      }
      return isTaken
        ? ScriptedProvider.accepting(request)
        : .notSent(Refusal(cause: .throttled, reason: "Rate exceeded"))
    }
  }

  @Test func aLimitOfOneCallASecondStillLetsFullCallsGo() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(500)
    let provider = OneASecond(fixture.time)
    let began = fixture.time.now
    try await fixture.run(fixture.worker(provider, time: fixture.time), within: .seconds(60), every: .milliseconds(2)) {
      try await fixture.advanceWhenIdle(.milliseconds(20))
      return try await fixture.summary(id).state == .finished
    }
    // Fifty a second are possible: ten calls. Ten a second, as it was before, would be fifty seconds.
    let took = (fixture.time.now - began).seconds
    #expect(took < 30, "\(took) s, \(provider.throttled) throttled, \(provider.sizes)")
    #expect(provider.sizes.filter { $0 == 50 }.count >= 9, "\(provider.sizes)")
    #expect(try await fixture.summary(id).counts == [.accepted: 500])
  }

  /// Everything is turned away for three seconds, and then a thousand a second are taken.
  @Test func throttlingThatPassesIsOverSoonAndIsTold() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(1000)
    let monitor = HealthMonitor(clock: fixture.clock)
    let time = fixture.time
    let began = time.now
    let provider = ScriptedProvider { request, _ in
      time.now < began + .seconds(3)
        ? .notSent(Refusal(cause: .throttled, reason: "Maximum sending rate exceeded."))
        : ScriptedProvider.accepting(request)
    }
    let worker = Worker(
      register: fixture.store, queue: fixture.sendQueue, providers: [.email: provider], settings: WorkerSettings(),
      clock: fixture.clock, logger: fixture.logger, monitor: monitor, time: time)
    let told = Mutex<String?>(nil)
    try await fixture.run(worker, every: .milliseconds(2)) {
      try await fixture.advanceWhenIdle(.milliseconds(20))
      if let fault = monitor.faults.first(where: { $0.component == "sending at full speed" }) {
        told.withLock { $0 = fault.problem.sentence }
      }
      return try await fixture.summary(id).state == .finished
    }
    let took = (time.now - began).seconds
    #expect(took < 13, "\(took) s")
    #expect(told.withLock { $0 }?.hasPrefix("throttled, now about ") == true)
    #expect(try await fixture.summary(id).counts == [.accepted: 1000])
  }
}
