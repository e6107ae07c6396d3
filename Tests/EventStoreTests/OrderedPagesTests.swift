import GRDB
import Model
import Ports
import Testing

@testable import EventStore

/// Lists in another order than that of their ids, page by page.
@Suite struct OrderedPagesTests {
  private let fixture: StoreFixture
  private let campaign: CampaignID

  /// Sixty messages: each third delivered a while later, each seventh bounced for one of two causes.
  init() async throws {
    fixture = try StoreFixture()
    campaign = try await fixture.launch(60, batchSize: 7)
    for entry in try await fixture.queueAll() {
      try await fixture.accept(try await fixture.claim(entry.batch), entry.batch)
      fixture.now = fixture.now + .seconds(1)
    }
    func id(_ number: Int) -> MessageID { MessageID(rawValue: Int64(number)) }
    var events = stride(from: 3, through: 60, by: 3).map { fixture.incoming(.delivery, id($0), at: Int64(61 - $0)) }
    for number in stride(from: 7, through: 60, by: 7) {
      let cause = Classification(
        kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: number % 2 == 0 ? "5.1.1" : "5.2.1")
      events.append(fixture.incoming(.bounce, id(number), at: 200, cause))
    }
    _ = try await fixture.store.ingest(events, now: fixture.now)
  }

  private static func value(_ message: MessageSummary, _ column: MessageQuery.Column) -> String? {
    func padded(_ number: Int64) -> String { String(repeating: "0", count: 20 - String(number).count) + String(number) }
    switch column {
    case .campaign: return "x"
    case .address: return message.address
    case .subject: return message.subject
    case .status: return padded(Int64(message.status.rawValue))
    case .tries: return padded(Int64(message.attempts))
    case .updated: return padded(message.updatedAt.milliseconds)
    case .classification: return message.classification.map { $0.smtpStatus ?? "" }
    }
  }

  @Test func subjectsAreAsTheirRecipientsReadThem() async throws {
    let store = fixture.store
    var query = MessageQuery(campaign: campaign, limit: 2)
    let values = try await store.values(of: [1, 2].map(MessageID.init(rawValue:)))
    let names = [1, 2].map { values[MessageID(rawValue: $0)]?.first ?? "" }
    #expect(Set(names).count == 2 && !names.contains(""))
    #expect(try await store.messages(query).rows.map(\.subject) == names.map { "Hi \($0)" })
    // In the order of what the campaigns have, that is what stands there.
    query.order = RowOrder(.subject, isDescending: false)
    #expect(try await store.messages(query).rows.map(\.subject) == ["Hi {{name}}", "Hi {{name}}"])
  }

  /// Compared with a sort of all rows here: what has no value last, what is alike by ids.
  @Test(arguments: MessageQuery.Column.allCases, [true, false])
  func pagesFollowTheOrder(column: MessageQuery.Column, isDescending: Bool) async throws {
    let all = try await fixture.store.messages(MessageQuery(campaign: campaign, rendersSubjects: false, limit: 100))
      .rows
    let expected = all.sorted { left, right in
      switch (Self.value(left, column), Self.value(right, column)) {
      case (let a?, let b?) where a != b: isDescending ? a > b : a < b
      case (nil, _?): false
      case (_?, nil): true
      default: left.id < right.id
      }
    }.map(\.id)
    #expect(expected.count == 60)
    var query = MessageQuery(campaign: campaign, order: RowOrder(column, isDescending: isDescending), limit: 7)
    var found: [MessageID] = []
    while true {
      let page = try await fixture.store.messages(query)
      #expect(page.place == PagePlace(earlier: found.count, later: 60 - found.count - page.rows.count))
      found += page.rows.map(\.id)
      guard page.hasLater, let last = page.rows.last else { break }
      query.anchor = .after(last.id)
    }
    #expect(found == expected)
    query.anchor = .last
    #expect(try await fixture.store.messages(query).rows.map(\.id) == expected.suffix(7))
    query.anchor = .before(expected[20])
    #expect(try await fixture.store.messages(query).rows.map(\.id) == expected[13..<20].map { $0 })
    for (at, range) in [(20, 17..<24), (1, 0..<7), (58, 53..<60)] {
      query.anchor = .around(expected[at])
      #expect(try await fixture.store.messages(query).rows.map(\.id) == Array(expected[range]), "\(at)")
    }
  }

  /// The page stays where its row was, though the row has left the list.
  @Test func aRowThatHasLeftTheListIsWhereItWouldBe() async throws {
    let order = RowOrder(MessageQuery.Column.address, isDescending: false)
    let list = try await fixture.store.messages(
      MessageQuery(campaign: campaign, status: .accepted, order: order, limit: 100)
    ).rows
    let gone = list[10].id
    _ = try await fixture.store.ingest([fixture.incoming(.delivery, gone, at: 300)], now: fixture.now)
    let page = try await fixture.store.messages(
      MessageQuery(campaign: campaign, status: .accepted, order: order, anchor: .around(gone), limit: 6))
    #expect(page.rows.map(\.id) == (list[7..<10] + list[11..<14]).map(\.id))
    #expect(page.place == PagePlace(earlier: 7, later: list.count - 1 - 13))
    let nowhere = MessageQuery(
      campaign: campaign, order: order, anchor: .around(MessageID(rawValue: 9_999)), limit: 6)
    #expect(try await fixture.store.messages(nowhere).place?.earlier == 0)
  }

  @Test func aListThatIsTooLongSaysSo() async throws {
    try await fixture.store.write { [campaign] db in
      try db.execute(
        sql: """
          WITH RECURSIVE n(i) AS (SELECT 61 UNION ALL SELECT i + 1 FROM n WHERE i < 20001)
          INSERT INTO message (id, campaign, address, status, attempt, tries, updatedAt)
          SELECT i, ?, 'user' || i || '@example.com', 0, 1, 0, 0 FROM n
          """, arguments: [campaign.rawValue])
      try db.execute(
        sql: "UPDATE campaign SET lastMessage = 20001 WHERE id = ?", arguments: [campaign.rawValue])
    }
    var query = MessageQuery(campaign: campaign, order: RowOrder(.address, isDescending: false), limit: 6)
    #expect(try await fixture.store.messages(query).isTooLong)
    query.order = nil
    #expect(try await !fixture.store.messages(query).isTooLong)
    query.order = RowOrder(.address, isDescending: true)
    query.status = .delivered
    #expect(try await fixture.store.messages(query).rows.count == 6)
  }

  @Test(arguments: BatchQuery.Column.allCases, [true, false])
  func batchesFollowTheOrder(column: BatchQuery.Column, isDescending: Bool) async throws {
    let id = try await fixture.launch(53, name: "Other", batchSize: 5)
    let entries = try await fixture.queueAll()
    fixture.now = fixture.now + .seconds(10)
    _ = try await fixture.claim(entries[6].batch)
    fixture.now = fixture.now + .seconds(10)
    let failing = try await fixture.claim(entries[3].batch)
    _ = try await fixture.store.record(
      failing.map { .init(message: $0.message, attempt: 1, .refused(Refusal(cause: .throttled, reason: "too fast"))) },
      batch: entries[3].batch, receiveCount: 2, now: fixture.now)
    try await fixture.accept(fixture.claim(entries[9].batch), entries[9].batch)
    try await fixture.store.recordDeadLetters(
      [.init(id: "letter", batch: entries[5].batch, receiveCount: 3, enqueuedAt: fixture.now)], now: fixture.now)
    let all = try await fixture.store.batches(BatchQuery(campaign: id, limit: 100)).rows
    // As they lie on the way.
    let ranks: [BatchStanding: Int] = [.pending: 0, .queued: 1, .sending: 2, .done: 3, .dead: 4]
    func value(_ batch: BatchSummary) -> String? {
      switch column {
      case .standing: ranks[batch.standing].map(String.init)
      case .recipients: String(batch.recipients)
      case .receives: batch.receives.map(String.init)
      case .since: String(batch.since.milliseconds)
      case .error: batch.error
      }
    }
    let expected = all.sorted { left, right in
      switch (value(left), value(right)) {
      case (let a?, let b?) where a != b: isDescending ? a > b : a < b
      case (nil, _?): false
      case (_?, nil): true
      default: left.id < right.id
      }
    }.map(\.id)
    #expect(Set(all.map(\.standing)) == [.queued, .sending, .done, .dead])
    let order = RowOrder(column, isDescending: isDescending)
    let whole = try await fixture.store.batches(BatchQuery(campaign: id, order: order, limit: 100))
    #expect(whole.rows.map(\.id) == expected)
    let page = try await fixture.store.batches(
      BatchQuery(campaign: id, order: order, anchor: .around(expected[5]), limit: 4))
    #expect(page.rows.map(\.id) == expected[3..<7].map { $0 } && page.earlier == 3 && page.total == 11)
  }
}
