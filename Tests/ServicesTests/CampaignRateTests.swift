import EventStore
import Model
import Pacing
import Ports
import Sandbox
import Services
import StoreSupport
import Synchronization
import TestSupport
import Testing

@testable import Sending

/// A campaign with a rate of its own goes no faster, and keeps nobody else from going.
@Suite struct CampaignRateTests {
  private let slow = CampaignPaces.Limit(campaign: CampaignID(rawValue: 1), rate: SendRate(perSecond: 2))

  /// Of a rate of 2 with calls of 50, one lane is enough: the others are put back, one behind the other, no later than the
  /// queue can delay them. 50 recipients at 2 a second take 25 seconds.
  @Test func itsBatchesComeOneBehindTheOther() {
    var paces = CampaignPaces()
    let now = ContinuousClock.now
    func enter() -> Duration? {
      paces.enter(slow, size: 50, callLimit: 50, patience: .seconds(3), longest: .seconds(60), at: now)
    }
    #expect(enter() == nil)
    #expect(enter() == .seconds(25))
    #expect(enter() == .seconds(50))
    #expect(enter() == .seconds(60))
    paces.leave(slow.campaign)
    #expect(enter() == nil)
  }

  /// 120 a second in calls of 50 need three lanes; 120 in calls of one need more than there are.
  @Test func aFastOneHasAsManyLanesAsItNeeds() {
    var paces = CampaignPaces()
    let fast = CampaignPaces.Limit(campaign: CampaignID(rawValue: 2), rate: SendRate(perSecond: 120))
    let entered = (0..<5).map { _ in
      paces.enter(fast, size: 50, callLimit: 50, patience: .seconds(3), longest: .seconds(900), at: .now) == nil
    }
    #expect(entered == [true, true, true, false, false])
    var texts = CampaignPaces()
    #expect(
      (0..<5).allSatisfy { _ in
        texts.enter(fast, size: 10, callLimit: 1, patience: .seconds(3), longest: .seconds(900), at: .now) == nil
      })
  }

  /// One recipient in ten seconds: whoever comes meanwhile is put back behind the turn and behind the others, and not all to
  /// the same moment. One that failed before is taken in hand, but not as many as there are.
  @Test func whoseTurnIsFarAwayComesBackBehindTheOthers() {
    var paces = CampaignPaces()
    let now = ContinuousClock.now
    let rare = CampaignPaces.Limit(campaign: CampaignID(rawValue: 3), rate: SendRate(perSecond: 0.1))
    func enter(isKept: Bool = false) -> Duration? {
      paces.enter(
        rare, size: 2, callLimit: 50, patience: .seconds(3), longest: .seconds(900), isKept: isKept, at: now)
    }
    #expect(enter() == nil)
    _ = paces.turn(rare, for: 1, at: now)
    paces.take(rare.campaign, 1)
    paces.leave(rare.campaign)
    // Ten seconds until the turn, and twenty for each batch of two.
    #expect(enter() == .seconds(30))
    #expect(enter() == .seconds(50))
    #expect(enter(isKept: true) == nil)
    #expect(enter(isKept: true) == nil)
    #expect(enter(isKept: true) != nil)
  }

  @Test func noMoreThanItsRateGoInAnySecond() async throws {
    let time = Timekeeper(HastyClock())
    let pacer = Pacer(rate: nil, time: time)
    let began = time.now
    var sent: [Duration] = []
    while time.now - began < .seconds(20) {
      let permit = try await pacer.permit(.email, slow, upTo: 50)
      #expect(permit.recipients == 2, "a call has a second's worth at most")
      permit.use()
      sent.append(time.now - began)
    }
    for start in sent { #expect(sent.count { $0 >= start && $0 < start + .milliseconds(990) } <= 2, "from \(start)") }
    // A first call at once, and one a second: 20 of them, and one on the edge.
    #expect((20...22).contains(sent.count))
    // Somebody else's go at once meanwhile.
    let before = time.now
    try await pacer.permit(.email, nil, upTo: 50).use()
    #expect(time.now == before)
  }

  @Test func whatIsGivenBackIsNotLostToIt() async throws {
    let time = Timekeeper(HastyClock())
    let pacer = Pacer(rate: nil, time: time)
    try await pacer.permit(.email, slow, upTo: 50).giveBack()
    let began = time.now
    try await pacer.permit(.email, slow, upTo: 50).use()
    #expect(time.now == began)
    #expect(await pacer.wait(slow, .email, upTo: 50) > .zero)
  }

  /// Eight batches of the slow one are ahead on the queue: the other is through long before them, and nothing has cost a
  /// receive too many.
  @Test func aSlowCampaignDoesNotHoldUpTheOthers() async throws {
    let fixture = try await ServiceFixture()
    var plan = CampaignPlan.test(batchSize: 5)
    plan.rate = SendRate(perSecond: 1)
    let slow = try await fixture.store.launch(40, plan, folder: fixture.folder, now: fixture.clock.now)
    let outbox = Outbox(store: fixture.store, queue: fixture.sendQueue, clock: fixture.clock, logger: fixture.logger)
    try await outbox.drain(slow)
    let quick = try await fixture.launch(100)
    let provider = ScriptedProvider { request, _ in ScriptedProvider.accepting(request) }
    try await fixture.run(fixture.worker(provider, time: fixture.time), within: .seconds(60)) {
      fixture.advance(.milliseconds(100))
      return try await fixture.summary(quick).state == .finished
    }
    let gone = try await fixture.summary(slow).handedOver
    #expect(gone < 20, "\(gone) of 40 at one a second, while 100 others went")
    let sizes = provider.requests.filter { $0.campaign.id == slow }.map(\.recipients.count)
    #expect(sizes.allSatisfy { $0 == 1 })
    try await fixture.run(fixture.worker(provider, time: fixture.time), within: .seconds(120)) {
      fixture.advance(.milliseconds(500))
      return try await fixture.summary(slow).state == .finished
    }
    let sent = provider.requests.flatMap(\.recipients).map(\.message)
    #expect(sent.count == 140 && Set(sent).count == 140)
    #expect(try await fixture.store.deadLetterTotals().letters == 0)
    #expect(try await fixture.store.replay() == [])
  }

  /// What fails again and again is given up after its third receive, however slow its campaign.
  @Test func whatFailsIsGivenUpAllTheSame() async throws {
    let fixture = try await ServiceFixture()
    var plan = CampaignPlan.test(batchSize: 2)
    plan.rate = SendRate(perSecond: 1)
    let id = try await fixture.store.launch(8, plan, folder: fixture.folder, now: fixture.clock.now)
    try await Outbox(store: fixture.store, queue: fixture.sendQueue, clock: fixture.clock, logger: fixture.logger)
      .drain(id)
    let provider = ScriptedProvider { request, _ in .notSent(.init(cause: .transient, reason: "unavailable")) }
    try await fixture.run(fixture.worker(provider, time: fixture.time), within: .seconds(60)) {
      fixture.advance(.milliseconds(500))
      return try await fixture.deadLetters.depths().total == 4
    }
    #expect(try await fixture.sendQueue.depths().total == 0)
    #expect(try await fixture.summary(id).handedOver == 0)
  }
}
