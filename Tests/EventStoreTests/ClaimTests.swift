import Model
import Ports
import Testing

@testable import EventStore

/// One test for each crash point written at `EventStore.claim`, and for two workers at once.
@Suite struct ClaimTests {
  @Test func aMessageIsClaimedOnce() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(50)
    let batch = try await fixture.queueAll()[0].batch
    #expect(try await fixture.claim(batch).count == 50)
    guard case .inProgress = try await fixture.another().claim(batch, limit: 50, now: fixture.now, lease: .seconds(60))
    else { return #expect(Bool(false), "claimed twice") }
  }

  @Test func aClaimWithoutAnOutcomeBecomesUncertainAndIsNotSentAgain() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(60)
    let batches = try await fixture.queueAll()
    _ = try await fixture.claim(batches[0].batch)
    fixture.now = fixture.now + .seconds(61)
    guard
      case .nothingLeft = try await fixture.store.claim(
        batches[0].batch, limit: 50, now: fixture.now, lease: .seconds(60))
    else { return #expect(Bool(false), "sent again") }
    let summary = try await fixture.summary(id)
    #expect(summary.counts == [.uncertain: 50, .queued: 10])
    #expect(summary.batches == .init(queued: 1, done: 1))
    #expect(try await fixture.store.replay() == [])
  }

  @Test func anEventSettlesAnUncertainMessage() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(1)
    let batch = try await fixture.queueAll()[0].batch
    let message = try await fixture.claim(batch)[0].message
    fixture.now = fixture.now + .seconds(61)
    _ = try await fixture.claim(batch)
    #expect(try await fixture.summary(id).counts == [.uncertain: 1])
    _ = try await fixture.store.ingest([fixture.incoming(.send, message, at: -60_000)], now: fixture.now)
    #expect(try await fixture.summary(id).counts == [.accepted: 1])
    #expect(try await fixture.store.message(message)?.providerID == "p-1-1")
    #expect(try await fixture.store.replay() == [])
  }

  @Test func anOutcomeWithoutADeleteLeavesNothingToClaim() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(50)
    let batch = try await fixture.queueAll()[0].batch
    #expect(try await fixture.accept(try await fixture.claim(batch), batch) == 0)
    #expect(try await fixture.summary(id).state == .finished)
    guard case .nothingLeft = try await fixture.store.claim(batch, limit: 50, now: fixture.now, lease: .seconds(60))
    else { return #expect(Bool(false), "sent again") }
  }

  @Test func aPassingRefusalComesBackAloneAndAFinalOneDoesNot() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(3)
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    let words: [SendResult] = [
      .accepted(providerID: "p"), .refused(.init(cause: .throttled, reason: "slow down")),
      .refused(.init(cause: .invalidParameter, reason: "no such thing")),
    ]
    let left = try await fixture.store.record(
      zip(claimed, words).map { .init(message: $0.message, attempt: $0.attempt, $1) }, batch: batch,
      receiveCount: 1, now: fixture.now)
    #expect(left == 1)
    #expect(try await fixture.summary(id).counts == [.accepted: 1, .refused: 2])
    let again = try await fixture.claim(batch)
    #expect(again.map(\.message) == [claimed[1].message])
    #expect(again.map(\.attempt) == [2])
    #expect(try await fixture.accept(again, batch) == 0)
    #expect(try await fixture.summary(id).counts == [.accepted: 2, .refused: 1])
    #expect(try await fixture.store.message(claimed[1].message)?.attempts == 2)
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aPausedCampaignsBatchIsHeldAndGoesOnAfterAResume() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(100)
    let batches = try await fixture.queueAll()
    #expect(try await fixture.store.pause(id, operator: "t", now: fixture.now) == 100)
    guard
      case .paused = try await fixture.store.claim(batches[0].batch, limit: 50, now: fixture.now, lease: .seconds(60))
    else { return #expect(Bool(false), "a paused campaign was claimed") }
    #expect(try await fixture.summary(id).batches == .init(pending: 1, queued: 1))
    #expect(try await fixture.queueAll().isEmpty)
    _ = try await fixture.store.resume(id, operator: "t", now: fixture.now)
    #expect(try await fixture.queueAll().map(\.batch) == [batches[0].batch])
    #expect(try await fixture.claim(batches[0].batch).count == 50)
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aCancelledCampaignSendsNothingMore() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(12_000)
    let batches = try await fixture.queueAll()
    let claimed = try await fixture.claim(batches[0].batch)
    #expect(try await fixture.store.cancel(id, operator: "t", now: fixture.now) == 11_950)
    guard
      case .nothingLeft = try await fixture.store.claim(
        batches[1].batch, limit: 50, now: fixture.now, lease: .seconds(60))
    else { return #expect(Bool(false), "a cancelled campaign was claimed") }
    try await fixture.accept(claimed, batches[0].batch)
    #expect(try await fixture.summary(id).counts == [.accepted: 50, .cancelled: 11_950])
    #expect(try await fixture.summary(id).state == .cancelled)
    #expect(try await fixture.summary(id).batches == .init(done: 240))
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aBatchHeldWhileTheOutboxWasSendingItIsNotTakenForQueued() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(50)
    let taken = try await fixture.store.takeOutbox(limit: 10, now: fixture.now, lease: .seconds(15))
    // The ticket is on the queue; before the outbox says so, the campaign is paused and a worker deletes the ticket.
    _ = try await fixture.store.pause(id, operator: "t", now: fixture.now)
    guard
      case .paused = try await fixture.store.claim(taken[0].batch, limit: 50, now: fixture.now, lease: .seconds(60))
    else {
      Issue.record("a paused campaign was claimed")
      return
    }
    try await fixture.store.markQueued(taken, now: fixture.now)
    #expect(try await fixture.summary(id).batches == .init(pending: 1))
    _ = try await fixture.store.resume(id, operator: "t", now: fixture.now)
    #expect(try await fixture.queueAll().map(\.batch) == taken.map(\.batch))
    #expect(try await fixture.store.replay() == [])
  }

  @Test func batchesWhoseTicketsAreLostGoToTheQueueAgain() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(100)
    let queued = try await fixture.queueAll()
    #expect(try await fixture.store.requeueLost(before: fixture.now, now: fixture.now) == 0)
    fixture.now = fixture.now + .seconds(1)
    #expect(try await fixture.store.requeueLost(before: fixture.now, now: fixture.now) == 2)
    #expect(try await fixture.summary(id).batches == .init(pending: 2))
    #expect(try await fixture.queueAll().map(\.batch) == queued.map(\.batch))
    #expect(try await fixture.store.replay() == [])
  }

  @Test func theOutboxTakesUpABatchAgainWhenItsTakerIsGone() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(50)
    let first = try await fixture.store.takeOutbox(limit: 10, now: fixture.now, lease: .seconds(15))
    #expect(first.count == 1)
    #expect(try await fixture.store.takeOutbox(limit: 10, now: fixture.now + .seconds(14), lease: .seconds(15)).isEmpty)
    #expect(
      try await fixture.store.takeOutbox(limit: 10, now: fixture.now + .seconds(15), lease: .seconds(15)).map(\.batch)
        == first.map(\.batch))
  }
}
