import GRDB
import Model
import Ports
import TestSupport
import Testing

@testable import EventStore

/// What is counted, and for whom.
@Suite struct FiguresTests {
  private let throttled = Refusal(cause: .throttled, reason: "slow")
  private let hard = Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.1.1")
  private let global = Classification(kind: .suppressed, cause: "Permanent", subtype: "Suppressed")
  private let listed = Classification(kind: .suppressed, cause: "Permanent", subtype: "OnAccountSuppressionList")
  private let soft = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
  private let abuse = Classification(kind: .complaint, cause: "Complaint", subtype: "abuse")

  @Test func whatIsAboutToBeTriedAgainHasNotFailed() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(5)
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    let words: [SendResult] = [
      .accepted(providerID: "p-1"), .refused(throttled), .refused(throttled),
      .refused(.init(cause: .invalidParameter, reason: "no")), .refused(.init(cause: .transient, reason: "oops")),
    ]
    _ = try await fixture.store.record(
      zip(claimed, words).map { .init(message: $0.message, attempt: 1, $1) }, batch: batch, receiveCount: 1,
      now: fixture.now)
    #expect(try await fixture.summary(id).counts == [.accepted: 1, .refused: 4])
    #expect(try await fixture.summary(id).retrying == 3)
    #expect(try await fixture.summary(id).failed == 1)
    // Nobody tries them again by itself once the batch is a dead letter.
    try await fixture.store.recordDeadLetters(
      [.init(id: "dead-1", batch: batch, receiveCount: 3, enqueuedAt: fixture.now)], now: fixture.now)
    #expect(try await fixture.summary(id).retrying == 0)
    #expect(try await fixture.summary(id).failed == 4)
    try await fixture.store.reviveBatches([batch], now: fixture.now)
    #expect(try await fixture.summary(id).failed == 1)
  }

  /// 12 messages: 1 and 2 bounce hard, 3 is on SES's list, 4 on ours, 5 and 6 complain, 7 bounces softly, the rest arrive;
  /// the last three are the mailbox simulator's, and two of those bounce and complain.
  private func sent(at age: Duration = .zero) async throws -> (StoreFixture, CampaignID) {
    let fixture = try StoreFixture()
    let now = fixture.now
    fixture.now = now + (.zero - age)
    let staging = try AudienceStaging(folder: fixture.folder)
    let simulator = ["bounce", "complaint+1", "success"].map { "\($0)@simulator.amazonses.com" }
    try staging.add(((1...9).map { "user\($0)@example.com" } + simulator).map { ($0, []) })
    let plan = CampaignPlan(
      name: "Test", channel: .email, operator: "t", audience: "t.csv",
      template: Template(from: "me@example.com", subject: "Hi", text: "Hello", html: nil), columns: [], batchSize: 50)
    let id = try await fixture.store.launch(plan, from: staging, now: { fixture.now })
    let batch = try await fixture.queueAll()[0].batch
    try await fixture.accept(try await fixture.claim(batch), batch)
    let facts: [(EventType, Classification?)] = [
      (.bounce, hard), (.bounce, hard), (.bounce, global), (.bounce, listed), (.complaint, abuse), (.complaint, abuse),
      (.bounce, soft), (.delivery, nil), (.delivery, nil), (.bounce, hard), (.complaint, abuse), (.delivery, nil),
    ]
    let events = facts.enumerated().map { index, fact in
      fixture.incoming(fact.0, MessageID(rawValue: Int64(index + 1)), at: 1, fact.1)
    }
    _ = try await fixture.store.ingest(events, now: fixture.now)
    fixture.now = now
    return (fixture, id)
  }

  @Test func ratesAreThoseOfAWS() async throws {
    let (fixture, id) = try await sent()
    // Of the 9 that are no simulator's, the one our own list held back counts nowhere: 8 were sent, 3 bounced, 2 complained.
    let expected = Reputation(sent: 8, bounced: 3, complained: 2)
    #expect(try await fixture.summary(id).reputation == expected)
    #expect(try await fixture.store.health(now: fixture.now).reputation == expected)
    #expect(expected.bouncePercent == 37.5 && expected.complaintPercent == 25)
    // One that arrived and came back later is one all the same.
    _ = try await fixture.store.ingest(
      [
        fixture.incoming(.delivery, MessageID(rawValue: 1), at: 0),
        fixture.incoming(.delivery, MessageID(rawValue: 2), at: 0),
      ], now: fixture.now)
    #expect(try await fixture.store.health(now: fixture.now).reputation == expected)
    #expect(try await fixture.store.replay() == [])
  }

  /// Event publishing and feedback notifications tell of one bounce in different words, and a server may answer twice.
  @Test func whatIsToldTwiceCountsOnceInAnyOrder() async throws {
    let day: Int64 = 86_400_000
    // Each told twice or more, the first time on the day of the second: 2 sent, 1 bounce, 1 complaint, 1 never sent.
    let told: [(Int, EventType, Int64, Classification?)] = [
      (1, .send, 0, nil), (1, .send, 1, nil), (1, .delivery, 3, nil), (1, .delivery, day, nil),
      (1, .bounce, 2 * day, hard), (1, .bounce, day, hard), (1, .bounce, 5, soft), (2, .delivery, 2, nil),
      (2, .complaint, day, abuse), (2, .complaint, 9, abuse), (2, .complaint, 8, nil), (3, .bounce, 4, listed),
      (3, .complaint, 2 * day, listed), (3, .bounce, day, listed),
    ]
    var counts: Set<[String]> = []
    for seed in 0..<20 {
      var random = SplitMix(UInt64(seed))
      let fixture = try StoreFixture()
      // So many of the events come one by one, the others at once; some of them before their message is known to be ours.
      let batch: BatchID
      _ = try await fixture.launch(3)
      batch = try await fixture.queueAll()[0].batch
      let claimed = try await fixture.claim(batch)
      let events = told.enumerated().shuffled(using: &random).map { index, fact in
        var event = fixture.incoming(
          fact.1, MessageID(rawValue: Int64(fact.0)), at: fact.2, identity: Int64(index), fact.3)
        if seed % 2 == 0, Bool.random(using: &random) { event.tags = nil }
        return event
      }
      let early = Int.random(in: 0...events.count, using: &random)
      for event in events[..<early] { _ = try await fixture.store.ingest([event], now: fixture.now) }
      #expect(try await fixture.store.replay() == [], "seed \(seed)")
      try await fixture.accept(claimed, batch)
      _ = try await fixture.store.ingest(Array(events[early...]), now: fixture.now)
      #expect(try await fixture.store.replay() == [], "seed \(seed)")
      let start = FactCounts.hour(fixture.now)
      let rows = try await fixture.store.read { db in
        try Row.fetchAll(db, sql: "SELECT hour, fact, n FROM factCount WHERE n <> 0 ORDER BY hour, fact")
          .map { "\($0["hour"] as Int64 - start) \($0["fact"] as Int64) \($0["n"] as Int)" }
      }
      counts.insert(rows)
      let later = fixture.now + .seconds(2 * 86_400)
      #expect(
        try await fixture.store.health(now: later).reputation == Reputation(sent: 2, bounced: 1, complained: 1),
        "seed \(seed)")
    }
    // accepted 3, send 1, delivery 2, bounce 1 (the soft one was first), complaint 1, never sent 1,
    // decided 2, when both had arrived; hard a day later.
    #expect(counts == [["0 0 3", "0 1 1", "0 2 2", "0 3 1", "0 5 1", "0 6 1", "0 7 2", "24 4 1"]])
  }

  /// A resend is another mail: what bounces again counts again.
  @Test func eachAttemptCountsForItself() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(1)
    let message = MessageID(rawValue: 1)
    for attempt in 1...2 {
      let batch = try await fixture.queueAll()[0].batch
      try await fixture.accept(try await fixture.claim(batch), batch)
      for identity in 1...2 {
        _ = try await fixture.store.ingest(
          [fixture.incoming(.bounce, message, attempt: attempt, at: 1, identity: Int64(10 * attempt + identity), hard)],
          now: fixture.now)
      }
      if attempt == 1 {
        #expect(
          try await fixture.store.resend(id, isDryRun: false, operator: "t", now: fixture.now) { _ in true }.resent == 1
        )
      }
    }
    #expect(try await fixture.store.health(now: fixture.now).reputation == Reputation(sent: 2, bounced: 2))
    #expect(try await fixture.store.replay() == [])
  }

  /// Takes out what the version of the breaker brought.
  private static let withoutBreaker = """
    DROP TABLE factCount; DROP TABLE breakerHold;
    DELETE FROM grdb_migrations WHERE identifier LIKE '18 %';
    """

  /// What was counted twice is counted anew when the store is opened, and a bounce with words is told from a note.
  @Test func aStoreOfTheVersionBeforeIsCountedAnew() async throws {
    let fixture = try StoreFixture()
    let notice = Classification(kind: .soft, cause: "Transient", subtype: "General")
    _ = try await fixture.launch(4)
    let batch = try await fixture.queueAll()[0].batch
    try await fixture.accept(try await fixture.claim(batch), batch)
    _ = try await fixture.store.ingest(
      [(1, EventType.bounce, hard), (1, .bounce, hard), (2, .bounce, notice), (3, .automaticReply, notice)].enumerated()
        .map { index, fact in
          fixture.incoming(fact.1, MessageID(rawValue: Int64(fact.0)), at: 1, identity: Int64(index), fact.2)
        }, now: fixture.now)
    var worded = fixture.incoming(.bounce, MessageID(rawValue: 4), at: 1, notice)
    worded.reason = "smtp; 599: unknown"
    _ = try await fixture.store.ingest([worded], now: fixture.now)
    // As the version before had it: 550 was read from "550 no" of the others' reason, but with a colon it was none.
    try await fixture.store.write { db in
      try db.execute(
        sql: """
          UPDATE event SET reason = 'mailbox unknown' WHERE message = 2; UPDATE event SET reason = NULL WHERE message = 3;
          UPDATE factCount SET n = n + 1 WHERE fact IN (3, 4);
          """)
    }
    #expect(try await fixture.store.replay() != [])
    try await fixture.store.write { db in
      try db.execute(
        sql: Self.withoutBreaker + " DELETE FROM grdb_migrations WHERE identifier LIKE '10 %'")
    }
    let opened = try fixture.another()
    #expect(try await opened.replay() == [])
    #expect(try await opened.health(now: fixture.now).reputation == Reputation(sent: 4, bounced: 1))
    func row(_ id: Int64) async throws -> Classification? {
      try await opened.message(MessageID(rawValue: id))?.classification
    }
    #expect(try await row(2)?.smtpStatus == "4.0.0")
    #expect(try await row(3) == notice)
    #expect(try await row(4)?.smtpStatus == "599")
  }

  @Test(arguments: [(6, true), (7, false)])
  func theAccountsRatesAreOfSevenDays(days: Int, counts: Bool) async throws {
    let (fixture, id) = try await sent(at: .seconds(days * 86_400))
    let health = try await fixture.store.health(now: fixture.now)
    #expect(health.reputation == (counts ? Reputation(sent: 8, bounced: 3, complained: 2) : Reputation()))
    #expect(
      try await fixture.summary(id).reputation == Reputation(sent: 8, bounced: 3, complained: 2), "it has no window")
  }

  @Test func anArchiveChangesNeitherRatesNorLag() async throws {
    let (fixture, _) = try await sent()
    let before = try await fixture.store.health(now: fixture.now)
    #expect(before.ingestLag == .zero)
    let year: Int64 = 365 * 86_400_000
    let old = (1...50).map { n in
      IncomingEvent(
        tags: nil, providerID: "old-\(n)", address: "old\(n)@example.com", subject: nil,
        at: Timestamp(milliseconds: fixture.now.milliseconds - year), type: .bounce, identity: Int64(n),
        classification: hard, reason: nil, detail: nil)
    }
    #expect(try await fixture.store.ingest(old, isArchive: true, now: fixture.now).stored == 50)
    let after = try await fixture.store.health(now: fixture.now)
    #expect(after.reputation == before.reputation)
    #expect(after.ingestLag == before.ingestLag)
    #expect(try await fixture.store.replay() == [])
  }

  @Test func eventsThatComeBeforeTheirMessageIsKnownCountOnce() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(1)
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    // Without tags, before the provider's name is on record: another program's mail until then.
    var early = fixture.incoming(.bounce, claimed[0].message, at: 1, hard)
    early.tags = nil
    _ = try await fixture.store.ingest([early], now: fixture.now)
    #expect(try await fixture.store.health(now: fixture.now).reputation == Reputation(sent: 1, bounced: 1))
    // The same with tags, and then the name.
    _ = try await fixture.store.ingest([fixture.incoming(.bounce, claimed[0].message, at: 1, hard)], now: fixture.now)
    try await fixture.accept(claimed, batch)
    #expect(try await fixture.store.health(now: fixture.now).reputation == Reputation(sent: 1, bounced: 1))
    #expect(try await fixture.store.replay() == [])
  }

  @Test func whatNobodyCanHaveMeantAddsNoRows() async throws {
    let fixture = try StoreFixture()
    let events = [Int64.min / 2, -1, 0, 1 << 52, Int64.max / 2].enumerated().map { n, at in
      IncomingEvent(
        tags: nil, providerID: "odd-\(n)", address: "odd\(n)@example.com", subject: nil,
        at: Timestamp(milliseconds: at), type: .delivery, identity: Int64(n), classification: nil, reason: nil,
        detail: nil)
    }
    _ = try await fixture.store.ingest(events, now: fixture.now)
    #expect(
      try await fixture.store.read { try Int.fetchAll($0, sql: "SELECT n FROM factCount WHERE fact = 2 ORDER BY hour") }
        == [3],
      "and what is far ahead is looked at first")
    #expect(try await fixture.store.replay() == [])
  }

  /// A store of the version before has no such counts: they are made when it is opened.
  @Test func anOlderStoreIsCountedWhenItIsOpened() async throws {
    let (fixture, id) = try await sent()
    try await fixture.store.write { db in
      try db.execute(
        sql: """
          \(Self.withoutBreaker) DROP TABLE worker; DROP INDEX batch_retried; DROP INDEX message_simulator;
          DROP INDEX event_assumed; DELETE FROM grdb_migrations WHERE identifier LIKE '5 %';
          """)
    }
    let opened = try fixture.another()
    #expect(try await opened.replay() == [])
    #expect(try await opened.health(now: fixture.now).reputation == Reputation(sent: 8, bounced: 3, complained: 2))
    #expect(try await opened.campaigns(id).first?.reputation == Reputation(sent: 8, bounced: 3, complained: 2))
  }

  @Test func whatOnlyGrowsDoesNotShrinkAsPeopleOpen() async throws {
    let (fixture, id) = try await sent()
    // 8, 9 and the simulator's 12 arrived; 5, 6 and 11 complained, and who complains has it.
    #expect(try await fixture.summary(id).everDelivered == 6)
    _ = try await fixture.store.ingest(
      [
        fixture.incoming(.open, MessageID(rawValue: 8), at: 2), fixture.incoming(.click, MessageID(rawValue: 9), at: 2),
      ], now: fixture.now)
    #expect(try await fixture.summary(id).count(.delivered) == 1)
    #expect(try await fixture.summary(id).everDelivered == 6)
    #expect(try await fixture.summary(id).everOpened == 2)
  }

  @Test func workersAreKnownForAsLongAsTheyReport() async throws {
    let fixture = try StoreFixture()
    var worker = WorkerPresence(
      process: "a", host: "mail-1", pid: 7, provider: "ses", since: fixture.now, seenAt: fixture.now)
    try await fixture.store.report(worker)
    worker.seenAt = fixture.now + .seconds(30)
    try await fixture.store.report(worker)
    #expect(try await fixture.store.workers(seenAfter: fixture.now + .seconds(29)) == [worker])
    #expect(try await fixture.store.workers(seenAfter: fixture.now + .seconds(30)).isEmpty)
    var other = worker
    other.process = "b"
    try await fixture.store.report(other)
    try await fixture.store.forgetWorker("a", now: fixture.now)
    #expect(try await fixture.store.workers(seenAfter: fixture.now) == [other])
    // One that was killed is not kept for ever.
    other.process = "c"
    other.seenAt = fixture.now + .seconds(2 * 86_400)
    try await fixture.store.report(other)
    #expect(try await fixture.store.workers(seenAfter: fixture.now).map(\.process) == ["c"])
  }
}
