import GRDB
import Model
import Ports
import Testing

@testable import EventStore

/// Single batches come by pages with what is known of them, however many there are.
@Suite struct BatchPagesTests {
  /// Ten batches of five: one with a worker, one that failed once, two done, one dead, two pending, the others queued.
  private func filled(_ fixture: StoreFixture) async throws -> CampaignID {
    let id = try await fixture.launch(50, batchSize: 5)
    let entries = try await fixture.store.takeOutbox(limit: 8, now: fixture.now, lease: .seconds(15))
    fixture.now = fixture.now + .seconds(10)
    try await fixture.store.markQueued(entries, now: fixture.now)
    let batches = entries.map(\.batch)
    fixture.now = fixture.now + .seconds(10)
    _ = try await fixture.claim(batches[0])
    let failing = try await fixture.claim(batches[1])
    _ = try await fixture.store.record(
      failing.map {
        .init(message: $0.message, attempt: 1, .refused(Refusal(cause: .throttled, reason: "too fast")))
      }, batch: batches[1], receiveCount: 2, now: fixture.now)
    for batch in batches[2...3] { try await fixture.accept(fixture.claim(batch), batch) }
    try await fixture.store.recordDeadLetters(
      [.init(id: "letter", batch: batches[4], receiveCount: 3, enqueuedAt: fixture.now)], now: fixture.now)
    return id
  }

  private func page(
    _ fixture: StoreFixture, _ id: CampaignID, _ standings: [BatchStanding] = [], _ anchor: BatchQuery.Anchor = .first,
    limit: Int = 100
  ) async throws -> BatchPage {
    try await fixture.store.batches(BatchQuery(campaign: id, standings: standings, anchor: anchor, limit: limit))
  }

  @Test func eachSaysWhereItStandsAndWhatIsKnown() async throws {
    let fixture = try StoreFixture()
    let begin = fixture.now
    let id = try await filled(fixture)
    let rows = try await page(fixture, id).rows
    #expect(
      rows.map(\.standing) == [.sending, .queued, .done, .done, .dead, .queued, .queued, .queued, .pending, .pending])
    #expect(rows.map(\.id.rawValue) == Array(1...10))
    #expect(rows.allSatisfy { $0.recipients == 5 && $0.campaign == id })
    // Workers write receives down with a failure and at the end; a dead letter's queue counted them.
    #expect(rows.map(\.receives) == [nil, 2, 1, 1, 3, nil, nil, nil, nil, nil])
    #expect(rows[1].error.map(OwnReason.sentence)?.contains("too fast") == true, "\(rows[1])")
    #expect(rows[4].error != nil && rows[5].error == nil)
    #expect(rows[0].since == begin + .seconds(20), "since it was claimed")
    #expect(rows[5].since == begin + .seconds(10), "since it was put on the queue")
    #expect(rows[9].since == begin, "since it was planned")
    #expect(try await fixture.store.replay().isEmpty)
  }

  @Test(
    arguments: [
      ([.sending], [1]), ([.queued], [2, 6, 7, 8]), ([.queued, .sending], [1, 2, 6, 7, 8]), ([.done], [3, 4]),
      ([.dead], [5]), ([.pending, .dead], [5, 9, 10]), ([.dead, .sending], [1, 5]), ([], Array(1...10)),
    ] as [([BatchStanding], [Int64])])
  func aStateKeepsThoseThatStandSo(standings: [BatchStanding], wanted: [Int64]) async throws {
    let fixture = try StoreFixture()
    let id = try await filled(fixture)
    let whole = try await page(fixture, id, standings)
    #expect(whole.rows.map(\.id.rawValue) == wanted)
    #expect(whole.total == wanted.count && whole.earlier == 0 && whole.later == 0)
    // Pages together are the whole, and each says how many come before it.
    var found: [Int64] = []
    var anchor = BatchQuery.Anchor.first
    while found.count < wanted.count {
      let part = try await page(fixture, id, standings, anchor, limit: 2)
      #expect(part.earlier == found.count && part.total == wanted.count)
      found += part.rows.map(\.id.rawValue)
      guard let last = part.rows.last else { break }
      anchor = .from(BatchID(rawValue: last.id.rawValue + 1))
    }
    #expect(found == wanted)
    let end = try await page(fixture, id, standings, .last, limit: 1)
    #expect(end.rows.map(\.id.rawValue) == wanted.suffix(1) && end.earlier == wanted.count - 1)
    if let last = wanted.last {
      let before = try await page(fixture, id, standings, .before(BatchID(rawValue: last)), limit: 2)
      #expect(before.rows.map(\.id.rawValue) == wanted.dropLast().suffix(2))
      #expect(before.earlier == max(0, wanted.count - 3))
    }
  }

  @Test func anotherCampaignsBatchesAreNotAmongThem() async throws {
    let fixture = try StoreFixture()
    let id = try await filled(fixture)
    let other = try await fixture.launch(20, name: "Other", batchSize: 5)
    #expect(try await page(fixture, id).total == 10)
    #expect(try await page(fixture, other).rows.map(\.id.rawValue) == [11, 12, 13, 14])
    #expect(try await page(fixture, CampaignID(rawValue: 99)).rows.isEmpty)
  }

  /// A page and its place among 100,000 batches are found by ranges of the index.
  @Test func noPageReadsATable() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(10, batchSize: 5)
    try await fixture.store.write { db in
      try db.execute(
        sql: """
          WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
          INSERT INTO batch (id, campaign, size, state, updatedAt) SELECT i, ?1, 50, i % 4, 0 FROM n;
          """, arguments: [id.rawValue])
      try db.execute(
        sql: """
          UPDATE campaign SET (pending, queued, done, dead) = (
            SELECT sum(state = 0), sum(state = 1), sum(state = 2), sum(state = 3) FROM batch) WHERE id = ?
          """, arguments: [id.rawValue])
    }
    let middle = try await page(fixture, id, [], .from(BatchID(rawValue: 50_001)), limit: 100)
    #expect(middle.rows.first?.id.rawValue == 50_001 && middle.earlier == 50_000 && middle.total == 100_000)
    let dead = try await page(fixture, id, [.dead], .from(BatchID(rawValue: 50_001)), limit: 100)
    #expect(dead.rows.map(\.id.rawValue).prefix(2) == [50_003, 50_007])
    #expect(dead.earlier == 12_500 && dead.total == 25_000)
    #expect(try await page(fixture, id, [.queued], .last).rows.last?.id.rawValue == 99_997)
    let plans = try await fixture.store.read { db in
      try [
        BatchPager.rangeSQL(forward: true), BatchPager.rangeSQL(forward: false), BatchPager.countSQL,
        BatchPager.sendingSQL, MessagePager.ofBatch(forward: true, status: .delivered),
        MessagePager.ofBatch(forward: false, status: nil),
      ].map { sql in
        let numbers = sql.matches(of: #/\?(\d+)/#).compactMap { Int($0.1) }
        let count = numbers.max() ?? sql.filter { $0 == "?" }.count
        return try Row.fetchAll(
          db, sql: "EXPLAIN QUERY PLAN " + sql,
          arguments: StatementArguments([Int](repeating: 1, count: count))
        ).map { $0["detail"] as String }.joined(separator: "; ")
      }
    }
    for plan in plans.prefix(3) {
      #expect(
        plan.wholeMatch(
          of: #/SEARCH batch USING COVERING INDEX batch_campaign \(campaign=\? AND state=\? AND rowid[<>]\?\)/#)
          != nil, "\(plan)")
    }
    for plan in plans {
      #expect(!plan.contains("SCAN"), "\(plan)")
      // Who has a batch is known of few messages, which are sorted once; a page of a batch's comes in its order.
      if plan.contains("message_batch") { #expect(!plan.contains("TEMP B-TREE"), "\(plan)") }
    }
  }

  @Test func theMessagesOfABatchAreFoundWithEveryFilter() async throws {
    let fixture = try StoreFixture()
    _ = try await filled(fixture)
    let batch = BatchID(rawValue: 3)
    let all = try await fixture.store.messages(MessageQuery(batch: batch)).rows
    #expect(all.map(\.id.rawValue) == Array(11...15))
    let two = try await fixture.store.messages(MessageQuery(batch: batch, anchor: .last, limit: 2))
    #expect(two.rows.map(\.id.rawValue) == [14, 15] && two.hasEarlier && !two.hasLater)
    #expect(try await fixture.store.messages(MessageQuery(batch: batch, status: .queued)).rows.isEmpty)
    #expect(try await fixture.store.messages(MessageQuery(batch: batch, status: .accepted)).rows.count == 5)
    let prefix = String(all[2].address.prefix { $0 != "@" }) + "@"
    #expect(
      try await fixture.store.messages(MessageQuery(batch: batch, addressPrefix: prefix)).rows.map(\.id) == [all[2].id])
    #expect(
      try await fixture.store.messages(MessageQuery(campaign: CampaignID(rawValue: 9), batch: batch)).rows.isEmpty)
    #expect(
      try await fixture.store.messages(MessageQuery(batch: BatchID(rawValue: 2), kind: .refused)).rows.count == 5)
  }

  /// An action on a batch takes nobody of another one.
  @Test func whatIsResentOfABatchIsItsOwn() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(10, batchSize: 5)
    for entry in try await fixture.queueAll() {
      let messages = try await fixture.claim(entry.batch)
      _ = try await fixture.store.record(
        messages.map {
          .init(
            message: $0.message, attempt: 1,
            $0.message.rawValue % 5 == 0
              ? .unknown(reason: "cut off") : .refused(Refusal(cause: .transient, reason: "later")))
        }, batch: entry.batch, receiveCount: 1, now: fixture.now)
      try await fixture.store.recordDeadLetters(
        [.init(id: "l\(entry.batch)", batch: entry.batch, receiveCount: 3, enqueuedAt: fixture.now)], now: fixture.now)
    }
    let report = try await fixture.store.resend(
      Scope(campaign: id, batch: BatchID(rawValue: 2)), isDryRun: false, operator: "kim", now: fixture.now,
      mayResend: { $0.isResendable })
    #expect(report.resent == 4)
    #expect(report.skipped == [.uncertain: 1])
    #expect(
      try await fixture.store.messages(MessageQuery(batch: BatchID(rawValue: 1))).rows.allSatisfy { $0.attempts == 1 })
    #expect(
      try await fixture.store.uncertain(in: Scope(campaign: id, batch: BatchID(rawValue: 1))).map(\.rawValue) == [5])
    #expect(try await fixture.store.history(limit: 10).last?.condition == "batch 2")
  }
}
