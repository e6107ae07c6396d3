import Sandbox
import EventStore
import Model
import Ports
import Sending
import Services
import Synchronization
import Testing

/// Whatever goes wrong around a call, what was permitted for it is used or comes back.
@Suite struct PermitLeakTests {
  /// Permits everything, and counts what is used and what comes back.
  private final class Meter: Provider {
    struct Counts: Equatable {
      var permitted = 0
      var used = 0
      var returned = 0
      /// Permits that ended without a call.
      var ended = 0
    }

    let callLimit = 50
    let counts = Mutex(Counts())
    let answer: @Sendable (SendRequest) async -> SendAnswer

    init(_ answer: @escaping @Sendable (SendRequest) async -> SendAnswer = { ScriptedProvider.accepting($0) }) {
      self.answer = answer
    }

    private struct Stake: PermitStake {
      let meter: Meter

      func giveBack(_ recipients: Int, isWhole: Bool) {
        meter.counts.withLock {
          $0.returned += recipients
          if isWhole { $0.ended += 1 }
        }
      }
    }

    func permit(upTo recipients: Int) async throws -> Admission {
      counts.withLock { $0.permitted += recipients }
      return .granted(Permit(recipients: recipients, stakes: [Stake(meter: self)]))
    }

    func send(_ request: SendRequest, under permit: consuming Permit) async -> SendAnswer {
      let recipients = permit.recipients
      permit.use()
      counts.withLock { $0.used += recipients }
      return await answer(request)
    }

    var isEven: Bool { counts.withLock { $0.permitted == $0.used + $0.returned } }
  }

  /// A register of which one operation fails.
  private struct Failing: ClaimRegister {
    struct Broken: Error {}

    let store: EventStore
    var id: String { store.id }

    func claim(_ batch: BatchID, limit: Int, now: Timestamp, lease: Duration) async throws -> Claim { throw Broken() }
    func renewClaims(_ messages: [MessageID], now: Timestamp, lease: Duration) async throws {}
    func record(_ results: [AttemptResult], batch: BatchID, receiveCount: Int, now: Timestamp) async throws -> Int { 0 }
    func expireAbandonedClaims(overdue: Duration, now: Timestamp) async throws -> Int { 0 }
    func pause(_ campaign: CampaignID, because note: String) async throws {}
    func pauseAll(of channel: Channel, because note: String) async throws -> [CampaignID] { [] }
    func hasOpenCampaigns(of channel: Channel) async throws -> Bool { true }
    func hasAccepted(_ campaign: CampaignID) async throws -> Bool { false }
  }

  @Test func aClaimThatFailsGivesItBack() async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.launch(50)
    let meter = Meter()
    let worker = Worker(
      register: Failing(store: fixture.store), queue: fixture.sendQueue, providers: [.email: meter],
      settings: WorkerSettings(concurrency: 1), clock: fixture.clock, logger: fixture.logger)
    await #expect(throws: Failing.Broken.self) { try await worker.run() }
    #expect(meter.counts.withLock { $0 } == .init(permitted: 50, used: 0, returned: 50, ended: 1))
  }

  @Test func whatABatchDoesNotNeedComesBack() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(70, batchSize: 7)
    let meter = Meter()
    try await fixture.run(fixture.worker(meter)) { try await fixture.sendQueue.depths().total == 0 }
    #expect(try await fixture.summary(id).counts == [.accepted: 70])
    #expect(meter.isEven && meter.counts.withLock { $0.used } == 70)
  }

  @Test func aPausedCampaignGivesItBackWhole() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(100)
    _ = try await fixture.store.pause(id, operator: "tester", now: fixture.clock.now())
    let meter = Meter()
    try await fixture.run(fixture.worker(meter)) { try await fixture.sendQueue.depths().total == 0 }
    #expect(meter.counts.withLock { $0 } == .init(permitted: 100, used: 0, returned: 100, ended: 2))
  }

  /// The pace makes calls wait, and the stop comes while they do.
  @Test func aStopWhileALaneWaitsLeaksNothing() async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.launch(1000)
    let meter = Meter()
    try await fixture.run(fixture.worker(meter, rate: 60)) { meter.counts.withLock { $0.used } >= 50 }
    #expect(meter.isEven)
    #expect(try await fixture.sendQueue.depths().inFlight == 0)
  }
}
