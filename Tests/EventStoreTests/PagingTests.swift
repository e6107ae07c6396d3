import GRDB
import Model
import Testing

@testable import EventStore

@Suite struct PagingTests {
  private let hard = Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.1.1")

  /// Two campaigns of 300 and 200 and one foreign message; every 7th message of either delivered, every 50th bounced.
  private func filled() async throws -> StoreFixture {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(300, name: "One")
    _ = try await fixture.launch(200, name: "Two")
    for entry in try await fixture.queueAll() {
      try await fixture.accept(try await fixture.claim(entry.batch), entry.batch)
    }
    var events = stride(from: 7, through: 500, by: 7).map {
      fixture.incoming(.delivery, MessageID(rawValue: Int64($0)), at: 1)
    }
    events += stride(from: 50, through: 500, by: 50).map {
      fixture.incoming(.bounce, MessageID(rawValue: Int64($0)), at: 2, hard)
    }
    events.append(
      IncomingEvent(
        tags: nil, providerID: "f", address: "Zoe@example.com", subject: nil, at: fixture.now, type: .delivery,
        identity: 1,
        classification: nil, reason: nil, detail: nil))
    _ = try await fixture.store.ingest(events, now: fixture.now)
    return fixture
  }

  /// Pages forth and back through everything a query matches.
  private func walk(_ store: EventStore, _ query: MessageQuery) async throws -> (forth: [Int64], back: [Int64]) {
    var forth: [Int64] = []
    var query = query
    query.anchor = .first
    while true {
      let page = try await store.messages(query)
      forth += page.rows.map(\.id.rawValue)
      #expect(page.hasEarlier == (query.anchor != .first))
      guard page.hasLater, let last = page.rows.last else { break }
      query.anchor = .after(last.id)
    }
    var back: [Int64] = []
    query.anchor = .last
    while true {
      let page = try await store.messages(query)
      back = page.rows.map(\.id.rawValue) + back
      guard page.hasEarlier, let first = page.rows.first else { break }
      query.anchor = .before(first.id)
    }
    return (forth, back)
  }

  @Test func pagesHoldEveryMatchOnce() async throws {
    let fixture = try await filled()
    let one = CampaignID(rawValue: 1)
    let two = CampaignID(rawValue: 2)
    let bounced = stride(from: Int64(50), through: 500, by: 50).map { $0 }
    let delivered = stride(from: Int64(7), through: 500, by: 7).filter { $0 % 50 != 0 }
    let cases: [(MessageQuery, [Int64])] = [
      (MessageQuery(limit: 17), Array(1...501)),
      (MessageQuery(campaign: two, limit: 17), Array(301...500)),
      (MessageQuery(status: .hardBounced, limit: 3), bounced),
      (MessageQuery(campaign: one, status: .hardBounced, limit: 4), bounced.filter { $0 <= 300 }),
      (MessageQuery(status: .delivered, limit: 10), delivered + [501]),
      (MessageQuery(kind: .hard, limit: 4), bounced),
      (MessageQuery(campaign: two, kind: .hard, limit: 4), bounced.filter { $0 > 300 }),
      (MessageQuery(campaign: two, kind: .soft, limit: 4), []),
      // user29@, user290@ … user299@ of campaign One; user29@ of Two is message 330, user49@ is 50 and 350.
      (MessageQuery(campaign: one, addressPrefix: "USER29", limit: 4), [30] + Array(291...300)),
      (MessageQuery(addressPrefix: "user29@", limit: 4), [30, 330]),
      (MessageQuery(status: .hardBounced, addressPrefix: "user4", limit: 4), [50, 350]),
      (MessageQuery(addressPrefix: "zoe", limit: 4), [501]),
      (MessageQuery(campaign: one, addressPrefix: "zoe", limit: 4), []),
    ]
    for (query, expected) in cases {
      let found = try await walk(fixture.store, query)
      #expect(found.forth == expected, "\(query)")
      #expect(found.back == expected, "\(query)")
    }
  }

  @Test func aClassificationIsTakenWhole() async throws {
    let fixture = try await filled()
    var other = hard
    other.smtpStatus = "5.1.2"
    var bare = hard
    bare.smtpStatus = nil
    _ = try await fixture.store.ingest(
      [
        fixture.incoming(.bounce, MessageID(rawValue: 3), at: 2, other),
        fixture.incoming(.bounce, MessageID(rawValue: 4), at: 2, bare),
      ], now: fixture.now)
    let bounced = stride(from: Int64(50), through: 500, by: 50).map { $0 }
    let unknown = Classification(kind: .hard, cause: "Permanent", subtype: "NoEmail", smtpStatus: "5.1.1")
    let cases: [(MessageQuery, [Int64])] = [
      (MessageQuery(kind: .hard, limit: 4), [3, 4] + bounced),
      (MessageQuery(classification: hard, limit: 4), bounced),
      (MessageQuery(classification: other, limit: 4), [3]),
      (MessageQuery(classification: bare, limit: 4), [4]),
      (MessageQuery(classification: unknown, limit: 4), []),
      (MessageQuery(campaign: CampaignID(rawValue: 2), classification: hard, limit: 2), bounced.filter { $0 > 300 }),
      (MessageQuery(status: .delivered, classification: hard, limit: 4), []),
      // user49@ is 50 and 350; user2@ is 3 and 303.
      (MessageQuery(classification: hard, addressPrefix: "user4", limit: 4), [50, 350]),
      (MessageQuery(classification: other, addressPrefix: "user", limit: 4), [3]),
      (MessageQuery(classification: bare, addressPrefix: "user2@", limit: 4), []),
    ]
    for (query, expected) in cases {
      let found = try await walk(fixture.store, query)
      #expect(found.forth == expected, "\(query)")
      #expect(found.back == expected, "\(query)")
    }
  }

  /// The range of an index for each campaign, and no look at any other row.
  @Test func aClassificationIsFoundByItsIndex() async throws {
    let fixture = try StoreFixture()
    let plan = try await fixture.store.read { db in
      try String.fetchAll(
        db,
        sql:
          "EXPLAIN QUERY PLAN SELECT id FROM message WHERE campaign IS 1 AND classification = 1 AND id >= 7 ORDER BY id",
        adapter: SuffixRowAdapter(fromIndex: 3))
    }
    #expect(plan.count == 1 && plan[0].contains("message_failure (campaign=? AND classification=? AND rowid>?)"))
  }

  @Test func aPageCanStartAnywhere() async throws {
    let fixture = try await filled()
    var query = MessageQuery(limit: 5)
    query.anchor = .from(MessageID(rawValue: 250))
    let page = try await fixture.store.messages(query)
    #expect(page.rows.map(\.id.rawValue) == [250, 251, 252, 253, 254])
    #expect(page.hasEarlier && page.hasLater)
  }

  @Test func theReasonIsThatOfTheStatus() async throws {
    let fixture = try await filled()
    let row = try #require(try await fixture.store.message(MessageID(rawValue: 50)))
    #expect(row.classification == hard)
    #expect(row.reason == "550 no")
  }
}
