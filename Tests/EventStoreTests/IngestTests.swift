import Model
import Testing
import TestSupport

@testable import EventStore

@Suite struct IngestTests {
  private let soft = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
  private let hard = Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.1.1")
  private let complaint = Classification(kind: .complaint, cause: "abuse")

  private func story(_ fixture: StoreFixture, _ message: MessageID) -> [IncomingEvent] {
    [
      fixture.incoming(.send, message, at: 1),
      fixture.incoming(.deliveryDelay, message, at: 2, Classification(kind: .delay, cause: "General")),
      fixture.incoming(.delivery, message, at: 3), fixture.incoming(.open, message, at: 4),
      fixture.incoming(.open, message, at: 4, identity: 77), fixture.incoming(.bounce, message, at: 5, soft),
      fixture.incoming(.bounce, message, at: 6, hard), fixture.incoming(.complaint, message, at: 7, complaint),
      fixture.incoming(.click, message, at: 8), fixture.incoming(.other("Novelty"), message, at: 9),
    ]
  }

  /// Whatever order, and however often, events are ingested: the same status and the same timeline.
  @Test(arguments: 0..<25) func orderAndRepetitionDoNotMatter(seed: Int) async throws {
    var random = SplitMix(UInt64(seed))
    let straight = try StoreFixture()
    let shuffled = try StoreFixture()
    for fixture in [straight, shuffled] {
      _ = try await fixture.launch(2)
      let batch = try await fixture.queueAll()[0].batch
      try await fixture.accept(try await fixture.claim(batch), batch)
    }
    let message = MessageID(rawValue: 1)
    let some = story(straight, message).filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
    _ = try await straight.store.ingest(some, now: straight.now)
    var stored = 0
    for event in (some + some + some).shuffled(using: &random) {
      stored += try await shuffled.store.ingest([event], now: shuffled.now).stored
    }
    #expect(stored == some.count)
    #expect(try await shuffled.store.message(message) == straight.store.message(message))
    #expect(try await shuffled.store.timeline(message) == straight.store.timeline(message))
    #expect(try await shuffled.store.campaigns() == straight.store.campaigns())
    #expect(try await shuffled.store.failures() == straight.store.failures())
    #expect(try await shuffled.store.replay() == [])
  }

  /// A clock may be hours off; what is dated years ahead is nobody's status, and can be looked at.
  @Test func whatIsOnlyToHappenIsLookedAtFirst() async throws {
    let fixture = try StoreFixture()
    func bounce(_ identity: Int64, after seconds: Int64) -> IncomingEvent {
      var event = IncomingEvent(
        tags: nil, providerID: "foreign-\(identity)", address: "a\(identity)@example.com", subject: nil,
        at: fixture.now + .seconds(seconds), type: .bounce, identity: identity, classification: hard, reason: nil,
        detail: nil)
      event.document = Array("document \(identity)".utf8)
      return event
    }
    let counts = try await fixture.store.ingest(
      [bounce(1, after: 86_400), bounce(2, after: 86_401), bounce(3, after: 2_000_000_000)], now: fixture.now)
    #expect(counts == IngestCounts(stored: 1, quarantined: 2))
    let kept = try await fixture.store.quarantine(limit: 10)
    #expect(kept.map { String(decoding: $0.bytes, as: UTF8.self) } == ["document 2", "document 3"])
    #expect(kept.allSatisfy { $0.error.contains("more than a day ahead") }, "\(kept)")
    // When its time has come, it is stored.
    let id = try #require(kept.first).id
    #expect(
      try await fixture.store.release(
        id, events: [bounce(2, after: 86_401)], error: nil, now: fixture.now + .seconds(1)))
  }

  @Test func mailOfAnotherProgramGetsAMessageForEachRecipient() async throws {
    let fixture = try StoreFixture()
    func foreign(_ address: String, _ type: EventType, _ identity: Int64, _ classification: Classification? = nil)
      -> IncomingEvent
    {
      IncomingEvent(
        tags: nil, providerID: "foreign-1", address: address, subject: "안내", at: fixture.now, type: type,
        identity: identity, classification: classification, reason: nil, detail: nil)
    }
    let counts = try await fixture.store.ingest(
      [
        foreign("a@example.com", .send, 1), foreign("b@example.com", .send, 2),
        foreign("B@example.com", .bounce, 3, hard),
        foreign("a@example.com", .send, 1),
      ], now: fixture.now)
    #expect(counts == IngestCounts(stored: 3, duplicates: 1))
    let page = try await fixture.store.messages(MessageQuery())
    #expect(page.rows.map(\.address) == ["a@example.com", "b@example.com"])
    #expect(page.rows.map(\.status) == [.accepted, .hardBounced])
    #expect(page.rows.map(\.subject) == ["안내", "안내"])
    #expect(page.rows.map(\.campaign) == [nil, nil])
    #expect(try await fixture.store.failures() == [FailureCount(classification: hard, count: 1)])
    #expect(try await fixture.store.replay() == [])
  }

  @Test func anUntaggedEventFindsOurMessageByTheProvidersName() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(1)
    let batch = try await fixture.queueAll()[0].batch
    try await fixture.accept(try await fixture.claim(batch), batch)
    var event = fixture.incoming(.bounce, MessageID(rawValue: 1), hard)
    event.tags = nil
    _ = try await fixture.store.ingest([event], now: fixture.now)
    #expect(try await fixture.store.messages(MessageQuery()).rows.map(\.status) == [.hardBounced])
  }

  /// Identity feedback carries no tags: before our mail's provider id is known, its events look like another program's.
  @Test(arguments: [true, false]) func anUntaggedEventThatCameFirstIsTakenOver(untaggedFirst: Bool) async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(1)
    let message = MessageID(rawValue: 1)
    _ = try await fixture.claim(try await fixture.queueAll()[0].batch)
    var bounce = fixture.incoming(.bounce, message, at: 2, hard)
    bounce.tags = nil
    bounce.address = "user0@example.com"
    let delivery = fixture.incoming(.delivery, message, at: 1)
    for event in untaggedFirst ? [bounce, delivery] : [delivery, bounce] {
      _ = try await fixture.store.ingest([event], now: fixture.now)
    }
    #expect(try await fixture.store.messages(MessageQuery()).rows.map(\.status) == [.hardBounced])
    #expect(try await fixture.summary(id).counts == [.hardBounced: 1])
    #expect(try await fixture.store.failures(id).map(\.count) == [1])
    #expect(try await fixture.store.timeline(message).map(\.type) == [.queued, .claimed, .delivery, .bounce])
    #expect(try await fixture.store.message(message)?.updatedAt == fixture.now + .milliseconds(2))
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aLateEventOfAnEarlierAttemptDoesNotTouchTheNewOne() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(1)
    let message = MessageID(rawValue: 1)
    let batch = try await fixture.queueAll()[0].batch
    try await fixture.accept(try await fixture.claim(batch), batch)
    _ = try await fixture.store.ingest([fixture.incoming(.bounce, message, at: 1, soft)], now: fixture.now)
    _ = try await fixture.store.resend(id, isDryRun: false, operator: "t", now: fixture.now + .seconds(2)) {
      $0.kind == .soft
    }
    let next = try await fixture.queueAll()[0].batch
    try await fixture.accept(try await fixture.claim(next), next)
    // Tagged, and untagged by the first attempt's provider id.
    var untagged = fixture.incoming(.bounce, message, at: 9, hard)
    untagged.tags = nil
    _ = try await fixture.store.ingest([fixture.incoming(.bounce, message, at: 8, hard), untagged], now: fixture.now)
    let summary = try #require(try await fixture.store.message(message))
    #expect(summary.status == .accepted)
    #expect(summary.attempts == 2)
    #expect(summary.providerID == "p-1-2")
    #expect(try await fixture.store.messages(MessageQuery()).rows.count == 1)
    #expect(try await fixture.store.timeline(message).filter { $0.type == .bounce }.map(\.attempt) == [1, 1, 1])
    #expect(try await fixture.store.replay() == [])
  }

  @Test func unreadableInputIsKeptWholeAndOnce() async throws {
    let fixture = try StoreFixture()
    let input = UnreadableInput(body: [0x7B, 0xFF, 0x00, 0x41], error: "not UTF-8")
    #expect(
      try await fixture.store.ingest([], unreadable: [input, input], now: fixture.now)
        == IngestCounts(duplicates: 1, quarantined: 1))
    let kept = try await fixture.store.quarantine(limit: 10)
    #expect(kept.map(\.error) == ["not UTF-8"])
    #expect(kept.map(\.body) == ["{\u{FFFD}\0A"])
  }

  @Test func aTagWithAnAttemptThatNeverWasCountsForThePresentOne() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(1)
    let batch = try await fixture.queueAll()[0].batch
    try await fixture.accept(try await fixture.claim(batch), batch)
    _ = try await fixture.store.ingest(
      [fixture.incoming(.delivery, MessageID(rawValue: 1), attempt: 99)], now: fixture.now)
    #expect(try await fixture.store.message(MessageID(rawValue: 1))?.status == .delivered)
    #expect(try await fixture.store.message(MessageID(rawValue: 1))?.attempts == 1)
  }
}
