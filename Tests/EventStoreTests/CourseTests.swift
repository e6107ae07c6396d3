import GRDB
import Model
import Ports
import Testing

@testable import EventStore

/// The graphs of the last hour and day say what was recorded, and leave gaps where nothing was.
@Suite struct CourseTests {
  /// A whole minute to begin at.
  private func fixture() throws -> StoreFixture {
    let fixture = try StoreFixture()
    fixture.now = Timestamp(milliseconds: fixture.now.milliseconds / 3_600_000 * 3_600_000)
    return fixture
  }

  private func course(
    _ fixture: StoreFixture, _ span: CourseSpan = .hour, send: Int? = nil, events: Int? = nil
  ) async throws -> Course {
    try await fixture.store.course(span, sendQueue: send, eventQueue: events, now: fixture.now)
  }

  @Test func ratesAreThoseOfTheirMinuteAndAGapIsNoZero() async throws {
    let fixture = try fixture()
    let begin = fixture.now
    #expect(try await course(fixture).points == [Course.Point?](repeating: nil, count: 60))
    // Minute 0: somebody is there, and nothing passes. Minute 1: thirty are taken, of whom one bounces and two arrive.
    try await fixture.store.noteMinute(sendQueue: 40, eventQueue: 7, now: fixture.now)
    _ = try await fixture.launch(30, batchSize: 30)
    fixture.now = begin + .seconds(60)
    let batch = try #require(try await fixture.queueAll().first?.batch)
    fixture.now = begin + .seconds(70)
    let messages = try await fixture.claim(batch)
    try await fixture.accept(messages, batch)
    let bounce = Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.1.1")
    _ = try await fixture.store.ingest(
      [
        fixture.incoming(.delivery, messages[0].message), fixture.incoming(.delivery, messages[1].message),
        fixture.incoming(.open, messages[0].message, at: 5), fixture.incoming(.bounce, messages[2].message, bounce),
      ], now: fixture.now)
    // Nobody looks for three minutes; then somebody does, in minute 5.
    fixture.now = begin + .seconds(5 * 60 + 30)
    try await fixture.store.noteMinute(sendQueue: 3, eventQueue: nil, now: fixture.now)
    let points = try await course(fixture, send: 2, events: 1).points
    let recent = Array(points.suffix(6))
    #expect(recent[0] == Course.Point(sent: 0, delivered: 0, failed: 0, sendQueue: 40, eventQueue: 7))
    #expect(recent[1] == Course.Point(sent: 0.5, delivered: 2.0 / 60, failed: 1.0 / 60))
    #expect(recent[2...4].allSatisfy { $0 == nil }, "nothing was recorded then")
    #expect(recent[5] == Course.Point(sent: 0, delivered: 0, failed: 0, sendQueue: 2, eventQueue: 1))
    #expect(points.dropLast(6).allSatisfy { $0 == nil })
  }

  @Test func theMinuteThatIsNotOverShowsTheRateOfNow() async throws {
    let fixture = try fixture()
    _ = try await fixture.launch(30, batchSize: 30)
    let batch = try #require(try await fixture.queueAll().first?.batch)
    fixture.now = fixture.now + .seconds(19)
    try await fixture.accept(fixture.claim(batch), batch)
    fixture.now = fixture.now + .seconds(1)
    #expect(try await course(fixture).points.last??.sent == 3, "thirty in the last ten seconds")
    fixture.now = fixture.now + .seconds(29)
    #expect(try await course(fixture).points.last??.sent == 1, "thirty in the thirty seconds since the first")
    fixture.now = fixture.now + .seconds(12)
    #expect(try await course(fixture).points.suffix(2).first??.sent == 0.5)
  }

  @Test func severalProcessesNoteTheSameMinuteOnce() async throws {
    let fixture = try fixture()
    let other = try fixture.another()
    _ = try await fixture.launch(30, batchSize: 30)
    let batch = try #require(try await fixture.queueAll().first?.batch)
    try await fixture.accept(fixture.claim(batch), batch)
    fixture.now = fixture.now + .seconds(61)
    try await other.noteMinute(sendQueue: nil, eventQueue: nil, now: fixture.now)
    try await fixture.store.noteMinute(sendQueue: 5, eventQueue: 9, now: fixture.now)
    try await other.noteMinute(sendQueue: 8, eventQueue: 8, now: fixture.now)
    let recent = try await Array(course(fixture).points.suffix(2))
    #expect(recent[0]?.sent == 0.5)
    #expect(recent[1]?.sendQueue == 5 && recent[1]?.eventQueue == 9, "who knew first is believed")
    #expect(try await fixture.store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM minute") } == 2)
  }

  /// What a process that was killed did not sum up, the next one does; what nobody can know any more is no zero.
  @Test func whatIsNoLongerKnownIsLeftOut() async throws {
    let fixture = try fixture()
    let begin = fixture.now
    try await fixture.store.noteMinute(sendQueue: 1, eventQueue: 1, now: fixture.now)
    _ = try await fixture.launch(30, batchSize: 30)
    let batch = try #require(try await fixture.queueAll().first?.batch)
    // The seconds of minute 0 are gone when something passes twenty minutes later.
    fixture.now = begin + .seconds(20 * 60)
    try await fixture.accept(fixture.claim(batch), batch)
    fixture.now = begin + .seconds(21 * 60)
    try await fixture.store.noteMinute(sendQueue: 0, eventQueue: 0, now: fixture.now)
    let points = try await course(fixture).points
    #expect(points[38] == Course.Point(sendQueue: 1, eventQueue: 1), "its rates are not known")
    #expect(points[58]?.sent == 0.5)
  }

  @Test func aDayGoesByQuartersOfAnHourAndNoMoreThanADayIsKept() async throws {
    let fixture = try fixture()
    let begin = fixture.now
    for minute in 0..<45 {
      fixture.now = begin + .seconds(minute * 60)
      try await fixture.store.noteMinute(sendQueue: minute, eventQueue: nil, now: fixture.now)
    }
    let day = try await course(fixture, .day)
    #expect(day.points.count == 96 && day.last == begin + .seconds(30 * 60))
    #expect(day.points.suffix(3).map { $0?.sendQueue } == [14, 29, 44], "the most of each quarter")
    #expect(day.points.dropLast(3).allSatisfy { $0 == nil })
    #expect(day.begin(of: 0) == begin + .seconds(30 * 60 - 95 * 15 * 60))
    // Two days later only what is new is there; a clock that is set back leaves nothing of days to come.
    fixture.now = begin + .seconds(2 * 86_400)
    try await fixture.store.noteMinute(sendQueue: 1, eventQueue: 1, now: fixture.now)
    fixture.now = begin + .seconds(3600)
    try await fixture.store.noteMinute(sendQueue: 2, eventQueue: 1, now: fixture.now)
    #expect(try await fixture.store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM minute") } == 1)
  }

  /// What is tried again by itself has not failed, and what an archive tells happened long ago.
  @Test func onlyWhatFailedNowCounts() async throws {
    let fixture = try fixture()
    _ = try await fixture.launch(20, batchSize: 20)
    let batch = try #require(try await fixture.queueAll().first?.batch)
    let messages = try await fixture.claim(batch)
    _ = try await fixture.store.record(
      messages.enumerated().map { place, message in
        .init(
          message: message.message, attempt: 1,
          place < 10
            ? .accepted(providerID: "p-\(message.message)-1")
            : .refused(
              Refusal(cause: place < 15 ? .throttled : .invalidParameter, reason: "no")))
      }, batch: batch, receiveCount: 1, now: fixture.now)
    _ = try await fixture.store.ingest(
      [fixture.incoming(.delivery, messages[0].message)], isArchive: true, now: fixture.now)
    fixture.now = fixture.now + .seconds(60)
    let point = try #require(try await course(fixture).points[58])
    #expect(point.sent == 10.0 / 60 && point.delivered == 0 && point.failed == 5.0 / 60)
  }

  /// A store of before has no minutes, and what it counted of the last seconds stays.
  @Test func aStoreFromBeforeIsTakenOver() throws {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue, upTo: "10 facts once")
    try queue.write { db in
      try db.execute(sql: "INSERT INTO throughput (second, accepted, ingested) VALUES (600, 30, 40)")
      try db.execute(sql: "INSERT INTO worker VALUES ('a', 'mail-1', 7, 'ses', 1, 2)")
    }
    try Schema.migrator.migrate(queue)
    let (second, minutes, worker) = try queue.read { db in
      (
        try Row.fetchOne(db, sql: "SELECT * FROM throughput"),
        try Int.fetchOne(db, sql: "SELECT count(*) FROM minute"), try Row.fetchOne(db, sql: "SELECT * FROM worker")
      )
    }
    #expect(second == ["second": 600, "accepted": 30, "ingested": 40, "delivered": 0, "failed": 0])
    #expect(minutes == 0 && worker?["leftAt"] as Int? == nil && worker?["host"] == "mail-1")
  }

  /// A worker that left is remembered as the last, also when it could not sign off.
  @Test func theLastWorkerIsRemembered() async throws {
    let fixture = try fixture()
    #expect(try await fixture.store.lastWorker() == nil)
    func worker(_ process: String, _ seconds: Int) -> WorkerPresence {
      WorkerPresence(
        process: process, host: "mail-\(process)", pid: 7, provider: "ses", since: fixture.now,
        seenAt: fixture.now + .seconds(seconds))
    }
    try await fixture.store.report(worker("a", 10))
    try await fixture.store.report(worker("b", 20))
    try await fixture.store.forgetWorker("a", now: fixture.now + .seconds(30))
    let last = try await fixture.store.lastWorker()
    #expect(last?.host == "mail-a" && last?.seenAt == fixture.now + .seconds(30))
    #expect(try await fixture.store.workers(seenAfter: fixture.now).map(\.process) == ["b"])
    try await fixture.store.report(worker("b", 40))
    #expect(try await fixture.store.lastWorker()?.host == "mail-b", "killed: it was heard of last")
    try await fixture.store.report(worker("a", 50))
    #expect(try await fixture.store.workers(seenAfter: fixture.now).map(\.process) == ["a", "b"], "it is back")
  }
}
