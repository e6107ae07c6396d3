import GRDB
import Model
import Testing

@testable import EventStore

/// Dead letters, history and the counts over them come by pages, whatever there is.
@Suite struct DeadLetterPagesTests {
  /// Letters of one second, of several, of a campaign or of none: as many as differ in one part of their place only.
  private func filled(_ fixture: StoreFixture) async throws -> [String] {
    try await fixture.store.write { db in
      for n in 0..<240 {
        try db.execute(
          sql: """
            INSERT INTO deadLetter (id, campaign, batch, receiveCount, enqueuedAt, seenAt, error)
            VALUES (?, ?, ?, 3, ?, 0, 'e')
            """,
          arguments: [
            "letter-\((n * 77) % 240)", n % 5 == 0 ? nil : n % 3, n % 7 == 0 ? nil : n % 11, (n / 60) * 1000 + n % 60,
          ])
      }
    }
    return try await fixture.store.read { db in
      try String.fetchAll(
        db, sql: "SELECT id FROM deadLetter ORDER BY enqueuedAt / 1000, campaign, batch, id")
    }
  }

  @Test(arguments: [1, 7, 100, 1000]) func pagesTogetherAreTheWholeInItsOrder(limit: Int) async throws {
    let fixture = try StoreFixture()
    let whole = try await filled(fixture)
    var found: [String] = []
    var page = try await fixture.store.deadLetters(limit: limit)
    while let last = page.last {
      #expect(page.count <= limit)
      found += page.map(\.id)
      page = try await fixture.store.deadLetters(after: last, limit: limit)
    }
    #expect(found == whole)
    #expect(try await fixture.store.deadLetterTotals().letters == 240)
    #expect(try await fixture.store.deadLetters([whole[3], "none", whole[200]]).map(\.id) == [whole[3], whole[200]])
  }

  /// Every part of a page is found by its index: no page costs more than its rows.
  @Test func noPageReadsWhatIsBeforeIt() async throws {
    let fixture = try StoreFixture()
    let letter = DeadLetter(
      id: "x", campaign: CampaignID(rawValue: 1), batch: BatchID(rawValue: 2), receiveCount: 3, enqueuedAt: fixture.now,
      error: "", recipients: 0)
    let plans = try await fixture.store.read { db in
      try EventStore.places(after: letter).map { place in
        try Row.fetchAll(
          db,
          sql: """
            EXPLAIN QUERY PLAN SELECT id FROM deadLetter d WHERE \(place.condition)
            ORDER BY \(place.order) LIMIT 10
            """, arguments: place.arguments
        ).map { $0["detail"] as String }.joined(separator: "; ")
      }
    }
    #expect(plans.count == 4)
    for plan in plans {
      #expect(plan.contains("SEARCH d USING"), "\(plan)")
      #expect(plan.contains("deadLetter_age") && !plan.contains("TEMP B-TREE"), "\(plan)")
    }
  }

  @Test func theRecipientsOfABatchAreCountedOnceHoweverManyLettersItHas() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(100)
    let entries = try await fixture.queueAll()
    let sightings = (entries + [entries[0]]).enumerated().map { index, entry in
      EventStore.DeadLetterSighting(id: "d\(index)", batch: entry.batch, receiveCount: 3, enqueuedAt: fixture.now)
    }
    try await fixture.store.recordDeadLetters(sightings, now: fixture.now)
    #expect(
      try await fixture.store.deadLetterTotals()
        == EventStore.DeadLetterTotals(letters: 3, recipients: 100, campaign: id))
  }

  /// A move of the whole queue by its service: what is met anew while it goes on is not taken for moved.
  @Test func aLetterThatComesDuringAMoveStays() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(150)
    let entries = try await fixture.queueAll()
    func sighting(_ id: String, _ entry: EventStore.OutboxEntry) -> EventStore.DeadLetterSighting {
      EventStore.DeadLetterSighting(id: id, batch: entry.batch, receiveCount: 3, enqueuedAt: fixture.now)
    }
    let old = entries.enumerated().map { sighting("old\($0.offset)", $0.element) }
    try await fixture.store.recordDeadLetters(old, now: fixture.now)
    let until = fixture.now + .seconds(3600)
    try await fixture.store.keepDeadLetters(until: until)
    // The first batch has failed once more by the time the move is over.
    try await fixture.store.recordDeadLetters([sighting("new", entries[0])], now: fixture.now + .seconds(60))
    try await fixture.store.forgetMovedLetters(keptUntil: until, now: fixture.now + .seconds(61))
    #expect(try await fixture.store.deadLetters(limit: 10).map(\.id) == ["new"])
    #expect(try await fixture.summary(id).batches == .init(queued: 2, dead: 1))
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aStoreOfBeforeGetsTheIndexes() async throws {
    let fixture = try StoreFixture()
    let whole = try await filled(fixture)
    try await fixture.store.write { db in
      try db.execute(
        sql: """
          DROP INDEX deadLetter_age; DROP INDEX deadLetter_batch; DROP INDEX deadLetter_seen;
          DELETE FROM grdb_migrations WHERE identifier = '7 dead letters';
          """)
    }
    try fixture.store.close()
    let opened = try fixture.another()
    #expect(try await opened.deadLetters(limit: 1000).map(\.id) == whole)
    let indexes = try await opened.read { db in try db.indexes(on: "deadLetter").map(\.name) }
    #expect(indexes.contains("deadLetter_seen"))
  }

  @Test func theHistoryComesByPages() async throws {
    let fixture = try StoreFixture()
    for n in 0..<25 {
      try await fixture.store.addHistory(
        HistoryEntry(
          at: fixture.now, operator: "kim", action: "test", campaign: nil, condition: "\(n)", count: n, result: "done"))
    }
    var counts: [Int] = []
    var page = try await fixture.store.history(limit: 10)
    while let last = page.last {
      counts += page.map(\.count)
      page = try await fixture.store.history(after: last.id, limit: 10)
    }
    #expect(counts == Array(0..<25))
  }
}
