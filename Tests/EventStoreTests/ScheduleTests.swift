import GRDB
import Model
import Ports
import StoreSupport
import Synchronization
import Testing

@testable import EventStore

/// Campaigns that begin at a time.
@Suite struct ScheduleTests {
  private let fixture: StoreFixture

  init() throws { fixture = try StoreFixture() }

  private func launch(in span: Duration, count: Int = 6, name: String = "May") async throws -> CampaignID {
    var plan = fixture.plan(name: name, batchSize: 2)
    plan.dueAt = fixture.now + span
    return try await fixture.store.launch(count, plan, folder: fixture.folder, now: { fixture.now })
  }

  private func begin(of store: EventStore? = nil, _ now: Timestamp) async throws -> [(id: CampaignID, name: String)] {
    try await (store ?? fixture.store).beginDue(now: { now })
  }

  private func state(_ id: CampaignID, of store: EventStore? = nil) async throws -> CampaignState? {
    try await (store ?? fixture.store).campaigns(id).first?.state
  }

  private func actions(_ id: CampaignID) async throws -> [String] {
    try await fixture.store.read { db in
      try Row.fetchAll(
        db, sql: "SELECT action, result FROM history WHERE campaign = ? ORDER BY id", arguments: [id.rawValue]
      ).map { "\($0["action"] as String) \(OwnRecord.sentence(of: $0["result"]))" }
    }
  }

  @Test func nothingOfItGoesOutBeforeItIsDue() async throws {
    let id = try await launch(in: .seconds(60))
    #expect(try await state(id) == .scheduled)
    #expect(try await fixture.store.campaigns(id)[0].dueAt == fixture.now + .seconds(60))
    #expect(try await fixture.store.takeOutbox(limit: 100, now: fixture.now, lease: .seconds(15)).isEmpty)
    // A ticket that somebody made up, or that is of a queue of before.
    let batch = try await fixture.store.batches(BatchQuery(campaign: id)).rows[0].id
    guard case .paused = try await fixture.store.claim(batch, limit: 50, now: fixture.now, lease: .seconds(60)) else {
      Issue.record("it was claimed")
      return
    }
    #expect(try await begin(fixture.now + .seconds(59)).isEmpty)
    #expect(try await state(id) == .scheduled)
    #expect(try await fixture.store.replay().isEmpty)
  }

  @Test func whatIsDueBeginsOnceWhoeverLooks() async throws {
    let id = try await launch(in: .seconds(60))
    let later = try await launch(in: .seconds(90), name: "June")
    let other = try fixture.another()
    #expect(try await fixture.store.nextDue(now: fixture.now) == fixture.now + .seconds(60))
    fixture.now = fixture.now + .seconds(61)
    let (store, now) = (fixture.store, fixture.now)
    let begun = try await withThrowingTaskGroup(of: [CampaignID].self) { group in
      for one in [store, other] { group.addTask { try await one.beginDue(now: { now }).map(\.id) } }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(begun == [id])
    #expect(try await state(id) == .launching)
    #expect(try await state(later) == .scheduled)
    #expect(try await fixture.queueAll().count == 3)
    #expect(try await begin(fixture.now).isEmpty)
    // A clock that is set back, and comes to the same time again.
    #expect(try await begin(of: other, fixture.now + .seconds(-30)).isEmpty)
    #expect(try await begin(of: other, fixture.now + .seconds(1)).isEmpty)
    #expect(
      try await actions(id) == [
        "send launched", "schedule to begin at \(fixture.now + .seconds(-1))", "begin begun when it was due",
      ])
    #expect(try await fixture.store.nextDue(now: fixture.now) == fixture.now + .seconds(29))
    #expect(try await fixture.store.replay().isEmpty)
  }

  @Test func severalThatAreDueBeginByTheirTimes() async throws {
    let late = try await launch(in: .seconds(20), name: "Late")
    let early = try await launch(in: .seconds(10), name: "Early")
    #expect(try await begin(fixture.now + .seconds(30)).map(\.id) == [early, late])
  }

  /// Nothing ran when it was due: it waits for somebody's word, however the clock came to be there.
  @Test(arguments: [301, 3600 * 8, 86_400 * 400]) func whatIsLateIsNotSentSilently(seconds: Int) async throws {
    let id = try await launch(in: .zero)
    let due = fixture.now
    #expect(try await begin(due + .seconds(seconds)).isEmpty)
    let summary = try await fixture.store.campaigns(id)[0]
    #expect(summary.isMissed(at: due + .seconds(seconds)) && !summary.isMissed(at: due + .seconds(300)))
    #expect(try await fixture.store.nextDue(now: due + .seconds(seconds)) == nil)
    #expect(try await fixture.store.takeOutbox(limit: 100, now: due + .seconds(seconds), lease: .seconds(15)).isEmpty)
    // The clock was wrong, and is put right.
    #expect(try await begin(due + .seconds(1)).map(\.id) == [id])
  }

  @Test func oneThatWasMissedIsBegunByAWord() async throws {
    let id = try await launch(in: .zero)
    fixture.now = fixture.now + .seconds(3600)
    #expect(try await fixture.store.beginNow(id, operator: "mina", now: fixture.now) == 6)
    #expect(try await state(id) == .launching)
    #expect(try await actions(id).last == "begin begun at once")
    #expect(try await fixture.queueAll().count == 3)
    await #expect { try await fixture.store.beginNow(id, operator: "mina", now: fixture.now) } throws: {
      ($0 as? StoreError)?.code == .notAllowed
    }
  }

  @Test func anotherTimeIsTheOneThatCounts() async throws {
    let id = try await launch(in: .seconds(60))
    let new = fixture.now + .seconds(600)
    #expect(try await fixture.store.reschedule(id, at: new, operator: "mina", now: fixture.now) == 6)
    #expect(try await fixture.store.nextDue(now: fixture.now) == new)
    #expect(try await begin(fixture.now + .seconds(61)).isEmpty)
    #expect(try await begin(new).map(\.id) == [id])
    #expect(try await actions(id).contains("schedule to begin at \(new)"))
    await #expect { try await fixture.store.reschedule(id, at: new, operator: "mina", now: new) } throws: {
      ($0 as? StoreError)?.code == .notAllowed
    }
    await #expect {
      try await fixture.store.reschedule(CampaignID(rawValue: 99), at: new, operator: "mina", now: new)
    } throws: { ($0 as? StoreError)?.code == .notFound }
  }

  @Test func oneThatIsCancelledNeverBegins() async throws {
    let id = try await launch(in: .seconds(60))
    #expect(try await fixture.store.cancel(id, operator: "mina", now: fixture.now) == 6)
    #expect(try await begin(fixture.now + .seconds(61)).isEmpty)
    #expect(try await fixture.store.campaigns(id)[0].counts == [.cancelled: 6])
    #expect(try await fixture.store.nextDue(now: fixture.now) == nil)
    #expect(try await fixture.store.replay().isEmpty)
  }

  /// To pause and go on would send it before its time.
  @Test func itIsNeitherPausedNorResumed() async throws {
    let id = try await launch(in: .seconds(60))
    for pauses in [true, false] {
      await #expect {
        _ =
          pauses
          ? try await fixture.store.pause(id, operator: "mina", now: fixture.now)
          : try await fixture.store.resume(id, operator: "mina", now: fixture.now)
      } throws: { ($0 as? StoreError)?.code == .notAllowed }
    }
    #expect(try await fixture.store.pauseAll(of: .email, because: "stopped") == [])
    #expect(try await state(id) == .scheduled)
  }

  /// A `send --at` that was killed once everything was stored is continued, with its time.
  @Test func aLaunchThatIsRepeatedIsTheSame() async throws {
    var plan = fixture.plan(batchSize: 2)
    plan.dueAt = fixture.now + .seconds(60)
    let id = try await fixture.store.launch(plan, from: fixture.staging(6), now: { fixture.now })
    #expect(try await fixture.store.launch(plan, from: fixture.staging(6), now: { fixture.now }) == id)
    #expect(try await fixture.store.campaigns().count == 1)
    #expect(try await state(id) == .scheduled)
  }

  /// The adversary's find: who waited for the store's lock, or was stopped, went by the time of before.
  @Test func theTimeThatCountsIsThatOfTheTransaction() async throws {
    let id = try await launch(in: .zero)
    let due = fixture.now
    let looks = Mutex(0)
    let begun = try await fixture.store.beginDue(now: {
      looks.withLock { $0 += 1 }
      return looks.withLock { $0 } == 1 ? due : due + .seconds(301)
    })
    #expect(begun.isEmpty && looks.withLock { $0 } == 2)
    #expect(try await state(id) == .scheduled)
  }

  /// What was cancelled after a backup was made does not begin by itself when it is put back.
  @Test func inAStoreThatWasPutBackNothingBeginsByItself() async throws {
    let id = try await launch(in: .seconds(60))
    #expect(try await fixture.store.holdScheduled() == 1)
    #expect(try await begin(fixture.now + .seconds(61)).isEmpty)
    #expect(try await fixture.store.nextDue(now: fixture.now) == nil)
    #expect(try await fixture.store.campaigns(id)[0].isMissed(at: fixture.now))
    #expect(try await fixture.store.campaigns(id)[0].note == OwnReason.scheduleHeld.sentence)
    let new = fixture.now + .seconds(90)
    _ = try await fixture.store.reschedule(id, at: new, operator: "mina", now: fixture.now)
    #expect(try await fixture.store.campaigns(id)[0].note == nil)
    #expect(try await begin(new).map(\.id) == [id])
  }
}
